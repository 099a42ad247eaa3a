package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One thing that people are measured by, and how it follows from what was summed: a sum, or one sum divided by another.
 *
 * @param code one word to store and to link by: {@code VOLUME:CONNECTS}, {@code CONVERSION:CONNECTS:DISCOVERIES}, {@code CHURN}
 * @param top the code of what is counted, or the dividend
 * @param bottom the code of the divisor; null for a plain sum
 * @param step the step that is counted, or arrived at; null where no step is involved
 * @param from the step that a conversion starts from; null for everything else
 */
public record Metric(String code, Kind kind, Unit unit, boolean lowerIsBetter, String top, String bottom, Funnel.Step step, Funnel.Step from)
		implements Serializable {

	public enum Kind {
		/** How often a step happened. */
		VOLUME,
		/** One step out of another: both counted in the month they happened, so it can exceed 1. */
		CONVERSION,
		/** A sum of money. */
		TOTAL,
		/** A sum divided by the number of deals it is known for. */
		AVERAGE,
		/** Customers lost of the customers there were at the start of the month. */
		CHURN
	}

	public enum Unit {
		COUNT, SHARE, MONEY, DAYS, PER_CENT
	}

	/** What a metric comes to: {@code value} is null where the divisor is 0, which pages print as "n/a". */
	public record Figure(BigDecimal top, BigDecimal bottom, BigDecimal value) implements Serializable {

		public boolean isKnown() {
			return value != null;
		}
	}

	public Figure of(Quantities sums) {
		var dividend = sums.get(top);
		if (bottom == null) {
			return new Figure(dividend, null, dividend);
		}
		return divide(dividend, sums.get(bottom));
	}

	/** A volume per working day; n/a without a working day. */
	public Figure perDay(Quantities sums, int workingDays) {
		return divide(sums.get(top), BigDecimal.valueOf(workingDays));
	}

	/** K-d: what is divided by 0 is not known; it is not 0. */
	public static Figure divide(BigDecimal dividend, BigDecimal divisor) {
		return new Figure(dividend, divisor, divisor.signum() == 0 ? null : Quantities.plain(dividend.divide(divisor, MathContext.DECIMAL64)));
	}
}
