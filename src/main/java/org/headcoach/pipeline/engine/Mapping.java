package org.headcoach.pipeline.engine;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was answered about a file: which column feeds which field, which text means what, how dates and numbers are
 * written. It is kept for the source and the kind and used for the next file.
 *
 * @param columns field to header
 * @param fixed   field to the one value that every line has, where no column feeds it
 * @param values  field to (text as {@link #plain} to meaning)
 * @param styles  header to US, EUROPEAN, DECIMAL_POINT, DECIMAL_COMMA, SHARE or PER_CENT
 */
public record Mapping(Map<String, String> columns, Map<String, String> fixed, Map<String, Map<String, String>> values,
		Map<String, String> styles) implements Serializable {

	public static final Mapping EMPTY = new Mapping(Map.of(), Map.of(), Map.of(), Map.of());

	public Mapping {
		columns = columns == null ? Map.of() : Map.copyOf(columns);
		fixed = fixed == null ? Map.of() : Map.copyOf(fixed);
		// who writes a mapping by hand need not know how texts are compared
		values = values == null ? Map.of() : values.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> field.getValue().entrySet().stream()
				.collect(Collectors.toUnmodifiableMap(text -> plain(text.getKey()), Map.Entry::getValue, (one, other) -> other))));
		styles = styles == null ? Map.of() : Map.copyOf(styles);
	}

	/** How texts are compared: without capitals, surrounding and doubled blanks. */
	public static String plain(String text) {
		return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	public boolean feeds(String field) {
		return columns.containsKey(field) || fixed.containsKey(field);
	}

	/** The header that feeds a field; null when none does. */
	public String header(String field) {
		return columns.get(field);
	}

	/** Which of the columns feeds a field; -1 when none does. */
	int columnOf(String field, List<String> headers) {
		var header = columns.get(field);
		return header == null ? -1 : headers.indexOf(header);
	}

	/** What a text of a choice field means; null when nobody has said so. */
	public String meaning(String field, String text) {
		return values.getOrDefault(field, Map.of()).get(plain(text));
	}

	/** The answer for a column; empty text when there is none. */
	public String style(String header) {
		return styles.getOrDefault(header, "");
	}

	/** The same with another column for a field; null takes it away. */
	public Mapping withColumn(String field, String header) {
		return new Mapping(with(columns, field, header), fixed, values, styles);
	}

	public Mapping withFixed(String field, String value) {
		return new Mapping(columns, with(fixed, field, value), values, styles);
	}

	public Mapping withMeaning(String field, String text, String meaning) {
		return new Mapping(columns, fixed, with(values, field, with(values.getOrDefault(field, Map.of()), plain(text), meaning)), styles);
	}

	public Mapping withStyle(String header, String style) {
		return new Mapping(columns, fixed, values, with(styles, header, style));
	}

	/** Where this mapping says nothing, the other one speaks. */
	public Mapping orElse(Mapping other) {
		var meanings = new HashMap<>(other.values);
		values.forEach((field, texts) -> meanings.merge(field, texts, (others, own) -> merged(own, others)));
		return new Mapping(merged(columns, other.columns), merged(fixed, other.fixed), meanings, merged(styles, other.styles));
	}

	/** Without the columns that the file does not have. */
	public Mapping within(List<String> headers) {
		return new Mapping(columns.entrySet().stream().filter(entry -> headers.contains(entry.getValue()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), fixed, values, styles);
	}

	private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
		var changed = new LinkedHashMap<>(map);
		if (value == null) {
			changed.remove(key);
		} else {
			changed.put(key, value);
		}
		return changed;
	}

	private static <V> Map<String, V> merged(Map<String, V> first, Map<String, V> second) {
		var all = new LinkedHashMap<>(second);
		all.putAll(first);
		return all;
	}
}
