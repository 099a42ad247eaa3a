package org.headcoach.shared.tables;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Takes one written number apart, without regular expressions because it runs for every cell of a column. It gathers
 * the digits and where the separators stood; whether a point or a comma begins the decimals is for {@link NumberStyle}
 * to say.
 */
final class NumberScanner {

	/** What the separators allow. */
	enum Shape {
		BLANK, UNREADABLE, NO_DECISION, POINT_DECIMAL, COMMA_DECIMAL, EITHER
	}

	private static final int LONGEST = 80;
	/** As many digits as every database keeps. */
	private static final int MOST_DIGITS = 38;
	private static final int MOST_SEPARATORS = 16;
	private static final int LARGEST_EXPONENT = 30;

	private static final char SPACE = ' ';
	private static final char APOSTROPHE = '\'';
	private static final char ARABIC_DECIMAL = '\u066B';
	private static final char ARABIC_GROUP = '\u066C';

	private final char[] digits = new char[MOST_DIGITS];
	private int digitCount;
	private final char[] separators = new char[MOST_SEPARATORS];
	private final int[] digitsBefore = new int[MOST_SEPARATORS];
	private int separatorCount;
	private int exponent;

	private boolean plus;
	private boolean minus;
	private boolean opened;
	private boolean closed;
	private final StringBuilder before = new StringBuilder(8);
	private final StringBuilder after = new StringBuilder(8);

	Shape shape = Shape.UNREADABLE;
	boolean percent;
	/** Empty when none is named or the sign is shared; see {@link CurrencySymbols}. */
	String currency = CurrencySymbols.SHARED;

	NumberScanner scan(String text) {
		digitCount = 0;
		separatorCount = 0;
		exponent = 0;
		plus = minus = opened = closed = percent = false;
		before.setLength(0);
		after.setLength(0);
		currency = CurrencySymbols.SHARED;
		shape = text.isEmpty() ? Shape.BLANK : text.length() > LONGEST ? longText(text) : read(text);
		return this;
	}

	private static Shape longText(String text) {
		return text.isBlank() ? Shape.BLANK : Shape.UNREADABLE;
	}

	private Shape read(String text) {
		int length = text.length();
		int at = 0;
		boolean anything = false;
		for (; at < length; at++) {
			char c = text.charAt(at);
			if (DateScanner.digit(c) >= 0 || startsDecimals(text, at)) {
				break;
			}
			if (!DateScanner.isFiller(c)) {
				anything = true;
				if (!beside(c, before)) {
					return Shape.UNREADABLE;
				}
			}
		}
		if (at == length) {
			return anything ? Shape.UNREADABLE : Shape.BLANK;
		}
		at = number(text, at);
		if (at < 0) {
			return Shape.UNREADABLE;
		}
		for (; at < length; at++) {
			char c = text.charAt(at);
			if (DateScanner.digit(c) >= 0 || !DateScanner.isFiller(c) && !beside(c, after)) {
				return Shape.UNREADABLE;
			}
		}
		return opened == closed && namesCurrency() ? decide() : Shape.UNREADABLE;
	}

	/** {@code .5} begins a number, but the point of {@code Rs.500} does not. */
	private static boolean startsDecimals(String text, int at) {
		char c = separator(text.charAt(at));
		return (c == '.' || c == ',' || c == ARABIC_DECIMAL) && at + 1 < text.length()
				&& DateScanner.digit(text.charAt(at + 1)) >= 0
				&& (at == 0 || !Character.isLetter(text.charAt(at - 1)));
	}

	/** Something that is no part of the digits; false when it cannot stand there. */
	private boolean beside(char c, StringBuilder token) {
		boolean signed = plus || minus || opened;
		switch (c) {
			case '-', '\u2212', '\u2013', '\u2010', '\u2011', '\uFE63', '\uFF0D' -> {
				minus = true;
				return !signed;
			}
			case '+', '\uFF0B' -> {
				plus = true;
				return !signed;
			}
			case '(', '\uFF08' -> {
				opened = true;
				return !signed && token == before;
			}
			case ')', '\uFF09' -> {
				boolean again = closed;
				closed = true;
				return opened && !again && token == after;
			}
			case '%', '\u066A', '\uFF05' -> {
				boolean again = percent;
				percent = true;
				return !again;
			}
			default -> {
				token.append(c);
				return token.length() <= 6;
			}
		}
	}

