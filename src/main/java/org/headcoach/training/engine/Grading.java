package org.headcoach.training.engine;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Grades answers to one key, made ready once for many answers. Credit is a share of the question's points, from 0 to 1:
 * weights may take away from what other choices earned, never more. An essay has no credit until a person gives it.
 */
public final class Grading {

	private final ToDoubleFunction<Answer> credit;
	private final Function<Answer, String> feedback;

	private Grading(ToDoubleFunction<Answer> credit, Function<Answer, String> feedback) {
		this.credit = credit;
		this.feedback = feedback;
	}

	public static Grading of(Key key) {
		if (key instanceof Key.Single k) {
			var weights = weights(k.choices());
			return new Grading(answer -> answer instanceof Answer.Chosen chosen && chosen.only() >= 0 && chosen.only() < weights.length ? weights[chosen.only()] : 0, answer -> said(k.choices(), answer));
		}
		if (key instanceof Key.Multiple k) {
			var weights = weights(k.choices());
			return new Grading(answer -> answer instanceof Answer.Chosen chosen ? sum(weights, chosen) : 0, answer -> said(k.choices(), answer));
		}
		if (key instanceof Key.TrueFalse k) {
			var right = new Answer.Chosen(k.right() ? 1 : 2);
			return new Grading(answer -> answer.equals(right) ? 1 : 0, answer -> !answer.isGiven() ? "" : answer.equals(right) ? k.ifRight() : k.ifWrong());
		}
		if (key instanceof Key.Short k) {
			var words = new Words(k);
			return new Grading(answer -> answer instanceof Answer.Written written ? best(words.weights, words.accepting(written.text())) : 0,
					answer -> answer instanceof Answer.Written written ? first(words.accepting(written.text()).mapToObj(i -> k.accepted().get(i).feedback())) : "");
		}
		if (key instanceof Key.Numeric k) {
			var weights = k.ranges().stream().mapToDouble(range -> range.weight().doubleValue() / 100).toArray();
			return new Grading(answer -> answer instanceof Answer.Written written ? best(weights, holding(k, written.text())) : 0,
					answer -> answer instanceof Answer.Written written ? first(holding(k, written.text()).mapToObj(i -> k.ranges().get(i).feedback())) : "");
		}
		if (key instanceof Key.Matching k) {
			var right = k.asked().stream().mapToInt(pair -> k.matches().indexOf(pair.match())).toArray();
			return new Grading(answer -> answer instanceof Answer.Placed placed ? matched(right, placed.places()) : 0, answer -> "");
		}
		if (key instanceof Key.Ordering k) {
			return new Grading(answer -> answer instanceof Answer.Placed placed ? ordered(placed.places(), k.items().size()) : 0, answer -> "");
		}
		return new Grading(answer -> Double.NaN, answer -> "");
	}

	/** The share of the points that the answer earns, from 0 to 1; NaN for an essay that is written: a person has to mark it. */
	public double credit(Answer answer) {
		return answer.isGiven() ? bounded(credit.applyAsDouble(answer)) : 0;
	}

	/** The feedback that belongs to the answer; empty when there is none. */
	public String feedback(Answer answer) {
		return feedback.apply(answer);
	}

	private static double[] weights(List<Key.Choice> choices) {
		return choices.stream().mapToDouble(choice -> choice.weight().doubleValue() / 100).toArray();
	}

	private static String said(List<Key.Choice> choices, Answer answer) {
		return answer instanceof Answer.Chosen chosen ? IntStream.range(0, choices.size()).filter(chosen::has).mapToObj(i -> choices.get(i).feedback()).filter(text -> !text.isEmpty())
				.collect(Collectors.joining("\n")) : "";
	}

	private static String first(Stream<String> feedback) {
		return feedback.filter(text -> !text.isEmpty()).findFirst().orElse("");
	}

	private static double bounded(double credit) {
		return Math.max(0, Math.min(1, credit));
	}

