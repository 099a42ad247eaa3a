package org.headcoach.training.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The result of a role play from the cards of its evaluators. A behaviour has the mean of what the evaluators gave it; the result is the mean or the lowest of the
 * behaviours. It is compared with the pass mark before it is rounded.
 */
public final class RolePlay {

	/** What one evaluator handed in: a score for each behaviour, and the places of the exit criteria that were met. */
	public record Card(List<RubricScore> scores, Set<Integer> met) {
		public Card {
			scores = List.copyOf(scores);
			met = Set.copyOf(met);
		}
	}

	/**
	 * @param passMark least result that passes
	 * @param floor least that each behaviour needs besides; null: none
	 */
	public record Terms(ResultRule rule, BigDecimal passMark, BigDecimal floor) {
	}

	/**
	 * @param score rounded to two places for the eye
	 * @param behaviours the score of each, rounded alike
	 * @param belowFloor the places of behaviours under the floor
	 * @param enough whether the score, unrounded, reaches the pass mark
	 * @param unmet the places of exit criteria that not every evaluator saw met
	 */
	public record Result(BigDecimal score, List<BigDecimal> behaviours, List<Integer> belowFloor, List<Integer> unmet, boolean verified, boolean enough, boolean passed) {
	}

	private RolePlay() {
	}

	/** @param cards at least one, all with the same behaviours */
	public static Result result(Terms terms, ExitCriteria exit, List<Card> cards) {
		var behaviours = cards.get(0).scores().size();
		if (cards.stream().anyMatch(card -> card.scores().size() != behaviours) || behaviours == 0) {
			throw new IllegalArgumentException("Cards with different behaviours");
		}
		var sums = IntStream.range(0, behaviours).map(i -> cards.stream().mapToInt(card -> card.scores().get(i).points()).sum()).toArray();
		var sum = terms.rule() == ResultRule.MEAN ? IntStream.of(sums).sum() : IntStream.of(sums).min().orElseThrow();
		var of = terms.rule() == ResultRule.MEAN ? cards.size() * behaviours : cards.size();
		var below = IntStream.range(0, behaviours).filter(i -> terms.floor() != null && !reaches(sums[i], cards.size(), terms.floor())).boxed().toList();
		var met = new HashSet<>(cards.get(0).met());
		cards.forEach(card -> met.retainAll(card.met()));
		var unmet = exit.missing(met);
		var enough = reaches(sum, of, terms.passMark());
		return new Result(rounded(sum, of), IntStream.of(sums).mapToObj(one -> rounded(one, cards.size())).toList(), below, unmet, unmet.isEmpty(), enough, enough && below.isEmpty() && unmet.isEmpty());
	}

	/** Whether sum / of is at least the mark, without dividing. */
	private static boolean reaches(int sum, int of, BigDecimal mark) {
		return BigDecimal.valueOf(sum).compareTo(mark.multiply(BigDecimal.valueOf(of))) >= 0;
	}

	private static BigDecimal rounded(int sum, int of) {
		return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP);
	}
}
