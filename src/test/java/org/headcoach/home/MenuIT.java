package org.headcoach.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.SqlSeen;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

class MenuIT extends InContainer {

	@Inject
	private MenuService menu;

	@Inject
	private TodayService today;

	@Inject
	private PeopleService people;

	@Test
	void theCountIsKeptUntilAnythingChanges() {
		var sales = given.aTeamOf(2, LocalDate.of(2026, 1, 5));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			menu.counts();
			try (var sql = new SqlSeen()) {
				menu.counts();
				assertEquals(List.of(), sql.reading());
			}
			given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> people.renameTeam(sales.team().id(), sales.team().name(), given.unique("Renamed")));
			try (var sql = new SqlSeen()) {
				var counted = menu.counts().get(MenuLine.TODAY);
				assertEquals(today.counts().todo() == 0 ? null : String.valueOf(today.counts().todo()), counted);
				assertFalse(sql.reading().isEmpty());
			}
		});
	}
}
