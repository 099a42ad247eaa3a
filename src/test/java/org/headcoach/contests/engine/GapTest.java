package org.headcoach.contests.engine;

import static org.headcoach.contests.engine.Board.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class GapTest {

	private static Gap behind(Board board, long team) {
		return Gap.behind(board.standings(), team, board.scoring()).orElseThrow();
	}

	@Test
	void sevenMoreDemosPutTheTeamInFront() {
		var board = Board.ofDemos().team(1, 11, 12).team(2, 21, 22).team(3, 31, 32).did(11, 1, "20").did(21, 1, "16").did(31, 1, "10");
		assertEquals(new Gap(3, 2, n("6"), n("6"), 7L, n("10")), behind(board, 3));
		assertEquals(new Gap(2, 1, n("4"), n("4"), 5L, n("4")), behind(board, 2));
		assertEquals(Optional.empty(), Gap.behind(board.standings(), 1, board.scoring()));
		assertEquals(5L, Gap.lead(board.standings(), board.scoring()).orElseThrow().count(), "how far the first leads");
	}

	@Test
	void perHeadALargerTeamNeedsMore() {
		var board = Board.ofDemos().team(1, 11, 12, 13).team(2, 21, 22, 23, 24).did(11, 1, "6").did(21, 1, "1");
		assertEquals(8L, behind(board, 2).count(), "9 of four are more than 6 of three, 8 are as many");
		assertEquals(n("7"), behind(board, 2).points());
		assertEquals(n("1.75"), behind(board, 2).score());
	}

	@Test
	void aTeamWithoutPointsNeedsThemForAllItsHeads() {
		var board = Board.ofDemos().team(1, 11).team(2, 21, 22).did(11, 1, "3");
		assertEquals(7L, behind(board, 2).count());
	}

	@Test
	void whatATieRuleDecidedTakesOneMore() {
		var board = Board.ofDemos(TieRule.EARLIER).team(1, 11).team(2, 21).did(11, 2, "5").did(21, 3, "5");
		assertEquals(1L, behind(board, 2).count());
		assertEquals(n("0"), behind(board, 2).score());
	}

	@Test
	void behindASharedPlaceIsTheGapToIt() {
		var board = Board.ofDemos().team(1, 11).team(2, 21).team(3, 31).did(11, 2, "5").did(21, 3, "5").did(31, 3, "4");
		assertEquals(1, behind(board, 3).teamAhead());
		assertEquals(2L, behind(board, 3).count());
		assertFalse(Gap.behind(board.standings(), 2, board.scoring()).isPresent(), "nobody is ahead of a shared first place");
	}

	@Test
	void ofPointsTheBehaviourIsNotGuessed() {
		var points = new Scoring(List.of(new Behaviour("CALLS", n("0.5"), null, false), new Behaviour("DEMOS", n("10"), null, false)), false, TieRule.SHARED);
		var board = new Board(points).team(1, 11).team(2, 21).did(11, 1, 1, "2").did(21, 1, 0, "3");
		assertEquals(new Gap(2, 1, n("18.5"), n("18.5"), null, n("18.5")), behind(board, 2));
	}

	@Test
	void whatIsWorthSeveralPointsNeedsFewer() {
		var points = new Scoring(List.of(new Behaviour("DEMOS", n("10"), null, false)), false, TieRule.SHARED);
		var board = new Board(points).team(1, 11).team(2, 21).did(11, 1, "7").did(21, 1, "5");
		assertEquals(3L, behind(board, 2).count());
	}

	@Test
	void aRatioAndWhatShouldBeLowHaveNoCount() {
		var ratio = new Board(Board.ratio(true)).team(1, 11).team(2, 21).team(3, 31).had(11, 1, "10", "1").had(21, 1, "14", "1");
		assertEquals(new Gap(2, 1, n("4"), null, null, n("4")), behind(ratio, 2));
		assertNull(behind(ratio, 3).score(), "nothing is known of the third");
		assertEquals(2, behind(ratio, 3).teamAhead());
		var fewest = new Board(new Scoring(List.of(Behaviour.counted("NO_SHOWS")), true, TieRule.SHARED)).team(1, 11).team(2, 21).did(21, 1, "2");
		assertEquals(new Gap(2, 1, n("2"), null, null, n("2")), behind(fewest, 2));
	}

	@Test
	void aTeamThatIsNotRankedHasNoGap() {
		var board = Board.ofDemos().team(1, 11);
		assertTrue(Gap.behind(board.standings(), 9, board.scoring()).isEmpty());
		assertTrue(Gap.lead(board.standings(), board.scoring()).isEmpty());
	}

	@Test
	void headsThatWereNotKeptFollowFromThePointsPerHead() {
		assertEquals(n("1.5"), new TeamStanding(1, 1, n("6"), n("4"), n("4"), n("0"), 1, List.of()).heads());
		assertEquals(n("0"), new TeamStanding(1, 1, n("0"), n("0"), n("0"), n("0"), 0, List.of()).heads());
	}
}
