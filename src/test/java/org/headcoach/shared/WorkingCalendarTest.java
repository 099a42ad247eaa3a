package org.headcoach.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which the company works. */
class WorkingCalendarTest {

	private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
	private static final WorkingCalendar CALENDAR = new WorkingCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.of(2026, 11, 18)));

	@Test
	void leavesOutWeekendsAndHolidays() {
		assertEquals(20, CALENDAR.workingDays(NOVEMBER), "21 weekdays less one holiday");
		assertFalse(CALENDAR.isWorkingDay(LocalDate.of(2026, 11, 1)));
		assertFalse(CALENDAR.isWorkingDay(LocalDate.of(2026, 11, 18)));
	}

	@ParameterizedTest(name = "from {0} to {1}: {2} working days of November")
	@CsvSource({ ",, 20", "2020-01-01,, 20", "2026-11-16,, 10", "2026-11-16, 2026-11-17, 2", ", 2026-11-02, 1", "2026-12-01,, 0", ", 2026-10-31, 0",
			"2026-11-17, 2026-11-16, 0" })
	void countsOnlyTheDaysSomebodyWasThere(LocalDate start, LocalDate leave, int days) {
		assertEquals(days, CALENDAR.workingDays(NOVEMBER, start, leave));
	}

	@Property
	void twoPartsOfAMonthHaveAsManyWorkingDaysAsTheWhole(@ForAll @IntRange(min = 1, max = 29) int lastDay) {
		LocalDate cut = NOVEMBER.atDay(lastDay);
		assertEquals(CALENDAR.workingDays(NOVEMBER), CALENDAR.workingDays(NOVEMBER, null, cut) + CALENDAR.workingDays(NOVEMBER, cut.plusDays(1), null));
	}

	@Test
	void refusesACompanyThatNeverWorks() {
		assertEquals("company.error.noWorkingDay", assertThrows(BusinessException.class, () -> new WorkingCalendar(Set.of(), Set.of())).key());
		LocalDate start = LocalDate.of(2026, 1, 1);
		Set<LocalDate> everyDay = start.datesUntil(start.plusYears(2)).collect(Collectors.toSet());
		WorkingCalendar closed = new WorkingCalendar(EnumSet.allOf(DayOfWeek.class), everyDay);
		assertEquals("company.error.noWorkingDayAfter", assertThrows(BusinessException.class, () -> closed.onOrAfter(start)).key());
	}
}
