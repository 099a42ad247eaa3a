package org.headcoach.shared.statistics;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** A rate between 0 and 1, as if {@code successes} and {@code failures} (not necessarily whole) had been seen. */
public record BetaPosterior(double successes, double failures) implements Posterior {

	public BetaPosterior {
		if (!(successes > 0 && failures > 0)) {
			throw new IllegalArgumentException(successes + " successes and " + failures + " failures are not both positive");
		}
	}

	@Override
	public double estimate() {
		return successes / (successes + failures);
	}

	@Override
	public double variance() {
		double total = successes + failures;
		return successes / total * (failures / total) / (total + 1);
	}

	@Override
	public double probabilityBelow(double value) {
		return distribution().cumulativeProbability(value);
	}

	@Override
	public double probabilityAbove(double value) {
		return distribution().survivalProbability(value);
	}

	@Override
	public double quantile(double probability) {
		return distribution().inverseCumulativeProbability(probability);
	}

	@Override
	public double logMean() {
		return Digamma.value(successes) - Digamma.value(successes + failures);
	}

	@Override
	public double logVariance() {
		return Trigamma.value(successes) - Trigamma.value(successes + failures);
	}

	@Override
	public BetaPosterior widenedBy(double extra) {
		if (extra == 0) {
			return this;
		}
		double total = successes + failures;
		double success = successes / total;
		double failure = failures / total;
		// A rate cannot vary more than success * failure: at that limit all the weight would lie at 0 and 1.
		double widened = Math.max(success * failure / (variance() + extra) - 1, 1e-3);
		return new BetaPosterior(success * widened, failure * widened);
	}

	private BetaDistribution distribution() {
		return BetaDistribution.of(successes, failures);
	}
}
