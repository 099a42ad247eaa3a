package org.headcoach.seeddata;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The company's working days, Monday to Friday without its holidays, counted from one day to the next. */
final class WorkingCalendar {

	static final SortedMap<LocalDate, String> HOLIDAYS = holidays();

	private static final LocalDate FIRST = LocalDate.of(2025, 5, 1);
	private static final LocalDate LAST = LocalDate.of(2027, 6, 30);
	private static final List<LocalDate> DAYS = workingDays();

	private WorkingCalendar() {
	}

	private static SortedMap<LocalDate, String> holidays() {
		SortedMap<LocalDate, String> days = new TreeMap<>();
		days.put(LocalDate.of(2025, 5, 26), "Memorial Day");
		days.put(LocalDate.of(2025, 6, 19), "Juneteenth");
		days.put(LocalDate.of(2025, 7, 4), "Independence Day");
		days.put(LocalDate.of(2025, 9, 1), "Labor Day");
		days.put(LocalDate.of(2025, 11, 27), "Thanksgiving Day");
		days.put(LocalDate.of(2025, 11, 28), "Day after Thanksgiving");
		days.put(LocalDate.of(2025, 12, 25), "Christmas Day");
		days.put(LocalDate.of(2026, 1, 1), "New Year's Day");
		days.put(LocalDate.of(2026, 1, 19), "Martin Luther King Jr. Day");
		days.put(LocalDate.of(2026, 2, 16), "Presidents' Day");
		days.put(LocalDate.of(2026, 5, 25), "Memorial Day");
		days.put(LocalDate.of(2026, 6, 19), "Juneteenth");
		days.put(LocalDate.of(2026, 7, 3), "Independence Day (observed)");
		days.put(LocalDate.of(2026, 9, 7), "Labor Day");
		days.put(LocalDate.of(2026, 11, 26), "Thanksgiving Day");
		days.put(LocalDate.of(2026, 11, 27), "Day after Thanksgiving");
		days.put(LocalDate.of(2026, 12, 25), "Christmas Day");
		days.put(LocalDate.of(2027, 1, 1), "New Year's Day");
		return Collections.unmodifiableSortedMap(days);
	}

	private static List<LocalDate> workingDays() {
		List<LocalDate> days = new ArrayList<>();
		for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
			if (isWorkingDay(day)) {
				days.add(day);
			}
		}
		return List.copyOf(days);
	}

	static boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLIDAYS.containsKey(day);
	}

	/** The working days from one date to another, both included. */
	static List<LocalDate> between(LocalDate from, LocalDate to) {
		return DAYS.subList(indexFrom(from), to.isBefore(from) ? indexFrom(from) : indexFrom(to.plusDays(1)));
	}

	/** The working day that many working days later; zero gives the day itself, or the next working day. */
	static LocalDate later(LocalDate day, int workingDays) {
		return DAYS.get(indexFrom(day) + workingDays);
	}

	private static int indexFrom(LocalDate day) {
		int found = Collections.binarySearch(DAYS, day);
		return found >= 0 ? found : -found - 1;
	}
}
