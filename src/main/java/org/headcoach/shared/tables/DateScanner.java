package org.headcoach.shared.tables;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Takes one written date apart, without regular expressions because it runs for every cell of a column. It finds the
 * numbers and their order on the paper; which of two numbers is the day is for {@link DateStyle} to say.
 */
final class DateScanner {

	/** What was found. */
	enum Shape {
		BLANK, UNREADABLE, YEAR_FIRST, NAMED_MONTH, TWO_NUMBERS
	}

	/** The longest date anybody writes, e.g. {@code Wednesday, 23 September 2026 at 12:30:00.000000000 +03:00}. */
	private static final int LONGEST = 64;
	private static final String[] MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august",
			"september", "october", "november", "december"};
	private static final String[] WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
			"sunday"};

	private String text;
	private int at;
	private int end;

	Shape shape = Shape.UNREADABLE;
	char separator;
	/** In the order of the paper when two numbers stand before the year; else month and day. */
	int first;
	int second;
	int year;
	boolean hasTime;
	int hour;
	int minute;
	int secondOfMinute;
	int nano;
	/** Null when the text names no zone. */
	ZoneOffset offset;

	DateScanner scan(String value) {
		text = value;
		at = 0;
		end = value.length();
		hasTime = false;
		offset = null;
		separator = 0;
		while (at < end && isFiller(text.charAt(at))) {
			at++;
		}
		while (end > at && isFiller(text.charAt(end - 1))) {
			end--;
		}
		if (at == end) {
			shape = Shape.BLANK;
		} else {
			shape = end - at > LONGEST ? Shape.UNREADABLE : date();
			if (shape != Shape.UNREADABLE && !time()) {
				shape = Shape.UNREADABLE;
			}
		}
		return this;
	}

	private Shape date() {
		skipWeekday();
		int start = at;
		int number = number();
		int digits = at - start;
		return switch (digits) {
			case 8 -> compact(number);
			case 4 -> yearFirst(number);
			case 1, 2 -> yearLast(number);
			case 0 -> monthFirst();
			default -> Shape.UNREADABLE;
		};
	}

	private Shape compact(int number) {
		year = number / 10_000;
		first = number / 100 % 100;
		second = number % 100;
		return Shape.YEAR_FIRST;
	}

	private Shape yearFirst(int number) {
		year = number;
		separator = separator();
		if (separator == 0) {
			return Shape.UNREADABLE;
		}
		first = shortNumber();
		if (first < 0 || separator() != separator) {
			return Shape.UNREADABLE;
		}
		second = shortNumber();
		return second < 0 ? Shape.UNREADABLE : Shape.YEAR_FIRST;
	}

	private Shape yearLast(int number) {
		int mark = at;
		separator = separator();
		if (separator != 0) {
			first = number;
			second = shortNumber();
			if (second >= 0) {
				return separator() == separator && year() ? Shape.TWO_NUMBERS : Shape.UNREADABLE;
			}
		}
		at = mark;
		skipLooseSeparators();
		first = word(MONTHS);
		if (first < 0) {
			return Shape.UNREADABLE;
		}
		second = number;
		skipLooseSeparators();
		return year() ? Shape.NAMED_MONTH : Shape.UNREADABLE;
	}

	private Shape monthFirst() {
		first = word(MONTHS);
		if (first < 0) {
			return Shape.UNREADABLE;
		}
		skipLooseSeparators();
		second = shortNumber();
		if (second < 0) {
			return Shape.UNREADABLE;
		}
		int mark = at;
		skipLooseSeparators();
		return at > mark && year() ? Shape.NAMED_MONTH : Shape.UNREADABLE;
	}

	private boolean year() {
		int start = at;
		year = number();
		if (at - start == 2) {
			// the rule of POSIX: 69 to 99 belong to the last century
			year += year < 69 ? 2000 : 1900;
			return true;
		}
		return at - start == 4;
	}

	/** What follows the date: nothing, or a time that may name an offset from UTC. */
	private boolean time() {
		if (at == end) {
			return true;
		}
		char c = text.charAt(at);
		if (c != 'T' && c != 't' && c != ',' && !isFiller(c)) {
			return false;
		}
		at++;
		skipFillers();
		if (startsWith("at ")) {
			at += 3;
		}
		int start = at;
		hour = number();
		int digits = at - start;
		if (digits < 1 || digits > 2 || !taken(':')) {
			return false;
		}
		minute = shortNumber();
		secondOfMinute = 0;
		nano = 0;
		if (minute < 0) {
			return false;
		}
		if (taken(':')) {
			secondOfMinute = shortNumber();
			if (secondOfMinute < 0) {
				return false;
			}
			if ((taken('.') || taken(',')) && !fraction()) {
				return false;
			}
		}
		hasTime = true;
		skipFillers();
		return halfOfDay() && zone() && at == end;
	}

	private boolean fraction() {
		int scale = 100_000_000;
		int start = at;
		for (int digit; at < end && (digit = digit(text.charAt(at))) >= 0; at++) {
			nano += digit * scale;
			scale /= 10;
		}
		return at > start && at - start <= 9;
	}

	private boolean halfOfDay() {
		boolean morning = startsWith("am") || startsWith("\u0635");
		boolean evening = startsWith("pm") || startsWith("\u0645");
		if (!morning && !evening) {
			return true;
		}
		at += text.charAt(at) < 128 ? 2 : 1;
		skipFillers();
		if (hour < 1 || hour > 12) {
			return false;
		}
		hour = hour % 12 + (evening ? 12 : 0);
		return true;
	}

	private boolean zone() {
		if (at == end) {
			return true;
		}
		if (startsWith("utc") || startsWith("gmt")) {
			at += 3;
			offset = ZoneOffset.UTC;
			if (at == end) {
				return true;
			}
		} else if (taken('Z') || taken('z')) {
			offset = ZoneOffset.UTC;
			return true;
		}
		boolean east = taken('+');
		if (!east && !taken('-') && !taken('\u2212')) {
			return false;
		}
		int start = at;
		int hours = number();
		int minutes = 0;
		int digits = at - start;
		if (digits == 4) {
			minutes = hours % 100;
			hours /= 100;
		} else if (digits == 1 || digits == 2) {
			if (taken(':')) {
				minutes = shortNumber();
			}
		} else {
			return false;
		}
		if (hours > 14 || minutes < 0 || minutes > 59) {
			return false;
		}
		int total = hours * 60 + minutes;
		offset = ZoneOffset.ofTotalSeconds((east ? total : -total) * 60);
		return true;
	}

	/** Null when there is no such day. */
	LocalDate day(int month, int dayOfMonth) {
		if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) {
			return null;
		}
		return dayOfMonth > 28 && dayOfMonth > YearMonth.of(year, month).lengthOfMonth() ? null
				: LocalDate.of(year, month, dayOfMonth);
	}

	/** Midnight where no time is written; null when there is no such time of day. */
	LocalTime timeOfDay() {
		if (!hasTime) {
			return LocalTime.MIDNIGHT;
		}
		return hour > 23 || minute > 59 || secondOfMinute > 59 ? null
				: LocalTime.of(hour, minute, secondOfMinute, nano);
	}

	private void skipWeekday() {
		int mark = at;
		if (word(WEEKDAYS) >= 0) {
			skipLooseSeparators();
		} else {
			at = mark;
		}
	}

	/** Which of the words stands here, counted from 1: whole, or its first three letters ({@code sept} too); else -1. */
	private int word(String[] words) {
		int start = at;
		while (at < end && isLetter(text.charAt(at))) {
			at++;
		}
		int length = at - start;
		if (length >= 3) {
			for (int i = 0; i < words.length; i++) {
				boolean sept = length == 4 && words[i].startsWith("sept");
				if ((length == 3 || sept || length == words[i].length())
						&& text.regionMatches(true, start, words[i], 0, length)) {
					return i + 1;
				}
			}
		}
		at = start;
		return -1;
	}

	private boolean startsWith(String word) {
		return text.regionMatches(true, at, word, 0, word.length()) && at + word.length() <= end;
	}

	/** One or two digits, else -1. */
	private int shortNumber() {
		int start = at;
		int number = number();
		return at == start || at - start > 2 ? -1 : number;
	}

	private int number() {
		int number = 0;
		int limit = Math.min(end, at + 9);
		for (int digit; at < limit && (digit = digit(text.charAt(at))) >= 0; at++) {
			number = number * 10 + digit;
		}
		return number;
	}

	/** The separator that stands here, with its Arabic form made Latin; 0 when there is none. */
	private char separator() {
		while (at < end && isMark(text.charAt(at))) {
			at++;
		}
		if (at == end) {
			return 0;
		}
		char c = switch (text.charAt(at)) {
			case '/', '\u060D', '\uFF0F' -> '/';
			case '-', '\u2010', '\u2011', '\u2013', '\u2212' -> '-';
			case '.' -> '.';
			default -> 0;
		};
		if (c != 0) {
			at++;
			skipFillers();
		}
		return c;
	}

	private void skipLooseSeparators() {
		while (at < end && (isFiller(text.charAt(at)) || "-/.,".indexOf(text.charAt(at)) >= 0)) {
			at++;
		}
	}

	private void skipFillers() {
		while (at < end && isFiller(text.charAt(at))) {
			at++;
		}
	}

	private boolean taken(char c) {
		if (at < end && text.charAt(at) == c) {
			at++;
			return true;
		}
		return false;
	}

	static int digit(char c) {
		if (c <= '9') {
			return c - '0';
		}
		return c < 128 ? -1 : Character.digit(c, 10);
	}

	private static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
	}

	/** White space of any kind, and the invisible marks that right-to-left programs put around numbers. */
	static boolean isFiller(char c) {
		return c <= ' ' || c >= 128 && (Character.isSpaceChar(c) || isMark(c));
	}

	static boolean isMark(char c) {
		return c == '\u200E' || c == '\u200F' || c == '\u061C' || c == '\uFEFF' || c == '\u200B'
				|| c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
	}
}
