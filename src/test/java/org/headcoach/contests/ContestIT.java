package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.contests.engine.ContestLint.Rule;
import org.headcoach.contests.engine.Pair;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import jakarta.persistence.OptimisticLockException;

/** From the draft to the announcement, and what can be done to a contest afterwards. */
class ContestIT extends ContestCase {

	private static void refused(String key, Executable act) {
		assertEquals(key, assertThrows(BusinessException.class, act).key());
	}

	private void change(long contest, Wanted wanted) {
		var version = draft(contest).version();
		asManager(() -> contests.write(wanted.of(contest, version)));
	}

	// ------------------------------------------------------------ drafting

	@Test
	void aDraftIsReadAsItWasWritten() {
		var wanted = wanted().by(new DraftPage.Counting("VOLUME:DEMOS", BigDecimal.valueOf(3), 4), one("VOLUME:CONNECTS"));
		var page = draft(written(wanted));
		assertEquals(wanted.title(), page.title());
		assertEquals(wanted.starts(), page.starts());
		assertEquals(wanted.ends(), page.ends());
		assertEquals(wanted.nightly(), page.nightlyAt());
		assertEquals(List.of(new DraftPage.Counting("VOLUME:DEMOS", BigDecimal.valueOf(3), 4), one("VOLUME:CONNECTS")), page.counting());
		assertEquals("Dinner", page.prize().what());
		assertEquals(6, page.candidates().size());
		assertEquals(List.of(), page.teams());
	}

	@Test
	void aDraftIsChangedAsOftenAsOneLikes() {
		var contest = written(wanted());
		change(contest, wanted().by(one("VOLUME:CONNECTS"), one("VOLUME:DEMOS")));
		change(contest, wanted().by(one("VOLUME:DEMOS"), one("VOLUME:CONNECTS")));
		change(contest, wanted().named("Calls").by(one("VOLUME:CONNECTS")));
		var page = draft(contest);
		assertEquals("Calls", page.title());
		assertEquals(List.of(one("VOLUME:CONNECTS")), page.counting());
		assertEquals(List.of("1"), read("select count(*) from contest"));
	}

	@Test
	void aFormThatIsSentTwiceMakesOneContest() {
		var wanted = wanted().of(null, null);
		var both = together(manager, () -> contests.write(wanted), manager, () -> contests.write(wanted));
		assertEquals(both.get(0), both.get(1));
		assertEquals(both.get(0), asManager(() -> contests.write(wanted)));
		assertEquals(List.of("1"), read("select count(*) from contest"));
	}

	@Test
	void whoeverReadAnEarlierVersionIsToldSo() {
		var contest = written(wanted());
		var read = draft(contest).version();
		asManager(() -> contests.write(wanted().named("First").of(contest, read)));
		assertThrows(OptimisticLockException.class, () -> asManager(() -> contests.write(wanted().named("Second").of(contest, read))));
		assertThrows(OptimisticLockException.class, () -> asManager(() -> contests.write(wanted().named("Third").of(contest, null))));
		assertEquals("First", draft(contest).title());
	}

