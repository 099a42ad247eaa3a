package org.headcoach.hiring.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The mean of scores by the weights of a hiring model, over what was scored. What is missing is missing: it takes its weight out of the mean and out of the coverage, and
 * is never a 0.
 */
public final class Formula {

	/** The best score there is. */
	public static final int BEST = 10;

	/**
	 * A characteristic's weight with what was scored.
	 *
	 * @param weight 0 or more; only the relations between weights count
	 * @param score 1 to 10, also between two of them when it is a mean itself; null when missing
	 */
	public record Weighted(double weight, Double score) {

		public Weighted {
			if (!(weight >= 0) || Double.isInfinite(weight)) {
				throw new IllegalArgumentException("A weight of " + weight);
			}
			if (score != null && !(score >= 1 && score <= BEST)) {
				throw new IllegalArgumentException("A score of " + score);
			}
		}
	}

	/**
	 * What the scores come to.
	 *
	 * @param share of the best that was possible, 0 to 1; empty when nothing with a weight was scored
	 * @param coverage the part of all weight that was scored, 0 to 1
	 * @param scored how many characteristics
	 * @param of how many there are
	 */
	public record Mark(OptionalDouble share, double coverage, int scored, int of) {
	}

	private Formula() {
	}

	/** Σ(weight × score) ÷ (10 × Σ weight), both sums over what was scored. */
	public static Mark mark(Collection<Weighted> characteristics) {
		var sum = 0.0;
		var present = 0.0;
		var all = 0.0;
		var scored = 0;
		for (var one : characteristics) {
			all += one.weight();
			if (one.score() != null) {
				sum += one.weight() * one.score();
				present += one.weight();
				scored++;
			}
		}
		return new Mark(present > 0 ? OptionalDouble.of(sum / (BEST * present)) : OptionalDouble.empty(), all > 0 ? present / all : 0, scored, characteristics.size());
	}

	/** The mark of several cards together: each characteristic with the mean of those who scored it, so that who scores more weighs no more. */
	public static Mark mark(Map<String, Double> weights, Collection<Map<String, Integer>> cards) {
		var characteristics = new ArrayList<Weighted>();
		weights.forEach((code, weight) -> {
			var mean = cards.stream().map(card -> card.get(code)).filter(Objects::nonNull).mapToInt(Integer::intValue).average();
			characteristics.add(new Weighted(weight, mean.isPresent() ? mean.getAsDouble() : null));
		});
		return mark(characteristics);
	}

	/** The score that counts: of a characteristic that is scored before and after coaching, the one after it; the first pass alone says nothing yet. */
	public static Integer counted(boolean twoPass, Integer first, Integer second) {
		return twoPass ? second : first;
	}
}
