package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What a part of a credit pays in one tier: base x rate = amount. A correction has a negative base.
 *
 * @param tier number of the tier whose rate it is, from 0
 */
public record Slice(int tier, BigDecimal base, BigDecimal rate, BigDecimal amount) implements Serializable {

	/** Where a quotient has no end. Money is rounded once, at the payable line. */
	static final MathContext DIGITS = MathContext.DECIMAL128;

	Slice negated() {
		return new Slice(tier, base.negate(), rate, amount.negate());
	}

	Slice times(BigDecimal share) {
		return new Slice(tier, base.multiply(share, DIGITS), rate, amount.multiply(share, DIGITS));
	}

	static BigDecimal sum(List<Slice> slices) {
		if (slices.size() == 1 && slices.get(0).amount().scale() >= 0) {
			return slices.get(0).amount();
		}
		var sum = BigDecimal.ZERO;
		for (var slice : slices) {
			sum = sum.add(slice.amount());
		}
		return sum;
	}
}
