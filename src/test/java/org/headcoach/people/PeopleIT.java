package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.InContainer;
import org.headcoach.people.People.PeopleSearch;
import org.headcoach.people.People.State;
import org.headcoach.people.PeopleService.Hire;
import org.headcoach.people.PeopleService.HolidayRow;
import org.headcoach.people.PeopleService.Leave;
import org.headcoach.people.PeopleService.Move;
import org.headcoach.people.PeopleService.Place;
import org.headcoach.people.PeopleService.Rehire;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

class PeopleIT extends InContainer {

	private static final LocalDate START = LocalDate.of(2025, 1, 1);
	private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	private Actor admin() {
		return given.actor(AccountRole.ADMINISTRATOR, null);
	}

	private static PeopleSearch everybody(LocalDate day, State state, String text) {
		return new PeopleSearch(day, text, null, null, state, null, "superior", true, 0, 100);
	}

	@Test
	void whoReportedToWhomStaysTrueAfterAMove() {
		var old = given.aTeamOf(1, START);
		var fresh = given.aTeamOf(0, START);
		var rep = old.rep(0).id();
		given.as(admin(), () -> people.move(new Move(rep, MARCH, new Place(Role.REP, "Senior rep", "SMB", fresh.team().id(), null, null), null)));
		assertEquals(old.manager().id(), positions.on(MARCH.minusDays(1)).of(rep).superiorId());
		assertEquals(fresh.manager().id(), positions.on(MARCH).of(rep).superiorId());
		assertEquals(fresh.region().id(), positions.on(MARCH).of(rep).regionId());
		given.as(admin(), () -> people.takeBackLastMove(rep));
		assertEquals(old.manager().id(), positions.on(MARCH).of(rep).superiorId());
	}

	@Test
	void aManagerLeavesOnlyWhenSomebodyTakesTheReports() {
		var sales = given.aTeamOf(2, START);
		given.as(admin(), () -> {
			var refusal = assertThrows(BusinessException.class, () -> people.leave(new Leave(sales.manager().id(), MARCH, null)));
			assertEquals("people.line.error.has-reports", refusal.key());
			people.leave(new Leave(sales.manager().id(), MARCH, sales.director().id()));
		});
		assertEquals(sales.manager().id(), positions.on(MARCH).of(sales.rep(0).id()).superiorId());
		assertEquals(sales.director().id(), positions.on(MARCH.plusDays(1)).of(sales.rep(0).id()).superiorId());
		assertEquals(null, positions.on(MARCH.plusDays(1)).of(sales.manager().id()));
	}

	@Test
	void aLeaverComesBackWithAGapBetween() {
		var sales = given.aTeamOf(1, START);
		var rep = sales.rep(0).id();
		given.as(admin(), () -> {
			people.leave(new Leave(rep, MARCH, null));
			assertEquals(0, people.count(everybody(MARCH.plusDays(1), State.AT_WORK, sales.rep(0).name())));
			assertEquals(1, people.count(everybody(MARCH.plusDays(1), State.LEFT, sales.rep(0).name())));
			people.rehire(new Rehire(rep, MARCH.plusMonths(2), new Place(Role.REP, null, null, sales.team().id(), null, null)));
			assertEquals(2, people.person(rep).history().size());
		});
		assertEquals(null, positions.on(MARCH.plusMonths(1)).of(rep));
		assertEquals(sales.manager().id(), positions.on(MARCH.plusMonths(2)).of(rep).superiorId());
	}

	@Test
	void hiringRefusesATwinAndATeamWithoutAManager() {
		var sales = given.aTeamOf(0, START);
		given.as(admin(), () -> {
			var number = given.unique("HR");
			var id = people.hire(new Hire("Nina", null, number, MARCH, new Place(Role.REP, null, null, sales.team().id(), null, null)));
			assertEquals(sales.manager().id(), people.person(id).place().superiorId());
			assertEquals("people.person.error.twin", assertThrows(BusinessException.class,
					() -> people.hire(new Hire("Twin", null, number, MARCH, new Place(Role.REP, null, null, sales.team().id(), null, null)))).key());
			var empty = people.createTeam(given.unique("Empty"), sales.region().id());
			assertEquals("people.line.error.team-without-manager", assertThrows(BusinessException.class,
					() -> people.hire(new Hire("Lone", null, null, MARCH, new Place(Role.REP, null, null, empty, null, null)))).key());
		});
	}

	@Test
	void aTeamMovesToAnotherRegionFromADayOnAndClosesOnlyWhenEmpty() {
		var sales = given.aTeamOf(1, START);
		given.as(admin(), () -> {
			var region = people.createRegion(given.unique("South"));
			people.moveTeam(sales.team().id(), region, MARCH);
			assertEquals(sales.region().id(), positions.on(MARCH.minusDays(1)).of(sales.rep(0).id()).regionId());
			assertEquals(region, positions.on(MARCH).of(sales.rep(0).id()).regionId());
			assertEquals("people.teams.error.not-empty", assertThrows(BusinessException.class, () -> people.closeTeam(sales.team().id(), MARCH)).key());
		});
	}

