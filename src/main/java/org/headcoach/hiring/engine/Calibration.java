package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

import org.headcoach.shared.statistics.Correlation;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.NormalNormal;

/**
 * How interviewers score: milder or stricter than others who saw the same candidate, in a wider or narrower range, and how well their own cards told who would succeed. Each figure lies between what the interviewer's own cards say
 * and the mean of all interviewers: {@code own weight = between / (between + own chance)}, both learnt from all interviewers ({@link NormalNormal}). One who has seen few is near the mean; nobody is called strict for three cards.
 */
public final class Calibration {

	/** With fewer candidates (or hires, for the last figure) nothing is said. */
	public static final int ENOUGH = 5;

	/** A card that was handed in: the scores that count, by characteristic. */
	public record Card(long interviewer, long candidate, Map<String, Integer> scores) {

		public Card {
			scores = Map.copyOf(scores);
		}
	}

	/**
	 * One interviewer.
	 *
	 * @param leniency points above (or below) what others gave the same candidates for the same characteristics
	 * @param spread how far the own marks lie apart against those of all: 1 is as far, a half is half as far
	 * @param validity the rank correlation of the own marks with how the hired did
	 */
	public record Line(long interviewer, int cards, Figure leniency, Figure spread, Figure validity) implements Serializable {
	}

	/**
	 * One figure.
	 *
	 * @param people of whom it is
	 * @param plain as it is; null with fewer than five
	 * @param estimate between the plain one and the mean of all; null with fewer than five, or where it is the only interviewer's
	 */
	public record Figure(int people, Double plain, Double estimate, Interval interval) implements Serializable {

		static Figure unknown(int people, Double plain) {
			return new Figure(people, plain, null, null);
		}

		/** Whether the whole interval lies above the value. */
		public boolean above(double value) {
			return interval != null && interval.low() > value;
		}

		public boolean below(double value) {
			return interval != null && interval.high() < value;
		}
	}

	/** A figure before it is shrunk. */
	private record Own(double value, double chance, int people) {
	}

	private Calibration() {
	}

	/**
	 * @param weights today's, which make a mark of a card
	 * @param cards all that were handed in, at most one for each interviewer and candidate
	 * @param outcomes how the hired did, by candidate; more is better
	 * @return by interviewer's id
	 */
	public static List<Line> of(Map<String, Double> weights, Collection<Card> cards, Map<Long, Double> outcomes) {
		var byInterviewer = new TreeMap<Long, List<Card>>();
		var byCandidate = new HashMap<Long, List<Card>>();
		cards.stream().sorted((one, other) -> Long.compare(one.candidate(), other.candidate())).forEach(card -> {
			byInterviewer.computeIfAbsent(card.interviewer(), any -> new ArrayList<>()).add(card);
			byCandidate.computeIfAbsent(card.candidate(), any -> new ArrayList<>()).add(card);
		});
		var leniency = leniency(byInterviewer, byCandidate);
		var spread = spread(byInterviewer, weights);
		var validity = validity(byInterviewer, weights, outcomes);
		return byInterviewer.entrySet().stream()
				.map(each -> new Line(each.getKey(), each.getValue().size(), leniency.get(each.getKey()), spread.get(each.getKey()), validity.get(each.getKey()))).toList();
	}

	private static Map<Long, Figure> leniency(Map<Long, List<Card>> byInterviewer, Map<Long, List<Card>> byCandidate) {
		var differences = new TreeMap<Long, double[]>();
		byInterviewer.forEach((interviewer, own) -> differences.put(interviewer,
				own.stream().mapToDouble(card -> difference(card, byCandidate.get(card.candidate()))).filter(Double::isFinite).toArray()));
		var squares = 0.0;
		var freedom = 0;
		for (var own : differences.values()) {
			if (own.length >= ENOUGH) {
				squares += squares(own);
				freedom += own.length - 1;
			}
		}
		// never quite nothing: scores are whole points
		var within = Math.max(0.01, freedom == 0 ? 0 : squares / freedom);
		var own = new TreeMap<Long, Own>();
		differences.forEach((interviewer, values) -> own.put(interviewer, new Own(values.length < ENOUGH ? Double.NaN : mean(values), within / Math.max(1, values.length), values.length)));
		return shrunk(own, value -> value);
	}

