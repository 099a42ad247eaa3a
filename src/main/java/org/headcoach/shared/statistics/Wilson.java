package org.headcoach.shared.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilson's score interval for a plain rate {@code k/n}, the same that R's {@code prop.test} prints. Unlike the textbook interval it
 * stays inside 0..1 and is usable for small n. With continuity correction it is a little wider and never claims too much.
 */
public final class Wilson {

	private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

	private Wilson() {
	}

	/** The two-sided interval that holds the true rate with the given confidence (0.95 for 95 %). */
	public static Interval twoSided(long successes, long trials, double confidence, boolean continuityCorrection) {
		double z = z(confidence + (1 - confidence) / 2, successes, trials, confidence);
		return new Interval(bound(successes, trials, z, continuityCorrection, false), bound(successes, trials, z, continuityCorrection, true));
	}

	/** From 0 to the value that the true rate does not exceed with the given confidence. */
	public static Interval atMost(long successes, long trials, double confidence, boolean continuityCorrection) {
		return new Interval(0, bound(successes, trials, z(confidence, successes, trials, confidence), continuityCorrection, true));
	}

	/** From the value that the true rate does not fall short of with the given confidence, to 1. */
	public static Interval atLeast(long successes, long trials, double confidence, boolean continuityCorrection) {
		return new Interval(bound(successes, trials, z(confidence, successes, trials, confidence), continuityCorrection, false), 1);
	}

	private static double z(double probability, long successes, long trials, double confidence) {
		if (trials <= 0 || successes < 0 || successes > trials) {
			throw new IllegalArgumentException(successes + " of " + trials + " is no rate");
		}
		if (!(confidence > 0 && confidence < 1)) {
			throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
		}
		return STANDARD_NORMAL.inverseCumulativeProbability(probability);
	}

	private static double bound(long successes, long trials, double z, boolean continuityCorrection, boolean upper) {
		if (upper && successes == trials) {
			return 1;
		}
		if (!upper && successes == 0) {
			return 0;
		}
		double n = trials;
		double direction = upper ? 1 : -1;
		double k = successes + (continuityCorrection ? direction * 0.5 : 0);
		double rate = k / n;
		double half = z * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
		double value = (rate + z * z / (2 * n) + direction * half) / (1 + z * z / n);
		return Math.min(1, Math.max(0, value));
	}
}
