package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month of coaching: its talks are about the figures up to the end of the month before. Pages name the month of the
 * figures in their address, tables keep the first day of the coaching month; this type keeps the two apart.
 */
public record CoachingMonth(YearMonth month) implements Serializable, Comparable<CoachingMonth> {

	/** The coaching month in which these figures are talked about: October's figures in November. */
	public static CoachingMonth after(YearMonth figures) {
		return new CoachingMonth(figures.plusMonths(1));
	}

	public static CoachingMonth of(LocalDate anyDay) {
		return new CoachingMonth(YearMonth.from(anyDay));
	}

	/** The last month whose figures are talked about. */
	public YearMonth figures() {
		return month.minusMonths(1);
	}

	/** How it stands in tables. */
	public LocalDate first() {
		return month.atDay(1);
	}

	public LocalDate last() {
		return month.atEndOfMonth();
	}

	public CoachingMonth previous() {
		return new CoachingMonth(month.minusMonths(1));
	}

	@Override
	public int compareTo(CoachingMonth other) {
		return month.compareTo(other.month);
	}

	@Override
	public String toString() {
		return month.toString();
	}
}
