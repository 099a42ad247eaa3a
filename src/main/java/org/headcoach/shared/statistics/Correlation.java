package org.headcoach.shared.statistics;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How far two figures of the same people go together: from -1 (opposite) by 0 (not at all) to 1. NaN where one of them does not vary. */
public final class Correlation {

	/** What rounding can leave of a variance that is none, as a part of the sum of squares. */
	private static final double NOTHING = 1e-13;
	/** Fieller, Hartley and Pearson: the variance of Fisher's z of a rank correlation is that much larger than of a plain one. */
	private static final double RANKS = 1.06;

	private Correlation() {
	}

	/** Pearson's: of the figures as they are. */
	public static double pearson(double[] x, double[] y) {
		var once = new int[x.length];
		Arrays.fill(once, 1);
		return pearson(x, y, once);
	}

	/** Pearson's, with each pair as many times as told. */
	public static double pearson(double[] x, double[] y, int[] counts) {
		if (x.length != y.length || counts.length != x.length) {
			throw new IllegalArgumentException(x.length + " and " + y.length + " figures");
		}
		var n = 0L;
		var meanX = 0.0;
		var meanY = 0.0;
		for (int i = 0; i < x.length; i++) {
			n += counts[i];
			meanX += counts[i] * x[i];
			meanY += counts[i] * y[i];
		}
		if (n < 2) {
			return Double.NaN;
		}
		meanX /= n;
		meanY /= n;
		var xx = 0.0;
		var yy = 0.0;
		var xy = 0.0;
		for (int i = 0; i < x.length; i++) {
			if (counts[i] > 0) {
				xx += counts[i] * (x[i] - meanX) * (x[i] - meanX);
				yy += counts[i] * (y[i] - meanY) * (y[i] - meanY);
				xy += counts[i] * (x[i] - meanX) * (y[i] - meanY);
			}
		}
		if (xx <= NOTHING * n * meanX * meanX || yy <= NOTHING * n * meanY * meanY) {
			return Double.NaN;
		}
		return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
	}

	/** Spearman's: of the ranks, equal figures sharing the mean of theirs. One outlier cannot make it, and only the order counts. */
	public static double spearman(double[] x, double[] y) {
		return pearson(MidRanks.of(x).once(), MidRanks.of(y).once());
	}

	/** A rank correlation on Fisher's scale, on which chance moves it by {@link #chance} and evenly to both sides. */
	public static double fisher(double correlation) {
		// a correlation of exactly 1 in few people is not endless knowledge
		var most = 0.999;
		var r = Math.max(-most, Math.min(most, correlation));
		return 0.5 * Math.log((1 + r) / (1 - r));
	}

	/** The variance of a rank correlation of so many people on Fisher's scale. */
	public static double chance(int people) {
		if (people < 4) {
			throw new IllegalArgumentException(people + " people");
		}
		return RANKS / (people - 3);
	}

	/** The interval of a rank correlation by Fisher's scale; for where no draws are made. */
	public static Interval interval(double correlation, int people, double level) {
		var half = -NormalDistribution.of(0, 1).inverseCumulativeProbability((1 - level) / 2) * Math.sqrt(chance(people));
		return new Interval(Math.tanh(fisher(correlation) - half), Math.tanh(fisher(correlation) + half));
	}

	/**
	 * What the correlation would be among all if only a part was let through by the figure itself (Thorndike's case II).
	 *
	 * @param spreadRatio the standard deviation of the figure among all by that among those let through
	 */
	public static double unrestricted(double correlation, double spreadRatio) {
		return correlation * spreadRatio / Math.sqrt(1 + correlation * correlation * (spreadRatio * spreadRatio - 1));
	}
}
