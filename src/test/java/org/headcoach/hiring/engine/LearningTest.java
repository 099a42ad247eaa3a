package org.headcoach.hiring.engine;

import static org.headcoach.hiring.engine.Hires.drawn;
import static org.headcoach.hiring.engine.Hires.weights;
import static org.headcoach.hiring.engine.Hires.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.headcoach.hiring.engine.Learning.Caution;
import org.headcoach.hiring.engine.Relation.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningTest {

	private static final Map<String, Double> SIX = weights(9, 8, 7, 6, 5, 5);

	/** The twelve of the documentation: coachability and how they sold, in per cent of the peers. */
	private static final List<Hire> TWELVE = twelve();

	@ParameterizedTest(name = "{0} people: refused {1}, warned {2}")
	@CsvSource({"0, true, false", "2, true, false", "9, true, false", "10, false, true", "19, false, true", "20, false, false"})
	void refusesBelowTenAndWarnsBelowTwenty(int people, boolean refused, boolean warned) {
		var learning = Learning.of(weights(1, 1), drawn(1, people, 0.5, 0), 0, Map.of());
		assertEquals(people, learning.people());
		assertEquals(refused, learning.refused());
		assertEquals(refused, learning.cautions().contains(Caution.TOO_FEW));
		assertEquals(warned, learning.cautions().contains(Caution.FEW));
		assertTrue(learning.cautions().contains(Caution.HIRED_ONLY));
	}

	@Test
	void findsWhatMatteredAndTellsHowSureItIs() {
		var learning = Learning.of(SIX, drawn(3, 120, 0.6, 0, 0, 0, 0, -0.5), 0, Map.of());
		assertEquals(List.of("a", "b", "c", "d", "e", "f"), learning.characteristics().stream().map(Relation::code).toList());
		assertEquals(Reading.MORE_WAS_BETTER, learning.characteristics().get(0).reading());
		assertEquals(Reading.LESS_WAS_BETTER, learning.characteristics().get(5).reading());
		for (var relation : learning.characteristics()) {
			assertTrue(relation.rankInterval().contains(relation.rank()), relation.toString());
			assertTrue(relation.shareInterval().contains(relation.share()), relation.toString());
			assertEquals(120, relation.people());
		}
		assertEquals(0.0, learning.strength());
		assertFalse(learning.cautions().contains(Caution.HELD_BACK));
		assertTrue(learning.cautions().contains(Caution.MANY_AT_ONCE));
		assertEquals(0.6, learning.expectedByChance(), 1e-12);
	}

	@Test
	void theTwelveOfTheDocumentation() {
		var learning = Learning.of(weights(3, 3), TWELVE, 0, Map.of("a", 2.0));
		var coachability = learning.characteristics().get(0);
		assertEquals(0.9701, coachability.rank(), 5e-5);
		assertEquals(Reading.MORE_WAS_BETTER, coachability.reading());
		assertEquals(Reading.CANNOT_TELL, learning.characteristics().get(1).reading());
		assertEquals(Set.of(Caution.FEW, Caution.HIRED_ONLY, Caution.HELD_BACK), learning.cautions());
		assertEquals(12 / 52.0, learning.trust(), 1e-12);
	}

	@Test
	void holdsTheRegressionBackWhereThereAreFewerThanTenPeopleForEachCharacteristic() {
		assertTrue(Learning.of(weights(1, 1), drawn(5, 19, 0.5, 0.5), 0, Map.of()).strength() > 0);
		assertEquals(0.0, Learning.of(weights(1, 1), drawn(5, 20, 0.5, 0.5), 0, Map.of()).strength());
	}

	@Test
	void holdsItBackTooWhereTwoCharacteristicsSayTheSame() {
		var twins = drawn(6, 40, 0.8).stream().map(hire -> new Hire(hire.id(), Map.of("a", hire.scores().get("a"), "b", hire.scores().get("a")), hire.outcome())).toList();
		var learning = Learning.of(weights(2, 1), twins, 0, Map.of());
		assertTrue(learning.cautions().contains(Caution.HELD_BACK));
		assertEquals(learning.characteristics().get(0).share(), learning.characteristics().get(1).share(), 1e-9);
	}

	@Test
	void aMissingScoreIsLeftOutAndSaid() {
		var hires = drawn(7, 30, 0.7, 0.7);
		var some = IntStream.range(0, 30).mapToObj(i -> i < 12 ? without(hires.get(i), "b") : hires.get(i)).toList();
		var learning = Learning.of(weights(1, 1), some, 0, Map.of());
		assertEquals(30, learning.characteristics().get(0).people());
		assertEquals(18, learning.characteristics().get(1).people());
		assertEquals(12, learning.characteristics().get(1).missing());
		assertTrue(learning.cautions().contains(Caution.MISSING_SCORES));
		assertEquals(Learning.of(weights(1, 1), hires.subList(12, 30), 0, Map.of()).characteristics().get(1).rank(), learning.characteristics().get(1).rank(), 1e-12);
	}

	@Test
	void aCharacteristicThatFewHaveOrInWhichAllAreEqualIsLeftOut() {
		var hires = drawn(8, 30, 0.7, 0.7, 0);
		var some = IntStream.range(0, 30).mapToObj(i -> {
			var scores = new java.util.HashMap<>(hires.get(i).scores());
			scores.put("c", 7.0);
			if (i >= 9) {
				scores.remove("b");
			}
			return new Hire(i, scores, hires.get(i).outcome());
		}).toList();
		var learning = Learning.of(weights(1, 1, 1), some, 0, Map.of());
		assertEquals(Reading.NOT_ENOUGH_DATA, learning.characteristics().get(1).reading());
		assertEquals(Reading.NOT_ENOUGH_DATA, learning.characteristics().get(2).reading());
		assertNull(learning.characteristics().get(2).rank());
		assertNull(learning.characteristics().get(1).share());
		assertTrue(learning.cautions().contains(Caution.LEFT_OUT));
		assertEquals(Set.of("a"), learning.held().keySet());
	}

	@Test
	void learnsNothingWhereAllDidEquallyWell() {
		var same = drawn(9, 25, 1).stream().map(hire -> new Hire(hire.id(), hire.scores(), 1)).toList();
		var learning = Learning.of(weights(1), same, 0, Map.of());
		assertTrue(learning.refused());
		assertTrue(learning.cautions().contains(Caution.SAME_OUTCOMES));
	}

	/** Of thirty hires twenty are in the weights: the ten others count 10 of 70, and when nobody is new nothing is learnt twice. */
	@Test
	void whoIsInTheWeightsAlreadyCountsOnTheirSide() {
		var hires = drawn(12, 30, 1, 0.5);
		assertEquals(10 / 70.0, Learning.of(weights(1, 1), hires, 20, Map.of()).trust(), 1e-12);
		var again = Learning.of(weights(1, 1), hires, 30, Map.of());
		assertEquals(0, again.fresh());
		assertEquals(0, again.trust());
		assertFalse(WeightProposal.of(weights(1, 1), again).worthwhile());
		assertEquals(0, Learning.of(weights(1, 1), hires, 31, Map.of()).fresh());
	}

	@Test
	void saysWhatHiringHasNarrowed() {
		var relation = Learning.of(weights(3, 3), TWELVE, 0, Map.of("a", 3.0)).characteristics().get(0);
		assertEquals(3.0 / 1.9287, relation.spreadRatio(), 1e-4);
		assertTrue(relation.unrestricted() > relation.rank());
		assertNull(Learning.of(weights(3, 3), TWELVE, 0, Map.of()).characteristics().get(0).unrestricted());
	}

	/** Where nothing matters: of 60 simulated companies with 25 hires and 6 characteristics, about a tenth of the characteristics look certain, as the page says. */
	@Test
	void isWrongAboutAsOftenAsItSays() {
		var certain = 0;
		for (int seed = 0; seed < 60; seed++) {
			certain += Learning.of(SIX, drawn(1000 + seed, 25, 0, 0, 0, 0, 0, 0), 0, Map.of()).characteristics().stream()
					.filter(relation -> relation.reading() == Reading.MORE_WAS_BETTER || relation.reading() == Reading.LESS_WAS_BETTER).count();
		}
		var share = certain / 360.0;
		assertTrue(0.06 < share && share < 0.15, () -> "certain: " + share);
	}

	static List<Hire> twelve() {
		double[] coachability = {9, 8, 4, 7, 6, 9, 5, 3, 8, 7, 6, 5};
		double[] closing = {5, 7, 8, 6, 4, 7, 6, 7, 5, 8, 6, 5};
		double[] sold = {130, 112, 61, 104, 97, 121, 70, 66, 118, 90, 88, 75};
		return IntStream.range(0, 12).mapToObj(i -> new Hire(i + 1, Map.of("a", coachability[i], "b", closing[i]), sold[i])).toList();
	}
}
