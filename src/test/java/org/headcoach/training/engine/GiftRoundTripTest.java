package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the bank gives away as GIFT comes back as it was. */
class GiftRoundTripTest {

	@Provide
	Arbitrary<Question> questions() {
		return anyQuestion();
	}

	/** Questions of every kind, with every sign that means something in GIFT. */
	static Arbitrary<Question> anyQuestion() {
		var base = Combinators.combine(words(60), words(300), keys(), maybe(words(80)), Arbitraries.of(Difficulty.values()), Arbitraries.of("0.5", "1", "2", "10"), maybe(oneLine(30)), maybe(oneLine(20)))
				.as((name, text, key, feedback, difficulty, points, category, family) -> new Question(name, text, key, feedback, difficulty, new BigDecimal(points), category, family, List.of()));
		return Combinators.combine(base, oneLine(15).list().ofMaxSize(3), pictures().list().uniqueElements(Picture::print).ofMaxSize(Question.MOST_PICTURES)).as((question, tags, pictures) -> new Question(question.name(),
				question.text(), question.key(), question.feedback(), question.difficulty(), question.points(), question.category(), question.family(), tags, pictures));
	}

	private static Arbitrary<Picture> pictures() {
		return Combinators.combine(Arbitraries.strings().withChars("0123456789abcdef").ofLength(64), oneLine(40)).as(Picture::new);
	}

	private static Arbitrary<String> words(int longest) {
		return Arbitraries.strings().withChars("abZ09 ~=#{}:\\%->/[]*.,;?ü漢\n'\"").ofMinLength(1).ofMaxLength(longest).map(text -> text.replaceAll("\\s*\n\\s*", "\n").strip()).filter(text -> !text.isBlank());
	}

	private static Arbitrary<String> oneLine(int longest) {
		return words(longest).map(text -> text.replaceAll("\\s+", " ")).filter(text -> !text.startsWith("$") && !text.isBlank());
	}

	private static Arbitrary<String> maybe(Arbitrary<String> words) {
		return words.injectNull(0.4).map(text -> text == null ? "" : text);
	}

	private static Arbitrary<Key.Choice> choices() {
		return Combinators.combine(words(30), Arbitraries.of("100", "50", "33.33333", "0", "-25", "-100"), maybe(words(20))).as((text, weight, feedback) -> new Key.Choice(text, new BigDecimal(weight), feedback));
	}

	private static Arbitrary<List<Key.Choice>> several(int least) {
		return choices().list().ofMinSize(least).ofMaxSize(6).filter(list -> list.stream().anyMatch(choice -> choice.weight().signum() > 0));
	}

	private static Arbitrary<BigDecimal> numbers() {
		return Arbitraries.bigDecimals().between(new BigDecimal("-100000"), new BigDecimal("100000")).ofScale(3);
	}

	private static Arbitrary<Key.Range> ranges() {
		return Combinators.combine(numbers(), numbers(), Arbitraries.of("100", "50", "1"), maybe(words(20)), Arbitraries.of(0, 1, 2))
				.as((a, b, weight, feedback, shape) -> shape == 0 ? new Key.Range(null, null, new BigDecimal(weight), feedback)
						: new Key.Range(a.min(b), shape == 1 ? a.min(b) : a.max(b), new BigDecimal(weight), feedback));
	}

	static Arbitrary<Key> keys() {
		return Arbitraries.oneOf(several(2).map(Key.Single::new), several(2).map(Key.Multiple::new),
				Combinators.combine(Arbitraries.of(true, false), maybe(words(20)), maybe(words(20))).as(Key.TrueFalse::new),
				Combinators.combine(several(1), Arbitraries.of(true, false)).as(Key.Short::new), ranges().list().ofMinSize(1).ofMaxSize(4).map(Key.Numeric::new),
				Combinators.combine(maybe(words(20)), words(20)).as(Key.Pair::new).list().ofMinSize(2).ofMaxSize(6).filter(list -> list.stream().anyMatch(pair -> !pair.prompt().isEmpty())).map(Key.Matching::new),
				words(20).list().uniqueElements().ofMinSize(2).ofMaxSize(6).map(Key.Ordering::new),
				Combinators.combine(words(20), Arbitraries.of("1", "2.5", "10")).as((text, points) -> new Key.Criterion(text, new BigDecimal(points))).list().ofMaxSize(3).map(Key.Essay::new));
	}

	@Property(tries = 2000)
	void writtenAndReadAgainItIsTheSameQuestion(@ForAll("questions") Question question) {
		var reading = GiftReader.read(GiftWriter.file(List.of(question)));
		assertEquals(List.of(), reading.errors(), () -> GiftWriter.file(List.of(question)));
		assertEquals(List.of(question), reading.questions().stream().map(Reading.Found::question).toList(), () -> GiftWriter.file(List.of(question)));
	}

	@Test
	void theGoldenFileIsTheSameBankAfterwards() {
		var bank = GiftReader.read(GiftReaderTest.GOLDEN).questions().stream().map(Reading.Found::question).toList();
		var again = GiftReader.read(GiftWriter.file(bank));
		assertEquals(List.of(), again.errors());
		assertEquals(bank, again.questions().stream().map(Reading.Found::question).toList());
		assertEquals(GiftWriter.file(bank), GiftWriter.file(again.questions().stream().map(Reading.Found::question).toList()));
	}
}
