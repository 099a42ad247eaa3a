package org.headcoach.contests.engine;

import static org.headcoach.contests.engine.Board.FIRST;
import static org.headcoach.contests.engine.Board.LAST;
import static org.headcoach.contests.engine.Board.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every contest. */
class StandingsPropertiesTest {

	/** Teams of uneven sizes with leavers and changers, counts small enough that scores are often equal. */
	private static Board anyBoard(long seed) {
		var random = new Random(seed);
		var board = new Board(anyScoring(random));
		var teams = 1 + random.nextInt(6);
		for (long person = 1; person <= 1 + random.nextInt(20); person++) {
			var change = random.nextInt(60);
			var team = random.nextInt(teams);
			if (change >= 25 || change == 0) {
				board.team(team, person);
			} else {
				board.from(team, person, FIRST, FIRST.plusDays(change - 1L));
				if (random.nextBoolean()) {
					board.from(random.nextInt(teams), person, FIRST.plusDays(change), null);
				}
			}
			for (int i = 0; i < random.nextInt(8); i++) {
				board.counts.add(new DayCount(person, FIRST.plusDays(random.nextInt(30) - 2L), random.nextInt(board.scoring().behaviours().size()), BigDecimal.valueOf(random.nextInt(4)),
						random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(3))));
			}
		}
		return board;
	}

	private static Scoring anyScoring(Random random) {
		var lower = random.nextBoolean();
		var ties = TieRule.values()[random.nextInt(3)];
		if (random.nextInt(3) == 0) {
			return new Scoring(List.of(new Behaviour("RATIO", BigDecimal.ONE, null, true)), lower, ties);
		}
		var first = new Behaviour("A", BigDecimal.valueOf(1 + random.nextInt(3)), random.nextBoolean() ? 2 : null, false);
		return new Scoring(random.nextBoolean() ? List.of(first) : List.of(first, Behaviour.counted("B")), lower, ties);
	}

	@Property(tries = 500)
	void theOrderOfPeopleAndCountsDoesNotMatter(@ForAll long seed, @ForAll long order) {
		var board = anyBoard(seed);
		var members = new ArrayList<>(board.members);
		var counts = new ArrayList<>(board.counts);
		Collections.shuffle(members, new Random(order));
		Collections.shuffle(counts, new Random(order));
		assertEquals(board.standings(), Standings.of(board.scoring(), members, counts, FIRST, LAST, WEEK, LAST));
	}

	@Property(tries = 500)
	void aPlaceIsOneMoreThanTheTeamsInFront(@ForAll long seed) {
		var board = anyBoard(seed);
		var standings = board.standings();
		for (int i = 0; i < standings.size(); i++) {
			var rank = standings.get(i).rank();
			assertEquals(rank, 1 + (int) standings.stream().filter(team -> team.rank() < rank).count());
			if (i > 0) {
				var better = board.scoring().compare(standings.get(i - 1).score(), standings.get(i).score());
				assertTrue(better <= 0, "better scores come first");
				assertTrue(better == 0 || standings.get(i - 1).rank() < rank, "a better score never shares a place");
				assertTrue(better != 0 || board.scoring().ties() != TieRule.SHARED || standings.get(i - 1).rank() == rank, "equals share it");
			}
		}
	}

	@Property(tries = 500)
	void theScoreIsTheTotalForEqualWholeHeadsAndElsePerHead(@ForAll long seed) {
		var board = anyBoard(seed);
		var standings = board.standings();
		var ratio = board.scoring().isRatio();
		var heads = standings.stream().map(TeamStanding::heads).distinct().toList();
		var equal = heads.size() == 1 && heads.get(0).scale() == 0;
		for (var team : standings) {
			assertTrue(team.heads().signum() > 0);
			assertEquals(ratio || equal ? team.points() : team.perHead(), team.score());
			if (!ratio) {
				var tolerance = new BigDecimal("0.00001");
				assertTrue(team.points().divide(team.heads(), 8, RoundingMode.HALF_UP).subtract(team.perHead()).abs().compareTo(tolerance) < 0);
				assertEquals(0, team.points().compareTo(team.people().stream().map(PersonScore::points).reduce(BigDecimal.ZERO, BigDecimal::add)), "the parts add up");
			}
		}
	}

	@Property(tries = 300)
	void daysAddUpToTheWhole(@ForAll long seed) {
		var board = anyBoard(seed);
		if (board.scoring().isRatio()) {
			return;
		}
		for (var team : board.standings()) {
			var days = FIRST.datesUntil(LAST.plusDays(1)).flatMap(day -> board.upTo(day).stream()).filter(standing -> standing.teamId() == team.teamId()).map(TeamStanding::today)
					.reduce(BigDecimal.ZERO, BigDecimal::add);
			assertEquals(0, team.points().compareTo(days));
		}
	}

	@Property(tries = 500)
	void theGapIsExactlyWhatIsNeeded(@ForAll long seed) {
		var board = anyBoard(seed);
		var standings = board.standings();
		if (board.scoring().behaviours().get(0).dailyCap() != null) {
			return;
		}
		for (var team : standings) {
			var gap = Gap.behind(standings, team.teamId(), board.scoring()).orElse(null);
			if (gap != null && gap.count() != null) {
				assertTrue(leads(board, gap, gap.count()), "so many are enough");
				assertTrue(!leads(board, gap, gap.count() - 1), "one less is not");
			}
		}
	}

	/** Whether the team would be in front by its score if somebody of it did so many more. */
	private static boolean leads(Board board, Gap gap, long more) {
		var somebody = board.members.stream().filter(member -> member.teamId() == gap.teamId() && !member.from().isAfter(LAST)).findFirst().orElseThrow();
		var counts = new ArrayList<>(board.counts);
		counts.add(new DayCount(somebody.personId(), somebody.from(), 0, BigDecimal.valueOf(more), null));
		var standings = Standings.of(board.scoring(), board.members, counts, FIRST, LAST, WEEK, LAST);
		return Board.of(standings, gap.teamId()).score().compareTo(Board.of(standings, gap.teamAhead()).score()) > 0;
	}
}
