package org.headcoach.shared;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a text as keys by which an index finds whoever has a word that begins as somebody types: without accents, capitals and marks between them. A key is written in hexadecimal digits, whose order is
 * the same whatever collation a database has, so that a beginning is one stretch of the index on each of them.
 */
public final class SearchWords {

	/** Letters and digits of a word that count; no key is longer than {@link #LONGEST_KEY}. */
	private static final int LONGEST = 20;
	/** Characters of the longest key: two for each of up to four bytes of a letter. */
	public static final int LONGEST_KEY = LONGEST * 8;
	private static final int MOST_TYPED = 6;
	private static final Pattern MARKS = Pattern.compile("\\p{M}+");
	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** The stretch of keys that begin with what was typed. @param from inclusive @param to exclusive */
	public record Beginning(String from, String to) {
	}

	private SearchWords() {
	}

	/** The keys of all words of these texts, each once. Null has no words. */
	public static Set<String> keys(String... texts) {
		var keys = new TreeSet<String>();
		Arrays.stream(texts).filter(Objects::nonNull).flatMap(SearchWords::words).map(SearchWords::key).forEach(keys::add);
		return keys;
	}

	/** What the words of a search must begin with: one stretch for each of the first six words. Empty when nothing but marks was typed. */
	public static List<Beginning> beginnings(String typed) {
		return words(typed).distinct().limit(MOST_TYPED).map(SearchWords::key).map(key -> new Beginning(key, key + "g")).toList();
	}

	private static Stream<String> words(String text) {
		var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
		return BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty());
	}

	private static String key(String word) {
		var length = word.codePointCount(0, word.length());
		return HexFormat.of().formatHex((length > LONGEST ? word.substring(0, word.offsetByCodePoints(0, LONGEST)) : word).getBytes(StandardCharsets.UTF_8));
	}
}
