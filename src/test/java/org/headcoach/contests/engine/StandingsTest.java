package org.headcoach.contests.engine;

import static org.headcoach.contests.engine.Board.FIRST;
import static org.headcoach.contests.engine.Board.LAST;
import static org.headcoach.contests.engine.Board.june;
import static org.headcoach.contests.engine.Board.n;
import static org.headcoach.contests.engine.Board.places;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

	@Test
	void k1FourTeamsOfThreeAreRankedByTheirTotals() {
		var board = Board.ofDemos().team(1, 11, 12, 13).team(2, 21, 22, 23).team(3, 31, 32, 33).team(4, 41, 42, 43)
				.did(11, 1, "3").did(12, 2, "4").did(21, 1, "9").did(31, 3, "2").did(43, 4, "8");
		var standings = board.standings();
		assertEquals("1:2 2:4 3:1 4:3", places(standings));
		assertEquals(List.of(n("9"), n("8"), n("7"), n("2")), standings.stream().map(TeamStanding::score).toList());
		assertEquals(n("3"), standings.get(0).heads());
		assertEquals(2, board.team(1).did());
	}

	@Test
	void k2ElevenPeopleInTeamsOfFourFourAndThreeAreRankedPerHead() {
		var board = Board.ofDemos().team(1, 11, 12, 13, 14).team(2, 21, 22, 23, 24).team(3, 31, 32, 33).did(11, 1, "20").did(21, 1, "18").did(31, 1, "16");
		var standings = board.standings();
		assertEquals("1:3 2:1 3:2", places(standings), "16 of three are more than 20 of four");
		assertEquals(List.of(n("5.33333333"), n("5"), n("4.5")), standings.stream().map(TeamStanding::score).toList());
		assertEquals(n("16"), standings.get(0).points());
	}

	@Test
	void equalsShareAPlaceAndTheNextOneIsLeftOut() {
		assertEquals("1:2 1:3 3:1", places(Board.ofDemos().team(1, 11).team(2, 21).team(3, 31).did(21, 1, "5").did(31, 9, "5").did(11, 1, "4").standings()));
	}

	@Test
	void beforeSharingMorePeopleMayDecide() {
		var board = Board.ofDemos(TieRule.MORE_PEOPLE).team(1, 11, 12).team(2, 21, 22).team(3, 31, 32).did(11, 1, "6").did(21, 1, "3").did(22, 1, "3").did(31, 5, "6");
		assertEquals("1:2 2:1 2:3", places(board.standings()));
	}

	@Test
	void whereLessIsBetterFewerPeopleDecide() {
		var fewest = new Scoring(List.of(Behaviour.counted("NO_SHOWS")), true, TieRule.MORE_PEOPLE);
		assertEquals("1:1 2:2", places(new Board(fewest).team(1, 11, 12).team(2, 21, 22).did(11, 1, "2").did(21, 1, "1").did(22, 1, "1").standings()));
	}

	@Test
	void beforeSharingTheEarlierDayMayDecide() {
		var board = Board.ofDemos(TieRule.EARLIER).team(1, 11).team(2, 21).team(3, 31).team(4, 41).did(11, 1, "2").did(11, 9, "4").did(21, 8, "6").did(31, 8, "6").did(41, 12, "0");
		assertEquals("1:2 1:3 3:1 4:4", places(board.standings()), "what adds nothing reaches nothing");
	}

	@Test
	void lessIsBetterTurnsTheOrderAndAnUnknownRatioStaysLast() {
		for (var lower : List.of(true, false)) {
			var board = new Board(Board.ratio(lower)).team(1, 11).team(2, 21, 22).team(3, 31).had(11, 1, "60", "2").had(21, 2, "100", "4").had(22, 2, "20", "2");
			assertEquals(lower ? "1:2 2:1 3:3" : "1:1 2:2 3:3", places(board.standings()));
			assertEquals(n("20"), board.team(2).score(), "all that was counted by all that it is divided by, not the mean of 25 and 10");
			assertNull(board.team(3).score());
			assertEquals(0, board.team(3).did());
		}
	}

	@Test
	void aRatioSaysHowFarTodayMovedIt() {
		var board = new Board(Board.ratio(true)).team(1, 11).team(2, 21).had(11, 1, "30", "1").had(11, 2, "10", "1").had(21, 2, "10", "1");
		var standings = board.upTo(june(2));
		assertEquals(n("-10"), Board.of(standings, 1).today());
		assertNull(Board.of(standings, 2).today(), "nothing was known before");
		assertEquals(List.of(n("40"), n("2")), Board.of(standings, 1).people().get(0).byBehaviour());
	}

	@Test
	void aDailyCapHoldsForEachPersonAndDay() {
		var calls = new Scoring(List.of(new Behaviour("CALLS", n("1"), 20, false)), false, TieRule.SHARED);
		var board = new Board(calls).team(1, 11, 12).did(11, 1, "15").did(11, 1, "15").did(12, 1, "30").did(11, 2, "30").did(12, 2, "3");
		assertEquals(n("63"), board.team(1).points(), "20 and 20 on the first day, 20 and 3 on the second");
		assertEquals(List.of(n("40")), board.team(1).people().get(0).byBehaviour());
	}

	@Test
	void severalBehavioursAddUpInPoints() {
		var points = new Scoring(List.of(new Behaviour("CALLS", n("0.5"), 40, false), new Behaviour("DEMOS", n("10"), null, false)), false, TieRule.SHARED);
		var board = new Board(points).team(1, 11).did(11, 1, 0, "50").did(11, 1, 1, "2").did(11, 2, 0, "3");
		assertEquals(n("41.5"), board.team(1).points());
		assertEquals(List.of(n("43"), n("2")), board.team(1).people().get(0).byBehaviour());
		assertEquals(List.of(n("3"), n("0")), Board.of(board.upTo(june(2)), 1).people().get(0).todayByBehaviour());
		assertEquals(List.of(n("0"), n("0")), Board.of(board.upTo(june(3)), 1).people().get(0).todayByBehaviour());
		assertEquals(n("1.5"), Board.of(board.upTo(june(2)), 1).today());
		assertEquals(n("40"), Board.of(board.upTo(june(1)), 1).points(), "later days do not count yet");
	}

	@Test
	void whatALeaverDidStaysWithTheTeamAndTheDaysInItCountAsAHead() {
		var board = Board.ofDemos().team(1, 11).from(1, 12, FIRST, june(12)).team(2, 21, 22).did(12, 5, "6").did(12, 15, "100").did(21, 1, "7");
		assertEquals(n("6"), board.team(1).points(), "what was done after leaving counts for nobody");
		assertEquals(n("1.5"), board.team(1).heads(), "20 and 10 of 20 working days");
		assertEquals(n("4"), board.team(1).score());
		assertEquals(n("3.5"), board.team(2).score());
		assertEquals("1:1 2:2", places(board.standings()));
	}

	@Test
	void whoChangesTeamsScoresForEachOnTheirDays() {
		var board = Board.ofDemos().from(1, 11, FIRST, june(5)).from(2, 11, june(6), null).team(1, 12).team(2, 22).did(11, 5, "1").did(11, 6, "2").did(11, 8, "4");
		assertEquals(n("1"), board.team(1).points());
		assertEquals(n("6"), board.team(2).points());
		assertEquals(n("1.25"), board.team(1).heads());
		assertEquals(n("1.75"), board.team(2).heads());
	}

	@Test
	void aJoinerIsAHeadFromTheirFirstDayOnly() {
		var board = Board.ofDemos().team(1, 11).from(1, 12, june(15), null);
		assertEquals(n("1"), Board.of(board.upTo(june(12)), 1).heads());
		assertEquals(1, Board.of(board.upTo(june(12)), 1).people().size());
		assertEquals(n("1.33333333"), Board.of(board.upTo(june(19)), 1).heads());
		assertEquals(2, Board.of(board.upTo(june(19)), 1).people().size());
	}

	@Test
	void aTeamThatSomebodyWasInOnAWeekendOnlyHasOneDayOfOnePerson() {
		var board = Board.ofDemos().team(1, 11).from(2, 21, june(6), june(7)).did(21, 6, "1");
		assertEquals(n("0.05"), board.team(2).heads());
		assertEquals(n("20"), board.team(2).score());
	}

	@Test
	void aTeamThatNobodyIsInIsNotRanked() {
		var board = Board.ofDemos().team(1, 11).from(2, 21, june(15), null).from(3, 31, june(20), june(10));
		assertEquals("1:1", places(board.upTo(june(5))));
		assertEquals("1:1 1:2", places(board.upTo(june(15))));
		assertEquals(List.of(), Board.ofDemos().standings());
	}

	@Test
	void beforeTheFirstDayEverybodyHasNothing() {
		var board = Board.ofDemos().team(1, 11).team(2, 21).did(11, 1, "4");
		assertEquals("1:1 1:2", places(board.upTo(FIRST.minusDays(3))));
		assertEquals(BigDecimal.ZERO, Board.of(board.upTo(FIRST.minusDays(3)), 1).points());
	}

	@Test
	void afterTheLastDayNothingIsAddedAnyMore() {
		var board = Board.ofDemos().team(1, 11).did(11, 26, "4").did(11, 27, "8");
		assertEquals(n("4"), board.team(1).today());
		assertEquals(n("4"), Board.of(board.upTo(LAST.plusDays(1)), 1).points());
		assertEquals(BigDecimal.ZERO, Board.of(board.upTo(LAST.plusDays(1)), 1).today());
	}

	@Test
	void onDaysOffEverybodyIsAHead() {
		var holiday = new WorkingCalendar(Board.WEEK.workingDays(), Set.of(june(1), june(2)));
		var board = Board.ofDemos().team(1, 11, 12).team(2, 21).did(11, 1, "3").did(21, 2, "2");
		var standings = Standings.of(board.scoring(), board.members, board.counts, FIRST, LAST, holiday, june(2));
		assertEquals("1:2 2:1", places(standings));
		assertEquals(n("1.5"), Board.of(standings, 1).score());
	}

	@Test
	void nobodyIsInTwoTeamsOnOneDay() {
		var board = Board.ofDemos().from(1, 11, FIRST, june(5)).from(2, 11, june(5), null);
		assertThrows(IllegalArgumentException.class, board::standings);
	}

	@Test
	void whatTheScoringDoesNotKnowIsAMistake() {
		var board = Board.ofDemos().team(1, 11).did(11, 1, 1, "5");
		assertThrows(IllegalArgumentException.class, board::standings);
	}

	@Test
	void whoseDaysAreOpenIsInItFromStartToEnd() {
		assertEquals(n("1"), Board.ofDemos().from(1, 11, null, null).team(1).heads());
	}

	@Test
	void peopleOfATeamStandInTheOrderOfTheirPoints() {
		var board = Board.ofDemos().team(1, 14, 13, 12, 11).did(12, 1, "3").did(13, 1, "5").did(14, 1, "3");
		assertEquals(List.of(13L, 12L, 14L, 11L), board.team(1).people().stream().map(PersonScore::personId).toList());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "contests.error.no-behaviour, , 1, , false", "contests.error.no-points, DEMOS, 0, , false", "contests.error.no-points, DEMOS, -1, , false", "contests.error.cap, DEMOS, 1, 0, false",
			"contests.error.ratio, CHURN, 1, 5, true", "contests.error.ratio, CHURN, 2, , true" })
	void refusesAScoringThatMakesNoSense(String key, String code, BigDecimal points, Integer cap, boolean ratio) {
		assertEquals(key, assertThrows(BusinessException.class, () -> new Scoring(List.of(new Behaviour(code, points, cap, ratio)), false, TieRule.SHARED)).key());
	}

	@Test
	void refusesNothingTwiceAndARatioAmongOthers() {
		var demos = Behaviour.counted("DEMOS");
		var churn = new Behaviour("CHURN", n("1"), null, true);
		assertEquals("contests.error.no-behaviour", refused(List.of()));
		assertEquals("contests.error.behaviour-twice", refused(List.of(demos, demos)));
		assertEquals("contests.error.ratio", refused(List.of(demos, churn)));
		assertEquals("contests.error.no-tie-rule", assertThrows(BusinessException.class, () -> new Scoring(List.of(demos), false, null)).key());
		assertTrue(new Scoring(List.of(churn), true, TieRule.SHARED).isRatio());
	}

	private static String refused(List<Behaviour> behaviours) {
		return assertThrows(BusinessException.class, () -> new Scoring(behaviours, false, TieRule.SHARED)).key();
	}
}
