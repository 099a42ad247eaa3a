package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What several rankings of the same things come to: the mean place of each, and how far they agree.
 *
 * @param things in the order of their mean place, the best first
 * @param n rankings
 * @param agreement Kendall's W: 1 when all rank alike, 0 when nobody agrees with anybody; null for fewer than two rankings
 */
public record Ranks(List<Thing> things, int n, Double agreement) implements Serializable {

	/** @param index in the order in which it was given @param meanPlace 1 is the first @param first how many put it first @param last how many put it last */
	public record Thing(int index, double meanPlace, int first, int last) implements Serializable {
	}

	public Ranks {
		things = List.copyOf(things);
	}

	/**
	 * @param size how many things were ranked
	 * @param orders each a permutation of 0 to size − 1, the most valuable first
	 */
	public static Ranks of(int size, List<List<Integer>> orders) {
		var sums = new double[size];
		var first = new int[size];
		var last = new int[size];
		for (var order : orders) {
			for (int place = 0; place < size; place++) {
				sums[order.get(place)] += place + 1;
			}
			first[order.get(0)]++;
			last[order.get(size - 1)]++;
		}
		var n = orders.size();
		var things = new ArrayList<Thing>();
		double squares = 0;
		for (int i = 0; i < size; i++) {
			things.add(new Thing(i, n == 0 ? Double.NaN : sums[i] / n, first[i], last[i]));
			var off = sums[i] - n * (size + 1) / 2.0;
			squares += off * off;
		}
		things.sort(Comparator.comparingDouble(Thing::meanPlace).thenComparingInt(Thing::index));
		return new Ranks(things, n, n < 2 || size < 2 ? null : 12 * squares / ((double) n * n * size * ((double) size * size - 1)));
	}

	/** Whether it is one ranking of all of them, each once. */
	public static boolean isComplete(int size, List<Integer> order) {
		return order.size() == size && order.stream().distinct().count() == size && order.stream().allMatch(index -> index >= 0 && index < size);
	}
}
