package org.headcoach.shared.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Medians and other quantiles of plain numbers. None of the methods changes its argument. */
public final class Quantiles {

	private Quantiles() {
	}

	/** The middle value, or the mean of the two middle values. */
	public static double median(double... values) {
		return quantile(0.5, values);
	}

	/** The value below which the given share of the values lies, linear between neighbours (R's type 7, spreadsheets' PERCENTILE.INC). */
	public static double quantile(double share, double... values) {
		requireSome(values);
		if (!(share >= 0 && share <= 1)) {
			throw new IllegalArgumentException("share " + share + " is not within 0..1");
		}
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double position = share * (sorted.length - 1);
		int below = (int) Math.floor(position);
		int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
	}

	/**
	 * The smallest value at which half of the weight is reached; where exactly half is reached, the mean of this value and the next,
	 * so that equal weights give the plain median.
	 */
	public static double weightedMedian(double[] values, double[] weights) {
		requireSome(values);
		if (weights.length != values.length) {
			throw new IllegalArgumentException(values.length + " values, " + weights.length + " weights");
		}
		int[] order = IntStream.range(0, values.length).filter(i -> weights[i] > 0).boxed()
				.sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(Integer::intValue).toArray();
		if (order.length == 0) {
			throw new IllegalArgumentException("no positive weight");
		}
		double half = Arrays.stream(order).mapToDouble(i -> weights[i]).sum() / 2;
		double reached = 0;
		for (int at = 0; at < order.length; at++) {
			reached += weights[order[at]];
			boolean exactlyHalf = Math.abs(reached - half) <= 1e-12 * half;
			if (exactlyHalf && at + 1 < order.length) {
				return (values[order[at]] + values[order[at + 1]]) / 2;
			}
			if (reached >= half) {
				return values[order[at]];
			}
		}
		return values[order[order.length - 1]];
	}

	/**
	 * For each value the median of all the others. One sort serves all, so a thousand people cost no more than one sorted list.
	 * A single value has no others: its entry is NaN.
	 */
	public static double[] mediansOfOthers(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double[] medians = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			medians[i] = medianWithout(sorted, Arrays.binarySearch(sorted, values[i]));
		}
		return medians;
	}

	private static double medianWithout(double[] sorted, int left) {
		int others = sorted.length - 1;
		if (others == 0) {
			return Double.NaN;
		}
		int lower = (others - 1) / 2;
		int upper = others / 2;
		return (sorted[lower < left ? lower : lower + 1] + sorted[upper < left ? upper : upper + 1]) / 2;
	}

	private static void requireSome(double[] values) {
		if (values.length == 0) {
			throw new IllegalArgumentException("no values");
		}
	}
}
