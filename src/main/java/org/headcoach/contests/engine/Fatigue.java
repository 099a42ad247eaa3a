package org.headcoach.contests.engine;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.RandomEffects;

/**
 * What many contests together say: whether they wear off when they follow one another closely, and which behaviours respond. Effects are taken in per cent of what would have been done
 * without, or contests on calls could not be held against contests on demos; each counts by its precision, and true differences between contests are allowed for.
 *
 * @param bySince a row for each of {@link Since}, in their order, also those without contests
 * @param byBehaviour a row for each behaviour, in the order of their codes
 */
public record Fatigue(List<Row> bySince, List<Row> byBehaviour) implements Serializable {

	/** Fewer contests cannot tell how much contests differ. */
	public static final int ENOUGH = 3;

	private static final double LEAST_VARIANCE = 1e-9;

	/** How long ago the same people had been in a contest. */
	public enum Since {

		/** It was their first. */
		NEVER,
		/** Less than three weeks. */
		UNDER_THREE_WEEKS,
		/** Three weeks to two months. */
		UNDER_NINE_WEEKS,
		LONGER;

		private static final int CLOSE = 3;
		private static final int FAR = 9;

		/**
		 * @param weeks from the end of the last contest to the start of this; null: there was none
		 */
		public static Since of(Integer weeks) {
			if (weeks == null) {
				return NEVER;
			}
			return weeks < CLOSE ? UNDER_THREE_WEEKS : weeks < FAR ? UNDER_NINE_WEEKS : LONGER;
		}
	}

	/**
	 * A contest that was measured.
	 *
	 * @param behaviour code of what was counted
	 * @param weeksSince from the end of the last contest of the same people to its start; null: it was their first
	 * @param relative 0.2 for a fifth more than without it
	 * @param standardError of {@code relative}
	 */
	public record Past(String behaviour, Integer weeksSince, double relative, double standardError) implements Serializable {

		/** Null where the effect cannot be told in per cent. */
		public static Past of(String behaviour, Integer weeksSince, ContestEffect effect) {
			var change = effect.during();
			return change.relative() == null ? null : new Past(behaviour, weeksSince, change.relative(), change.standardError() / change.without());
		}
	}

	/**
	 * What contests of one kind brought.
	 *
	 * @param group name of a {@link Since}, or code of a behaviour
	 * @param contests how many were measured
	 * @param mean average effect, 0.2 for a fifth more; null with fewer than {@link Fatigue#ENOUGH}
	 * @param interval where the true average lies with 95 %; null with {@code mean}
	 */
	public record Row(String group, int contests, Double mean, Interval interval) implements Serializable {

		static Row of(String group, List<Past> contests) {
			if (contests.size() < ENOUGH) {
				return new Row(group, contests.size(), null, null);
			}
			var pooled = RandomEffects.pool(contests.stream().mapToDouble(Past::relative).toArray(),
					contests.stream().mapToDouble(past -> Math.max(LEAST_VARIANCE, past.standardError() * past.standardError())).toArray());
			return new Row(group, contests.size(), pooled.mean(), pooled.interval(ContestEffect.LEVEL));
		}
	}

	/**
	 * Sums up.
	 *
	 * @param contests those that cannot be told in per cent (null) are left out
	 */
	public static Fatigue of(Collection<Past> contests) {
		var measured = contests.stream().filter(Objects::nonNull).toList();
		var bySince = Arrays.stream(Since.values()).map(since -> Row.of(since.name(), measured.stream().filter(past -> Since.of(past.weeksSince()) == since).toList())).toList();
		var behaviours = measured.stream().collect(Collectors.groupingBy(Past::behaviour, TreeMap::new, Collectors.toList()));
		return new Fatigue(bySince, behaviours.entrySet().stream().map(entry -> Row.of(entry.getKey(), entry.getValue())).toList());
	}
}
