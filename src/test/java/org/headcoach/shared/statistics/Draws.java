package org.headcoach.shared.statistics;

import java.util.Random;

/** Random numbers for simulations, all from the seed that the test states. */
public final class Draws {

	private Draws() {
	}

	public static int binomial(Random random, int trials, double rate) {
		int successes = 0;
		for (int i = 0; i < trials; i++) {
			successes += random.nextDouble() < rate ? 1 : 0;
		}
		return successes;
	}

	public static int poisson(Random random, double mean) {
		int events = 0;
		for (double waited = -Math.log(1 - random.nextDouble()); waited < mean; waited -= Math.log(1 - random.nextDouble())) {
			events++;
		}
		return events;
	}

	/** Gamma with the given shape of at least 1 and scale 1 (Marsaglia and Tsang). */
	public static double gamma(Random random, double shape) {
		double d = shape - 1.0 / 3;
		double c = 1 / Math.sqrt(9 * d);
		while (true) {
			double x = random.nextGaussian();
			double v = Math.pow(1 + c * x, 3);
			if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
				return d * v;
			}
		}
	}

	public static double beta(Random random, double successes, double failures) {
		double one = gamma(random, successes);
		return one / (one + gamma(random, failures));
	}
}
