package org.headcoach.training.engine;

import java.util.List;
import java.util.TreeMap;

/**
 * How far evaluators agree: the share of pairs that gave a behaviour the very same score, the largest gap, and Krippendorff's alpha for ordered values, which takes
 * away what would agree by chance: 1 is perfect, 0 is no better than chance. Alpha of a handful of behaviours says nothing; it is left out below {@link #ENOUGH}.
 */
public final class Agreement {

	/** So many behaviours scored by two or more before alpha is shown. */
	public static final int ENOUGH = 20;

	/**
	 * @param n behaviours that at least two have scored
	 * @param pairs of scores that were compared
	 * @param same share of them that are equal; null without pairs
	 * @param widest gap in points
	 * @param alpha null when there is too little, or everybody gave everything the same score
	 */
	public record Measure(int n, int pairs, Double same, int widest, Double alpha) {

		public boolean isEnough() {
			return n >= ENOUGH;
		}
	}

	private Agreement() {
	}

	/** @param units what was given to each behaviour, by as many as have scored it; with fewer than two it does not count */
	public static Measure of(List<List<Integer>> units) {
		var compared = units.stream().filter(unit -> unit.size() > 1).toList();
		int pairs = 0;
		int same = 0;
		int widest = 0;
		for (var unit : compared) {
			for (int i = 0; i < unit.size(); i++) {
				for (int j = i + 1; j < unit.size(); j++) {
					pairs++;
					same += unit.get(i).equals(unit.get(j)) ? 1 : 0;
					widest = Math.max(widest, Math.abs(unit.get(i) - unit.get(j)));
				}
			}
		}
		return new Measure(compared.size(), pairs, pairs == 0 ? null : (double) same / pairs, widest, compared.size() < ENOUGH ? null : alpha(units));
	}

	/** Krippendorff's alpha with the ordinal difference; null when nothing varies or nothing can be compared. */
	static Double alpha(List<List<Integer>> units) {
		var compared = units.stream().filter(unit -> unit.size() > 1).toList();
		var totals = new TreeMap<Integer, Integer>();
		compared.forEach(unit -> unit.forEach(score -> totals.merge(score, 1, Integer::sum)));
		var values = totals.keySet().stream().mapToInt(Integer::intValue).toArray();
		var counts = totals.values().stream().mapToInt(Integer::intValue).toArray();
		double all = 0;
		for (var count : counts) {
			all += count;
		}
		double observed = 0;
		double expected = 0;
		for (int c = 0; c < values.length; c++) {
			for (int k = c + 1; k < values.length; k++) {
				var difference = difference(counts, c, k);
				double together = 0;
				for (var unit : compared) {
					var first = values[c];
					var second = values[k];
					together += (double) unit.stream().filter(score -> score == first).count() * unit.stream().filter(score -> score == second).count() / (unit.size() - 1);
				}
				observed += together * difference;
				expected += (double) counts[c] * counts[k] * difference;
			}
		}
		return expected == 0 ? null : 1 - (all - 1) * observed / expected;
	}

	/** As many scores as lie between the two, the outer ones by half, squared. */
	private static double difference(int[] counts, int from, int to) {
		double between = 0;
		for (int g = from; g <= to; g++) {
			between += counts[g];
		}
		between -= (counts[from] + counts[to]) / 2.0;
		return between * between;
	}
}
