package org.headcoach.shared.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A positive, right-skewed average (monthly revenue per customer, days to close), estimated on the logarithm.
 * The estimate is the median {@code exp(logMean)}; "variance" is that of the value by the delta method.
 */
public record LogNormalPosterior(double logMean, double logStandardDeviation) implements Posterior {

	public LogNormalPosterior {
		if (!(logStandardDeviation > 0)) {
			throw new IllegalArgumentException("standard deviation " + logStandardDeviation + " is not positive");
		}
	}

	@Override
	public double estimate() {
		return Math.exp(logMean);
	}

	@Override
	public double variance() {
		return estimate() * estimate() * logVariance();
	}

	@Override
	public double probabilityBelow(double value) {
		return value <= 0 ? 0 : distribution().cumulativeProbability(Math.log(value));
	}

	@Override
	public double probabilityAbove(double value) {
		return value <= 0 ? 1 : distribution().survivalProbability(Math.log(value));
	}

	@Override
	public double quantile(double probability) {
		return Math.exp(distribution().inverseCumulativeProbability(probability));
	}

	@Override
	public double logVariance() {
		return logStandardDeviation * logStandardDeviation;
	}

	@Override
	public LogNormalPosterior widenedBy(double extra) {
		return extra == 0 ? this : new LogNormalPosterior(logMean, Math.sqrt(logVariance() + extra / (estimate() * estimate())));
	}

	private NormalDistribution distribution() {
		return NormalDistribution.of(logMean, logStandardDeviation);
	}
}