	@Test
	void otherPlayersOrTeamsAreAnotherVersionToo() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1));
		otherSince(contest, () -> contests.choose(contest, List.of(sales.rep(0).id(), sales.rep(1).id(), sales.rep(2).id())));
		otherSince(contest, () -> contests.draw(new ContestService.DrawTeams(contest, List.of("A", "B"), Set.of(), Set.of(), false)));
		otherSince(contest, () -> contests.move(contest, sales.rep(0).id(), contests.draft(contest).teams().get(0).id()));
	}

	private void otherSince(long contest, Runnable change) {
		var read = draft(contest).version();
		asManager(change);
		assertThrows(OptimisticLockException.class, () -> asManager(() -> contests.announce(new ContestService.AnnounceContest(contest, read, Map.of()))));
	}

	@Test
	void whatCannotBeAContestIsNotKept() {
		refused("contests.error.window", () -> written(wanted().from("2026-11-30T00:00", "2026-11-30T00:00")));
		refused("contests.error.behaviour", () -> written(wanted().by()));
		refused("contests.error.behaviour", () -> written(wanted().by(one("VOLUME:NEVER"))));
		refused("contests.error.behaviour-twice", () -> written(wanted().by(one("VOLUME:DEMOS"), one("VOLUME:DEMOS"))));
		refused("contests.error.no-points", () -> written(wanted().by(new DraftPage.Counting("VOLUME:DEMOS", BigDecimal.ZERO, null))));
		for (var points : List.of("0.001", "1.005", "10000.01", "99999999999", "1E+30", "1E-30")) {
			refused("contests.error.points", () -> written(wanted().by(new DraftPage.Counting("VOLUME:DEMOS", new BigDecimal(points), null))));
		}
		refused("contests.error.cap", () -> written(wanted().by(new DraftPage.Counting("VOLUME:DEMOS", BigDecimal.ONE, 0))));
		refused("contests.error.ratio", () -> written(wanted().by(one("DISCOUNT"), one("VOLUME:DEMOS"))));
		refused("contests.error.title", () -> written(wanted().named(" ")));
		refused("contests.error.too-long", () -> written(wanted().named("x".repeat(121))));
		assertEquals(List.of("0"), read("select count(*) from contest"));
	}

	private ContestService.WriteContest worth(String value, String currency) {
		var of = wanted().of(null, null);
		return new ContestService.WriteContest(null, null, of.title(), of.announcement(), of.rules(), of.zone(), of.starts(), of.ends(), of.nightlyAt(), of.counting(), false, of.ties(), of.prize(), of.prizeFor(),
				new BigDecimal(value), currency, false, of.judge(), of.formKey());
	}

	@Test
	void aStatedValueIsAnAmountOfMoney() {
		for (var value : List.of("-1", "1000000000", "99999999999999999999", "1E+30", "1E-30")) {
			refused("contests.error.prize-value", () -> asManager(() -> contests.write(worth(value, "USD"))));
		}
		refused("contests.error.prize-value", () -> asManager(() -> contests.write(worth("100", null))));
		refused("contests.error.prize-value", () -> asManager(() -> contests.write(worth("100", "QQQ"))));
		refused("contests.error.prize-value", () -> asManager(() -> contests.write(worth("100.5", "JPY"))));
		assertEquals(0, new BigDecimal("1200.5").compareTo(draft(asManager(() -> contests.write(worth("1200.50", "USD")))).prize().value()));
	}

	@Test
	void pointsAreKeptAsTheyAreWritten() {
		for (var points : List.of("0.01", "0.5", "10000", "1E+4")) {
			var contest = written(wanted().by(new DraftPage.Counting("VOLUME:DEMOS", new BigDecimal(points), null)));
			assertEquals(0, new BigDecimal(points).compareTo(draft(contest).counting().get(0).points()));
		}
	}

	@Test
	void aDrawSplitsEverybodyEvenlyAndKeepsWishes() {
		var contest = written(wanted());
		asManager(() -> contests.choose(contest, sales.reps().stream().map(rep -> rep.id()).toList()));
		var together = new Pair(sales.rep(0).id(), sales.rep(5).id());
		var apart = new Pair(sales.rep(1).id(), sales.rep(2).id());
		asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("A", "B", "C"), Set.of(together), Set.of(apart), false)));
		var teams = draft(contest).teams();
		assertEquals(List.of(2, 2, 2), teams.stream().map(team -> team.members().size()).toList());
		var of = teams.stream().flatMap(team -> team.members().stream()).collect(Collectors.toMap(DraftPage.Candidate::personId, DraftPage.Candidate::contestTeamId));
		assertEquals(of.get(together.one()), of.get(together.other()));
		assertFalse(of.get(apart.one()).equals(of.get(apart.other())));
		assertThrows(BusinessException.class,
				() -> asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("A", "B"), Set.of(together), Set.of(together), false))));
		refused("contests.error.team-count", () -> asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("A"), Set.of(), Set.of(), false))));
	}

	@Test
	void twoTeamsHaveTwoNames() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1));
		refused("contests.error.team-twice", () -> asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("A", " a "), Set.of(), Set.of(), false))));
		refused("contests.error.team-twice", () -> asManager(() -> contests.rename(contest, draft(contest).teams().get(0).id(), "Blue")));
		assertEquals(List.of("Red", "Blue"), draft(contest).teams().stream().map(DraftPage.Team::name).toList());
	}

	@Test
	void whoIsLeftOutLeavesTheTeamAndWhoIsNewIsInNone() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2));
		asManager(() -> contests.choose(contest, List.of(sales.rep(0).id(), sales.rep(1).id(), sales.rep(4).id())));
		var teams = draft(contest).teams();
		assertEquals(List.of(sales.rep(0).name()), teams.get(0).members().stream().map(DraftPage.Candidate::name).toList());
		assertEquals(3, draft(contest).candidates().stream().filter(DraftPage.Candidate::plays).count());
		refused("contests.error.no-team", () -> announce(contest));
	}

	@Test
	void nobodyIsMovedToATeamOfAnotherContest() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1));
		var other = written(wanted());
		play(other, sales.rep(2), sales.rep(3));
		var foreign = draft(other).teams().get(0).id();
		assertThrows(NotHereException.class, () -> asManager(() -> contests.move(contest, sales.rep(0).id(), foreign)));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.move(contest, sales.rep(2).id(), draft(contest).teams().get(0).id())));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.rename(contest, foreign, "Mine")));
	}

	@Test
	void aDraftThatIsThrownAwayIsGone() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1));
		asManager(() -> contests.throwAway(contest));
		assertThrows(NotHereException.class, () -> draft(contest));
		assertEquals(List.of("0 0 0 0"),
				read("select (select count(*) from contest), (select count(*) from contest_member), (select count(*) from contest_team), (select count(*) from contest_behaviour) from company"));
		assertEquals(List.of("1"), read("select count(*) from audit_entry where action = 'THROW_CONTEST_AWAY' and subject_id = '" + contest + "'"));
	}

	// ------------------------------------------------------------ announcing

	@Test
	void anAnnouncedContestIsSeenByThoseWhoPlay() {
		var contest = announced(wanted());
		var page = given.as(as(sales.rep(0)), () -> contests.contest(contest));
		assertEquals(Phase.RUNNING, page.phase());
		assertEquals(2, page.teams().size());
		assertEquals(team(contest, "Red"), page.ownTeamId());
		assertEquals(10, page.workingDaysLeft());
		assertEquals(List.of("1"), read("select count(*) from audit_entry where action = 'ANNOUNCE_CONTEST' and subject_id = '" + contest + "'"));
	}

	@Test
	void aDraftWithoutAWorkingDayStaysButIsNotAnnounced() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(1), "2026-11-12T10:00"));
		var contest = written(wanted().from("2026-11-21T00:00", "2026-11-23T00:00"));
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		assertEquals(List.of(), draft(contest).chances());
		refused("contests.lint.window.no-working-day", () -> announce(contest));
		change(contest, wanted().from("2026-11-21T00:00", "2026-11-30T00:00"));
		assertEquals(2, draft(contest).chances().size());
	}

	@Test
	void whatTheLinterRefusesIsNotAnnounced() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1));
		asManager(() -> contests.choose(contest, List.of(sales.rep(0).id())));
		refused("contests.error.empty-team", () -> announce(contest));
	}

	@Test
	void aWarningIsSetAsideWithAReasonThatIsKept() {
		now("2026-11-09T10:00");
		var contest = written(wanted().nightly(null));
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		refused("contests.error.reason", () -> announce(contest));
		refused("contests.error.reason", () -> announce(contest, Map.of(Rule.NIGHTLY_STANDINGS, " ")));
		refused("contests.error.reason", () -> announce(contest, Map.of(Rule.WINDOW, "Another rule's")));
		assertEquals(List.of(), page(contest).overrides());
		announce(contest, Map.of(Rule.NIGHTLY_STANDINGS, " We meet every morning ", Rule.WINDOW, "Not needed"));
		var kept = page(contest).overrides();
		assertEquals(1, kept.size());
		assertEquals("NIGHTLY_STANDINGS", kept.get(0).rule());
		assertEquals("We meet every morning", kept.get(0).reason());
		assertEquals("contests.lint.nightly-standings.never", kept.get(0).found());
		assertEquals(sales.manager().name(), kept.get(0).by());
	}

	@Test
	void aContestThatBeganBeforeTodayNeedsAReason() {
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		refused("contests.error.reason", () -> asManager(() -> contests.announce(new ContestService.AnnounceContest(contest, contests.draft(contest).version(), Map.of()))));
		announce(contest, Map.of(Rule.ANNOUNCED_IN_TIME, "Told by word of mouth"));
		assertEquals(List.of("ANNOUNCED_IN_TIME Told by word of mouth"), page(contest).overrides().stream().map(line -> line.rule() + " " + line.reason()).toList());
	}

	@Test
	void k3aSecondContestOfTheSamePeopleAtTheSameTimeIsRefused() {
		announced(wanted());
		var second = written(wanted().from("2026-11-27T00:00", "2026-12-12T00:00"));
		play(second, sales.rep(3), sales.rep(4), sales.rep(5), sales.rep(0));
		var refusal = assertThrows(BusinessException.class, () -> announce(second));
		assertTrue(refusal.key().startsWith("contests.lint.no-overlap."), refusal.key());
		change(second, wanted().from("2026-11-30T00:00", "2026-12-12T00:00"));
		announce(second);
		assertEquals(Phase.ANNOUNCED, page(second).phase());
	}

	@Test
	void k3whoHasLeftAContestIsFreeForTheNextOne() {
		var first = announced(wanted());
		for (int i = 0; i < 4; i++) {
			var leaver = sales.rep(i).id();
			asManager(() -> contests.leave(first, leaver, LocalDate.of(2026, 11, 17), "Another one begins"));
		}
		var second = written(wanted().from("2026-11-18T00:00", "2026-12-12T00:00"));
		play(second, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		announce(second);
		assertEquals(Phase.ANNOUNCED, page(second).phase());
		// back into the first for its last days: these people are in the second by then
		refused("contests.error.plays-elsewhere", () -> asManager(() -> contests.join(first, sales.rep(0).id(), team(first, "Red"), LocalDate.of(2026, 11, 19), "Back")));
		var third = written(wanted().from("2026-11-17T00:00", "2026-12-12T00:00"));
		play(third, sales.rep(0), sales.rep(4));
		assertTrue(draft(third).findings().stream().anyMatch(finding -> finding.key().equals("contests.lint.no-overlap.others") && finding.arguments().get(1).equals(2)));
	}

	@Test
	void k3twoContestsOfTheSamePeopleAnnouncedAtOnceBecomeOne() {
		now("2026-11-09T10:00");
		var first = written(wanted());
		play(first, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		var second = written(wanted());
		play(second, sales.rep(3), sales.rep(4), sales.rep(5), sales.rep(2));
		var one = new ContestService.AnnounceContest(first, draft(first).version(), Map.of());
		var other = new ContestService.AnnounceContest(second, draft(second).version(), Map.of());
		var outcomes = together(manager, () -> {
			contests.announce(one);
			return "announced";
		}, manager, () -> {
			contests.announce(other);
			return "announced";
		});
		assertEquals(1, outcomes.stream().filter("announced"::equals).count(), outcomes::toString);
		assertInstanceOf(BusinessException.class, outcomes.stream().filter(outcome -> !outcome.equals("announced")).findFirst().orElseThrow());
		assertEquals(List.of("1"), read("select count(*) from contest where state = 'ANNOUNCED'"));
	}

	@Test
	void aContestThatIsOverAlreadyIsNotAnnounced() {
		var contest = written(wanted().from("2026-11-02T00:00", "2026-11-16T10:00"));
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		refused("contests.error.over", () -> announce(contest));
	}

	@Test
	void k5theWholeRuleSetIsDraftedAndStandsOnThePage() {
		now("2018-09-04T09:00");
		var team = given.aTeamOf(4, LocalDate.of(2018, 1, 1));
		var runs = given.actor(AccountRole.MANAGER, team.manager());
		var rules = "Every rep may take part, with one entry. Entries are judged on originality and completeness on 30 September 2018. The winner is told within two weeks of that.";
		var contest = given.as(runs, () -> {
			var id = contests.write(new ContestService.WriteContest(null, null, "Two tickets", "Show us your best connect call.", rules, NEW_YORK, LocalDateTime.parse("2018-09-05T14:00"),
					LocalDateTime.parse("2018-09-14T12:00"), LocalTime.of(21, 0), List.of(new DraftPage.Counting("VOLUME:CONNECTS", BigDecimal.ONE, 1)), false, TieRule.EARLIER, "Two tickets",
					Contest.PrizeFor.PERSON, new BigDecimal("4400"), "USD", true, "A jury of three", key()));
			contests.choose(id, team.reps().stream().map(rep -> rep.id()).toList());
			contests.draw(new ContestService.DrawTeams(id, List.of("Red", "Blue"), Set.of(), Set.of(), false));
			contests.announce(new ContestService.AnnounceContest(id, contests.draft(id).version(), Map.of(Rule.TEAM_PRIZE, "The tickets are for two")));
			return id;
		});
		var page = given.as(as(team.rep(0)), () -> contests.contest(contest));
		assertEquals(rules, page.rules());
		assertEquals("Show us your best connect call.", page.announcement());
		assertEquals(List.of("2018-09-05T14:00", "2018-09-14T12:00", "America/New_York"), List.of(page.starts().toString(), page.ends().toString(), page.zone().getId()));
		assertEquals(List.of("VOLUME:CONNECTS", 1), List.of(page.counting().get(0).counted().code(), page.counting().get(0).dailyCap()));
		assertEquals(TieRule.EARLIER, page.ties());
		assertEquals("A jury of three", page.judge());
		assertEquals("Two tickets", page.prize().what());
		assertEquals(Contest.PrizeFor.PERSON, page.prize().whose());
		assertEquals(0, new BigDecimal("4400").compareTo(page.prize().value()));
		assertEquals("USD", page.prize().currency());
		assertTrue(page.prize().each());
		assertEquals(List.of("The tickets are for two"), page.overrides().stream().map(ContestPage.OverrideLine::reason).toList());
		assertEquals(4, page.players());
		for (var moment : Map.of("2018-09-05T13:59", Phase.ANNOUNCED, "2018-09-05T14:00", Phase.RUNNING, "2018-09-14T11:59", Phase.RUNNING, "2018-09-14T12:00", Phase.ENDED).entrySet()) {
			now(moment.getKey());
			assertEquals(moment.getValue(), given.as(runs, () -> contests.contest(contest)).phase(), moment.getKey());
		}
	}

	@Test
	void theRulesOfAnAnnouncedContestStay() {
		var contest = announced(wanted());
		var version = page(contest).version();
		refused("contests.error.not-draft", () -> asManager(() -> contests.write(wanted().of(contest, version))));
		refused("contests.error.not-draft", () -> draft(contest));
		refused("contests.error.not-draft", () -> asManager(() -> contests.choose(contest, List.of(sales.rep(4).id()))));
		refused("contests.error.not-draft", () -> asManager(() -> contests.draw(new ContestService.DrawTeams(contest, List.of("A", "B"), Set.of(), Set.of(), false))));
		refused("contests.error.not-draft", () -> asManager(() -> contests.move(contest, sales.rep(0).id(), team(contest, "Blue"))));
		refused("contests.error.not-draft", () -> asManager(() -> contests.throwAway(contest)));
		refused("contests.error.not-draft", () -> asManager(() -> contests.announce(new ContestService.AnnounceContest(contest, version, Map.of()))));
		assertEquals(List.of("VOLUME:DEMOS"), page(contest).counting().stream().map(line -> line.counted().code()).toList());
	}

	// ------------------------------------------------------------ announced

	@Test
	void aNoteIsAddedOnceHoweverOftenItsFormIsSent() {
		var contest = announced(wanted());
		var form = key();
		together(manager, () -> {
			contests.annotate(contest, " Friday is a day off. ", form);
			return 1;
		}, manager, () -> {
			contests.annotate(contest, "Friday is a day off.", form);
			return 1;
		});
		asManager(() -> contests.annotate(contest, "Again", key()));
		assertEquals(List.of("Friday is a day off.", "Again"), page(contest).notes().stream().map(ContestPage.NoteLine::said).toList());
		refused("contests.error.note", () -> asManager(() -> contests.annotate(contest, " ", key())));
		refused("contests.error.draft", () -> asManager(() -> contests.annotate(written(wanted()), "Early", key())));
	}

	private List<Long> outside(long contest) {
		var found = new ArrayList<Long>();
		asManager(() -> contests.outside(contest).forEach(one -> found.add(one.id())));
		return found;
	}

	@Test
	void whoComesInCountsFromThatDayOn() {
		activities(demo("1", sales.rep(4), "2026-11-10T10:00"), demo("2", sales.rep(4), "2026-11-12T10:00"), demo("3", sales.rep(0), "2026-11-12T10:00"), demo("4", sales.rep(1), "2026-11-12T10:00"),
				demo("5", sales.rep(1), "2026-11-13T10:00"));
		var contest = announced(wanted());
		assertEquals("Blue 2, Red 1", standings(contest));
		assertTrue(outside(contest).contains(sales.rep(4).id()));
		assertFalse(outside(contest).contains(sales.rep(1).id()));
		asManager(() -> contests.join(contest, sales.rep(4).id(), team(contest, "Red"), LocalDate.of(2026, 11, 12), "Back from leave"));
		watch.countDue();
		var red = page(contest).teams().stream().filter(team -> team.name().equals("Red")).findFirst().orElseThrow();
		assertEquals(0, BigDecimal.valueOf(2).compareTo(red.points()));
		// two for six days and one for three of the six working days: 2.5 heads
		assertEquals(0, new BigDecimal("0.8").compareTo(red.perHead()));
		assertEquals("Blue 1, Red 0.8", standings(contest));
		var joiner = red.members().stream().filter(member -> member.personId() == sales.rep(4).id()).findFirst().orElseThrow();
		assertEquals("Back from leave", joiner.why());
		assertEquals(0, BigDecimal.ONE.compareTo(joiner.points()));
	}

	@Test
	void whoPlaysAlreadyHereOrElsewhereDoesNotComeIn() {
		var contest = announced(wanted());
		var red = team(contest, "Red");
		refused("contests.error.plays", () -> asManager(() -> contests.join(contest, sales.rep(1).id(), red, MONDAY, "Why")));
		var other = written(wanted());
		play(other, sales.rep(4), sales.rep(5));
		announce(other, Map.of(Rule.TEAM_BASED, "Small"));
		refused("contests.error.plays-elsewhere", () -> asManager(() -> contests.join(contest, sales.rep(4).id(), red, MONDAY, "Why")));
		var stranger = given.aTeamOf(1, LocalDate.of(2025, 1, 1)).rep(0);
		assertThrows(NotHereException.class, () -> asManager(() -> contests.join(contest, stranger.id(), red, MONDAY, "Why")));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.join(contest, sales.manager().id(), red, MONDAY, "Why")));
		refused("contests.error.not-announced", () -> asManager(() -> contests.join(written(wanted()), sales.rep(5).id(), red, MONDAY, "Why")));
	}

	@Test
	void oneSpareRepComesIntoOneOfTwoContestsThatAskAtOnce() {
		var other = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		var first = announced(wanted());
		var executive = given.actor(AccountRole.EXECUTIVE, sales.vp());
		var second = given.as(executive, () -> {
			var id = contests.write(wanted().of(null, null));
			contests.choose(id, List.of(other.rep(0).id(), other.rep(1).id()));
			contests.draw(new ContestService.DrawTeams(id, List.of("A", "B"), Set.of(), Set.of(), false));
			contests.announce(new ContestService.AnnounceContest(id, contests.draft(id).version(), Map.of(Rule.TEAM_BASED, "Small", Rule.ANNOUNCED_IN_TIME, "Late")));
			return id;
		});
		var red = team(first, "Red");
		var green = given.as(executive, () -> contests.contest(second)).teams().get(0).id();
		var outcomes = together(executive, () -> {
			contests.join(first, sales.rep(5).id(), red, MONDAY, "Spare");
			return "in";
		}, executive, () -> {
			contests.join(second, sales.rep(5).id(), green, MONDAY, "Spare");
			return "in";
		});
		assertEquals(1, outcomes.stream().filter("in"::equals).count(), outcomes::toString);
		assertEquals(List.of("1"), read("select count(*) from contest_member where person_id = " + sales.rep(5).id()));
	}

	@Test
	void whoLeavesATeamLeavesItTheirPoints() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(0), "2026-11-13T10:00"), demo("3", sales.rep(1), "2026-11-13T10:00"));
		var contest = announced(wanted());
		assertEquals("Red 2, Blue 1", standings(contest));
		asManager(() -> contests.leave(contest, sales.rep(0).id(), LocalDate.of(2026, 11, 11), "Moved to Boston"));
		watch.countDue();
		// one demo stays, by one person of six days and one of three
		assertEquals("Red 0.66666667, Blue 0.5", standings(contest));
		refused("contests.error.day", () -> asManager(() -> contests.leave(contest, sales.rep(2).id(), LocalDate.of(2026, 11, 30), "Late")));
		refused("contests.error.why", () -> asManager(() -> contests.leave(contest, sales.rep(2).id(), MONDAY, " ")));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.leave(contest, sales.rep(0).id(), MONDAY, "Again")));
	}

	@Test
	void nobodyLeavesBeforeTheyCame() {
		var contest = announced(wanted());
		asManager(() -> contests.join(contest, sales.rep(4).id(), team(contest, "Red"), LocalDate.of(2026, 11, 12), "New"));
		refused("contests.error.day", () -> asManager(() -> contests.leave(contest, sales.rep(4).id(), LocalDate.of(2026, 11, 11), "Gone")));
		asManager(() -> contests.leave(contest, sales.rep(4).id(), LocalDate.of(2026, 11, 13), "Gone"));
		assertTrue(outside(contest).contains(sales.rep(4).id()), "who left may come back");
		asManager(() -> contests.join(contest, sales.rep(4).id(), team(contest, "Blue"), LocalDate.of(2026, 11, 16), "Back"));
		assertFalse(outside(contest).contains(sales.rep(4).id()));
		watch.countDue();
		assertEquals(2, page(contest).teams().stream().flatMap(team -> team.members().stream()).filter(member -> member.personId() == sales.rep(4).id()).count());
	}

	@Test
	void aContestIsCalledOffOnceWithItsReason() {
		var contest = announced(wanted());
		asManager(() -> contests.callOff(contest, "The CRM is down", key()));
		asManager(() -> contests.callOff(contest, "The CRM is down", key()));
		var page = page(contest);
		assertEquals(Phase.CALLED_OFF, page.phase());
		assertEquals(List.of("The CRM is down"), page.notes().stream().map(ContestPage.NoteLine::said).toList());
		assertNull(page.nextNight());
		refused("contests.error.not-announced", () -> asManager(() -> contests.leave(contest, sales.rep(0).id(), MONDAY, "Why")));
		refused("contests.error.draft", () -> asManager(() -> contests.callOff(written(wanted()), "Early", key())));
		var again = written(wanted());
		play(again, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		announce(again);
		assertEquals(Phase.RUNNING, page(again).phase());
	}

	@Test
	void aTeamIsRenamedUntilItIsSettled() {
		var contest = announced(wanted());
		asManager(() -> contests.rename(contest, team(contest, "Red"), " Foxes "));
		assertTrue(page(contest).teams().stream().anyMatch(team -> team.name().equals("Foxes")));
		run("update contest set state = 'SETTLED', settled_at = current_timestamp, settled_by_name = 'Vera' where id = " + contest);
		refused("contests.error.settled", () -> asManager(() -> contests.rename(contest, team(contest, "Blue"), "Late")));
		refused("contests.error.settled", () -> asManager(() -> contests.callOff(contest, "Late", key())));
	}

	@Test
	void theWinnersOfASettledContestAreRead() {
		var contest = announced(wanted());
		var red = team(contest, "Red");
		run("insert into contest_result (contest_id, team_id, place, points, per_head, score, wins) values (" + contest + ", " + red + ", 1, 3, 1.5, 3, true)");
		run("update contest set state = 'SETTLED', settled_at = current_timestamp, settled_by_name = 'Vera', judgement = 'Well done' where id = " + contest);
		var settled = page(contest).settled();
		assertEquals(List.of(red), settled.winners());
		assertEquals("Well done", settled.words());
		assertEquals("Red", asManager(() -> contests.contests()).get(0).winner());
	}
}
