package org.headcoach.training.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessException;

/** What is right, and what the answers to choose from are. Weights are percent of the question's points. A key that no answer can satisfy is refused. */
public sealed interface Key extends Serializable {

	/** More would fit on no phone, and an answer keeps what is chosen in 64 bits. */
	int MOST_CHOICES = 40;

	/**
	 * An answer to choose, or one that is accepted.
	 *
	 * @param weight percent of the points that it earns, from -100 to 100
	 */
	record Choice(String text, BigDecimal weight, String feedback) implements Serializable {
		public Choice {
			text = said(text);
			weight = weighed(weight);
			feedback = optional(feedback);
		}
	}

	/** Answers to choose from. */
	sealed interface Choosing extends Key permits Single, Multiple {

		List<Choice> choices();

		@Override
		default int places() {
			return choices().size();
		}

		@Override
		default List<String> words() {
			return choices().stream().map(Choice::text).toList();
		}
	}

	/** One answer of several. */
	record Single(List<Choice> choices) implements Choosing {
		public Single {
			choices = rewarded(choices, 2, Choice::weight);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.SINGLE;
		}
	}

	/** Any number of several answers; the weights of what is chosen add up. */
	record Multiple(List<Choice> choices) implements Choosing {
		public Multiple {
			choices = rewarded(choices, 2, Choice::weight);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.MULTIPLE;
		}
	}

	record TrueFalse(boolean right, String ifWrong, String ifRight) implements Key {
		public TrueFalse {
			ifWrong = optional(ifWrong);
			ifRight = optional(ifRight);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.TRUE_FALSE;
		}
	}

	/** A few words; an asterisk in an accepted text stands for anything. */
	record Short(List<Choice> accepted, boolean caseMatters) implements Key {
		public Short {
			accepted = rewarded(accepted, 1, Choice::weight);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.SHORT;
		}
	}

	/**
	 * Numbers that are accepted, both ends included.
	 *
	 * @param least null together with {@code most}: any number
	 */
	record Range(BigDecimal least, BigDecimal most, BigDecimal weight, String feedback) implements Serializable {
		public Range {
			if ((least == null) != (most == null) || least != null && least.compareTo(most) > 0) {
				throw new BusinessException("training.error.range");
			}
			least = least == null ? null : plain(least);
			most = most == null ? null : plain(most);
			weight = weighed(weight);
			feedback = optional(feedback);
		}
	}

	/** A number; of several ranges that hold it the best counts. */
	record Numeric(List<Range> ranges) implements Key {
		public Numeric {
			ranges = rewarded(ranges, 1, Range::weight);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.NUMERIC;
		}
	}

	/** What belongs to what; an empty prompt is an answer too many. */
	record Pair(String prompt, String match) implements Serializable {
		public Pair {
			// GIFT knows no way to write an arrow inside a prompt
			prompt = optional(prompt).replace("->", "→");
			match = said(match);
		}
	}

	record Matching(List<Pair> pairs) implements Key {
		public Matching {
			requireCount(pairs, 2);
			pairs = List.copyOf(pairs);
			if (pairs.stream().allMatch(pair -> pair.prompt().isEmpty())) {
				throw new BusinessException("training.error.pairs");
			}
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.MATCHING;
		}

		@Override
		public int places() {
			return matches().size();
		}

		@Override
		public List<String> words() {
			return Stream.concat(matches().stream(), asked().stream().map(Pair::prompt)).toList();
		}

		/** The answers to choose from, each once: two prompts may have the same. */
		public List<String> matches() {
			return pairs.stream().map(Pair::match).distinct().toList();
		}

		/** The pairs that are asked for. */
		public List<Pair> asked() {
			return pairs.stream().filter(pair -> !pair.prompt().isEmpty()).toList();
		}
	}

	/** Items in their right order. */
	record Ordering(List<String> items) implements Key {
		public Ordering {
			requireCount(items, 2);
			items = items.stream().map(Key::said).toList();
			if (new HashSet<>(items).size() < items.size()) {
				throw new BusinessException("training.error.twice");
			}
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.ORDERING;
		}

		@Override
		public int places() {
			return items.size();
		}

		@Override
		public List<String> words() {
			return items;
		}
	}

	/** One line of a rubric: what is looked at and how many points it can earn. */
	record Criterion(String text, BigDecimal points) implements Serializable {
		public Criterion {
			text = said(text);
			if (points == null || points.signum() <= 0) {
				throw new BusinessException("training.error.points");
			}
			points = plain(points);
		}
	}

	/** Free text, marked by a person along the rubric; without one it is marked in percent. */
	record Essay(List<Criterion> rubric) implements Key {
		public Essay {
			rubric = List.copyOf(rubric);
		}

		@Override
		public QuestionKind kind() {
			return QuestionKind.ESSAY;
		}
	}

	QuestionKind kind();

	/** How many things stand in an order that may be shuffled. */
	default int places() {
		return 0;
	}

	/** What an answer refers to: under another key of the same kind with the same words it means the same, and can be graded again. */
	default List<String> words() {
		return List.of();
	}

	default boolean readsAnswersOf(Key other) {
		return kind() == other.kind() && words().equals(other.words());
	}

	/** So many at least, of which one earns something. */
	private static <T> List<T> rewarded(List<T> list, int least, Function<T, BigDecimal> weight) {
		requireCount(list, least);
		if (list.stream().map(weight).noneMatch(percent -> percent.signum() > 0)) {
			throw new BusinessException("training.error.no-right");
		}
		return List.copyOf(list);
	}

	private static void requireCount(List<?> list, int least) {
		if (list == null || list.size() < least) {
			throw new BusinessException("training.error.too-few", least);
		}
		if (list.size() > MOST_CHOICES) {
			throw new BusinessException("training.error.too-many", MOST_CHOICES);
		}
	}

	private static String said(String text) {
		if (text == null || text.isBlank()) {
			throw new BusinessException("training.error.empty-answer");
		}
		return text.strip();
	}

	private static String optional(String text) {
		return text == null ? "" : text.strip();
	}

	private static BigDecimal weighed(BigDecimal weight) {
		if (weight == null || weight.abs().compareTo(BigDecimal.valueOf(100)) > 0) {
			throw new BusinessException("training.error.weight");
		}
		return plain(weight);
	}

	/** 5 and 5.0 are one number. */
	static BigDecimal plain(BigDecimal number) {
		var bare = number.stripTrailingZeros();
		return number.signum() == 0 ? BigDecimal.ZERO : bare.scale() < 0 ? bare.setScale(0) : bare;
	}
}
