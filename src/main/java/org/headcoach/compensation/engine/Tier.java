package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A step of a rate table. Thresholds are in units of what is measured.
 *
 * @param from where it begins
 * @param to where it ends, null when it is open
 * @param rate pay per unit; null when the whole tier has a value instead
 * @param value pay for the whole tier, of which a part of the tier pays a part (interpolated); null when there is a rate
 */
public record Tier(BigDecimal from, BigDecimal to, Reach reach, BigDecimal rate, BigDecimal value) implements Serializable {

	public static Tier part(BigDecimal from, BigDecimal to, BigDecimal rate) {
		return new Tier(from, to, Reach.THIS_PART, rate, null);
	}

	public static Tier everything(BigDecimal from, BigDecimal to, BigDecimal rate) {
		return new Tier(from, to, Reach.EVERYTHING, rate, null);
	}

	public static Tier worth(BigDecimal from, BigDecimal to, BigDecimal value) {
		return new Tier(from, to, Reach.THIS_PART, null, value);
	}

	/** The tier with its thresholds in shares of a quota made into units. A value stays what it is. */
	Tier ofQuota(BigDecimal quota) {
		return new Tier(from.multiply(quota), to == null ? null : to.multiply(quota), reach, rate, value);
	}

	/** Pay for a part of this tier, exact but for an interpolated one, where 34 digits are kept. */
	BigDecimal pay(BigDecimal part) {
		return value == null ? part.multiply(rate) : value.multiply(part).divide(to.subtract(from), Slice.DIGITS);
	}

	/** Pay per unit in this tier. */
	BigDecimal effectiveRate() {
		return value == null ? rate : value.divide(to.subtract(from), Slice.DIGITS);
	}
}