	/** The own scores less the mean of the others' for the same characteristics; NaN where nobody else scored any of them. */
	private static double difference(Card card, List<Card> ofCandidate) {
		return card.scores().entrySet().stream().mapToDouble(score -> score.getValue() - ofCandidate.stream()
				.filter(other -> other.interviewer() != card.interviewer() && other.scores().containsKey(score.getKey())).mapToInt(other -> other.scores().get(score.getKey())).average().orElse(Double.NaN))
				.filter(Double::isFinite).average().orElse(Double.NaN);
	}

	private static Map<Long, Figure> spread(Map<Long, List<Card>> byInterviewer, Map<String, Double> weights) {
		var marks = new TreeMap<Long, double[]>();
		byInterviewer.forEach((interviewer, cards) -> marks.put(interviewer, cards.stream().map(card -> mark(weights, card)).filter(mark -> mark != null).mapToDouble(Double::doubleValue).toArray()));
		var squares = 0.0;
		var freedom = 0;
		for (var own : marks.values()) {
			if (own.length >= ENOUGH) {
				squares += squares(own);
				freedom += own.length - 1;
			}
		}
		var variance = freedom == 0 ? 0 : squares / freedom;
		var own = new TreeMap<Long, Own>();
		marks.forEach((interviewer, values) -> {
			// one candidate of the common spread is added, so that all marks equal is narrow and not endlessly narrow
			var ratio = values.length < ENOUGH || variance == 0 ? Double.NaN : 0.5 * Math.log((squares(values) + variance) / values.length / variance);
			own.put(interviewer, new Own(ratio, 1 / (2.0 * Math.max(1, values.length - 1)), values.length));
		});
		return shrunk(own, Math::exp);
	}

	private static Map<Long, Figure> validity(Map<Long, List<Card>> byInterviewer, Map<String, Double> weights, Map<Long, Double> outcomes) {
		var own = new TreeMap<Long, Own>();
		byInterviewer.forEach((interviewer, cards) -> {
			var known = cards.stream().filter(card -> outcomes.containsKey(card.candidate()) && mark(weights, card) != null).toList();
			var correlation = known.size() < ENOUGH ? Double.NaN
					: Correlation.spearman(known.stream().mapToDouble(card -> mark(weights, card)).toArray(), known.stream().mapToDouble(card -> outcomes.get(card.candidate())).toArray());
			own.put(interviewer, new Own(Double.isNaN(correlation) ? Double.NaN : Correlation.fisher(correlation), Correlation.chance(Math.max(4, known.size())), known.size()));
		});
		return shrunk(own, Math::tanh);
	}

	private static Double mark(Map<String, Double> weights, Card card) {
		var scores = new HashMap<String, Double>();
		card.scores().forEach((code, score) -> scores.put(code, score.doubleValue()));
		return Totals.share(weights, scores);
	}

	/** Between the own figure and the mean of all, then back to the scale that people read. */
	private static Map<Long, Figure> shrunk(Map<Long, Own> own, DoubleUnaryOperator readable) {
		var known = own.values().stream().filter(each -> Double.isFinite(each.value())).toList();
		var group = NormalNormal.fit(known.stream().mapToDouble(Own::value).toArray(), known.stream().mapToDouble(Own::chance).toArray());
		var figures = new HashMap<Long, Figure>();
		own.forEach((interviewer, each) -> {
			if (!Double.isFinite(each.value())) {
				figures.put(interviewer, Figure.unknown(each.people(), null));
			} else if (group.isEmpty()) {
				figures.put(interviewer, Figure.unknown(each.people(), readable.applyAsDouble(each.value())));
			} else {
				var posterior = group.get().posterior(each.value(), each.chance());
				var interval = posterior.interval(Learning.LEVEL);
				figures.put(interviewer, new Figure(each.people(), readable.applyAsDouble(each.value()), readable.applyAsDouble(posterior.estimate()),
						new Interval(readable.applyAsDouble(interval.low()), readable.applyAsDouble(interval.high()))));
			}
		});
		return figures;
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElseThrow();
	}

	private static double squares(double[] values) {
		var mean = mean(values);
		return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
	}
}
