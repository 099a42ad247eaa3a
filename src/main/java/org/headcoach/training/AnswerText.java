package org.headcoach.training;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Wording;

/** Answers and keys in words. True and false are {@code true} and {@code false}; a page has its own words for them. */
final class AnswerText {

	private AnswerText() {
	}

	/** What was answered; empty when nothing was. */
	static String of(Key key, Answer answer) {
		if (answer instanceof Answer.Written written) {
			return written.text();
		}
		if (answer instanceof Answer.Chosen chosen) {
			return key instanceof Key.TrueFalse ? chosen.bits() == 0 ? "" : String.valueOf(chosen.has(0))
					: several(IntStream.range(0, key.places()).filter(chosen::has).mapToObj(i -> key.words().get(i)));
		}
		if (answer instanceof Answer.Placed placed && key instanceof Key.Matching matching) {
			return lines(IntStream.range(0, placed.places().size())
					.mapToObj(i -> matching.asked().get(i).prompt() + " – " + (placed.places().get(i) < 0 ? "?" : matching.matches().get(placed.places().get(i)))));
		}
		if (answer instanceof Answer.Placed placed && key instanceof Key.Ordering ordering) {
			return placed.places().stream().map(place -> place < 0 ? "?" : Wording.plain(ordering.items().get(place))).collect(Collectors.joining(" → "));
		}
		return "";
	}

	/** What would have been right. */
	static String right(Key key) {
		if (key instanceof Key.Choosing choosing) {
			return choices(choosing.choices());
		}
		if (key instanceof Key.TrueFalse trueFalse) {
			return String.valueOf(trueFalse.right());
		}
		if (key instanceof Key.Short words) {
			return choices(words.accepted());
		}
		if (key instanceof Key.Numeric numeric) {
			return several(numeric.ranges().stream().filter(range -> range.least() != null && range.weight().signum() > 0).map(
					range -> range.least().compareTo(range.most()) == 0 ? range.least().toPlainString() : range.least().toPlainString() + " – " + range.most().toPlainString()));
		}
		if (key instanceof Key.Matching matching) {
			return lines(matching.asked().stream().map(pair -> pair.prompt() + " – " + pair.match()));
		}
		return key instanceof Key.Ordering ordering ? ordering.items().stream().map(Wording::plain).collect(Collectors.joining(" → ")) : "";
	}

	/** An answer that earns all that can be earned. */
	static Answer best(Key key) {
		if (key instanceof Key.Single single) {
			return Answer.Chosen.of(IntStream.range(0, key.places()).boxed().max(Comparator.comparing((Integer i) -> single.choices().get(i).weight())).orElseThrow());
		}
		if (key instanceof Key.Multiple multiple) {
			return Answer.Chosen.of(IntStream.range(0, key.places()).filter(i -> multiple.choices().get(i).weight().signum() > 0).toArray());
		}
		if (key instanceof Key.TrueFalse trueFalse) {
			return Answer.Chosen.of(trueFalse.right() ? 0 : 1);
		}
		if (key instanceof Key.Short words) {
			return new Answer.Written(words.accepted().stream().max(Comparator.comparing(Key.Choice::weight)).orElseThrow().text());
		}
		if (key instanceof Key.Numeric numeric) {
			return new Answer.Written(numeric.ranges().stream().filter(range -> range.least() != null).max(Comparator.comparing(Key.Range::weight)).orElseThrow().least().toPlainString());
		}
		if (key instanceof Key.Matching matching) {
			return new Answer.Placed(matching.asked().stream().map(pair -> matching.matches().indexOf(pair.match())).toList());
		}
		return key instanceof Key.Ordering ? new Answer.Placed(IntStream.range(0, key.places()).boxed().toList()) : new Answer.Written("Because of the buyer.");
	}

	private static String choices(List<Key.Choice> choices) {
		var best = choices.stream().map(Key.Choice::weight).max(BigDecimal::compareTo).orElseThrow();
		var one = best.compareTo(BigDecimal.valueOf(100)) == 0;
		return several(choices.stream().filter(choice -> one ? choice.weight().compareTo(best) == 0 : choice.weight().signum() > 0).map(Key.Choice::text));
	}

	private static String several(Stream<String> words) {
		return words.map(Wording::plain).collect(Collectors.joining("; "));
	}

	private static String lines(Stream<String> words) {
		return words.map(Wording::plain).collect(Collectors.joining("\n"));
	}
}
