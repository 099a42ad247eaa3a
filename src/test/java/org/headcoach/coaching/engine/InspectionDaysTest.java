package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionDaysTest {

	private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

	/** November 2026 begins on a Sunday. */
	private static CoachingDays days(LocalDate... holidays) {
		return CoachingDays.about(YearMonth.of(2026, 10), new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(holidays)), NEW_YORK);
	}

	@ParameterizedTest(name = "K-b {0} begins {1}")
	@CsvSource({
			"REVIEW,            2026-11-02T00:00",
			"PLAN,              2026-11-02T12:00",
			"DIRECTOR_INSPECTS, 2026-11-03T00:00",
			"VP_INSPECTS,       2026-11-03T12:00"})
	void eachStepHasItsHalfDay(CoachingStep step, LocalDateTime begins) {
		assertEquals(begins, days().begins(step));
	}

	@ParameterizedTest(name = "K-b a holiday moves {0} to {1}")
	@CsvSource({"DIRECTOR_INSPECTS, 2026-11-04T00:00", "VP_INSPECTS, 2026-11-04T12:00"})
	void aHolidayMovesTheInspections(CoachingStep step, LocalDateTime begins) {
		assertEquals(begins, days(LocalDate.of(2026, 11, 3)).begins(step));
	}

	@ParameterizedTest(name = "K-b {0} at {1}: {2}")
	@CsvSource({
			"DIRECTOR_INSPECTS, 2026-11-03T04:59:59Z, false",
			"DIRECTOR_INSPECTS, 2026-11-03T05:00:00Z, true",
			"VP_INSPECTS,       2026-11-03T16:59:59Z, false",
			"VP_INSPECTS,       2026-11-03T17:00:00Z, true",
			"VP_INSPECTS,       2026-11-20T12:00:00Z, true"})
	void anInspectionWaitsForItsHalfDayInTheCompanysZone(CoachingStep step, Instant now, boolean allowed) {
		if (allowed) {
			assertDoesNotThrow(() -> days().requireBegun(step, now));
		} else {
			var refusal = assertThrows(BusinessException.class, () -> days().requireBegun(step, now));
			assertEquals("coaching.inspection.error.not-begun", refusal.key());
			assertEquals(days().begins(step), refusal.arguments().get(0));
		}
	}

	@Test
	void kBAHalfDayEndsAfterItBegan() {
		for (var step : CoachingStep.values()) {
			assertTrue(days().due(step).isAfter(days().begins(step)), step.name());
		}
	}
}
