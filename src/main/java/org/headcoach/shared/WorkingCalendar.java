package org.headcoach.shared;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** The days on which the company works: days of the week without its holidays. */
public record WorkingCalendar(Set<DayOfWeek> workingDays, Set<LocalDate> holidays) implements Serializable {

	/**
	 * @throws BusinessException when no day of the week is a working day
	 */
	public WorkingCalendar {
		workingDays = Set.copyOf(workingDays);
		holidays = Set.copyOf(holidays);
		if (workingDays.isEmpty()) {
			throw new BusinessException("company.error.noWorkingDay");
		}
	}

	public boolean isWorkingDay(LocalDate day) {
		return workingDays.contains(day.getDayOfWeek()) && !holidays.contains(day);
	}

	/** Working days from the first to the last day, both counted; 0 when the last lies before the first. */
	public int workingDays(LocalDate first, LocalDate last) {
		return last.isBefore(first) ? 0 : (int) first.datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count();
	}

	/** Working days of a month. */
	public int workingDays(YearMonth month) {
		return workingDays(month.atDay(1), month.atEndOfMonth());
	}

	/**
	 * Working days of a month on which somebody was with the company.
	 *
	 * @param start first day in the job; null means "always was"
	 * @param leave last day in the job, counted; null means "still is"
	 */
	public int workingDays(YearMonth month, LocalDate start, LocalDate leave) {
		LocalDate first = start == null || start.isBefore(month.atDay(1)) ? month.atDay(1) : start;
		LocalDate last = leave == null || leave.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : leave;
		return workingDays(first, last);
	}

	/**
	 * The first working day on or after a day.
	 *
	 * @throws BusinessException when holidays fill the whole following year
	 */
	public LocalDate onOrAfter(LocalDate day) {
		return day.datesUntil(day.plusYears(1)).filter(this::isWorkingDay).findFirst()
				.orElseThrow(() -> new BusinessException("company.error.noWorkingDayAfter", day));
	}
}
