package org.headcoach.shared.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Several measurements of the same thing, each with its own uncertainty, pooled: every one counts by its precision, and true differences
 * between them are allowed for (DerSimonian and Laird). The interval uses the t distribution with Hartung and Knapp's standard error, never
 * narrower than the plain one, because with few measurements the plain interval claims too much.
 *
 * @param mean the pooled value
 * @param standardError of the pooled value
 * @param betweenVariance how much the true values differ from one measurement to the next
 * @param count how many measurements were pooled
 */
public record RandomEffects(double mean, double standardError, double betweenVariance, int count) {

	/**
	 * Pools values with their sampling variances (all positive).
	 *
	 * @throws IllegalArgumentException with fewer than two values: there is nothing to pool
	 */
	public static RandomEffects pool(double[] values, double[] variances) {
		int count = values.length;
		if (count < 2 || variances.length != count) {
			throw new IllegalArgumentException(count + " values and " + variances.length + " variances cannot be pooled");
		}
		double between = betweenVariance(values, variances);
		double weights = 0;
		double weighted = 0;
		for (int i = 0; i < count; i++) {
			weights += 1 / (variances[i] + between);
			weighted += values[i] / (variances[i] + between);
		}
		double mean = weighted / weights;
		double scatter = 0;
		for (int i = 0; i < count; i++) {
			scatter += (values[i] - mean) * (values[i] - mean) / (variances[i] + between);
		}
		return new RandomEffects(mean, Math.sqrt(Math.max(1, scatter / (count - 1)) / weights), between, count);
	}

	/** The same value, less sure: for an uncertainty that all measurements share, so that pooling does not average it away. */
	public RandomEffects widenedBy(double sharedVariance) {
		return new RandomEffects(mean, Math.sqrt(standardError * standardError + sharedVariance), betweenVariance, count);
	}

	/** The equal-tailed interval of the pooled value. */
	public Interval interval(double level) {
		double half = -TDistribution.of(count - 1.0).inverseCumulativeProbability((1 - level) / 2) * standardError;
		return new Interval(mean - half, mean + half);
	}

	/** How sure it is that the pooled value lies above the given one. */
	public double probabilityAbove(double value) {
		return TDistribution.of(count - 1.0).cumulativeProbability((mean - value) / standardError);
	}

	private static double betweenVariance(double[] values, double[] variances) {
		double weights = 0;
		double squares = 0;
		double weighted = 0;
		for (int i = 0; i < values.length; i++) {
			if (!(variances[i] > 0)) {
				throw new IllegalArgumentException("variance " + variances[i]);
			}
			weights += 1 / variances[i];
			squares += 1 / (variances[i] * variances[i]);
			weighted += values[i] / variances[i];
		}
		double mean = weighted / weights;
		double scatter = 0;
		for (int i = 0; i < values.length; i++) {
			scatter += (values[i] - mean) * (values[i] - mean) / variances[i];
		}
		return Math.max(0, (scatter - (values.length - 1)) / (weights - squares / weights));
	}
}
