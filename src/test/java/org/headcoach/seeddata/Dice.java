package org.headcoach.seeddata;

import java.util.Random;

/**
 * One person's chance, for one purpose. Each stream has a seed of its own, so that giving one person other habits
 * leaves every other person's history as it was. Only specified algorithms are used ({@link Random}, {@link StrictMath}):
 * the same bytes come out on every machine.
 */
final class Dice {

	private final Random random;

	Dice(long seed, String stream) {
		random = new Random(spread(seed, stream));
	}

	private static long spread(long seed, String stream) {
		long mixed = seed;
		for (char c : stream.toCharArray()) {
			mixed = (mixed ^ c) * 0x9E3779B97F4A7C15L;
			mixed ^= mixed >>> 29;
		}
		return mixed;
	}

	boolean chance(double probability) {
		return random.nextDouble() < probability;
	}

	double share() {
		return random.nextDouble();
	}

	/** A whole number from low to high, both possible. */
	int between(int low, int high) {
		return low + random.nextInt(high - low + 1);
	}

	/** A value around the middle with the given spread, never further out than 1.8 spreads: no accidental outliers. */
	double around(double middle, double spread) {
		double steps = random.nextGaussian();
		while (StrictMath.abs(steps) > 1.8) {
			steps = random.nextGaussian();
		}
		return middle + spread * steps;
	}

	/** How many of many independent small chances came true (Poisson). */
	int count(double mean) {
		double floor = StrictMath.exp(-mean);
		int count = 0;
		for (double product = random.nextDouble(); product > floor; product *= random.nextDouble()) {
			count++;
		}
		return count;
	}

	/** The index of a weight, each as likely as it is heavy. */
	int weighted(int... weights) {
		int total = 0;
		for (int weight : weights) {
			total += weight;
		}
		int left = random.nextInt(total);
		int index = 0;
		while (left >= weights[index]) {
			left -= weights[index++];
		}
		return index;
	}
}
