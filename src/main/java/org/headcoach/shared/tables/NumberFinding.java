package org.headcoach.shared.tables;

import java.util.Optional;

/**
 * What a column of numbers showed. The counts let a page say why it asks, or why it does not.
 *
 * @param plain      numbers that mean the same in every style
 * @param point      numbers that can only have a decimal point
 * @param comma      numbers that can only have a decimal comma
 * @param either     numbers that can be read both ways
 * @param unreadable texts that are no number
 * @param example    a number that can be read both ways, or else one that speaks against the others; null when there is
 *                   none
 */
public record NumberFinding(long plain, long point, long comma, long either, long unreadable, String example) {

	/**
	 * The style of the column; empty when it holds no number. {@link NumberStyle#AMBIGUOUS} when nothing decides and when
	 * the numbers contradict each other: then a person decides.
	 */
	public Optional<NumberStyle> style() {
		if (isContradictory()) {
			return Optional.of(NumberStyle.AMBIGUOUS);
		}
		if (point > 0) {
			return Optional.of(NumberStyle.DECIMAL_POINT);
		}
		if (comma > 0) {
			return Optional.of(NumberStyle.DECIMAL_COMMA);
		}
		if (either > 0) {
			return Optional.of(NumberStyle.AMBIGUOUS);
		}
		return plain > 0 ? Optional.of(NumberStyle.PLAIN) : Optional.empty();
	}

	/** True when some numbers can only have a decimal point and others only a decimal comma. */
	public boolean isContradictory() {
		return point > 0 && comma > 0;
	}
}