	@Test
	void everybodySeesTheOwnLineOnlyAndEditsNothing() {
		var own = given.aTeamOf(2, START);
		var other = given.aTeamOf(1, START);
		var day = people.today();
		given.as(given.actor(AccountRole.MANAGER, own.manager()), () -> {
			assertEquals(3, people.count(everybody(day, State.AT_WORK, null)));
			assertEquals(own.rep(0).id(), people.person(own.rep(0).id()).id());
			assertThrows(NotHereException.class, () -> people.person(other.rep(0).id()));
			assertEquals(List.of(own.team().id()), people.teams(day).teams().stream().map(PeopleService.TeamLine::id).toList());
			assertThrows(NotHereException.class, () -> people.leave(new Leave(own.rep(0).id(), MARCH, null)));
		});
		given.as(given.actor(AccountRole.REP, own.rep(0)), () -> {
			assertEquals(1, people.count(everybody(day, State.AT_WORK, null)));
			assertThrows(NotHereException.class, () -> people.person(own.rep(1).id()));
			assertThrows(NotHereException.class, () -> people.teams(day));
		});
		given.as(given.actor(AccountRole.EXECUTIVE, null), () -> assertTrue(people.count(everybody(day, State.AT_WORK, null)) >= 9));
	}

	@Test
	void addingTheSameHolidaysAgainChangesNothing() {
		given.theCompany();
		var days = List.of(new HolidayRow(LocalDate.of(2031, 12, 25), "Christmas Day"));
		given.as(admin(), () -> {
			assertEquals(1, people.addHolidays(days));
			assertEquals(0, people.addHolidays(days));
			people.removeHoliday(LocalDate.of(2031, 12, 25));
			assertThrows(NotHereException.class, () -> people.removeHoliday(LocalDate.of(2031, 12, 25)));
		});
	}

	@Test
	void aTeamThatWasRenamedMeanwhileIsNotRenamedAgainUnseen() {
		var sales = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		var first = given.unique("First");
		given.as(admin(), () -> {
			people.renameTeam(sales.team().id(), sales.team().name(), first);
			assertThrows(OptimisticLockException.class, () -> people.renameTeam(sales.team().id(), sales.team().name(), given.unique("Second")));
			assertThrows(OptimisticLockException.class, () -> people.renameRegion(sales.region().id(), "Another", given.unique("Region")));
			people.renameTeam(sales.team().id(), first, sales.team().name());
		});
	}

	/** The list of a day before the move has the rep, the page of today does not. */
	@Test
	void aListOfAnEarlierDayOpensOnlyWhoIsStillWithinReach() {
		var sales = given.aTeamOf(2, LocalDate.of(2026, 1, 1));
		var others = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		var gone = sales.rep(0).id();
		given.as(admin(), () -> people.move(new Move(gone, LocalDate.of(2026, 3, 16), new Place(Role.REP, "Rep", null, others.team().id(), null, null), null)));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			var then = people.search(everybody(LocalDate.of(2026, 3, 10), State.AT_WORK, sales.rep(0).name())).stream().map(People.PersonRow::id).toList();
			assertTrue(then.contains(gone));
			assertEquals(List.of(false, true), List.of(people.opens(gone), people.opens(sales.rep(1).id())));
			assertThrows(NotHereException.class, () -> people.person(gone));
		});
	}

	/** The manager leaves before there is a successor: somebody stands in, and the successor takes the team with one act. */
	@Test
	void aSuccessorTakesTheTeamOverFromWhoStoodIn() {
		var sales = given.aTeamOf(2, LocalDate.of(2026, 1, 1));
		var others = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		var today = people.today();
		given.as(admin(), () -> {
			people.leave(new Leave(sales.manager().id(), today, others.manager().id()));
			var successor = people.hire(new Hire(given.unique("Nadia"), null, null, today.plusDays(3), new Place(Role.MANAGER, "Manager", null, sales.team().id(), null, sales.director().id())));
			var strays = people.strays(successor).orElseThrow();
			assertEquals(today.plusDays(3), strays.from());
			assertEquals(2, strays.names().size());
			assertEquals(2, people.takeTeam(successor));
			assertTrue(people.strays(successor).isEmpty());
			assertEquals(0, people.takeTeam(successor));
			assertEquals(others.manager().id(), positions.on(today.plusDays(2)).of(sales.rep(0).id()).superiorId(), "until then who stands in");
			assertEquals(successor, positions.on(today.plusDays(3)).of(sales.rep(0).id()).superiorId());
			assertEquals(sales.team().id(), positions.on(today.plusDays(3)).of(sales.rep(0).id()).teamId());
		});
	}
}
