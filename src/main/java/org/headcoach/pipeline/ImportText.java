package org.headcoach.pipeline;

import java.util.List;

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

	/** A list of texts; empty for null. */
	static List<String> texts(String text) {
		return text == null ? List.of() : List.of(JSON.fromJson(text, String[].class));
	}

	static <T> T read(String text, Class<T> type) {
		return text == null ? null : JSON.fromJson(text, type);
	}
}
