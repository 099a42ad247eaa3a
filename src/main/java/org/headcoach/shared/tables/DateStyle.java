package org.headcoach.shared.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The order of day and month in a column of dates. Year-first dates ({@code 2026-03-31}, with or without a time and an
 * offset) and dates that name the month ({@code 31 Mar 2026}) mean the same in every style.
 */
public enum DateStyle {

	/** Only dates that need no decision: year first, or the month in letters. */
	ISO,
	/** Month first: {@code 3/31/2026}. */
	US,
	/** Day first: {@code 31.3.2026}, {@code 31/3/2026}. */
	EUROPEAN,
	/** Day and month cannot be told apart, so a person has to choose {@link #US} or {@link #EUROPEAN}. */
	AMBIGUOUS;

	private static final int EARLIEST_YEAR = 1900;
	private static final int LATEST_YEAR = 2199;

	/**
	 * The day that a text names. A text with an offset is an instant: it counts for the day that it is in the given
	 * zone.
	 *
	 * @return the day, blank, or {@code tables.problem.notADate}, {@code .noSuchDay}, {@code .noSuchTime},
	 *         {@code .yearOutOfRange}, {@code .ambiguousDate}
	 */
	public Parsed<LocalDate> parseDate(String text, ZoneId zone) {
		return parseDateTime(text, zone).map(LocalDateTime::toLocalDate);
	}

	/** As {@link #parseDate}, with the local time in the given zone; a date without a time is midnight. */
	public Parsed<LocalDateTime> parseDateTime(String text, ZoneId zone) {
		DateScanner found = new DateScanner().scan(text);
		LocalDate day;
		switch (found.shape) {
			case BLANK -> {
				return Parsed.blank();
			}
			case UNREADABLE -> {
				return wrong("tables.problem.notADate", text);
			}
			case TWO_NUMBERS -> {
				if (this == ISO || this == AMBIGUOUS) {
					return wrong("tables.problem.ambiguousDate", text);
				}
				day = this == US ? found.day(found.first, found.second) : found.day(found.second, found.first);
			}
			default -> day = found.day(found.first, found.second);
		}
		if (day == null) {
			return wrong("tables.problem.noSuchDay", text);
		}
		if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
			return wrong("tables.problem.yearOutOfRange", text);
		}
		LocalTime time = found.timeOfDay();
		if (time == null) {
			return wrong("tables.problem.noSuchTime", text);
		}
		LocalDateTime moment = LocalDateTime.of(day, time);
		if (found.offset != null) {
			moment = moment.atOffset(found.offset).atZoneSameInstant(zone).toLocalDateTime();
		}
		return Parsed.of(moment);
	}

	private static Parsed<LocalDateTime> wrong(String key, String text) {
		return Parsed.wrong(Problem.withValue(key, text.strip()));
	}
}
