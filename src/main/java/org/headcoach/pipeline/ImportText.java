package org.headcoach.pipeline;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Answers, findings and the arguments of sentences as they are kept in the database: JSON. */
final class ImportText {

	private static final Jsonb JSON = JsonbBuilder.create();
	private static final String DAY = "day";

	private ImportText() {
	}

	static String of(Object value) {
		return value == null ? null : JSON.toJson(value);
	}

	static <T> T read(String text, Class<T> type) {
		return text == null ? null : JSON.fromJson(text, type);
	}

	/** Days and numbers stay what they are, because sentences format them for their reader; everything else is text. */
	static String ofArguments(List<?> arguments) {
		var array = Json.createArrayBuilder();
		for (var argument : arguments) {
			if (argument instanceof LocalDate day) {
				array.add(Json.createObjectBuilder().add(DAY, day.toString()));
			} else if (argument instanceof Integer || argument instanceof Long) {
				array.add(((Number) argument).longValue());
			} else if (argument instanceof List<?> names) {
				array.add(String.join(", ", names.stream().map(String::valueOf).toList()));
			} else {
				array.add(String.valueOf(argument));
			}
		}
		return array.build().toString();
	}

	static List<Object> arguments(String text) {
		var arguments = new ArrayList<Object>();
		if (text != null) {
			try (var reader = Json.createReader(new StringReader(text))) {
				for (var value : reader.readArray()) {
					if (value instanceof JsonObject day) {
						arguments.add(LocalDate.parse(day.getString(DAY)));
					} else if (value instanceof JsonNumber number) {
						arguments.add(number.longValue());
					} else {
						arguments.add(((JsonString) value).getString());
					}
				}
			}
		}
		return arguments;
	}
}
