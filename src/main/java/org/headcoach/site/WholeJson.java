package org.headcoach.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/**
 * Looks through a JSON text to its end before it becomes a record. The server's own reader leaves out the value of a field that it does not
 * know, and where the text breaks off inside of it, it looks for the end forever.
 */
@Provider
public class WholeJson implements ReaderInterceptor {

	/** The body is held in memory; what any request takes is far smaller. */
	static final int MOST_BYTES = 10_000_000;
	/** Lists within objects within lists; what any request takes is far flatter. */
	static final int DEEPEST = 100;

	@Override
	public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
		// whatever is no file is JSON, or was refused for its media type before
		if (context.getType() != InputStream.class) {
			var body = context.getInputStream().readNBytes(MOST_BYTES + 1);
			if (body.length > MOST_BYTES) {
				throw Problems.refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "site.problem.body-large", MOST_BYTES / 1_000_000);
			}
			if (body.length == 0) {
				throw Problems.refused(Response.Status.BAD_REQUEST, "site.problem.no-body");
			}
			check(body);
			context.setInputStream(new ByteArrayInputStream(body));
		}
		return context.proceed();
	}

	/**
	 * What somebody sent as JSON, bound to a record.
	 *
	 * @throws JsonException when it is no JSON, ends too early, goes on after its end or is nested too deeply; or of another shape
	 */
	public static <T> T read(Jsonb jsonb, String text, Class<T> type) {
		check(text.getBytes(StandardCharsets.UTF_8));
		return jsonb.fromJson(text, type);
	}

	/** In UTF-8, as it is bound afterwards. */
	static void check(byte[] text) {
		try (var parser = Json.createParserFactory(Map.of()).createParser(new ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
			var depth = 0;
			var isEmpty = true;
			while (parser.hasNext()) {
				switch (parser.next()) {
					case START_ARRAY, START_OBJECT -> depth++;
					case END_ARRAY, END_OBJECT -> depth--;
					default -> {
						// a name or a value
					}
				}
				isEmpty = false;
				if (depth > DEEPEST) {
					throw new JsonException("Nested more than " + DEEPEST + " deep");
				}
			}
			if (isEmpty || depth != 0) {
				throw new JsonException("It ends too early");
			}
		}
	}
}
