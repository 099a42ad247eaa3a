package org.headcoach.training.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of questions as they are shown. A text keeps the mark of its format ({@code [html]} and so on) as it came, so that nothing is lost when it goes out again. */
public final class Wording {

	private static final Pattern FORMAT = Pattern.compile("^\\[(html|markdown|plain|moodle)]\\s*", Pattern.CASE_INSENSITIVE);
	private static final Pattern BREAK = Pattern.compile("<\\s*(br|/p|/div|/li)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
	private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
	private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|nbsp|lt|gt|amp|quot|apos);");

	private Wording() {
	}

	/** The text without mark-up; a page escapes it like every other text. */
	public static String plain(String text) {
		if (text == null) {
			return "";
		}
		var format = FORMAT.matcher(text);
		if (!format.find()) {
			return text;
		}
		var rest = text.substring(format.end());
		if (!format.group(1).toLowerCase(Locale.ROOT).equals("html") && !format.group(1).equalsIgnoreCase("moodle")) {
			return rest;
		}
		var bare = TAG.matcher(BREAK.matcher(rest).replaceAll("\n")).replaceAll("");
		return ENTITY.matcher(bare).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1)))).replaceAll("[ \\t]+", " ").replaceAll(" ?\n ?", "\n").strip();
	}

	private static String character(String name) {
		return switch (name) {
			case "nbsp" -> " ";
			case "lt" -> "<";
			case "gt" -> ">";
			case "amp" -> "&";
			case "quot" -> "\"";
			case "apos" -> "'";
			default -> {
				var code = name.charAt(1) == 'x' ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
				yield Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : "";
			}
		};
	}
}
