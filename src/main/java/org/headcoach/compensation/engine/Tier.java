package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A step of a rate table. Thresholds are in units of what is measured.
 *
 * @param from where it begins
 * @param to where it ends, null when it is open
 * @param rate pay per unit; of an interpolated tier, pay for the whole of it
 */
public record Tier(BigDecimal from, BigDecimal to, TierKind kind, BigDecimal rate) implements Serializable {

	public static Tier marginal(BigDecimal from, BigDecimal to, BigDecimal rate) {
		return new Tier(from, to, TierKind.MARGINAL, rate);
	}

	public static Tier retroactive(BigDecimal from, BigDecimal to, BigDecimal rate) {
		return new Tier(from, to, TierKind.RETROACTIVE, rate);
	}

	public static Tier interpolated(BigDecimal from, BigDecimal to, BigDecimal value) {
		return new Tier(from, to, TierKind.INTERPOLATED, value);
	}

	/** The tier with its thresholds in shares of a quota made into units. The rate stays what it is. */
	Tier ofQuota(BigDecimal quota) {
		return new Tier(from.multiply(quota), to == null ? null : to.multiply(quota), kind, rate);
	}

	/** Pay for a part of this tier, exact but for an interpolated one, where 34 digits are kept. */
	BigDecimal pay(BigDecimal part) {
		return kind == TierKind.INTERPOLATED ? rate.multiply(part).divide(to.subtract(from), Slice.DIGITS) : part.multiply(rate);
	}

	/** Pay per unit in this tier. */
	BigDecimal effectiveRate() {
		return kind == TierKind.INTERPOLATED ? rate.divide(to.subtract(from), Slice.DIGITS) : rate;
	}
}
