package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What is counted.
 *
 * @param points each; 1 where a single behaviour is just counted
 * @param dailyCap the most that counts of a person and a day; null: everything counts
 * @param ratio whether the score is what was counted divided by something, over the whole contest, such as days to close
 */
public record Behaviour(String code, BigDecimal points, Integer dailyCap, boolean ratio) implements Serializable {

	/** A behaviour that is just counted. */
	public static Behaviour counted(String code) {
		return new Behaviour(code, BigDecimal.ONE, null, false);
	}

	/** What counts of a day's quantity. */
	BigDecimal capped(BigDecimal quantity) {
		return dailyCap == null ? quantity : quantity.min(BigDecimal.valueOf(dailyCap));
	}
}
