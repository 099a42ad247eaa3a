package org.headcoach.shared.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** An average that may have any sign. */
public record NormalPosterior(double mean, double standardDeviation) implements Posterior {

	public NormalPosterior {
		if (!(standardDeviation > 0)) {
			throw new IllegalArgumentException("standard deviation " + standardDeviation + " is not positive");
		}
	}

	@Override
	public double estimate() {
		return mean;
	}

	@Override
	public double variance() {
		return standardDeviation * standardDeviation;
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

	/** By the delta method: good while the mean lies some standard deviations above 0. */
	@Override
	public double logMean() {
		return mean > 0 ? Math.log(mean) : Double.NaN;
	}

	@Override
	public double logVariance() {
		return mean > 0 ? variance() / (mean * mean) : Double.NaN;
	}

	@Override
	public NormalPosterior widenedBy(double extra) {
		return extra == 0 ? this : new NormalPosterior(mean, Math.sqrt(variance() + extra));
	}

	private NormalDistribution distribution() {
		return NormalDistribution.of(mean, standardDeviation);
	}
}
