package org.headcoach.site;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

/** A file that somebody has brought, sent as something to save and never as a page: whatever stands in it, no browser runs it here. */
public final class Attachment {

	private Attachment() {
	}

	/** Answers with the file under its own name. */
	public static void send(HttpServletResponse response, String type, String name, byte[] content) throws IOException {
		response.setContentType(type);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
		response.setHeader("Cache-Control", "private, no-store");
		response.setHeader("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"; filename*=UTF-8''" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
		response.setContentLength(content.length);
		response.getOutputStream().write(content);
	}
}
