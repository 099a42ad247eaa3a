package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.headcoach.hiring.engine.Relation.Reading;
import org.headcoach.shared.statistics.Bootstrap;
import org.headcoach.shared.statistics.Correlation;
import org.headcoach.shared.statistics.MidRanks;
import org.headcoach.shared.statistics.Ridge;
import org.headcoach.shared.statistics.Ridge.Correlations;

/**
 * Which scores told who would succeed? Each characteristic for itself by rank correlation, and all together by standardized regression: least squares where there are ten people or more for each characteristic,
 * else held back ({@link Ridge}). Intervals hold 90 % of a thousand draws of the same people, always drawn alike. A missing score is left out of its rank correlation; in the regression it stands at the mean
 * of those who have it, which lets it say nothing.
 * <p>
 * Only people who were hired have an outcome, and they were hired for these very scores: what is seen among them is less than what there is (said as {@link Caution#HIRED_ONLY}).
 *
 * @param people with an outcome
 * @param fresh how many of them are not yet in the weights, because nothing was accepted since they could be measured
 * @param formula today's whole formula against the outcome; null when refused, and so is all else but the cautions
 * @param characteristics in the order of the weights
 * @param strength how hard the regression was held back; 0 for least squares
 * @param explained the share of the outcome's variance that the regression explains among these very people; of others it would be less
 * @param held the held-back regression's coefficients, of which weights are proposed; a characteristic that it left out is not in it
 * @param trust how far they are trusted against the weights there are, 0 to 1
 */
