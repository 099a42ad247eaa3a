package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.headcoach.shared.statistics.Draws;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WinChanceTest {

	private static History person(long id, double... days) {
		return new History(id, days);
	}

	/** Sixty days of somebody who does so many a day on average, in whole numbers. */
	private static History does(double perDay, long seed) {
		var random = new Random(seed);
		return person(seed, IntStream.range(0, 60).mapToDouble(i -> Draws.poisson(random, perDay)).toArray());
	}

	@Test
	void equalTeamsWhoNeverVaryShareTheWin() {
		assertArrayEquals(new double[] { 0.5, 0.5, 0 }, WinChance.of(List.of(List.of(person(1, 2, 2)), List.of(person(2, 2, 2)), List.of(person(3, 1))), 20, false, 100, 1), 1e-12);
		assertArrayEquals(new double[] { 0, 0, 1 }, WinChance.of(List.of(List.of(person(1, 2, 2)), List.of(person(2, 2, 2)), List.of(person(3, 1))), 20, true, 100, 1), 1e-12);
	}

	@Test
	void teamsAreComparedPerHeadAndEqualHeadsAreEqual() {
		var four = List.of(person(1, 2), person(2, 2), person(3, 2), person(4, 1));
		var three = List.of(person(5, 3), person(6, 1), person(7, 1));
		assertArrayEquals(new double[] { 1, 0 }, WinChance.of(List.of(four, three), 7, false, 50, 1), 1e-12, "1.75 a day is more than 1.67");
		var level = List.of(person(5, 3), person(6, 1.25), person(7, 1));
		assertArrayEquals(new double[] { 0.5, 0.5 }, WinChance.of(List.of(four, level), 8, false, 50, 1), 1e-12);
	}

	@Test
	void alikeTeamsHaveAlikeChancesAndTheStrongerOneMore() {
		var alike = WinChance.of(List.of(List.of(does(4, 1), does(4, 2), does(4, 3)), List.of(does(4, 1), does(4, 2), does(4, 3))), 20, false, 4_000, 9);
		assertEquals(0.5, alike[0], 0.03);
		var stronger = WinChance.of(List.of(List.of(does(4, 1), does(4, 2), does(4, 3)), List.of(does(5, 4), does(5, 5), does(5, 6))), 20, false, 4_000, 9);
		assertTrue(stronger[1] > 0.9, Arrays.toString(stronger));
		assertTrue(stronger[0] > 0);
	}

	@Test
	void daysComeInWeeksThatFollowOneAnother() {
		// ten days on, ten days off: in weeks drawn as such the month varies more than in days drawn one by one
		var waves = IntStream.range(0, 60).mapToDouble(i -> i % 20 < 10 ? 4 : 0).toArray();
		var mixed = IntStream.range(0, 60).mapToDouble(i -> i % 2 == 0 ? 4 : 0).toArray();
		var steady = List.of(person(9, 3));
		var inWaves = WinChance.of(List.of(List.of(person(1, waves)), steady), 20, false, 4_000, 5)[0];
		var inMixture = WinChance.of(List.of(List.of(person(1, mixed)), steady), 20, false, 4_000, 5)[0];
		assertTrue(inWaves > 0.05 && inMixture < 0.001, inWaves + " and " + inMixture);
	}

	@Test
	void whoHasNoHistoryPlaysAsSomebodyWhoHas() {
		var chances = WinChance.of(List.of(List.of(person(1)), List.of(person(2, 1)), List.of(person(3, 3))), 20, false, 4_000, 5);
		assertArrayEquals(new double[] { 0.25, 0, 0.75 }, chances, 0.03, "half of the time like the weaker one, half of the time level with the stronger one");
		assertArrayEquals(new double[] { 0.5, 0.5 }, WinChance.of(List.of(List.of(person(1)), List.of(person(2))), 20, false, 10, 5), 1e-12, "nothing is known at all");
	}

	@Test
	void historyIsWhatTheScoringWouldHaveGivenOnWorkingDays() {
		var scoring = new Scoring(List.of(new Behaviour("CALLS", Board.n("0.5"), 20, false), new Behaviour("DEMOS", Board.n("10"), null, false)), false, TieRule.SHARED);
		// the 6th and 7th of June are a weekend
		var board = new Board(scoring).did(1, 4, 0, "15").did(1, 4, 0, "15").did(1, 5, 1, "1").did(1, 6, 0, "4").did(1, 9, 1, "2").did(1, 3, 1, "9").did(1, 10, 1, "9").did(2, 8, 1, "9");
		var history = History.of(scoring, 1, board.counts, Board.june(4), Board.june(9), Board.WEEK);
		assertArrayEquals(new double[] { 10, 12, 0, 20 }, history.dailyScores());
		assertEquals(210, history.expected(20), 1e-9);
		assertArrayEquals(new double[] { 2, 20 }, History.of(scoring, 1, board.counts, Board.june(6), Board.june(9), Board.WEEK).dailyScores(), "before the first working day it counts on that");
		assertEquals(0, History.of(scoring, 1, board.counts, Board.june(6), Board.june(7), Board.WEEK).dailyScores().length, "no working day");
		assertTrue(Double.isNaN(new History(1, new double[0]).expected(20)));
	}

	@Test
	void aTeamThatNobodyIsInCannotWin() {
		assertArrayEquals(new double[] { 0, 1 }, WinChance.of(List.of(List.of(), List.of(person(1, 0))), 3, false, 10, 5), 1e-12);
		assertArrayEquals(new double[] { 0, 0 }, WinChance.of(List.of(List.of(), List.of()), 3, false, 10, 5), 1e-12);
	}

	@Test
	void lopsidedIsUnderAThirdOrOverTwiceTheFairShare() {
		assertFalse(WinChance.isLopsided(new double[] { 0.25, 0.25, 0.25, 0.25 }));
		assertTrue(WinChance.isLopsided(new double[] { 0.35, 0.32, 0.03, 0.3 }), "team C has 3 %");
		assertFalse(WinChance.isLopsided(new double[] { 0.5, 0.25, 0.16, 0.09 }));
		assertTrue(WinChance.isLopsided(new double[] { 0.51, 0.2, 0.15, 0.14 }));
		assertFalse(WinChance.isLopsided(new double[] { 0.8, 0.2 }));
		assertTrue(WinChance.isLopsided(new double[] { 0.84, 0.16 }));
	}

	@Property(tries = 100)
	void chancesAddUpToOneAndTheSameSeedGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int teams, @ForAll @IntRange(min = 1, max = 25) int days) {
		var random = new Random(seed);
		var drafted = new ArrayList<List<History>>();
		for (int team = 0; team < teams; team++) {
			drafted.add(IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> person(i, random.ints(random.nextInt(9), 0, 4).asDoubleStream().toArray())).toList());
		}
		var chances = WinChance.of(drafted, days, random.nextBoolean(), 200, seed);
		assertEquals(1, Arrays.stream(chances).sum(), 1e-9);
		assertTrue(Arrays.stream(chances).allMatch(chance -> chance >= 0));
		assertArrayEquals(WinChance.of(drafted, days, false, 50, seed), WinChance.of(drafted, days, false, 50, seed));
	}
}
