package org.headcoach.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.People.HeldRow;
import org.headcoach.people.PeopleService.PersonPage;
import org.junit.jupiter.api.Test;

/** From which day a person's page says that somebody stands where the person stands. */
class PersonPageTest {

	private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
	private static final LocalDate MOVE = LocalDate.of(2026, 5, 1);
	private static final LocalDate LATER = LocalDate.of(2026, 9, 1);
	private static final long PRAIRIE = 1;
	private static final long BEACON = 2;
	private static final long ELENA = 11;
	private static final long TOBIAS = 12;

	@Test
	void afterAMoveItIsTheDayOfTheMove() {
		assertEquals(MOVE, page(held(BEACON, TOBIAS, "Rep", MOVE, null), held(PRAIRIE, ELENA, "Rep", FIRST, MOVE)).since());
	}

	@Test
	void anotherSuperiorInTheSameTeamIsAnotherPlace() {
		assertEquals(MOVE, page(held(PRAIRIE, TOBIAS, "Rep", MOVE, null), held(PRAIRIE, ELENA, "Rep", FIRST, MOVE)).since());
	}

	@Test
	void aNewTitleAloneBeginsNothing() {
		assertEquals(FIRST, page(held(PRAIRIE, ELENA, "Senior rep", MOVE, null), held(PRAIRIE, ELENA, "Rep", FIRST, MOVE)).since());
	}

	@Test
	void whoCameBackToTheOldPlaceStandsThereSinceTheReturn() {
		assertEquals(LATER, page(held(PRAIRIE, ELENA, "Rep", LATER, null), held(BEACON, TOBIAS, "Rep", MOVE, LATER), held(PRAIRIE, ELENA, "Rep", FIRST, MOVE)).since());
		assertEquals(LATER, page(held(PRAIRIE, ELENA, "Rep", LATER, null), held(PRAIRIE, ELENA, "Rep", FIRST, MOVE)).since());
	}

	@Test
	void withoutAPlaceItIsTheFirstDay() {
		assertEquals(FIRST, page().since());
	}

	private static HeldRow held(long team, long superior, String title, LocalDate from, LocalDate until) {
		return new HeldRow(null, Role.REP, title, null, team, null, null, null, superior, null, from, until);
	}

	private static PersonPage page(HeldRow... history) {
		return new PersonPage(1L, 1, "Wanda Moves", null, null, FIRST, null, history.length == 0 ? null : history[0], List.of(history), List.of(), true, null);
	}
}
