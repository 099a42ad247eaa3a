package org.headcoach.shared.statistics;

import java.util.Optional;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * How a rate differs within a group of comparable people: each has a true rate drawn from a beta distribution with the group's {@code mean},
 * and {@code strength} says how alike they are (the prior is worth that many trials; large = alike).
 * <p>
 * The strength maximises the marginal (beta-binomial) likelihood of the group's data with a mild penalty, half the logarithm of the
 * intraclass correlation {@code 1 / (strength + 1)}. Without it a small group often yields "no difference at all between people", which shrinks
 * everybody to one point and claims certainty that the data do not have (Chung et al., Psychometrika 2013). For each strength the mean
 * is the average of the rates weighted by their precision. People with 0 trials tell nothing and are left out.
 *
 * @param mean the group's typical rate, strictly between 0 and 1
 * @param strength what the group's experience is worth, in trials
 * @param meanVariance how uncertain {@code mean} itself is: it was estimated from few people
 */
public record BetaBinomial(double mean, double strength, double meanVariance) {

	private static final double WEAKEST = 0.5;
	private static final double STRONGEST = 1e7;

	public BetaBinomial {
		if (!(mean > 0 && mean < 1 && strength > 0 && meanVariance >= 0)) {
			throw new IllegalArgumentException("mean " + mean + ", strength " + strength + ", variance " + meanVariance);
		}
	}

	/**
	 * Fits the group. Counts need not be whole (they may have been divided by a dispersion).
	 *
	 * @return empty when fewer than two people have trials: nothing can be said about differences
	 */
	public static Optional<BetaBinomial> fit(double[] successes, double[] trials) {
		int people = 0;
		double allTrials = 0;
		double[] k = new double[trials.length];
		double[] n = new double[trials.length];
		for (int i = 0; i < trials.length; i++) {
			if (!(successes[i] >= 0 && successes[i] <= trials[i])) {
				throw new IllegalArgumentException(successes[i] + " of " + trials[i] + " is no rate");
			}
			if (trials[i] > 0) {
				k[people] = successes[i];
				n[people] = trials[i];
				people++;
				allTrials += trials[i];
			}
		}
		if (people < 2) {
			return Optional.empty();
		}
		Group group = new Group(k, n, people, allTrials);
		double strength = LogScaleSearch.highest(group::penalisedLogLikelihood, WEAKEST, STRONGEST);
		double mean = group.mean(strength);
		return Optional.of(new BetaBinomial(mean, strength, group.meanVariance(mean, strength)));
	}

	/** How much a person's own data weigh against the group's in the estimate: 0 without data, towards 1 with much. */
	public double ownWeight(double trials) {
		return trials / (trials + strength);
	}

	/** What is known about one person's true rate. Its estimate is {@code ownWeight * k/n + (1 - ownWeight) * mean}. */
	public BetaPosterior posterior(double successes, double trials) {
		if (!(successes >= 0 && successes <= trials)) {
			throw new IllegalArgumentException(successes + " of " + trials + " is no rate");
		}
		double borrowed = 1 - ownWeight(trials);
		return new BetaPosterior(mean * strength + successes, (1 - mean) * strength + trials - successes)
				.widenedBy(borrowed * borrowed * meanVariance);
	}

	private record Group(double[] k, double[] n, int people, double allTrials) {

		double mean(double strength) {
			double weighted = 0;
			double weights = 0;
			for (int i = 0; i < people; i++) {
				double weight = n[i] / (strength + n[i]);
				weighted += weight * k[i] / n[i];
				weights += weight;
			}
			// Where all failed or all succeeded, the true rate is not exactly 0 or 1: half a trial is kept on the other side.
			double margin = 0.5 / (allTrials + 1);
			return Math.min(1 - margin, Math.max(margin, weighted / weights));
		}

		double meanVariance(double mean, double strength) {
			double information = 0;
			for (int i = 0; i < people; i++) {
				information += n[i] * (strength + 1) / (strength + n[i]);
			}
			return mean * (1 - mean) / information;
		}

		double penalisedLogLikelihood(double strength) {
			double mean = mean(strength);
			double a = mean * strength;
			double b = (1 - mean) * strength;
			double prior = LogBeta.value(a, b);
			double sum = 0;
			for (int i = 0; i < people; i++) {
				sum += LogBeta.value(a + k[i], b + n[i] - k[i]) - prior;
			}
			return sum - 0.5 * Math.log1p(strength);
		}
	}
}
