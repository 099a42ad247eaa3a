package org.headcoach.shared.tables;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads yes and no as CRM exports and localised spreadsheets write them. */
public final class YesNo {

	private static final Map<String, Boolean> WORDS = words();

	private YesNo() {
	}

	/** True, false, blank, or {@code tables.problem.notYesNo}. */
	public static Parsed<Boolean> parse(String text) {
		Boolean known = WORDS.get(text);
		if (known == null) {
			String trimmed = text.strip();
			if (trimmed.isEmpty()) {
				return Parsed.blank();
			}
			known = WORDS.get(trimmed.toLowerCase(Locale.ROOT));
			if (known == null) {
				return Parsed.wrong(Problem.withValue("tables.problem.notYesNo", trimmed));
			}
		}
		return Parsed.of(known);
	}

	private static Map<String, Boolean> words() {
		Map<String, Boolean> words = new HashMap<>();
		for (String yes : new String[] {"true", "yes", "y", "t", "1", "on", "wahr", "ja", "vrai", "oui", "verdadero",
				"s\u00ed", "si", "\u0646\u0639\u0645", "\u0661"}) {
			words.put(yes, Boolean.TRUE);
		}
		for (String no : new String[] {"false", "no", "n", "f", "0", "off", "falsch", "nein", "faux", "non", "falso",
				"\u0644\u0627", "\u0660"}) {
			words.put(no, Boolean.FALSE);
		}
		return words;
	}
}
