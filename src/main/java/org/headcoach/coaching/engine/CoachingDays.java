package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;

/**
 * When each step of the coaching rhythm about one month's figures is due: the first two working days of the following month, noon and end of
 * the day each, in the company's zone.
 *
 * @param figures the month that is talked about
 * @param due when each step is due; strictly later from step to step
 */
public record CoachingDays(YearMonth figures, LocalDate dayOne, LocalDate dayTwo, Map<CoachingStep, LocalDateTime> due, ZoneId zone) implements Serializable {

	public static final LocalTime NOON = LocalTime.NOON;
	/** The end of the working day, unless the company says otherwise. */
	public static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

	public CoachingDays {
		due = Map.copyOf(due);
		LocalDateTime earlier = null;
		for (CoachingStep step : CoachingStep.values()) {
			LocalDateTime at = due.get(step);
			if (at == null || (earlier != null && !at.isAfter(earlier))) {
				throw new IllegalArgumentException(step + " is due " + at + ", not after " + earlier);
			}
			earlier = at;
		}
	}

	/** The days about a month's figures, the working day ending at {@link #END_OF_DAY}. */
	public static CoachingDays about(YearMonth figures, WorkingCalendar calendar, ZoneId zone) {
		return about(figures, calendar, zone, END_OF_DAY);
	}

	/**
	 * The days about a month's figures.
	 *
	 * @param endOfDay after noon
	 */
	public static CoachingDays about(YearMonth figures, WorkingCalendar calendar, ZoneId zone, LocalTime endOfDay) {
		LocalDate dayOne = calendar.onOrAfter(figures.plusMonths(1).atDay(1));
		LocalDate dayTwo = calendar.onOrAfter(dayOne.plusDays(1));
		return new CoachingDays(figures, dayOne, dayTwo, Map.of(
				CoachingStep.REVIEW, dayOne.atTime(NOON),
				CoachingStep.PLAN, dayOne.atTime(endOfDay),
				CoachingStep.DIRECTOR_INSPECTS, dayTwo.atTime(NOON),
				CoachingStep.VP_INSPECTS, dayTwo.atTime(endOfDay)), zone);
	}

	/** When a step is due, by the company's clock on the wall. */
	public LocalDateTime due(CoachingStep step) {
		return due.get(step);
	}

	/** When a step's half day begins: a morning with the day, an afternoon at noon. */
	public LocalDateTime begins(CoachingStep step) {
		return switch (step) {
			case REVIEW -> dayOne.atStartOfDay();
			case PLAN -> dayOne.atTime(NOON);
			case DIRECTOR_INSPECTS -> dayTwo.atStartOfDay();
			case VP_INSPECTS -> dayTwo.atTime(NOON);
		};
	}

	/**
	 * Refuses an inspection before its half day: whoever is inspected has had the time that the rhythm gives.
	 *
	 * @throws BusinessException {@code coaching.inspection.error.not-begun} with the company's local time at which it begins
	 */
	public void requireBegun(CoachingStep step, Instant now) {
		if (now.isBefore(begins(step).atZone(zone).toInstant())) {
			throw new BusinessException("coaching.inspection.error.not-begun", begins(step));
		}
	}

	/** The same moment for everybody. */
	public Instant dueInstant(CoachingStep step) {
		return due(step).atZone(zone).toInstant();
	}

	/** Whether a step that is not done is late, or one that was done came late: done at the deadline is in time. */
	public boolean isLate(CoachingStep step, Instant nowOrDone) {
		return nowOrDone.isAfter(dueInstant(step));
	}

	/** The step whose half day it is or that comes next; empty when all are over. */
	public Optional<CoachingStep> current(Instant now) {
		return new TreeMap<>(due).keySet().stream().filter(step -> !isLate(step, now)).findFirst();
	}
}