	/** Reads digits and separators; where they end, or -1 when there are too many. */
	private int number(String text, int start) {
		int length = text.length();
		int at = start;
		while (at < length) {
			char c = text.charAt(at);
			int digit = DateScanner.digit(c);
			if (digit >= 0) {
				if (digitCount == MOST_DIGITS) {
					return -1;
				}
				digits[digitCount++] = (char) ('0' + digit);
				at++;
			} else if (DateScanner.isMark(c)) {
				at++;
			} else {
				char separator = separator(c);
				if (separator == 0 || at + 1 == length || DateScanner.digit(text.charAt(at + 1)) < 0) {
					return exponent(text, at);
				}
				if (separatorCount == MOST_SEPARATORS) {
					return -1;
				}
				separators[separatorCount] = separator;
				digitsBefore[separatorCount++] = digitCount;
				at++;
			}
		}
		return at;
	}

	/** Spreadsheets save large numbers as {@code 1.2E+05}. Where it ends; the same place when there is none. */
	private int exponent(String text, int start) {
		if (text.charAt(start) != 'E' && text.charAt(start) != 'e') {
			return start;
		}
		int at = start + 1;
		boolean negative = at < text.length() && text.charAt(at) == '-';
		if (at < text.length() && (negative || text.charAt(at) == '+')) {
			at++;
		}
		int first = at;
		for (; at < text.length() && at - first < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
			exponent = exponent * 10 + text.charAt(at) - '0';
		}
		if (at == first) {
			return start;
		}
		if (exponent > LARGEST_EXPONENT) {
			return -1;
		}
		exponent = negative ? -exponent : exponent;
		return at;
	}

	private static char separator(char c) {
		return switch (c) {
			case '.' -> '.';
			case ',', '\u060C' -> ',';
			case '\'', '\u2019' -> APOSTROPHE;
			case ' ', '\u00A0', '\u202F', '\u2009', '\u2007' -> SPACE;
			case ARABIC_DECIMAL -> ARABIC_DECIMAL;
			case ARABIC_GROUP -> ARABIC_GROUP;
			default -> 0;
		};
	}

	private boolean namesCurrency() {
		String left = code(before);
		String right = code(after);
		if (left == null || right == null) {
			return false;
		}
		currency = left.isEmpty() ? right : left;
		return left.isEmpty() || right.isEmpty() || left.equals(right);
	}

	private static String code(StringBuilder token) {
		return token.length() == 0 ? CurrencySymbols.SHARED : CurrencySymbols.find(token.toString());
	}

	private Shape decide() {
		boolean decisive = false;
		for (int i = 0; i < separatorCount; i++) {
			decisive |= separators[i] == '.' || separators[i] == ',';
		}
		if (!decisive) {
			return separatorCount == 0 || fits('.') ? Shape.NO_DECISION : Shape.UNREADABLE;
		}
		boolean point = fits('.');
		boolean comma = fits(',');
		if (point) {
			return comma ? Shape.EITHER : Shape.POINT_DECIMAL;
		}
		return comma ? Shape.COMMA_DECIMAL : Shape.UNREADABLE;
	}

	/**
	 * Whether the number is well formed when this character begins the decimals: it stands once and last, one kind of
	 * separator makes the groups, groups have three digits (or two before the last three, as in India), and a number that
	 * begins with 0 has no groups.
	 */
	private boolean fits(char decimal) {
		int last = separatorCount - 1;
		boolean hasDecimals = begins(last, decimal);
		int groups = hasDecimals ? last : separatorCount;
		if (groups == 0) {
			return true;
		}
		char group = separators[0];
		int size = 0;
		for (int i = 0; i < groups; i++) {
			if (separators[i] != group || begins(i, decimal)) {
				return false;
			}
			int next = i + 1 < separatorCount ? digitsBefore[i + 1] : digitCount;
			int inGroup = next - digitsBefore[i];
			if (i == groups - 1) {
				if (inGroup != 3) {
					return false;
				}
			} else if (inGroup != 3 && inGroup != 2 || size != 0 && inGroup != size) {
				return false;
			} else {
				size = inGroup;
			}
		}
		return digitsBefore[0] >= 1 && digitsBefore[0] <= 3 && digits[0] != '0';
	}

	private boolean begins(int separator, char decimal) {
		return separators[separator] == decimal || separators[separator] == ARABIC_DECIMAL;
	}

	/** The exact number, read with this character before the decimals. */
	BigDecimal number(char decimal) {
		int last = separatorCount - 1;
		int scale = last >= 0 && begins(last, decimal) ? digitCount - digitsBefore[last] : 0;
		scale -= exponent;
		boolean negative = minus || opened;
		BigDecimal number;
		if (digitCount <= 18) {
			long unscaled = 0;
			for (int i = 0; i < digitCount; i++) {
				unscaled = unscaled * 10 + digits[i] - '0';
			}
			number = BigDecimal.valueOf(negative ? -unscaled : unscaled, scale);
		} else {
			BigInteger unscaled = new BigInteger(new String(digits, 0, digitCount));
			number = new BigDecimal(negative ? unscaled.negate() : unscaled, scale);
		}
		return scale < 0 ? number.setScale(0) : number;
	}
}
