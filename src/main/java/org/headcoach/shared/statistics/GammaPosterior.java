package org.headcoach.shared.statistics;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** A volume per unit of exposure (leads per working day), as if {@code events} had been seen in {@code exposure}. */
public record GammaPosterior(double events, double exposure) implements Posterior {

	public GammaPosterior {
		if (!(events > 0 && exposure > 0)) {
			throw new IllegalArgumentException(events + " events and exposure " + exposure + " are not both positive");
		}
	}

	@Override
	public double estimate() {
		return events / exposure;
	}

	@Override
	public double variance() {
		return events / exposure / exposure;
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
		return Digamma.value(events) - Math.log(exposure);
	}

	@Override
	public double logVariance() {
		return Trigamma.value(events);
	}

	@Override
	public GammaPosterior widenedBy(double extra) {
		if (extra == 0) {
			return this;
		}
		double total = variance() + extra;
		return new GammaPosterior(estimate() * (estimate() / total), estimate() / total);
	}

	private GammaDistribution distribution() {
		return GammaDistribution.of(events, 1 / exposure);
	}
}
