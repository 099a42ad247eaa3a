package org.headcoach.shared.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Whether two shares differ by more than chance, however few there are: Fisher's exact test of a table of two by two. */
public final class FisherExact {

	/** Tables as likely as the given one but for rounding are as extreme; R uses the same. */
	private static final double AS_LIKELY = 1 + 1e-7;

	private FisherExact() {
	}

	/**
	 * The probability of a table as unlikely as this one or more, if both shares were equal: 1 of (one, oneNot) against (other, otherNot).
	 *
	 * @return 1 where a row or a column is empty
	 */
	public static double twoSided(int one, int oneNot, int other, int otherNot) {
		if (one < 0 || oneNot < 0 || other < 0 || otherNot < 0) {
			throw new IllegalArgumentException("%d, %d, %d, %d".formatted(one, oneNot, other, otherNot));
		}
		var all = one + oneNot + other + otherNot;
		if (all == 0) {
			return 1;
		}
		var tables = HypergeometricDistribution.of(all, one + other, one + oneNot);
		var limit = tables.probability(one) * AS_LIKELY;
		var sum = 0.0;
		for (int k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
			var probability = tables.probability(k);
			sum += probability <= limit ? probability : 0;
		}
		return Math.min(1, sum);
	}
}
