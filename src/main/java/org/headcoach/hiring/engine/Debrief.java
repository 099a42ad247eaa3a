package org.headcoach.hiring.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What to talk about when all cards are in: where interviewers differ first, then what nobody has looked at, then what they agree on. */
public final class Debrief {

	/** Scores that far apart are two opinions. With anchors at 1, 5 and 10, four points lead from one anchor past the middle to the next. */
	public static final int SPLIT_FROM = 4;

	/** Scores within that many points say the same. */
	public static final int SAME_WITHIN = 2;

	/** How a characteristic stands; the order of the constants is the order of the talk. */
	public enum Opinion {
		SPLIT, NOBODY, DIFFERENT, ONE_VOICE, AGREED
	}

	/**
	 * One characteristic over all cards.
	 *
	 * @param mean empty when nobody has scored it
	 * @param spread highest less lowest; 0 below two scores
	 */
	public record Topic(String code, double weight, Opinion opinion, int scores, OptionalDouble mean, int spread) {
	}

	/**
	 * @param agreement of the characteristics that two or more have scored, the part on which they say the same; empty when there is none
	 * @param divided whether somebody would hire and somebody else would not
	 */
	public record Talk(List<Topic> topics, OptionalDouble agreement, boolean divided) {
	}

	private Debrief() {
	}

	/**
	 * @param weights of all characteristics, in their order
	 * @param cards the counted scores of each card by characteristic
	 * @param leanings of each card: below 0 against, above 0 for, 0 undecided
	 */
	public static Talk of(Map<String, Double> weights, Collection<Map<String, Integer>> cards, Collection<Integer> leanings) {
		var topics = weights.entrySet().stream().map(one -> topic(one.getKey(), one.getValue(), cards)).toList();
		var shared = topics.stream().filter(topic -> topic.scores() > 1).toList();
		var agreement = shared.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(shared.stream().filter(topic -> topic.opinion() == Opinion.AGREED).count() / (double) shared.size());
		var divided = leanings.stream().anyMatch(leaning -> leaning < 0) && leanings.stream().anyMatch(leaning -> leaning > 0);
		return new Talk(topics.stream().sorted(Comparator.comparing(Topic::opinion).thenComparing(Comparator.comparingInt(Topic::spread).reversed())
				.thenComparing(Comparator.comparingDouble(Topic::weight).reversed())).toList(), agreement, divided);
	}

	private static Topic topic(String code, double weight, Collection<Map<String, Integer>> cards) {
		var scores = cards.stream().map(card -> card.get(code)).filter(Objects::nonNull).mapToInt(Integer::intValue).summaryStatistics();
		var count = (int) scores.getCount();
		var spread = count < 2 ? 0 : scores.getMax() - scores.getMin();
		var opinion = count == 0 ? Opinion.NOBODY : count == 1 ? Opinion.ONE_VOICE : spread >= SPLIT_FROM ? Opinion.SPLIT : spread > SAME_WITHIN ? Opinion.DIFFERENT : Opinion.AGREED;
		return new Topic(code, weight, opinion, count, count == 0 ? OptionalDouble.empty() : OptionalDouble.of(scores.getAverage()), spread);
	}
}