	private static double sum(double[] weights, Answer.Chosen chosen) {
		var sum = 0.0;
		for (int i = 0; i < weights.length; i++) {
			if (chosen.has(i)) {
				sum += weights[i];
			}
		}
		// thirds as files write them add up to 99.99999 or 100.00001
		return Math.abs(sum - 1) < 0.0001 ? 1 : sum;
	}

	private static double best(double[] weights, IntStream found) {
		return found.mapToDouble(i -> weights[i]).max().orElse(0);
	}

	/** The accepted texts of a short answer, made ready. */
	private static final class Words {

		private final double[] weights;
		private final Pattern[] patterns;

		Words(Key.Short key) {
			weights = weights(key.accepted());
			patterns = key.accepted().stream().map(choice -> pattern(choice.text(), key.caseMatters())).toArray(Pattern[]::new);
		}

		IntStream accepting(String text) {
			var plain = plain(text);
			return IntStream.range(0, patterns.length).filter(i -> patterns[i].matcher(plain).matches());
		}

		private static Pattern pattern(String accepted, boolean caseMatters) {
			var parts = Arrays.stream(plain(Wording.plain(accepted)).split("(?<!\\\\)\\*", -1)).map(part -> Pattern.quote(part.replace("\\*", "*"))).collect(Collectors.joining(".*"));
			return Pattern.compile(parts, Pattern.DOTALL | (caseMatters ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
		}

		/** The same letters and words, however they were typed. */
		private static String plain(String text) {
			return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
		}
	}

	private static IntStream holding(Key.Numeric key, String text) {
		var numbers = numbers(text);
		return IntStream.range(0, key.ranges().size()).filter(i -> !numbers.isEmpty() && holds(key.ranges().get(i), numbers));
	}

	private static boolean holds(Key.Range range, List<BigDecimal> numbers) {
		return range.least() == null || numbers.stream().anyMatch(number -> number.compareTo(range.least()) >= 0 && number.compareTo(range.most()) <= 0);
	}

	/** What a typed number can mean: "1,822" is one thousand eight hundred and twenty-two here and less than two elsewhere, and nobody fails for it. */
	static List<BigDecimal> numbers(String typed) {
		var bare = typed.strip().replaceAll("[\\s\\u00A0\\u202F'’_]", "").replace('\u2212', '-').toLowerCase(Locale.ROOT);
		var meanings = new ArrayList<BigDecimal>();
		if (bare.matches("[-+]?(\\d{1,18}(\\.\\d{0,12})?|\\.\\d{1,12})")) {
			meanings.add(new BigDecimal(bare));
		}
		if (bare.matches("[-+]?\\d{1,3}(,\\d{3}){1,5}(\\.\\d{0,12})?")) {
			meanings.add(new BigDecimal(bare.replace(",", "")));
		}
		if (bare.matches("[-+]?(\\d{1,18}|\\d{1,3}(\\.\\d{3}){1,5}),\\d{1,12}")) {
			meanings.add(new BigDecimal(bare.replace(".", "").replace(',', '.')));
		}
		if (bare.matches("[-+]?\\d{1,3}(\\.\\d{3}){2,5}")) {
			meanings.add(new BigDecimal(bare.replace(".", "")));
		}
		return meanings;
	}

	private static double matched(int[] matches, List<Integer> places) {
		var right = 0;
		for (int i = 0; i < matches.length && i < places.size(); i++) {
			right += places.get(i) == matches[i] ? 1 : 0;
		}
		return (double) right / matches.length;
	}

	/** Each item that directly follows the one it should: a single item that is out of place costs its two neighbourhoods, not everything behind it. */
	private static double ordered(List<Integer> places, int items) {
		if (places.size() != items || places.contains(-1) || places.stream().distinct().count() != items) {
			return 0;
		}
		var right = 0;
		for (int i = 1; i < items; i++) {
			right += places.get(i) == places.get(i - 1) + 1 ? 1 : 0;
		}
		return (double) right / (items - 1);
	}
}