public record Learning(int people, int fresh, Relation formula, List<Relation> characteristics, Double strength, Double explained, Map<String, Double> held, Double trust, Set<Caution> cautions)
		implements Serializable {

	/** Of fewer people nothing is said. */
	public static final int REFUSED_BELOW = 10;
	/** Of fewer people it is said with a warning. */
	public static final int WARNED_BELOW = 20;
	/** Least squares wants so many people for each characteristic. */
	public static final int PEOPLE_FOR_EACH = 10;
	public static final int DRAWS = 1_000;
	public static final double LEVEL = 0.9;
	/** So many people are trusted as much as the weights that were thought up. Those who are in the weights already count on the side of the weights. */
	public static final int AS_GOOD_AS_THOUGHT = 40;

	private static final long SEED = 20_071_101;

	/** What a reader has to know before believing it. */
	public enum Caution {
		/** Fewer than ten people: refused. */
		TOO_FEW,
		/** Fewer than twenty. */
		FEW,
		/** Those who were not hired have no outcome. */
		HIRED_ONLY,
		/** Somebody has no score in something. */
		MISSING_SCORES,
		/** More than one characteristic for ten people: the regression was held back. */
		HELD_BACK,
		/** A characteristic in which all have the same score, or too few have one, was left out. */
		LEFT_OUT,
		/** Everybody did equally well: nothing can be learnt. */
		SAME_OUTCOMES,
		/** With so many characteristics one or more are expected to look certain by chance. */
		MANY_AT_ONCE
	}

	public Learning {
		characteristics = List.copyOf(characteristics);
		held = Map.copyOf(held);
		cautions = Set.copyOf(cautions);
	}

	public boolean refused() {
		return formula == null;
	}

	/** How many characteristics would look certain if none mattered at all. */
	public double expectedByChance() {
		return (1 - LEVEL) * characteristics.stream().filter(each -> each.reading() != Reading.NOT_ENOUGH_DATA).count();
	}

	/**
	 * Learns.
	 *
	 * @param weights today's, by characteristic, in their order
	 * @param hires in any order
	 * @param inWeights how many hires today's weights have been learnt from already
	 * @param spreads standard deviation of each characteristic among all candidates; may lack some
	 */
	public static Learning of(Map<String, Double> weights, Collection<Hire> hires, int inWeights, Map<String, Double> spreads) {
		var people = sorted(hires);
		var fresh = Math.max(0, people.size() - inWeights);
		var cautions = EnumSet.of(Caution.HIRED_ONLY);
		if (people.size() < REFUSED_BELOW) {
			cautions.add(Caution.TOO_FEW);
			return new Learning(people.size(), fresh, null, List.of(), null, null, Map.of(), null, cautions);
		}
		if (people.size() < WARNED_BELOW) {
			cautions.add(Caution.FEW);
		}
		var outcome = people.stream().mapToDouble(Hire::outcome).toArray();
		if (Arrays.stream(outcome).distinct().count() < 2) {
			cautions.add(Caution.SAME_OUTCOMES);
			return new Learning(people.size(), fresh, null, List.of(), null, null, Map.of(), null, cautions);
		}
		var columns = new LinkedHashMap<String, Column>();
		weights.keySet().forEach(code -> columns.put(code, Column.of(people.stream().map(person -> person.scores().get(code)).toArray(Double[]::new), outcome)));
		var formula = Column.of(people.stream().map(person -> Totals.share(weights, person.scores())).toArray(Double[]::new), outcome);
		var inRegression = columns.values().stream().filter(Column::usable).toList();
		var filled = inRegression.stream().map(Column::filled).toArray(double[][]::new);
		if (columns.values().stream().anyMatch(column -> column.missing() > 0)) {
			cautions.add(Caution.MISSING_SCORES);
		}
		if (inRegression.size() < columns.size()) {
			cautions.add(Caution.LEFT_OUT);
		}
		var once = new int[outcome.length];
		Arrays.fill(once, 1);
		var correlations = Correlations.of(filled, outcome, once);
		var held = Ridge.fit(correlations);
		var plain = filled.length > 0 && outcome.length >= PEOPLE_FOR_EACH * filled.length && correlations.independent();
		var regression = plain ? Ridge.at(correlations, 0) : held;
		if (!plain) {
			cautions.add(Caution.HELD_BACK);
		}
		var draws = Draws.of(List.copyOf(columns.values()), formula, filled, outcome, plain);
		var relations = new ArrayList<Relation>();
		var coefficients = new LinkedHashMap<String, Double>();
		var place = 0;
		var at = 0;
		for (var each : columns.entrySet()) {
			var column = each.getValue();
			var used = column.usable();
			relations.add(relation(each.getKey(), column, draws.ranks[place++], used ? regression.coefficients()[at] : null, used ? draws.shares[at] : null, spreads.get(each.getKey())));
			if (used) {
				coefficients.put(each.getKey(), held.coefficients()[at++]);
			}
		}
		var learning = new Learning(people.size(), fresh, relation(null, formula, draws.formula, null, null, null), relations, regression.strength(), regression.explained(), coefficients,
				trust(people.size(), fresh, held), cautions);
		if (learning.expectedByChance() < 0.5) {
			return learning;
		}
		cautions.add(Caution.MANY_AT_ONCE);
		return new Learning(learning.people, fresh, learning.formula, relations, learning.strength, learning.explained, coefficients, learning.trust, cautions);
	}

	/** The held-back coefficients and their trust alone, without intervals and with however few people; for {@link BackTest}, which learns again and again. */
	static Learning quick(Map<String, Double> weights, Collection<Hire> hires, int inWeights) {
		var people = sorted(hires);
		var outcome = people.stream().mapToDouble(Hire::outcome).toArray();
		var columns = new LinkedHashMap<String, Column>();
		weights.keySet().forEach(code -> columns.put(code, Column.of(people.stream().map(person -> person.scores().get(code)).toArray(Double[]::new), outcome)));
		columns.values().removeIf(column -> !column.usable());
		var once = new int[outcome.length];
		Arrays.fill(once, 1);
		var held = Ridge.fit(Correlations.of(columns.values().stream().map(Column::filled).toArray(double[][]::new), outcome, once));
		var coefficients = new LinkedHashMap<String, Double>();
		var at = 0;
		for (var code : columns.keySet()) {
			coefficients.put(code, held.coefficients()[at++]);
		}
		var fresh = Math.max(0, people.size() - inWeights);
		return new Learning(people.size(), fresh, null, List.of(), held.strength(), held.explained(), coefficients, trust(people.size(), fresh, held), Set.of());
	}

	private static double trust(int people, int fresh, Ridge held) {
		return Math.min(fresh / (double) (people + AS_GOOD_AS_THOUGHT), 1 / (1 + held.strength()));
	}

	/** In an order that does not depend on how they came, so that the same people are always drawn alike. */
	private static List<Hire> sorted(Collection<Hire> hires) {
		return hires.stream().sorted(Comparator.comparingLong(Hire::id).thenComparingDouble(Hire::outcome)).toList();
	}

	private static Relation relation(String code, Column column, double[] ranks, Double share, double[] shares, Double spread) {
		var rank = column.enough() ? Correlation.pearson(column.ranks.once(), column.outcomeRanks.once()) : Double.NaN;
		if (Double.isNaN(rank)) {
			return new Relation(code, column.people(), column.missing(), null, null, null, null, null, null, Reading.NOT_ENOUGH_DATA);
		}
		var interval = Bootstrap.interval(ranks, LEVEL).orElse(null);
		var ratio = spread == null ? null : (Double) (spread / column.deviation());
		return new Relation(code, column.people(), column.missing(), rank, interval, share, shares == null ? null : Bootstrap.interval(shares, LEVEL).orElse(null), ratio,
				ratio == null ? null : (Double) Correlation.unrestricted(rank, ratio), Relation.reading(interval));
	}

	/** One characteristic of everybody. */
	private record Column(int[] who, double[] scores, MidRanks ranks, MidRanks outcomeRanks, int all) {

		static Column of(Double[] scores, double[] outcome) {
			var who = IntStream.range(0, scores.length).filter(i -> scores[i] != null).toArray();
			var present = Arrays.stream(who).mapToDouble(i -> scores[i]).toArray();
			return new Column(who, present, MidRanks.of(present), MidRanks.of(Arrays.stream(who).mapToDouble(i -> outcome[i]).toArray()), scores.length);
		}

		int people() {
			return who.length;
		}

		int missing() {
			return all - who.length;
		}

		boolean enough() {
			return who.length >= REFUSED_BELOW;
		}

		/** Fewer than ten is for {@link #quick} only, which leaves some people out. */
		boolean usable() {
			return who.length >= Math.min(REFUSED_BELOW, all) && Arrays.stream(scores).distinct().count() > 1;
		}

		double deviation() {
			var mean = Arrays.stream(scores).average().orElseThrow();
			return Math.sqrt(Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum() / (scores.length - 1));
		}

		double[] filled() {
			var filled = new double[all];
			Arrays.fill(filled, Arrays.stream(scores).average().orElse(0));
			for (int i = 0; i < who.length; i++) {
				filled[who[i]] = scores[i];
			}
			return filled;
		}

		double rank(int[] counts, double[] outcomeOfAll) {
			if (missing() == 0) {
				return Correlation.pearson(ranks.with(counts), outcomeOfAll, counts);
			}
			var own = Arrays.stream(who).map(i -> counts[i]).toArray();
			return Correlation.pearson(ranks.with(own), outcomeRanks.with(own), own);
		}
	}

	/** The figures of each draw. */
	private record Draws(double[][] ranks, double[] formula, double[][] shares) {

		static Draws of(List<Column> columns, Column formula, double[][] filled, double[] outcome, boolean plain) {
			var draws = new Draws(new double[columns.size()][DRAWS], new double[DRAWS], new double[filled.length][DRAWS]);
			var outcomeRanks = MidRanks.of(outcome);
			var draw = new int[1];
			new Bootstrap(outcome.length, DRAWS, SEED).each(counts -> {
				var ranksOfAll = outcomeRanks.with(counts);
				for (int j = 0; j < columns.size(); j++) {
					draws.ranks[j][draw[0]] = columns.get(j).rank(counts, ranksOfAll);
				}
				draws.formula[draw[0]] = formula.rank(counts, ranksOfAll);
				var correlations = Correlations.of(filled, outcome, counts);
				var regression = plain ? Ridge.at(correlations, 0) : Ridge.fit(correlations);
				for (int j = 0; j < filled.length; j++) {
					draws.shares[j][draw[0]] = regression.coefficients()[j];
				}
				draw[0]++;
			});
			return draws;
		}
	}
}
