package org.headcoach.training.engine;

import java.io.Serializable;
import java.util.Collection;

import org.headcoach.shared.statistics.Quantiles;
import org.headcoach.shared.statistics.Wilson;

/**
 * How good somebody is at one thing, among others.
 *
 * @param value the own one
 * @param median of all who have one, the own one included; for a conversion what all of them together come to
 * @param better the share of the others who are worse
 * @param n who have one
 * @param clear whether it is a strength: see {@link #ofScores} and {@link #ofConversion}
 */
public record Strength(double value, double median, double better, int n, boolean clear) implements Serializable {

	/** Among fewer nobody is good or bad at anything. */
	public static final int FEWEST = 5;
	/** Whoever is better than so many of the others is good at it. */
	public static final double BETTER_THAN = 2 / 3.0;
	/** A conversion of fewer cases says nothing. */
	public static final int FEWEST_CASES = 10;
	/** How sure it has to be that a conversion lies above everybody's. */
	public static final double LEVEL = 0.8;

	/** A score, such as that of a behaviour: a strength when it is better than two thirds of the others'. Null among too few. */
	public static Strength ofScores(double own, Collection<Double> all) {
		return all.size() < FEWEST ? null : of(own, all, Quantiles.median(all.stream().mapToDouble(Double::doubleValue).toArray()), true);
	}

	/**
	 * A conversion: a strength when it is better than two thirds of the others' and its interval of 80 % (Wilson) lies above what all of them come to, so that a few lucky cases make nobody a master. Null of too few
	 * cases, or among too few.
	 *
	 * @param pooled what all together come to
	 * @param all the conversions of everybody with enough cases
	 */
	public static Strength ofConversion(double to, double from, double pooled, Collection<Double> all) {
		if (from < FEWEST_CASES || all.size() < FEWEST) {
			return null;
		}
		// what came through in a month may have begun in the one before, so there can be more of them
		var share = Math.min(1, to / from);
		return of(to / from, all, pooled, Wilson.twoSided(Math.round(share * from), Math.round(from), LEVEL, false).low() > pooled);
	}

	private static Strength of(double own, Collection<Double> all, double median, boolean sure) {
		var worse = all.stream().filter(other -> other < own).count() / (double) (all.size() - 1);
		return new Strength(own, median, worse, all.size(), sure && worse > BETTER_THAN);
	}
}
