package org.headcoach.shared.statistics;

import java.util.Optional;

/**
 * How an average (of logarithms, say) differs within a group of comparable people: true averages spread normally around the group's
 * {@code mean} with variance {@code betweenVariance}; each observed average has a known sampling variance.
 * The between-variance maximises the restricted likelihood with half its logarithm as penalty, for the reason told at {@link BetaBinomial}.
 */
public record NormalNormal(double mean, double betweenVariance, double meanVariance) {

	public NormalNormal {
		if (!(betweenVariance > 0 && meanVariance >= 0)) {
			throw new IllegalArgumentException("between " + betweenVariance + ", variance " + meanVariance);
		}
	}

	/**
	 * Fits the group from each person's average and its sampling variance (within-variance divided by n), which must be positive.
	 *
	 * @return empty with fewer than two people
	 */
	public static Optional<NormalNormal> fit(double[] averages, double[] samplingVariances) {
		if (averages.length < 2) {
			return Optional.empty();
		}
		double sampling = 0;
		double sum = 0;
		for (int i = 0; i < averages.length; i++) {
			if (!(samplingVariances[i] > 0)) {
				throw new IllegalArgumentException("sampling variance " + samplingVariances[i]);
			}
			sampling += samplingVariances[i];
			sum += averages[i];
		}
		double centre = sum / averages.length;
		double spread = 0;
		for (double average : averages) {
			spread += (average - centre) * (average - centre);
		}
		double scale = (spread + sampling) / averages.length;
		double between = LogScaleSearch.highest(v -> penalisedLogLikelihood(averages, samplingVariances, v), scale * 1e-6, scale * 1e2);
		Weighted weighted = Weighted.of(averages, samplingVariances, between);
		return Optional.of(new NormalNormal(weighted.mean, between, 1 / weighted.weights));
	}

	/** How much a person's own average weighs against the group's in the estimate. */
	public double ownWeight(double samplingVariance) {
		return betweenVariance / (betweenVariance + samplingVariance);
	}

	/** What is known about one person's true average. Its estimate is {@code ownWeight * average + (1 - ownWeight) * mean}. */
	public NormalPosterior posterior(double average, double samplingVariance) {
		double own = ownWeight(samplingVariance);
		return new NormalPosterior(own * average + (1 - own) * mean,
				Math.sqrt(betweenVariance * (1 - own) + (1 - own) * (1 - own) * meanVariance));
	}

	private static double penalisedLogLikelihood(double[] averages, double[] samplingVariances, double between) {
		Weighted weighted = Weighted.of(averages, samplingVariances, between);
		double sum = Math.log(between) - Math.log(weighted.weights);
		for (int i = 0; i < averages.length; i++) {
			double total = between + samplingVariances[i];
			double distance = averages[i] - weighted.mean;
			sum -= Math.log(total) + distance * distance / total;
		}
		return sum / 2;
	}

	private record Weighted(double mean, double weights) {

		static Weighted of(double[] averages, double[] samplingVariances, double between) {
			double weighted = 0;
			double weights = 0;
			for (int i = 0; i < averages.length; i++) {
				double weight = 1 / (between + samplingVariances[i]);
				weighted += weight * averages[i];
				weights += weight;
			}
			return new Weighted(weighted / weights, weights);
		}
	}
}
