package org.headcoach.shared.tables;

import java.util.Optional;

/**
 * What a column of dates showed. The counts let a page say why it asks, or why it does not.
 *
 * @param undoubted  dates with the year first or the month in letters
 * @param us         dates that can only have the month first
 * @param european   dates that can only have the day first
 * @param either     dates that can be read both ways
 * @param unreadable texts that are no date
 * @param example    a date that can be read both ways, or else one that speaks against the others; null when there is
 *                   none
 */
public record DateFinding(long undoubted, long us, long european, long either, long unreadable, String example) {

	/**
	 * The style of the column; empty when it holds no date. {@link DateStyle#AMBIGUOUS} when every date can be read both
	 * ways and when the dates contradict each other: then a person decides.
	 */
	public Optional<DateStyle> style() {
		if (isContradictory()) {
			return Optional.of(DateStyle.AMBIGUOUS);
		}
		if (us > 0) {
			return Optional.of(DateStyle.US);
		}
		if (european > 0) {
			return Optional.of(DateStyle.EUROPEAN);
		}
		if (either > 0) {
			return Optional.of(DateStyle.AMBIGUOUS);
		}
		return undoubted > 0 ? Optional.of(DateStyle.ISO) : Optional.empty();
	}

	/** True when some dates can only have the month first and others only the day first. */
	public boolean isContradictory() {
		return us > 0 && european > 0;
	}
}
