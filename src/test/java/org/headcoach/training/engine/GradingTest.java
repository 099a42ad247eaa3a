package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GradingTest {

	private static Key.Choice choice(String text, String weight) {
		return new Key.Choice(text, new BigDecimal(weight), "");
	}

	@Provide
	Arbitrary<Key> keys() {
		return GiftRoundTripTest.keys();
	}

	/** Some answer to that key, as a page could send it. */
	static Answer anyAnswer(Key key, Random random) {
		return switch (key.kind()) {
			case SINGLE -> random.nextInt(5) == 0 ? Answer.NONE : Answer.Chosen.of(random.nextInt(key.places()));
			case TRUE_FALSE -> Answer.Chosen.of(random.nextInt(2));
			case MULTIPLE -> new Answer.Chosen(random.nextLong() & (1L << key.places()) - 1);
			case MATCHING -> new Answer.Placed(((Key.Matching) key).asked().stream().map(pair -> random.nextInt(key.places() + 1) - 1).toList());
			case ORDERING -> {
				var places = new ArrayList<>(IntStream.range(0, key.places()).boxed().toList());
				Collections.shuffle(places, random);
				yield new Answer.Placed(places);
			}
			case SHORT -> new Answer.Written(random.nextBoolean() ? ((Key.Short) key).accepted().get(0).text() : "zz");
			case NUMERIC -> new Answer.Written(String.valueOf(random.nextInt(2000) - 1000));
			case ESSAY -> Answer.NONE;
		};
	}

	@Property
	void partialCreditStaysWithinNothingAndAll(@ForAll("keys") Key key, @ForAll long seed) {
		var credit = Grading.of(key).credit(anyAnswer(key, new Random(seed)));
		assertTrue(credit >= 0 && credit <= 1, () -> key + " gives " + credit);
	}

	@Property
	void shufflingNeverChangesAMark(@ForAll("keys") Key key, @ForAll long seed, @ForAll long shuffleSeed) {
		var meant = anyAnswer(key, new Random(seed));
		var shuffle = Shuffle.of(shuffleSeed, key.places());
		var sent = meant.toShow(key, shuffle);
		var received = Answer.read(Answer.read(sent.kept()).asShown(key, shuffle).kept());
		assertEquals(meant.isGiven(), received.isGiven());
		assertEquals(Grading.of(key).credit(meant), Grading.of(key).credit(received));
	}

	@Property
	void anAnswerThatIsNoneOfTheQuestionIsRefused(@ForAll("keys") Key key) {
		var shown = Shuffle.none(key.places());
		var wrong = key.kind() == QuestionKind.SHORT || key.kind() == QuestionKind.NUMERIC || key.kind() == QuestionKind.ESSAY ? Answer.Chosen.of(0) : new Answer.Written("x");
		assertThrows(BusinessException.class, () -> wrong.asShown(key, shown));
		assertThrows(BusinessException.class, () -> Answer.Chosen.of(63).asShown(key, shown));
	}

	@ParameterizedTest
	@CsvSource({"'1,822', 1822", "1822.0, 1822", "' 1 822', 1822", "'1.822,0', 1822", "−3, -3", "'0,5', 0.5", ".5, 0.5"})
	void aNumberIsReadAsItIsTyped(String typed, String meant) {
		assertEquals(1, Grading.of(new Key.Numeric(List.of(new Key.Range(new BigDecimal(meant), new BigDecimal(meant), BigDecimal.valueOf(100), "")))).credit(new Answer.Written(typed)));
	}

	@Test
	void wordsAreNoNumber() {
		assertEquals(0, Grading.of(new Key.Numeric(List.of(new Key.Range(null, null, BigDecimal.valueOf(100), "")))).credit(new Answer.Written("many")));
	}

	@Test
	void thirdsAddUpToTheWhole() {
		var key = new Key.Multiple(List.of(choice("a", "33.33333"), choice("b", "33.33333"), choice("c", "33.33333"), choice("d", "-50")));
		assertEquals(1, Grading.of(key).credit(Answer.Chosen.of(0, 1, 2)));
		assertEquals(0.5, Grading.of(key).credit(Answer.Chosen.of(0, 1, 2, 3)), 1e-4);
	}

	@ParameterizedTest
	@CsvSource({"'0,1,2,3', 1", "'1,2,3,0', 0.66667", "'3,2,1,0', 0", "'0,1,3,2', 0.33333", "'0,1,2,-1', 0", "'0,0,1,2', 0"})
	void anOrderEarnsWhatFollowsItsRightPredecessor(String places, double credit) {
		var key = new Key.Ordering(List.of("Prospect", "Connect", "Discovery", "Demo"));
		assertEquals(credit, Grading.of(key).credit(Answer.read("p:" + places)), 1e-5);
	}

	@ParameterizedTest
	@CsvSource({"cr*m, CRM, 1", "cr*m, c r o m, 0", "'5 \\* 5', 5 * 5, 1", "'5 \\* 5', 5 x 5, 0", "naïve, NAÏVE, 1"})
	void anAsteriskStandsForAnything(String accepted, String written, double credit) {
		assertEquals(credit, Grading.of(new Key.Short(List.of(choice(accepted, "100")), false)).credit(new Answer.Written(written)));
	}

	private static Marks.Part part(String points, String credit) {
		return new Marks.Part(new BigDecimal(points), credit == null ? null : new BigDecimal(credit), true);
	}

	@Test
	void pointsAddUpToAPercentageThatIsNeverRoundedUp() {
		var parts = List.of(part("1", "1"), part("2", "0.5"), part("3", "0"));
		assertEquals("33.33", Marks.of(parts, 0).percent().toPlainString());
		assertEquals(Boolean.FALSE, Marks.passed(parts, 0, 34));
		assertEquals(Boolean.TRUE, Marks.passed(parts, 0, 33));
		assertEquals(Boolean.FALSE, Marks.passed(List.of(part("1", "0.79999")), 0, 80));
	}

	@Test
	void aPenaltyTakesFromWhatWasEarnedAndNeverMore() {
		var unanswered = new Marks.Part(BigDecimal.ONE, BigDecimal.ZERO, false);
		assertEquals("0.75000", Marks.of(List.of(part("1", "1"), part("1", "0"), unanswered), 25).points().toPlainString());
		assertEquals("0.00000", Marks.of(List.of(part("1", "0"), part("1", "0")), 100).points().toPlainString());
	}

	@Test
	void anEssayThatWaitsLeavesTheResultOpenOnlyWhereItCanDecide() {
		var waiting = List.of(part("6", "1"), part("4", null));
		assertEquals(1, Marks.of(waiting, 0).waiting());
		assertEquals(null, Marks.passed(waiting, 0, 80));
		assertEquals(Boolean.TRUE, Marks.passed(waiting, 0, 60));
		assertEquals(null, Marks.passed(waiting, 50, 60), "an essay that earns nothing costs two points");
		assertEquals(Boolean.FALSE, Marks.passed(List.of(part("6", "0"), part("4", null)), 0, 80));
		assertTrue(Double.isNaN(Grading.of(new Key.Essay(List.of())).credit(new Answer.Written("My plan"))));
		assertEquals(0, Grading.of(new Key.Essay(List.of())).credit(Answer.NONE));
	}

	@Test
	void aKeyThatNobodyCanSatisfyIsRefused() {
		assertEquals("training.error.no-right", assertThrows(BusinessException.class, () -> new Key.Single(List.of(choice("a", "0"), choice("b", "-50")))).key());
		assertEquals("training.error.too-few", assertThrows(BusinessException.class, () -> new Key.Multiple(List.of(choice("a", "100")))).key());
		assertEquals("training.error.weight", assertThrows(BusinessException.class, () -> choice("a", "101")).key());
		assertEquals("training.error.range", assertThrows(BusinessException.class, () -> new Key.Range(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ONE, "")).key());
		assertEquals("training.error.twice", assertThrows(BusinessException.class, () -> new Key.Ordering(List.of("a", "a"))).key());
	}
}
