package org.headcoach.site;

import java.io.IOException;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;

/** An error as a problem detail (RFC 9457). */
@Schema(description = "What went wrong (RFC 9457, application/problem+json)")
public record Problem(
		@Schema(description = "about:blank where the status says it all; urn:headcoach:refusal:<key> for a refusal by a rule", required = true) String type,
		@Schema(description = "The status in words", required = true) String title,
		@Schema(description = "The HTTP status", required = true) int status,
		@Schema(description = "What is wrong with this very request, in a sentence") String detail,
		@Schema(description = "A number that the administrator finds in the log; only for errors of the server") String number,
		@Schema(description = "One line for each field that is wrong") List<Violation> violations) {

	/** A field that is wrong. */
	@Schema(description = "A field that is wrong")
	public record Violation(@Schema(description = "Name of the field or parameter", required = true) String field,
			@Schema(description = "What is wrong with it", required = true) String message) {
	}

	public static final String TYPE = "application/problem+json";

	static Problem of(int status, String title, String detail) {
		return new Problem("about:blank", title, status, detail, null, null);
	}

	/** For answers outside JAX-RS. */
	void writeTo(HttpServletResponse response) throws IOException {
		response.setStatus(status);
		response.setContentType(TYPE);
		response.setCharacterEncoding("UTF-8");
		response.setHeader("Cache-Control", "no-store");
		var json = Json.createObjectBuilder().add("type", type).add("title", title).add("status", status);
		if (detail != null) {
			json.add("detail", detail);
		}
		if (number != null) {
			json.add("number", number);
		}
		response.getWriter().write(json.build().toString());
	}
}
