package org.headcoach.setup;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.shared.WorkingCalendar;

/**
 * Moves the days of the demo company by whole months, so that its last full month becomes the calendar's. The n-th
 * working day of a month becomes the n-th working day of the other one (the last, where that has fewer), so nobody works
 * on a Sunday and what came before still comes before. Other days keep their number, clamped to the month's end.
 */
final class MonthShift {

	private final long months;
	private final WorkingCalendar before;
	private final WorkingCalendar after;
	private final Map<YearMonth, List<LocalDate>> workingDaysBefore = new HashMap<>();
	private final Map<YearMonth, List<LocalDate>> workingDaysAfter = new HashMap<>();
	private final Map<String, String> cells = new HashMap<>();

	MonthShift(YearMonth from, YearMonth to, WorkingCalendar before, WorkingCalendar after) {
		this.months = ChronoUnit.MONTHS.between(from, to);
		this.before = before;
		this.after = after;
	}

	LocalDate move(LocalDate day) {
		if (months == 0) {
			return day;
		}
		if (!before.isWorkingDay(day)) {
			return day.plusMonths(months);
		}
		var month = YearMonth.from(day);
		var place = workingDaysBefore.computeIfAbsent(month, one -> workingDays(one, before)).indexOf(day);
		var others = workingDaysAfter.computeIfAbsent(month.plusMonths(months), one -> workingDays(one, after));
		return others.get(Math.min(place, others.size() - 1));
	}

	/** A cell with its day moved, where it holds one ({@code 2026-03-31}, perhaps with a time behind it). */
	String move(String cell) {
		if (months == 0 || cell.length() < 10 || cell.charAt(4) != '-' || cell.charAt(7) != '-' || cell.length() > 10 && cell.charAt(10) != ' ') {
			return cell;
		}
		return cells.computeIfAbsent(cell.substring(0, 10), text -> text.matches("\\d{4}-\\d{2}-\\d{2}") ? move(LocalDate.parse(text)).toString() : text)
				+ cell.substring(10);
	}

	private static List<LocalDate> workingDays(YearMonth month, WorkingCalendar calendar) {
		return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(calendar::isWorkingDay).toList();
	}

	/**
	 * The holidays of other years: one that has stood twice on the same date stands there every year, any other on its
	 * weekday of the month (in May the last one). Days off in place of a holiday on a weekend belong to their year alone.
	 */
	static Map<LocalDate, String> holidays(Map<LocalDate, String> known, int firstYear, int lastYear) {
		var dates = new HashMap<String, HashSet<MonthDay>>();
		var days = new HashMap<String, Integer>();
		known.forEach((day, name) -> {
			dates.computeIfAbsent(name, one -> new HashSet<>()).add(MonthDay.from(day));
			days.merge(name, 1, Integer::sum);
		});
		var all = new TreeMap<LocalDate, String>();
		known.forEach((day, name) -> {
			var isFixed = days.get(name) > dates.get(name).size();
			for (int year = firstYear; year <= lastYear && !name.endsWith("(observed)"); year++) {
				var first = LocalDate.of(year, day.getMonth(), 1);
				var place = day.getMonth() == Month.MAY ? -1 : (day.getDayOfMonth() - 1) / 7 + 1;
				all.put(isFixed ? MonthDay.from(day).atYear(year) : first.with(TemporalAdjusters.dayOfWeekInMonth(place, day.getDayOfWeek())), name);
			}
		});
		return all;
	}
}
