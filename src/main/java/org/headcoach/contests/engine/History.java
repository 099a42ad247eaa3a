package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;

import org.headcoach.shared.WorkingCalendar;

/**
 * What somebody would have scored on each of their last working days, in order; empty: nothing is known of them.
 */
public record History(long personId, double[] dailyScores) implements Serializable {

	public History {
		dailyScores = dailyScores.clone();
	}

	/**
	 * The history of somebody from what they did. What was done on a day off counts on the working day before it, on the first one when there is none; daily caps hold for the day on which it was done.
	 *
	 * @param scoring not a ratio, which has no daily scores
	 * @param counts of this person; those outside of the days are left out
	 * @param first day of which everything is known of them
	 * @param last day, counted
	 */
	public static History of(Scoring scoring, long personId, Collection<DayCount> counts, LocalDate first, LocalDate last, WorkingCalendar calendar) {
		if (scoring.isRatio()) {
			throw new IllegalArgumentException("a ratio has no daily scores");
		}
		record Cell(LocalDate day, int behaviour) {
		}
		var done = new TreeMap<Cell, BigDecimal>(Comparator.comparing(Cell::day).thenComparingInt(Cell::behaviour));
		counts.stream().filter(count -> count.personId() == personId && !count.day().isBefore(first) && !count.day().isAfter(last))
				.forEach(count -> done.merge(new Cell(count.day(), count.behaviour()), count.quantity(), BigDecimal::add));
		var scores = new double[calendar.workingDays(first, last)];
		if (scores.length > 0) {
			done.forEach((cell, quantity) -> {
				var behaviour = scoring.behaviours().get(cell.behaviour());
				scores[Math.max(0, calendar.workingDays(first, cell.day()) - 1)] += behaviour.capped(quantity).multiply(behaviour.points()).doubleValue();
			});
		}
		return new History(personId, scores);
	}

	@Override
	public double[] dailyScores() {
		return dailyScores.clone();
	}

	/** What is to be expected of so many working days; NaN when nothing is known. */
	public double expected(int workingDays) {
		return Arrays.stream(dailyScores).average().orElse(Double.NaN) * workingDays;
	}
}
