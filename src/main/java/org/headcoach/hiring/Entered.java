package org.headcoach.hiring;

import java.util.Locale;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Typed;

/** What was typed, checked and without blanks around it. */
final class Entered {

	private static final int FEWEST_DIGITS = 6;

	private Entered() {
	}

	/** @throws BusinessException with that key and the longest length when there is nothing, or too much */
	static String text(String typed, int longest, String key) {
		return Typed.text(typed, longest, key, key);
	}

	/** Null for nothing. */
	static String optional(String typed, int longest) {
		return Typed.optional(typed, longest, "hiring.error.long");
	}

	/** Null for nothing. @throws BusinessException for what is no address */
	static String email(String typed) {
		var text = optional(typed, 254);
		if (text != null && !text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
			throw new BusinessException("hiring.error.email");
		}
		return text;
	}

	/** Null for nothing. Only pages of the web: anything else behind a link could be a script. */
	static String link(String typed) {
		var text = optional(typed, 500);
		if (text == null) {
			return null;
		}
		var whole = text.matches("(?i)https?://.*") ? text : "https://" + text;
		if (!whole.matches("(?i)https?://[^\\s/?#]+\\.[^\\s/?#]+\\S*")) {
			throw new BusinessException("hiring.error.link");
		}
		return whole;
	}

	/** By which an address is known again: without case, and without what stands behind a plus. */
	static String emailKey(String email) {
		return email == null ? null : email.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
	}

	/** By which a number is known again: its last nine digits, so that it does not matter whether the country was dialled. Null when there are too few. */
	static String phoneKey(String phone) {
		if (phone == null) {
			return null;
		}
		var digits = phone.replaceAll("\\D", "");
		return digits.length() < FEWEST_DIGITS ? null : digits.substring(Math.max(0, digits.length() - 9));
	}
}
