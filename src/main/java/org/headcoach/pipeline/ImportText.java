package org.headcoach.pipeline;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Answers and findings as they are kept in the database: JSON. */
final class ImportText {

	private static final Jsonb JSON = JsonbBuilder.create();

	private ImportText() {
	}

	static String of(Object value) {
		return value == null ? null : JSON.toJson(value);
	}

	static <T> T read(String text, Class<T> type) {
		return text == null ? null : JSON.fromJson(text, type);
	}
}
