package org.headcoach.shared.statistics;

/** What is known about one true value (a rate, a volume per day, an average) after the data: an estimate and how sure it is. */
public sealed interface Posterior permits BetaPosterior, GammaPosterior, NormalPosterior, LogNormalPosterior {

	/** The single best value. */
	double estimate();

	/** The variance of the true value around the estimate. */
	double variance();

	/** The probability that the true value lies below the given one. */
	double probabilityBelow(double value);

	/** The probability that the true value lies above the given one. */
	double probabilityAbove(double value);

	/** The value below which the true value lies with the given probability. */
	double quantile(double probability);

	/** The expected logarithm of the true value; NaN where the value may not be positive. */
	double logMean();

	/** The variance of the logarithm of the true value. */
	double logVariance();

	/** The same estimate, less sure: the given variance is added. Zero leaves it as it is. */
	Posterior widenedBy(double variance);

	/** The equal-tailed interval: for 0.90 the true value lies below it with 5 % and above it with 5 %. */
	default Interval interval(double level) {
		if (!(level > 0 && level < 1)) {
			throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
		}
		double tail = (1 - level) / 2;
		return new Interval(quantile(tail), quantile(1 - tail));
	}
}
