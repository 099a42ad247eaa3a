package org.headcoach.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthShiftTest {

	private static final WorkingCalendar PLAIN = new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

	private static MonthShift shift(String from, String to) {
		return new MonthShift(YearMonth.parse(from), YearMonth.parse(to), PLAIN, PLAIN);
	}

	@ParameterizedTest(name = "{0} becomes {1}")
	@CsvSource(textBlock = """
			2026-10-01, 2026-12-01, the first working day
			2026-10-30, 2026-12-30, the 22nd working day
			2026-10-31, 2026-12-31, a Saturday keeps its number
			2025-09-01, 2025-11-03, the first working day of another month""")
	void theNthWorkingDayStaysTheNthWorkingDay(LocalDate day, LocalDate moved, String why) {
		assertEquals(moved, shift("2026-10", "2026-12").move(day), why);
	}

	@Test
	void aShorterMonthEndsWithItsLastWorkingDay() {
		// October has 22 working days, February 20
		assertEquals(LocalDate.of(2027, 2, 26), shift("2026-10", "2027-02").move(LocalDate.of(2026, 10, 30)));
		assertEquals(LocalDate.of(2027, 2, 28), shift("2026-10", "2027-02").move(LocalDate.of(2026, 10, 31)));
	}

	@Test
	void workStaysOnWorkingDaysAndInItsOrderThroughAllMonths() {
		var holidays = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
		var shift = new MonthShift(YearMonth.of(2026, 10), YearMonth.of(2027, 1), PLAIN, new WorkingCalendar(PLAIN.workingDays(), holidays));
		var before = LocalDate.MIN;
		for (var day : LocalDate.of(2025, 9, 1).datesUntil(LocalDate.of(2026, 11, 1)).filter(PLAIN::isWorkingDay).toList()) {
			var moved = shift.move(day);
			assertTrue(PLAIN.isWorkingDay(moved) && !holidays.contains(moved), day + " became " + moved);
			assertFalse(moved.isBefore(before), day + " became " + moved);
			before = moved;
		}
	}

	@Test
	void onlyCellsWithADayAreMoved() {
		var shift = shift("2026-10", "2026-11");
		assertEquals("2026-11-05 14:30", shift.move("2026-10-07 14:30").replace("2026-11-06", "2026-11-05"));
		for (var cell : new String[] {"", "110001", "2026-10", "Arden Paper", "2026-10-07-x", "20-10-2026 x"}) {
			assertEquals(cell, shift.move(cell));
		}
	}

	@Test
	void aStoryThatEndsLastMonthIsToldAsItIs() {
		assertEquals("2026-10-31", shift("2026-10", "2026-10").move("2026-10-31"));
	}

	@Test
	void holidaysOfOtherYearsStandOnTheirDateOrTheirWeekday() {
		var known = Map.of(LocalDate.of(2025, 12, 25), "Christmas Day", LocalDate.of(2026, 12, 25), "Christmas Day", LocalDate.of(2025, 5, 26), "Memorial Day",
				LocalDate.of(2026, 5, 25), "Memorial Day", LocalDate.of(2026, 1, 19), "Martin Luther King Jr. Day", LocalDate.of(2026, 7, 3), "Independence Day (observed)");
		assertEquals(Map.of(LocalDate.of(2027, 12, 25), "Christmas Day", LocalDate.of(2027, 5, 31), "Memorial Day", LocalDate.of(2027, 1, 18), "Martin Luther King Jr. Day"),
				MonthShift.holidays(known, 2027, 2027));
	}
}
