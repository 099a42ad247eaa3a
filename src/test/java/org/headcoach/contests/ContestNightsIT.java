package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.headcoach.contests.engine.ContestLint.Rule;
import org.headcoach.people.Actor;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** Every night's standings are kept, each once, whatever happened to the servers. */
class ContestNightsIT extends ContestCase {

	@Inject
	private ContestNights nights;

	private List<String> kept(long contest) {
		return read("select night, caught_up from contest_night where contest_id = " + contest + " order by night");
	}

	private List<String> told(long contest) {
		return heard.nightsOf(contest).stream().map(night -> night.night() + (night.last() ? " last" : "")).toList();
	}

	/** Announced before it starts, so that no night has passed. */
	private long announcedEarly() {
		now("2026-11-08T10:00");
		return announced(wanted());
	}

	@Test
	void aNightIsKeptWhenItsHourHasComeAndNotBefore() {
		var contest = announcedEarly();
		now("2026-11-09T20:59");
		watch.takeNights();
		assertEquals(List.of(), kept(contest));
		now("2026-11-09T21:00");
		watch.takeNights();
		watch.takeNights();
		assertEquals(List.of("2026-11-09 false"), kept(contest));
		assertEquals(List.of("2026-11-09 last"), told(contest));
	}

	@Test
	void twoNodesKeepANightOnce() {
		var contest = announcedEarly();
		now("2026-11-11T22:00");
		var both = together(Actor.SYSTEM, watch::takeNights, Actor.SYSTEM, watch::takeNights);
		assertTrue(both.stream().allMatch(Integer.class::isInstance), both::toString);
		assertEquals(List.of("2026-11-09 true", "2026-11-10 true", "2026-11-11 false"), kept(contest));
		assertEquals(List.of("2026-11-09", "2026-11-10", "2026-11-11 last"), told(contest));
	}

	@Test
	void missedNightsAreCaughtUpAsTheyStoodAndOnlyTheLastIsTheOneToSend() {
		var contest = announcedEarly();
		activities(demo("1", sales.rep(0), "2026-11-09T10:00"), demo("2", sales.rep(1), "2026-11-10T10:00"), demo("3", sales.rep(1), "2026-11-10T11:00"), demo("4", sales.rep(0), "2026-11-12T10:00"),
				demo("5", sales.rep(2), "2026-11-12T11:00"));
		watch.countDue();
		now("2026-11-12T23:00");
		watch.takeNights();
		assertEquals(List.of("2026-11-09 Red 1", "2026-11-10 Blue 2", "2026-11-11 Blue 2", "2026-11-12 Red 3"),
				read("select n.night, t.name, n.score from contest_night_team n join contest_team t on t.id = n.team_id where n.contest_id = " + contest + " and n.place = 1 order by n.night"));
		assertEquals(List.of("2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12 last"), told(contest));
		now("2026-11-14T08:00");
		watch.takeNights();
		assertEquals(List.of("2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12 last", "2026-11-13 last"), told(contest));
		assertEquals("2026-11-13 false", kept(contest).get(4));
	}

	@Test
	void theLastNightComesAtTheEndAndNoneAfterIt() {
		var contest = announcedEarly();
		now("2026-12-20T12:00");
		watch.takeNights();
		assertEquals(21, kept(contest).size());
		assertEquals("2026-11-29 false", kept(contest).get(20));
		now("2027-02-20T12:00");
		watch.takeNights();
		assertEquals(21, kept(contest).size());
		assertEquals(1, heard.nightsOf(contest).stream().filter(NightTaken::last).count());
		assertEquals(LocalDate.of(2026, 11, 29), page(contest).lastNight());
	}

	@Test
	void nothingIsKeptOfADraftOrOnceItIsSettledOrCalledOff() {
		var draft = written(wanted());
		var off = announcedEarly();
		asManager(() -> contests.callOff(off, "No demos this month", key()));
		var settled = announcedEarly();
		run("update contest set state = 'SETTLED', settled_at = current_timestamp, settled_by_name = 'Vera' where id = " + settled);
		now("2026-11-20T22:00");
		watch.takeNights();
		for (var contest : List.of(draft, off, settled)) {
			assertEquals(0, nights.take(contest));
			assertEquals(List.of(), kept(contest));
		}
	}

	@Test
	void aContestThatSendsNothingHasNoNights() {
		now("2026-11-08T10:00");
		var contest = announced(wanted().nightly(null), Rule.NIGHTLY_STANDINGS);
		now("2026-11-20T22:00");
		watch.takeNights();
		assertEquals(List.of(), kept(contest));
	}

	@Test
	void anHourThatAClockChangeSkipsOrRepeatsHasOneNight() {
		at(Instant.parse("2026-10-20T10:00:00Z"));
		var contest = announced(wanted().in("Europe/Berlin").from("2026-10-23T00:00", "2026-11-02T00:00").nightly(LocalTime.of(2, 30)));
		for (var moment = Instant.parse("2026-10-24T00:00:00Z"); moment.isBefore(Instant.parse("2026-10-26T03:00:00Z")); moment = moment.plusSeconds(1800)) {
			at(moment);
			watch.takeNights();
		}
		assertEquals(List.of("2026-10-23 false", "2026-10-24 false", "2026-10-25 false", "2026-10-26 false"), kept(contest));
		assertEquals(4, heard.nightsOf(contest).size());
	}

	@Test
	void oneContestThatCannotBeCountedOrKeptHoldsUpNoOther() {
		now("2026-11-08T10:00");
		var broken = announced(wanted());
		var contest = written(wanted());
		play(contest, sales.rep(4), sales.rep(5));
		announce(contest, Map.of(Rule.TEAM_BASED, "Small"));
		watch.countDue();
		run("update contest_behaviour set counted_text = '{\"code\":\"NEVER\"}' where contest_id = " + broken);
		activities(demo("1", sales.rep(0), "2026-11-09T10:00"), demo("2", sales.rep(4), "2026-11-09T10:00"));
		watch.countDue();
		assertEquals(List.of(), counts(broken));
		assertEquals(1, counts(contest).size());
		now("2026-11-09T22:00");
		watch.takeNights();
		assertEquals(List.of("2026-11-09 false"), kept(contest));
		assertEquals(List.of(String.valueOf(broken)), read("select distinct contest_id from contest_due"));
	}
}
