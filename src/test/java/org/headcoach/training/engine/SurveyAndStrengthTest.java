package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What several rankings come to, and who is good at what. */
class SurveyAndStrengthTest {

	/** Three people rank four parts; sums of places 4, 5, 10 and 11 have squared distances of 37 from their mean of 7.5: W = 12 · 37 / (9 · 60). */
	@Test
	void theMeanPlaceAndKendallsWOfAWorkedTable() {
		var ranks = Ranks.of(4, List.of(List.of(0, 1, 2, 3), List.of(0, 1, 3, 2), List.of(1, 0, 2, 3)));
		assertEquals(List.of(0, 1, 2, 3), ranks.things().stream().map(Ranks.Thing::index).toList());
		assertEquals(4 / 3.0, ranks.things().get(0).meanPlace(), 1e-9);
		assertEquals(2, ranks.things().get(0).first());
		assertEquals(2, ranks.things().get(3).last());
		assertEquals(12 * 37 / 540.0, ranks.agreement(), 1e-9);
	}

	@Test
	void allAlikeIsOneAndTwoOppositesAreNothing() {
		assertEquals(1, Ranks.of(5, Collections.nCopies(7, List.of(4, 3, 2, 1, 0))).agreement(), 1e-9);
		assertEquals(0, Ranks.of(3, List.of(List.of(0, 1, 2), List.of(2, 1, 0))).agreement(), 1e-9);
		assertNull(Ranks.of(3, List.of(List.of(0, 1, 2))).agreement());
	}

	@Test
	void anOrderHasEveryPartOnce() {
		assertTrue(Ranks.isComplete(3, List.of(2, 0, 1)));
		assertFalse(Ranks.isComplete(3, List.of(2, 0)));
		assertFalse(Ranks.isComplete(3, List.of(2, 0, 0)));
		assertFalse(Ranks.isComplete(3, List.of(3, 0, 1)));
	}

	@Test
	void aStrengthIsBetterThanTwoThirdsOfTheOthers() {
		var scores = IntStream.rangeClosed(1, 10).asDoubleStream().boxed().toList();
		assertTrue(Strength.ofScores(8, scores).clear(), "seven of nine are worse");
		assertFalse(Strength.ofScores(7, scores).clear(), "six of nine are");
		assertEquals(5.5, Strength.ofScores(7, scores).median());
		assertNull(Strength.ofScores(10, DoubleStream.of(1, 2, 3, 10).boxed().toList()), "among four nobody is");
		assertFalse(Strength.ofScores(10, Collections.nCopies(8, 10.0)).clear(), "where all are, nobody is");
	}

	@Test
	void aFewLuckyCasesMakeNobodyAMaster() {
		var all = List.of(0.2, 0.25, 0.3, 0.3, 0.35, 0.5);
		assertFalse(Strength.ofConversion(5, 10, 0.33, all).clear(), "five of ten");
		assertTrue(Strength.ofConversion(50, 100, 0.33, all).clear(), "fifty of a hundred");
		assertNull(Strength.ofConversion(5, 9, 0.33, all));
	}
}
