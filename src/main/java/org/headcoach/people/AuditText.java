package org.headcoach.people;

import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Before and after as JSON: records and maps become objects in their own order, numbers and truth values stay,
 * everything else is written as its text. Nothing that was given is left out but nulls.
 */
public final class AuditText {

	/** One field of a change; null where it was or is not there. */
	public record Difference(String field, String before, String after) implements java.io.Serializable {
	}

	private AuditText() {
	}

	/** Null for null. */
	public static String of(Object value) {
		return value == null ? null : json(value).toString();
	}

	/** The fields in which both differ, in the order of the later text; one of the texts may be null. */
	public static List<Difference> differences(String before, String after) {
		var old = object(before);
		var recent = object(after);
		var fields = new LinkedHashSet<>(recent.keySet());
		fields.addAll(old.keySet());
		var found = new ArrayList<Difference>();
		for (var field : fields) {
			var was = plain(old.get(field));
			var is = plain(recent.get(field));
			if (!Objects.equals(was, is)) {
				found.add(new Difference(field, was, is));
			}
		}
		return found;
	}

	private static JsonObject object(String text) {
		if (text == null) {
			return JsonValue.EMPTY_JSON_OBJECT;
		}
		try (var reader = Json.createReader(new StringReader(text))) {
			var value = reader.readValue();
			return value instanceof JsonObject fields ? fields : Json.createObjectBuilder().add("value", value).build();
		}
	}

	private static String plain(JsonValue value) {
		if (value == null || value == JsonValue.NULL) {
			return null;
		}
		return value instanceof JsonString text ? text.getString() : value.toString();
	}

	private static JsonValue json(Object value) {
		if (value == null) {
			return JsonValue.NULL;
		}
		if (value instanceof Boolean truth) {
			return truth ? JsonValue.TRUE : JsonValue.FALSE;
		}
		if (value instanceof Integer || value instanceof Long || value instanceof Short) {
			return Json.createValue(((Number) value).longValue());
		}
		if (value instanceof BigDecimal number) {
			return Json.createValue(number);
		}
		if (value instanceof BigInteger number) {
			return Json.createValue(number);
		}
		if (value instanceof Record fields) {
			var object = Json.createObjectBuilder();
			for (var component : value.getClass().getRecordComponents()) {
				var part = read(component, fields);
				if (part != null) {
					object.add(component.getName(), json(part));
				}
			}
			return object.build();
		}
		if (value instanceof Map<?, ?> map) {
			var object = Json.createObjectBuilder();
			map.forEach((name, part) -> {
				if (part != null) {
					object.add(name.toString(), json(part));
				}
			});
			return object.build();
		}
		if (value instanceof Iterable<?> parts) {
			var array = Json.createArrayBuilder();
			parts.forEach(part -> array.add(json(part)));
			return array.build();
		}
		if (value.getClass().isArray()) {
			var array = Json.createArrayBuilder();
			for (int i = 0; i < Array.getLength(value); i++) {
				array.add(json(Array.get(value, i)));
			}
			return array.build();
		}
		if (value instanceof Enum<?> constant) {
			return Json.createValue(constant.name());
		}
		return Json.createValue(value.toString());
	}

	private static Object read(RecordComponent component, Record from) {
		try {
			var accessor = component.getAccessor();
			accessor.setAccessible(true);
			return accessor.invoke(from);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException("Cannot read " + component, e);
		}
	}
}
