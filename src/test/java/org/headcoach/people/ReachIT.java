package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.InContainer;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

class ReachIT extends InContainer {

	private static final YearMonth MONTH = YearMonth.of(2026, 10);

	@Inject
	private Reach reach;

	@Test
	void aManagerSeesTheOwnLineOnly() {
		var own = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		var other = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		given.as(given.actor(AccountRole.MANAGER, own.manager()), () -> {
			assertTrue(reach.sees(own.rep(0).id(), MONTH));
			assertFalse(reach.sees(other.rep(0).id(), MONTH));
			assertEquals(2, reach.reps(MONTH).size());
		});
	}

	@Test
	void aDirectorSeesTheLineBelowAndARepOnlyOneself() {
		var sales = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> {
			assertTrue(reach.sees(sales.rep(1).id(), MONTH));
			assertTrue(reach.sees(sales.manager().id(), MONTH));
			assertFalse(reach.sees(sales.vp().id(), MONTH));
		});
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> {
			assertTrue(reach.sees(sales.rep(0).id(), MONTH));
			assertFalse(reach.sees(sales.rep(1).id(), MONTH));
		});
	}

	@Test
	void anAdministratorSeesNobodysMonth() {
		var sales = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> assertFalse(reach.sees(sales.rep(0).id(), MONTH)));
	}
}
