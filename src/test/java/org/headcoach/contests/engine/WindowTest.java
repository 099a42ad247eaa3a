package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static Window window(String starts, String ends, ZoneId zone) {
		return new Window(LocalDateTime.parse(starts), LocalDateTime.parse(ends), zone);
	}

	private static final Window K5 = window("2018-09-05T14:00", "2018-09-14T12:00", NEW_YORK);

	@ParameterizedTest(name = "K5: {0} in {1} counts: {2}")
	@CsvSource({ "2018-09-05T13:59:59.999999999, America/New_York, false", "2018-09-05T14:00, America/New_York, true", "2018-09-14T11:59:59.999999999, America/New_York, true",
			"2018-09-14T12:00, America/New_York, false", "2018-09-05T19:59:59, Europe/Berlin, false", "2018-09-05T20:00, Europe/Berlin, true", "2018-09-14T17:59:59, Europe/Berlin, true",
			"2018-09-14T18:00, Europe/Berlin, false", "2018-09-06T02:59, Asia/Tokyo, false", "2018-09-06T03:00, Asia/Tokyo, true", "2018-09-05T11:00, America/Los_Angeles, true",
			"2018-09-05T10:59, America/Los_Angeles, false" })
	void k5TheStartCountsAndTheEndDoesNot(LocalDateTime wallClock, ZoneId zone, boolean counts) {
		assertEquals(counts, K5.contains(wallClock, zone));
	}

	@Test
	void k5ItTouchesTenDays() {
		assertEquals(10, K5.calendarDays());
		assertTrue(K5.isOpen(Instant.parse("2018-09-05T18:00:00Z")));
		assertFalse(K5.isOpen(Instant.parse("2018-09-14T16:00:00Z")));
	}

	/** In Cairo the clock goes from 24:00 to 01:00 on the last Friday of April: there is no midnight. */
	@Test
	void anEndAtAMidnightThatIsSkippedIsTheFirstMomentOfTheNewDay() {
		var cairo = ZoneId.of("Africa/Cairo");
		var window = window("2024-04-01T00:00", "2024-04-26T00:00", cairo);
		assertEquals(Instant.parse("2024-04-25T22:00:00Z"), window.end());
		assertTrue(window.contains(LocalDateTime.parse("2024-04-25T23:59:59"), cairo));
		assertFalse(window.contains(LocalDateTime.parse("2024-04-26T01:00"), cairo));
		assertEquals(LocalDate.parse("2024-04-25"), window.lastDay(cairo));
		assertEquals(25, window.calendarDays());
	}

	/** In Havana the clock goes from 01:00 back to 00:00 on the first Sunday of November: midnight comes twice. */
	@Test
	void anEndAtAMidnightThatComesTwiceIsTheFirst() {
		var havana = ZoneId.of("America/Havana");
		var window = window("2024-10-01T00:00", "2024-11-03T00:00", havana);
		assertEquals(Instant.parse("2024-11-03T04:00:00Z"), window.end());
		assertTrue(window.isOpen(Instant.parse("2024-11-03T03:59:59Z")));
		assertFalse(window.isOpen(Instant.parse("2024-11-03T05:00:00Z")), "the second midnight is after the end");
		assertEquals(33, window.calendarDays());
	}

	@Test
	void aNightWithAClockChangeIsAnHourLongerOrShorter() {
		var day = window("2026-10-25T00:00", "2026-10-26T00:00", BERLIN);
		assertEquals(25 * 3600, day.end().getEpochSecond() - day.start().getEpochSecond());
		assertEquals(1, day.calendarDays());
		assertTrue(day.isOpen(Instant.parse("2026-10-25T22:59:59Z")));
	}

	@Test
	void theDaysOfTheCompanyMayBeOthersThanThoseOfTheContest() {
		var window = window("2026-06-01T00:00", "2026-06-08T00:00", NEW_YORK);
		assertEquals(7, window.calendarDays());
		assertEquals(LocalDate.parse("2026-06-01"), window.firstDay(BERLIN));
		assertEquals(LocalDate.parse("2026-06-08"), window.lastDay(BERLIN), "six in the morning of the 8th in Berlin is midnight in New York");
		assertFalse(window.contains(LocalDateTime.parse("2026-06-01T05:59"), BERLIN));
		assertTrue(window.contains(LocalDateTime.parse("2026-06-08T05:59"), BERLIN));
	}

	@Test
	void oneThatBeginsWhenTheOtherEndsDoesNotOverlap() {
		var first = window("2026-06-01T00:00", "2026-06-08T00:00", BERLIN);
		assertFalse(first.overlaps(window("2026-06-08T00:00", "2026-06-09T00:00", BERLIN)));
		assertTrue(first.overlaps(window("2026-06-07T17:59", "2026-06-09T00:00", NEW_YORK)));
		assertFalse(first.overlaps(window("2026-06-07T18:00", "2026-06-09T00:00", NEW_YORK)));
		assertTrue(first.overlaps(first));
	}

	@Test
	void refusesAnEndThatIsNotAfterTheStart() {
		assertEquals("contests.error.ends-before-start", assertThrows(BusinessException.class, () -> window("2026-06-01T09:00", "2026-06-01T09:00", BERLIN)).key());
	}
}
