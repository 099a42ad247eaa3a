package org.headcoach.shared.tables;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what Excel stores into text that is the same on every machine: dates as ISO, numbers in plain decimals. Excel
 * stores a date as a number of days and only the cell's format says that it is one.
 */
final class ExcelText {

	/** Excel keeps and shows 15 digits; further ones are noise of its binary numbers. */
	private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
	private static final int LARGEST_EXPONENT = 310;
	private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000L);
	private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private enum Meaning {
		NUMBER, DATE, TIME, DURATION
	}

	private final boolean date1904;
	/** One entry per cell format of the workbook. */
	private final Map<String, Meaning> meanings = new HashMap<>();

	ExcelText(boolean date1904) {
		this.date1904 = date1904;
	}

	/** A stored number as the text that its format makes of it. */
	String number(String raw, Integer formatId, String format) {
		Meaning meaning = formatId == null && format == null ? Meaning.NUMBER : meaning(formatId, format);
		if (meaning == Meaning.NUMBER && isShortPlain(raw)) {
			return raw;
		}
		BigDecimal number = new BigDecimal(raw);
		if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
			return raw;
		}
		if (meaning == Meaning.NUMBER || number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
			return plain(number);
		}
		return meaning == Meaning.DURATION ? duration(number) : moment(number, meaning);
	}

	/** {@code _x000D_} is how a workbook writes a character that XML cannot hold. */
	static String unescape(String text) {
		int at = text.indexOf("_x");
		if (at < 0) {
			return text;
		}
		StringBuilder plain = new StringBuilder(text.length());
		int from = 0;
		for (; at >= 0; at = text.indexOf("_x", at)) {
			int code = escaped(text, at);
			if (code < 0) {
				at++;
				continue;
			}
			plain.append(text, from, at).append((char) code);
			at += 7;
			from = at;
		}
		return plain.append(text, from, text.length()).toString();
	}

	/** The reverse of {@link #unescape}. */
	static String escape(String text) {
		StringBuilder escaped = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean control = c < ' ' && c != '\t' && c != '\n' || c == '\uFFFE' || c == '\uFFFF'
					|| Character.isSurrogate(c) && !isPaired(text, i);
			if (control || c == '_' && escaped(text, i) >= 0) {
				escaped = escaped == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : escaped;
				escaped.append(String.format("_x%04X_", (int) c));
			} else if (escaped != null) {
				escaped.append(c);
			}
		}
		return escaped == null ? text : escaped.toString();
	}

	private static boolean isPaired(String text, int i) {
		return Character.isHighSurrogate(text.charAt(i))
				? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
				: i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
	}

	/** The character that an escape at this place stands for, or -1 when there is none. */
	private static int escaped(String text, int at) {
		if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
			return -1;
		}
		int code = 0;
		for (int i = at + 2; i < at + 6; i++) {
			int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
			if (digit < 0) {
				return -1;
			}
			code = code * 16 + digit;
		}
		return code;
	}

	private static boolean isShortPlain(String raw) {
		if (raw.length() > 15) {
			return false;
		}
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if ((c < '0' || c > '9') && c != '.' && c != '-') {
				return false;
			}
		}
		return true;
	}

	private static String plain(BigDecimal number) {
		// a long whole number is an identifier that another program wrote, and must not lose digits
		boolean isWhole = number.scale() <= 0;
		BigDecimal rounded = isWhole ? number : number.round(DIGITS);
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
	}

	private static String duration(BigDecimal days) {
		long seconds = millis(days) / 1000;
		return String.format("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

	private String moment(BigDecimal days, Meaning meaning) {
		long millis = millis(days);
		long day = millis / 86_400_000;
		LocalTime time = LocalTime.ofNanoOfDay(millis % 86_400_000 * 1_000_000);
		if (meaning == Meaning.TIME && day == 0) {
			return time.format(SECONDS);
		}
		LocalDate date = date(day);
		return time.equals(LocalTime.MIDNIGHT) && meaning == Meaning.DATE ? date.toString()
				: LocalDateTime.of(date, time).format(MOMENT);
	}

	/** Excel believes that 1900 was a leap year, so days before 1 March 1900 lie one further on. */
	private LocalDate date(long day) {
		if (date1904) {
			return LocalDate.of(1904, 1, 1).plusDays(day);
		}
		return LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
	}

	private static long millis(BigDecimal days) {
		return days.multiply(MILLIS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	private Meaning meaning(Integer formatId, String format) {
		String key = format != null ? format : "#" + formatId;
		Meaning known = meanings.get(key);
		if (known == null) {
			known = format != null ? byPattern(format) : byNumber(formatId);
			meanings.put(key, known);
		}
		return known;
	}

	/** The formats that every Excel knows by number; 27 to 36 and 50 to 58 are dates in East Asian versions. */
	private static Meaning byNumber(int id) {
		if (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58) {
			return Meaning.DATE;
		}
		if (id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47) {
			return Meaning.TIME;
		}
		return id == 46 ? Meaning.DURATION : Meaning.NUMBER;
	}

	private static Meaning byPattern(String format) {
		boolean date = false;
		boolean time = false;
		for (int i = 0; i < format.length(); i++) {
			char c = Character.toLowerCase(format.charAt(i));
			switch (c) {
				case '\\', '_', '*' -> i++;
				case '"' -> i = skipTo(format, '"', i);
				case '[' -> {
					char inside = i + 1 < format.length() ? Character.toLowerCase(format.charAt(i + 1)) : 0;
					int end = skipTo(format, ']', i);
					if ((inside == 'h' || inside == 'm' || inside == 's') && end - i <= 3) {
						return Meaning.DURATION;
					}
					i = end;
				}
				case 'y', 'd' -> date = true;
				case 'h', 's' -> time = true;
				case 'm' -> date |= !time && !format.toLowerCase(Locale.ROOT).contains("s");
				case ';' -> i = format.length();
				case 'g' -> {
					if (format.regionMatches(true, i, "general", 0, 7)) {
						return Meaning.NUMBER;
					}
				}
				default -> { }
			}
		}
		return date ? Meaning.DATE : time ? Meaning.TIME : Meaning.NUMBER;
	}

	private static int skipTo(String format, char end, int from) {
		int found = format.indexOf(end, from + 1);
		return found < 0 ? format.length() : found;
	}
}
