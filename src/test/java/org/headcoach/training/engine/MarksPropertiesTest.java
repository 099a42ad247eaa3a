package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What an attempt comes to does not depend on the order of its questions, on how often it is graded, or on chance. */
class MarksPropertiesTest {

	/** A question with what was answered, by the places of its key. */
	private record Answered(Key key, Answer answer, BigDecimal points) {

		Marks.Part part(Key by) {
			return new Marks.Part(points, Marks.credit(Grading.of(by).credit(answer)), answer.isGiven());
		}
	}

	@Provide
	Arbitrary<List<Key>> exams() {
		return GiftRoundTripTest.keys().list().ofMinSize(1).ofMaxSize(12);
	}

	private static List<Answered> answered(List<Key> keys, long seed) {
		var random = new Random(seed);
		return keys.stream().map(key -> new Answered(key, GradingTest.anyAnswer(key, random), BigDecimal.valueOf(1 + random.nextInt(8), 1))).toList();
	}

	/** The same key with other weights: what was right may be wrong and the other way round. */
	private static Key corrected(Key key, Random random) {
		if (key instanceof Key.Choosing choosing) {
			var weights = new ArrayList<>(choosing.choices().stream().map(Key.Choice::weight).toList());
			Collections.shuffle(weights, random);
			var choices = IntStream.range(0, weights.size()).mapToObj(i -> new Key.Choice(choosing.choices().get(i).text(), weights.get(i), "")).toList();
			return key instanceof Key.Single ? new Key.Single(choices) : new Key.Multiple(choices);
		}
		return key instanceof Key.TrueFalse trueFalse ? new Key.TrueFalse(!trueFalse.right(), "", "") : key;
	}

	@Property
	void theOrderInWhichQuestionsAreDrawnNeverChangesAMark(@ForAll("exams") List<Key> keys, @ForAll long seed, @ForAll long draw, @ForAll @IntRange(max = 100) int penalty) {
		var exam = answered(keys, seed);
		var order = Shuffle.of(draw, exam.size());
		var asDrawn = IntStream.range(0, exam.size()).mapToObj(i -> exam.get(order.original(i))).map(one -> {
			var shuffle = Shuffle.of(draw + 1, one.key().places());
			return new Answered(one.key(), Answer.read(one.answer().toShow(one.key(), shuffle).kept()).asShown(one.key(), shuffle), one.points());
		}).toList();
		assertEquals(Marks.of(exam.stream().map(one -> one.part(one.key())).toList(), penalty), Marks.of(asDrawn.stream().map(one -> one.part(one.key())).toList(), penalty));
	}

	@Property
	void gradingTwiceByACorrectedKeyIsGradingOnce(@ForAll("exams") List<Key> keys, @ForAll long seed) {
		var exam = answered(keys, seed);
		var random = new Random(seed);
		var corrected = exam.stream().map(one -> corrected(one.key(), random)).toList();
		IntStream.range(0, exam.size()).forEach(i -> assertTrue(corrected.get(i).readsAnswersOf(exam.get(i).key()), "a correction reads the answers that were given"));
		var once = IntStream.range(0, exam.size()).mapToObj(i -> exam.get(i).part(corrected.get(i))).toList();
		var twice = IntStream.range(0, exam.size()).mapToObj(i -> new Answered(corrected.get(i), Answer.read(exam.get(i).answer().kept()), exam.get(i).points()).part(corrected.get(i))).toList();
		assertEquals(Marks.of(once, 0), Marks.of(twice, 0));
	}

	/** What waits can earn anything from nothing to all: passed and failed are said exactly where that changes nothing. */
	@Property
	void passedOrFailedIsSaidOnceWhatWaitsCannotDecide(@ForAll List<@IntRange(min = -1, max = 4) Integer> credits, @ForAll long seed, @ForAll @IntRange(max = 100) int penalty, @ForAll @IntRange(min = 1, max = 100) int passMark) {
		var random = new Random(seed);
		var parts = credits.stream().limit(8).map(credit -> new Marks.Part(BigDecimal.valueOf(1 + random.nextInt(4)), credit < 0 ? null : BigDecimal.valueOf(credit * 25L, 2), credit != 0 || random.nextBoolean())).toList();
		var said = Marks.passed(parts, penalty, passMark);
		var outcomes = IntStream.range(0, 40).mapToObj(i -> Marks.of(parts.stream().map(part -> part.credit() != null ? part
				: new Marks.Part(part.points(), i < 2 ? BigDecimal.valueOf(i) : BigDecimal.valueOf(random.nextInt(101), 2), part.given())).toList(), penalty).percent().compareTo(BigDecimal.valueOf(passMark)) >= 0).toList();
		assertEquals(said == null, outcomes.contains(true) && outcomes.contains(false), () -> parts + " " + said + " " + outcomes);
		assertTrue(said == null || outcomes.stream().allMatch(said::equals));
	}

	@Property
	void aMarkStaysWithinNothingAndAHundredPercentWhateverThePenalty(@ForAll("exams") List<Key> keys, @ForAll long seed, @ForAll @IntRange(max = 100) int penalty) {
		var percent = Marks.of(answered(keys, seed).stream().map(one -> one.part(one.key())).toList(), penalty).percent();
		assertTrue(percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0, percent::toPlainString);
	}
}
