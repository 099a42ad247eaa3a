package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who sees a contest, who runs it, and whose numbers are shown to whom. */
class ContestRightsIT extends ContestCase {

	private Sales others;
	/** Everybody who has no say in the team's contests. */
	private Map<String, Actor> powerless;
	/** Who stands above the manager. */
	private Map<String, Actor> above;

	@BeforeEach
	void people() {
		others = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		powerless = new LinkedHashMap<>();
		powerless.put("rep", as(sales.rep(0)));
		powerless.put("rep elsewhere", as(others.rep(0)));
		powerless.put("manager of another team", given.actor(AccountRole.MANAGER, others.manager()));
		powerless.put("director of others", given.actor(AccountRole.DIRECTOR, others.director()));
		powerless.put("administrator", given.actor(AccountRole.ADMINISTRATOR, null));
		powerless.put("nobody", Actor.NOBODY);
		above = Map.of("own manager", manager, "own director", given.actor(AccountRole.DIRECTOR, sales.director()), "executive", given.actor(AccountRole.EXECUTIVE, sales.vp()));
		showRanking(false);
	}

	@AfterEach
	void asItWas() {
		showRanking(true);
	}

	private void showRanking(boolean shown) {
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			var company = people.company();
			if (company.rankingShown() != shown) {
				people.changeCompany(new PeopleService.ChangeCompany(company.version(), company.name(), company.currency().getCurrencyCode(), company.zone().getId(), company.fiscalYearStartMonth(),
						company.workingDays(), shown));
			}
		});
	}

	private void refusesAllOf(Map<String, Executable> doors) {
		powerless.forEach((who, actor) -> doors.forEach((what, door) -> assertThrows(NotHereException.class, () -> given.as(actor, () -> {
			try {
				door.execute();
			} catch (RuntimeException e) {
				throw e;
			} catch (Throwable e) {
				throw new IllegalStateException(e);
			}
		}), who + " " + what)));
	}

	@Test
	void aDraftDoesNotExistForWhoMayNotRunIt() {
		var draft = written(wanted());
		play(draft, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
		var page = draft(draft);
		var team = page.teams().get(0).id();
		var doors = new LinkedHashMap<String, Executable>();
		doors.put("contest", () -> contests.contest(draft));
		doors.put("draft", () -> contests.draft(draft));
		doors.put("write", () -> contests.write(wanted().of(draft, page.version())));
		doors.put("choose", () -> contests.choose(draft, List.of(sales.rep(0).id())));
		doors.put("draw", () -> contests.draw(new ContestService.DrawTeams(draft, List.of("A", "B"), Set.of(), Set.of(), false)));
		doors.put("move", () -> contests.move(draft, sales.rep(0).id(), team));
		doors.put("rename", () -> contests.rename(draft, team, "Mine"));
		doors.put("throwAway", () -> contests.throwAway(draft));
		doors.put("announce", () -> contests.announce(new ContestService.AnnounceContest(draft, page.version(), Map.of())));
		refusesAllOf(doors);
		for (var who : List.of("rep", "rep elsewhere", "manager of another team", "director of others")) {
			assertEquals(List.of(), given.as(powerless.get(who), () -> contests.contests()), who);
		}
		above.forEach((who, actor) -> {
			assertEquals(page.title(), given.as(actor, () -> contests.draft(draft)).title(), who);
			assertEquals(List.of(draft), given.as(actor, () -> contests.contests()).stream().map(ContestRow::id).toList(), who);
		});
		assertEquals(page.title(), draft(draft).title());
		assertEquals(page.version(), draft(draft).version());
	}

	@Test
	void anAnnouncedContestIsSeenByEverybodyInSalesAndRunByItsLine() {
		var contest = announced(wanted());
		var team = team(contest, "Red");
		var doors = new LinkedHashMap<String, Executable>();
		doors.put("annotate", () -> contests.annotate(contest, "Mine", key()));
		doors.put("callOff", () -> contests.callOff(contest, "Mine", key()));
		doors.put("join", () -> contests.join(contest, sales.rep(4).id(), team, MONDAY, "Mine"));
		doors.put("leave", () -> contests.leave(contest, sales.rep(0).id(), MONDAY, "Mine"));
		doors.put("rename", () -> contests.rename(contest, team, "Mine"));
		doors.put("announce", () -> contests.announce(new ContestService.AnnounceContest(contest, 1, Map.of())));
		doors.put("throwAway", () -> contests.throwAway(contest));
		refusesAllOf(doors);
		for (var who : List.of("rep", "rep elsewhere", "manager of another team", "director of others")) {
			given.as(powerless.get(who), () -> {
				assertEquals(contest, contests.contest(contest).id(), who);
				assertEquals(List.of(contest), contests.contests().stream().map(ContestRow::id).toList(), who);
				assertEquals(false, contests.contest(contest).mayRun(), who);
			});
		}
		for (var who : List.of("administrator", "nobody")) {
			assertThrows(NotHereException.class, () -> given.as(powerless.get(who), () -> contests.contest(contest)), who);
			assertThrows(NotHereException.class, () -> given.as(powerless.get(who), () -> contests.contests()), who);
		}
		above.forEach((who, actor) -> given.as(actor, () -> {
			assertTrue(contests.contest(contest).mayRun(), who);
			assertDoesNotThrow(() -> contests.annotate(contest, who, key()));
		}));
		assertEquals(3, page(contest).notes().size());
	}

	@Test
	void onlyWhoRunsContestsBeginsOne() {
		for (var who : List.of("rep", "rep elsewhere", "administrator", "nobody")) {
			assertThrows(NotHereException.class, () -> given.as(powerless.get(who), () -> contests.blank()), who);
			assertThrows(NotHereException.class, () -> given.as(powerless.get(who), () -> contests.write(wanted().of(null, null))), who);
		}
		assertEquals(List.of("0"), read("select count(*) from contest"));
		assertNotNull(given.as(powerless.get("manager of another team"), () -> contests.blank()).countable());
	}

	@Test
	void aManagerLetsOnlyRepsOfTheOwnLinePlay() {
		var contest = written(wanted());
		assertThrows(NotHereException.class, () -> asManager(() -> contests.choose(contest, List.of(sales.rep(0).id(), others.rep(0).id()))));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.choose(contest, List.of(sales.manager().id()))));
		assertThrows(NotHereException.class, () -> asManager(() -> contests.choose(contest, List.of(-1L))));
		assertEquals(List.of("0"), read("select count(*) from contest_member"));
		assertEquals(sales.reps().stream().map(rep -> rep.id()).collect(java.util.stream.Collectors.toSet()),
				draft(contest).candidates().stream().map(DraftPage.Candidate::personId).collect(java.util.stream.Collectors.toSet()));
		given.as(above.get("executive"), () -> contests.choose(contest, List.of(sales.rep(0).id(), others.rep(0).id())));
		asManager(() -> contests.choose(contest, List.of(others.rep(0).id(), sales.rep(1).id())));
		assertEquals(2, draft(contest).candidates().stream().filter(DraftPage.Candidate::plays).count());
	}

	private BigDecimal points(ContestPage page, long person) {
		return page.teams().stream().flatMap(team -> team.members().stream()).filter(member -> member.personId() == person).findFirst().orElseThrow().points();
	}

	@Test
	void repsSeeTheirOwnNumbersAndThoseOfTeamsUnlessTheCompanyShowsMore() {
		now("2026-11-08T10:00");
		var contest = announced(wanted());
		activities(demo("1", sales.rep(0), "2026-11-09T10:00"), demo("2", sales.rep(2), "2026-11-09T11:00"), demo("3", sales.rep(1), "2026-11-09T11:00"));
		watch.countDue();
		now("2026-11-09T22:00");
		takeNights();
		activities(demo("4", sales.rep(2), "2026-11-09T12:00"), demo("5", sales.rep(0), "2026-11-09T13:00"));
		watch.countDue();
		var rep = given.as(as(sales.rep(0)), () -> contests.contest(contest));
		assertEquals(0, BigDecimal.valueOf(4).compareTo(rep.teams().get(0).points()));
		assertEquals(0, BigDecimal.valueOf(2).compareTo(points(rep, sales.rep(0).id())));
		for (var hidden : List.of(sales.rep(1), sales.rep(2), sales.rep(3))) {
			var line = rep.teams().stream().flatMap(team -> team.members().stream()).filter(member -> member.personId() == hidden.id()).findFirst().orElseThrow();
			assertNull(line.points(), hidden::name);
			assertNull(line.today(), hidden::name);
			assertEquals(List.of(), line.byBehaviour(), hidden::name);
		}
		// whose change it was is not told, and its numbers are those of the whole team
		assertEquals(2, rep.moves().size());
		var own = rep.moves().stream().filter(move -> sales.rep(0).name().equals(move.person())).findFirst().orElseThrow();
		assertEquals("1 2", plain(own.before()) + " " + plain(own.after()));
		var mate = rep.moves().stream().filter(move -> move.person() == null).findFirst().orElseThrow();
		assertEquals("Red", mate.team());
		assertEquals(1, mate.after().subtract(mate.before()).intValueExact());
		assertTrue(mate.after().compareTo(BigDecimal.valueOf(2)) > 0, mate::toString);
		var leader = page(contest);
		assertEquals(0, BigDecimal.valueOf(2).compareTo(points(leader, sales.rep(2).id())));
		assertTrue(leader.moves().stream().allMatch(move -> move.person() != null));
		var elsewhere = given.as(powerless.get("manager of another team"), () -> contests.contest(contest));
		assertNull(points(elsewhere, sales.rep(0).id()));
		assertTrue(elsewhere.moves().stream().allMatch(move -> move.person() == null));
		showRanking(true);
		var shown = given.as(as(sales.rep(0)), () -> contests.contest(contest));
		assertEquals(0, BigDecimal.valueOf(2).compareTo(points(shown, sales.rep(2).id())));
		assertTrue(shown.moves().stream().allMatch(move -> move.person() != null));
		assertNull(points(given.as(powerless.get("rep elsewhere"), () -> contests.contest(contest)), sales.rep(2).id()));
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	@Test
	void howHiddenTeamMatesAreListedTellsNothingOfTheirPlace() {
		activities(demo("1", sales.rep(2), "2026-11-10T10:00"), demo("2", sales.rep(2), "2026-11-10T11:00"), demo("3", sales.rep(4), "2026-11-10T11:00"));
		var contest = written(wanted());
		play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3), sales.rep(4), sales.rep(5));
		announce(contest);
		watch.countDue();
		var red = given.as(as(sales.rep(0)), () -> contests.contest(contest)).teams().get(0).members();
		assertEquals(sales.rep(0).name(), red.get(0).name());
		assertEquals(List.of(sales.rep(2).name(), sales.rep(4).name()).stream().sorted().toList(), List.of(red.get(1).name(), red.get(2).name()));
	}
}
