package org.headcoach.hiring.engine;

import static org.headcoach.hiring.engine.Hires.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.hiring.engine.BackTest.Decided;
import org.headcoach.hiring.engine.BackTest.Move;
import org.junit.jupiter.api.Test;

class BackTestTest {

	/** Two were hired: 1 did well, 2 did not. By closing they stand on top; by coachability 3 takes the place of 1. */
	private static final List<Decided> FOUR = List.of(
			new Decided(1, Map.of("a", 4.0, "b", 9.0), true, 1.3),
			new Decided(2, Map.of("a", 8.0, "b", 8.0), true, 0.6),
			new Decided(3, Map.of("a", 9.0, "b", 5.0), false, null),
			new Decided(4, Map.of("a", 2.0, "b", 3.0), false, null));

	@Test
	void tellsWhoWouldHaveMovedAndWhoWouldHaveBeenMissed() {
		var test = BackTest.of(weights(1, 4), weights(4, 1), FOUR, List.of(), 1);
		assertEquals(2, test.places());
		assertEquals(List.of(3L), test.in().stream().map(Move::id).toList());
		assertEquals(List.of(1L), test.out().stream().map(Move::id).toList());
		assertEquals(List.of(1L), test.missed().stream().map(Move::id).toList());
		assertEquals(List.of(), test.spared());
		assertEquals(Set.of(1L, 2L), test.chosen(false));
		assertEquals(Set.of(2L, 3L), test.chosen(true));
		var third = test.moves().stream().filter(move -> move.id() == 3).findFirst().orElseThrow();
		assertEquals(3, third.rankBefore());
		assertEquals(1, third.rankAfter());
		assertEquals(2, third.gained());
		assertEquals((9 + 4 * 5) / 50.0, third.shareBefore(), 1e-12);
		assertNull(third.done());
		assertNull(test.before());
	}

	@Test
	void equalResultsShareTheBetterRankAndAMissingScoreIsNotNothing() {
		var test = BackTest.of(weights(1, 1), weights(1, 1), List.of(new Decided(1, Map.of("a", 7.0, "b", 5.0), true, null), new Decided(2, Map.of("a", 6.0), true, null),
				new Decided(3, Map.of("b", 5.0), false, null), new Decided(4, Map.of(), false, null)), List.of(), 1);
		assertEquals(List.of(1, 1, 3), test.moves().stream().map(Move::rankAfter).toList());
		assertEquals(3, test.moves().size());
	}

	/** Weights that have seen the people look better than they are: the honest figure is the one of people they have not seen. */
	@Test
	void triesTheNewWeightsOnPeopleTheyHaveNotSeen() {
		var flattered = 0;
		var companies = 20;
		for (int seed = 0; seed < companies; seed++) {
			var hires = Hires.drawn(seed, 20, 0, 0, 0, 0, 0, 0, 0, 0);
			var decided = hires.stream().map(hire -> new Decided(hire.id(), hire.scores(), true, hire.outcome())).toList();
			var before = weights(1, 1, 1, 1, 1, 1, 1, 1);
			var after = WeightProposal.of(before, Learning.quick(before, hires, 0)).weights();
			var test = BackTest.of(before, after, decided, hires, 1);
			flattered += BackTest.of(after, after, decided, hires, 1).before() >= test.unseen() ? 1 : 0;
		}
		assertTrue(flattered > companies * 3 / 4, flattered + " of " + companies);
	}

	@Test
	void findsWhatMatteredInPeopleTheyHaveNotSeen() {
		var hires = Hires.drawn(11, 150, 1.2, 0, 0, 0);
		var before = weights(1, 4, 4, 4);
		var decided = hires.stream().map(hire -> new Decided(hire.id(), hire.scores(), true, hire.outcome())).toList();
		var test = BackTest.of(before, WeightProposal.of(before, Learning.quick(before, hires, 0)).weights(), decided, hires, 1);
		assertTrue(test.unseen() > test.before(), test.before() + " to " + test.unseen());
	}
}
