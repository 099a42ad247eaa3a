package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.headcoach.people.Actor;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** A screen without an account sees one contest by its link, and nothing once the link is taken back. */
class WallIT extends ContestCase {

	@Inject
	private WallService walls;

	@Test
	void showsTheContestOfItsLinkAndNothingToWhoHasNone() {
		var contest = announced(wanted().named("Demo November"));
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"));
		watch.countDue();
		var token = asManager(() -> walls.make(contest, "Sales floor"));
		var wall = given.as(Actor.NOBODY, () -> walls.wall(token));
		assertEquals("Demo November", wall.title());
		assertEquals(List.of("Red 1", "Blue 0"), wall.rows().stream().map(row -> row.name() + " " + row.score().stripTrailingZeros().toPlainString()).toList());
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> walls.of(contest)));
	}

	@Test
	void isGoneWhenTheLinkIsTakenBack() {
		var contest = announced(wanted());
		var token = asManager(() -> walls.make(contest, "Sales floor"));
		var link = asManager(() -> walls.links(contest)).get(0);
		asManager(() -> walls.revoke(contest, link.id()));
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> walls.wall(token)));
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> walls.wall("x")));
		assertThrows(NotHereException.class, () -> given.as(Actor.NOBODY, () -> walls.follow(token)));
	}

	@Test
	void keepsNoLinkThatCouldBeRead() {
		var contest = announced(wanted());
		var token = asManager(() -> walls.make(contest, "Sales floor"));
		assertEquals(22, token.length());
		assertEquals(List.of(), read("select id from contest_wall_link where token_hash like '%" + token + "%'"));
	}

	@Test
	void hasNoDraftOnIt() {
		var draft = written(wanted());
		assertEquals("contests.error.wall-draft", assertThrows(BusinessException.class, () -> asManager(() -> walls.make(draft, "Sales floor"))).key());
		assertThrows(NotHereException.class, () -> asManager(() -> walls.of(draft)));
	}

	@Test
	void linksAreMadeAndSeenByWhoRunsTheContest() {
		var contest = announced(wanted());
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> walls.make(contest, "Home")));
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(0)), () -> walls.links(contest)));
	}
}
