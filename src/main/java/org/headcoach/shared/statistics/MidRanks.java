package org.headcoach.shared.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The ranks of some figures, equal ones sharing the mean of their ranks. Sorted once, ranked as often as needed with another number of times that each
 * figure counts: that is what makes a thousand bootstrap draws cheap.
 */
public final class MidRanks {

	private final int[] order;
	private final int[] groupEnds;

	private MidRanks(int[] order, int[] groupEnds) {
		this.order = order;
		this.groupEnds = groupEnds;
	}

	/** @throws IllegalArgumentException for a figure that is none (NaN) */
	public static MidRanks of(double... figures) {
		if (Arrays.stream(figures).anyMatch(Double::isNaN)) {
			throw new IllegalArgumentException("a figure that is missing has no rank");
		}
		var order = IntStream.range(0, figures.length).boxed().sorted(Comparator.comparingDouble(i -> figures[i])).mapToInt(Integer::intValue).toArray();
		var ends = IntStream.rangeClosed(1, figures.length).filter(i -> i == figures.length || figures[order[i]] != figures[order[i - 1]]).toArray();
		return new MidRanks(order, ends);
	}

	/** The ranks from 1 with each figure once. */
	public double[] once() {
		var counts = new int[order.length];
		Arrays.fill(counts, 1);
		return with(counts);
	}

	/** The ranks with each figure as many times as told; the rank of a figure that counts no time stands between its neighbours. */
	public double[] with(int[] counts) {
		var ranks = new double[order.length];
		var before = 0L;
		var at = 0;
		for (var end : groupEnds) {
			var own = 0L;
			for (int i = at; i < end; i++) {
				own += counts[order[i]];
			}
			var rank = before + (own + 1) / 2.0;
			for (; at < end; at++) {
				ranks[order[at]] = rank;
			}
			before += own;
		}
		return ranks;
	}
}
