package org.headcoach.contests.engine;

import java.io.Serializable;
import java.util.Comparator;

/** Two people, the smaller id first: who comes first says nothing. */
public record Pair(long one, long other) implements Serializable, Comparable<Pair> {

	private static final Comparator<Pair> ORDER = Comparator.comparingLong(Pair::one).thenComparingLong(Pair::other);

	public Pair {
		if (one == other) {
			throw new IllegalArgumentException("person " + one + " is no pair");
		}
		if (one > other) {
			var smaller = other;
			other = one;
			one = smaller;
		}
	}

	@Override
	public int compareTo(Pair that) {
		return ORDER.compare(this, that);
	}
}
