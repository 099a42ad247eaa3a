package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.headcoach.shared.statistics.Correlation;
import org.headcoach.shared.statistics.Interval;

/**
 * Whether a result told how its people did later: Spearman's rank correlation with its interval and n. Of fewer than ten people nothing is said, of fewer than twenty it is said with a warning. Only those
 * who stayed have figures, and where nearly everybody got the same result the order hardly shows: both make what is seen smaller than what there is.
 *
 * @param people with a result and a later figure
 * @param without a later figure: they left, or have worked too little since
 * @param rank null where nothing is said
 * @param interval 90 % of where it may lie; null where nothing is said
 */
public record Foresight(int people, int without, Double rank, Interval interval, Reading reading, Set<Caution> cautions) implements Serializable {

	/** Of fewer people nothing is said. */
	public static final int REFUSED_BELOW = 10;
	/** Of fewer people it is said with a warning. */
	public static final int WARNED_BELOW = 20;
	public static final double LEVEL = 0.9;
	/** So large a share of the people with one and the same result leaves little to tell apart. */
	public static final double NARROW = 0.7;

	/** What can be said of it. */
	public enum Reading {
		/** The whole interval is above 0: who did better in it did better later. */
		MORE_WAS_BETTER,
		/** The whole interval is below 0. */
		LESS_WAS_BETTER,
		/** The interval holds 0: it was not seen to tell anything. */
		CANNOT_TELL,
		NOT_ENOUGH_DATA;

		public boolean isSaid() {
			return this != NOT_ENOUGH_DATA;
		}
	}

	/** What a reader has to know before believing it. */
	public enum Caution {
		/** Fewer than ten people. */
		TOO_FEW,
		/** Fewer than twenty. */
		FEW,
		/** Most have one and the same result. */
		NARROW,
		/** All have the same result, or the same figure: there is no order. */
		SAME,
		/** Some have a result and no figure, because they left or have worked too little since. */
		GONE
	}

	public Foresight {
		cautions = Set.copyOf(cautions);
	}

	/**
	 * @param results by person, more is better
	 * @param later figures by person, more is better; who has none is not in it
	 */
	public static Foresight of(Map<Long, Double> results, Map<Long, Double> later) {
		var people = new TreeSet<>(results.keySet());
		people.retainAll(later.keySet());
		var without = results.size() - people.size();
		var cautions = EnumSet.noneOf(Caution.class);
		if (without > 0) {
			cautions.add(Caution.GONE);
		}
		if (people.size() < REFUSED_BELOW) {
			cautions.add(Caution.TOO_FEW);
			return new Foresight(people.size(), without, null, null, Reading.NOT_ENOUGH_DATA, cautions);
		}
		if (people.size() < WARNED_BELOW) {
			cautions.add(Caution.FEW);
		}
		var x = people.stream().mapToDouble(results::get).toArray();
		var y = people.stream().mapToDouble(later::get).toArray();
		var rank = Correlation.spearman(x, y);
		if (Double.isNaN(rank)) {
			cautions.add(Caution.SAME);
			return new Foresight(people.size(), without, null, null, Reading.NOT_ENOUGH_DATA, cautions);
		}
		if (mostAlike(x) >= NARROW * x.length) {
			cautions.add(Caution.NARROW);
		}
		var interval = Correlation.interval(rank, people.size(), LEVEL);
		return new Foresight(people.size(), without, rank, interval, interval.low() > 0 ? Reading.MORE_WAS_BETTER : interval.high() < 0 ? Reading.LESS_WAS_BETTER : Reading.CANNOT_TELL, cautions);
	}

	private static int mostAlike(double[] results) {
		var counts = new java.util.HashMap<Double, Integer>();
		for (var result : results) {
			counts.merge(result, 1, Integer::sum);
		}
		return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
	}
}
