package org.headcoach.shared.statistics;

import java.util.Optional;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How a volume per unit of exposure (leads worked per working day) differs within a group of comparable people: each has a true pace drawn
 * from a gamma distribution with the group's {@code mean}; {@code shape} says how alike they are (relative spread = 1/√shape).
 * Fitted like {@link BetaBinomial}: penalised marginal likelihood, here of negative binomial counts. People without exposure are left out.
 *
 * @param mean the group's typical pace
 * @param shape how alike the group is; large = alike
 * @param meanVariance how uncertain {@code mean} itself is
 */
public record GammaPoisson(double mean, double shape, double meanVariance) {

	private static final double WEAKEST = 0.1;
	private static final double STRONGEST = 1e7;

	public GammaPoisson {
		if (!(mean > 0 && shape > 0 && meanVariance >= 0)) {
			throw new IllegalArgumentException("mean " + mean + ", shape " + shape + ", variance " + meanVariance);
		}
	}

	/**
	 * Fits the group. Counts need not be whole (they may have been divided by a dispersion, together with the exposure).
	 *
	 * @return empty when fewer than two people have exposure
	 */
	public static Optional<GammaPoisson> fit(double[] events, double[] exposures) {
		int people = 0;
		double allExposure = 0;
		double[] k = new double[exposures.length];
		double[] t = new double[exposures.length];
		for (int i = 0; i < exposures.length; i++) {
			requireCount(events[i], exposures[i]);
			if (exposures[i] > 0) {
				k[people] = events[i];
				t[people] = exposures[i];
				people++;
				allExposure += exposures[i];
			}
		}
		if (people < 2) {
			return Optional.empty();
		}
		Group group = new Group(k, t, people, allExposure);
		double shape = LogScaleSearch.highest(group::penalisedLogLikelihood, WEAKEST, STRONGEST);
		double mean = group.mean(shape);
		return Optional.of(new GammaPoisson(mean, shape, group.meanVariance(mean, shape)));
	}

	/** How much a person's own data weigh against the group's in the estimate. */
	public double ownWeight(double exposure) {
		return exposure / (exposure + shape / mean);
	}

	/** What is known about one person's true pace. Its estimate is {@code ownWeight * events/exposure + (1 - ownWeight) * mean}. */
	public GammaPosterior posterior(double events, double exposure) {
		requireCount(events, exposure);
		double borrowed = 1 - ownWeight(exposure);
		return new GammaPosterior(shape + events, shape / mean + exposure).widenedBy(borrowed * borrowed * meanVariance);
	}

	private static void requireCount(double events, double exposure) {
		if (!(events >= 0 && exposure >= 0) || (exposure == 0 && events > 0)) {
			throw new IllegalArgumentException(events + " events in exposure " + exposure);
		}
	}

	private record Group(double[] k, double[] t, int people, double allExposure) {

		double mean(double shape) {
			// The weights depend on the mean itself; two rounds from the pooled pace settle it to more digits than matter.
			double mean = weightedMean(Double.POSITIVE_INFINITY, 1);
			mean = weightedMean(shape, mean);
			return weightedMean(shape, mean);
		}

		private double weightedMean(double shape, double around) {
			double weighted = 0;
			double weights = 0;
			for (int i = 0; i < people; i++) {
				double weight = t[i] / (1 + around * t[i] / shape);
				weighted += weight * k[i] / t[i];
				weights += weight;
			}
			return Math.max(weighted / weights, 0.5 / (allExposure + 1));
		}

		double meanVariance(double mean, double shape) {
			double information = 0;
			for (int i = 0; i < people; i++) {
				information += t[i] / (1 + mean * t[i] / shape);
			}
			return mean / information;
		}

		double penalisedLogLikelihood(double shape) {
			double mean = mean(shape);
			double prior = LogGamma.value(shape);
			double sum = 0;
			for (int i = 0; i < people; i++) {
				double expected = mean * t[i];
				sum += LogGamma.value(shape + k[i]) - prior - shape * Math.log1p(expected / shape)
						+ (k[i] == 0 ? 0 : k[i] * Math.log(expected / (shape + expected)));
			}
			return sum - 0.5 * Math.log(shape);
		}
	}
}
