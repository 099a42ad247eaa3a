package org.headcoach.contests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.headcoach.contests.engine.ContestLint.Aim;
import org.headcoach.contests.engine.ContestLint.Draft;
import org.headcoach.contests.engine.ContestLint.Finding;
import org.headcoach.contests.engine.ContestLint.Kind;
import org.headcoach.contests.engine.ContestLint.Level;
import org.headcoach.contests.engine.ContestLint.Other;
import org.headcoach.contests.engine.ContestLint.PrizeFor;
import org.headcoach.contests.engine.ContestLint.Reach;
import org.headcoach.contests.engine.ContestLint.Rule;
import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestLintTest {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
	private static final LocalDateTime JUNE = LocalDateTime.parse("2026-06-01T00:00");
	private static final List<Aim> DEMOS = List.of(new Aim("Demos", Kind.ACTION));
	private static final Reach MANY = new Reach(12, 10, 60);
	private static final List<Integer> K1 = List.of(3, 3, 3, 3);
	private static final Set<Long> PEOPLE = Set.of(1L, 2L, 3L);

	private static Window days(int from, int days) {
		return new Window(JUNE.plusDays(from), JUNE.plusDays(from + days), BERLIN);
	}

	private static Draft with(List<Aim> aims, Reach reach, List<Integer> sizes, PrizeFor prize, LocalTime nightly, Window window, Other... others) {
		return new Draft(aims, reach, sizes, prize, nightly, window, window == null ? 0 : window.calendarDays(), 0, PEOPLE, List.of(others));
	}

	private static Draft good(Other... others) {
		return with(DEMOS, MANY, K1, PrizeFor.TEAM, LocalTime.of(20, 0), days(0, 30), others);
	}

	private static Finding finding(Draft draft, Rule rule) {
		return ContestLint.check(draft).get(rule.ordinal());
	}

	private static Finding of(List<Aim> aims) {
		return finding(with(aims, MANY, K1, PrizeFor.TEAM, null, days(0, 30)), Rule.SHORT_TERM_BEHAVIOUR);
	}

	private static Finding of(Reach reach) {
		return finding(with(DEMOS, reach, K1, PrizeFor.TEAM, null, days(0, 30)), Rule.MAJORITY_CAN_MOVE_IT);
	}

	private static Finding of(Rule rule, Integer... sizes) {
		return finding(with(DEMOS, MANY, List.of(sizes), PrizeFor.TEAM, null, days(0, 30)), rule);
	}

	private static Finding of(PrizeFor prize) {
		return finding(with(DEMOS, MANY, K1, prize, null, days(0, 30)), Rule.TEAM_PRIZE);
	}

	private static void assertFound(Level level, String what, Finding finding, Object... arguments) {
		assertEquals(level, finding.level());
		assertEquals("contests.lint." + what, finding.key());
		assertEquals(List.of(arguments), finding.arguments());
	}

	@Test
	void everyRuleSaysOneThingAndOfAGoodContestThatAllIsWell() {
		var findings = ContestLint.check(good());
		assertEquals(List.of(Rule.values()), findings.stream().map(Finding::rule).toList());
		assertEquals(Level.FINE, ContestLint.worst(findings));
		assertEquals(List.of(1, 1, 2, 2, 3, 4, 5, 5, 6), Arrays.stream(Rule.values()).map(Rule::practice).toList(), "six practices");
	}

	@Test
	void anEmptyDraftIsJudgedToo() {
		var findings = ContestLint.check(new Draft(List.of(), null, List.of(), PrizeFor.NOBODY, null, null, 0, 0, Set.of(), List.of()));
		assertEquals(List.of(Level.REFUSE, Level.NOTE, Level.REFUSE, Level.NOTE, Level.WARN, Level.WARN, Level.REFUSE, Level.NOTE, Level.NOTE), findings.stream().map(Finding::level).toList());
	}

	@Test
	void aWindowWithoutAWorkingDayIsRefused() {
		var weekend = new Draft(DEMOS, MANY, K1, PrizeFor.TEAM, null, days(5, 2), 0, 0, PEOPLE, List.of());
		assertFound(Level.REFUSE, "window.no-working-day", finding(weekend, Rule.WINDOW));
	}

	@Test
	void aContestThatHasBegunWarns() {
		var late = new Draft(DEMOS, MANY, K1, PrizeFor.TEAM, null, days(0, 30), 22, 3, PEOPLE, List.of());
		assertFound(Level.WARN, "announced-in-time.late", finding(late, Rule.ANNOUNCED_IN_TIME), 3);
		assertFound(Level.FINE, "announced-in-time.ahead", finding(good(), Rule.ANNOUNCED_IN_TIME));
	}

	@Test
	void resultsWarnAndSkillsAreNoted() {
		assertFound(Level.WARN, "short-term-behaviour.result", of(List.of(new Aim("Demos", Kind.ACTION), new Aim("MRR", Kind.RESULT))), List.of("MRR"), 1);
		assertFound(Level.NOTE, "short-term-behaviour.quality", of(List.of(new Aim("Discount", Kind.QUALITY))), List.of("Discount"), 1);
		assertFound(Level.FINE, "short-term-behaviour.action", of(DEMOS), List.of("Demos"), 1);
	}

	@ParameterizedTest
	@CsvSource({ "VOLUME:DEMOS, false, ACTION", "VOLUME:CUSTOMERS, true, RESULT", "CONVERSION:CONNECTS:DISCOVERIES, false, QUALITY", "CONVERSION:DEMOS:CUSTOMERS, true, RESULT", "DISCOUNT, false, QUALITY",
			"MRR, false, RESULT", "MRR_PER_CUSTOMER, false, RESULT", "DAYS_TO_CLOSE, false, RESULT", "CHURN, false, RESULT", "MRR_LOST, false, RESULT", "DEALS_WON, true, RESULT" })
	void knowsTheFiguresOfTheCatalogue(String code, boolean won, Kind kind) {
		assertEquals(kind, Kind.of(code, won));
	}

	@Test
	void lessThanHalfOfThePeopleAreNoMajority() {
		assertFound(Level.WARN, "majority-can-move-it.minority", of(new Reach(11, 5, 60)), 5, 11, new BigDecimal("0.45"), 60);
		assertFound(Level.FINE, "majority-can-move-it.majority", of(new Reach(12, 6, 60)), 6, 12, new BigDecimal("0.50"), 60);
		assertFound(Level.NOTE, "majority-can-move-it.few-days", of(new Reach(12, 6, 19)), 19, 60);
		assertFound(Level.NOTE, "majority-can-move-it.unknown", of(new Reach(0, 0, 60)), 60);
		assertFound(Level.NOTE, "majority-can-move-it.unknown", of((Reach) null), 60);
	}

	@Test
	void k1FourTeamsOfThreeAreFine() {
		assertFound(Level.FINE, "team-based.teams", of(Rule.TEAM_BASED, 3, 3, 3, 3), 4, 12);
		assertFound(Level.FINE, "uneven-teams.even", of(Rule.UNEVEN_TEAMS, 3, 3, 3, 3), 3);
	}

	@Test
	void k2TeamsOfFourFourAndThreeAreFlaggedAsUneven() {
		assertFound(Level.FINE, "team-based.teams", of(Rule.TEAM_BASED, 4, 4, 3), 3, 11);
		assertFound(Level.NOTE, "uneven-teams.uneven", of(Rule.UNEVEN_TEAMS, 4, 3, 4), 3, 4, List.of("4", "4", "3"));
	}

	@Test
	void aTeamOfOneWarnsAndOneTeamIsNoContest() {
		assertFound(Level.WARN, "team-based.alone", of(Rule.TEAM_BASED, 2, 1, 1), 2, 3);
		assertFound(Level.REFUSE, "team-based.missing", of(Rule.TEAM_BASED, 12, 0), 1);
		assertFound(Level.REFUSE, "team-based.missing", of(Rule.TEAM_BASED), 0);
	}

	@Test
	void thePrizeIsForTheTeam() {
		assertFound(Level.FINE, "team-prize.team", of(PrizeFor.TEAM));
		assertFound(Level.WARN, "team-prize.person", of(PrizeFor.PERSON));
		assertFound(Level.WARN, "team-prize.none", of(PrizeFor.NOBODY));
	}

	@Test
	void standingsComeEveryNight() {
		assertFound(Level.WARN, "nightly-standings.never", finding(with(DEMOS, MANY, K1, PrizeFor.TEAM, null, days(0, 30)), Rule.NIGHTLY_STANDINGS));
		assertFound(Level.FINE, "nightly-standings.at", finding(good(), Rule.NIGHTLY_STANDINGS), "20:00");
	}

	@Test
	void k3ASecondContestForTheSamePeopleIsRefusedAndNamed() {
		var calls = new Other("Call week", days(29, 7), Set.of(3L, 4L));
		var forecasts = new Other("Best forecast", days(-10, 11), Set.of(2L, 3L));
		assertFound(Level.REFUSE, "no-overlap.others", finding(good(calls, forecasts), Rule.NO_OVERLAP), List.of("Best forecast", "Call week"), 2, 2);
	}

	@Test
	void k3OtherPeopleOrOtherTimesAreNoOverlap() {
		var others = new Other("Others", days(5, 7), Set.of(4L, 5L));
		var before = new Other("Before", days(-7, 7), PEOPLE);
		var after = new Other("After", days(30, 7), PEOPLE);
		assertFound(Level.FINE, "no-overlap.none", finding(good(others, before, after), Rule.NO_OVERLAP), 3);
	}

	@ParameterizedTest(name = "K4: {0} days: {1}, {2}")
	@CsvSource({ "1, WARN, too-short", "6, WARN, too-short", "7, FINE, short", "20, FINE, short", "21, FINE, ideal", "30, FINE, ideal", "45, FINE, ideal", "46, WARN, too-long", "90, WARN, too-long" })
	void k4TheWindow(int days, Level level, String what) {
		assertFound(level, "window." + what, finding(with(DEMOS, MANY, K1, PrizeFor.TEAM, null, days(0, days)), Rule.WINDOW), days);
	}

	@Test
	void k5TenDaysOfTheCalendarAreTheShortEnd() {
		var window = new Window(LocalDateTime.parse("2018-09-05T14:00"), LocalDateTime.parse("2018-09-14T12:00"), ZoneId.of("America/New_York"));
		assertFound(Level.FINE, "window.short", finding(with(DEMOS, MANY, K1, PrizeFor.TEAM, null, window), Rule.WINDOW), 10);
	}

	@Test
	void sentencesHaveTheirNumbers() {
		assertEquals("Only 5 of 11 people (45%) did this at all in the last 60 days. Less than half can move it, so most will watch.", sentence(of(new Reach(11, 5, 60))));
		assertEquals("1 day is too short for a habit to change. Take at least a week, best a month.", sentence(finding(with(DEMOS, MANY, K1, PrizeFor.TEAM, null, days(0, 1)), Rule.WINDOW)));
		assertEquals("2 people play in Best forecast and Call week in this time. One contest at a time: choose other days or other people.",
				sentence(finding(good(new Other("Call week", days(1, 1), Set.of(1L)), new Other("Best forecast", days(2, 1), Set.of(2L))), Rule.NO_OVERLAP)));
		assertEquals("Teams have 3 to 4 people (4, 4, and 3), so points per head are compared.", sentence(of(Rule.UNEVEN_TEAMS, 4, 4, 3)));
		assertEquals("What counts (MRR) comes of the work weeks later; it is not what people can do today. Count a behaviour that leads to it.", sentence(of(List.of(new Aim("MRR", Kind.RESULT)))));
	}

	private static String sentence(Finding finding) {
		var sentence = Messages.text(Locale.ENGLISH, finding.key(), finding.arguments().toArray());
		assertFalse(sentence.contains("{"));
		return sentence;
	}
}
