package org.headcoach.contests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.headcoach.contests.engine.ContestLint.Rule;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.DataImported;
import org.headcoach.pipeline.Feed;
import org.headcoach.pipeline.FeedRule;
import org.headcoach.pipeline.FigureService;
import org.headcoach.pipeline.Funnel;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.OwnTransaction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** Standings keep step with the data: with what is imported, undone, corrected and late, and with nothing else. */
class ScoreBoardIT extends ContestCase {

	private static final String DEALS = "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,MRR\n";

	@Inject
	private OwnTransaction transaction;

	@Inject
	private FigureService funnels;

	private static String won(String id, Salesperson owner, String day, int mrr) {
		return id + ",Arden " + id + ",Closed Won," + day + "," + owner.email() + "," + mrr * 12 + ",2026-10-01," + mrr + "\n";
	}

	/** The marks that an event leaves, seen before anybody takes them up. */
	private List<String> marks(long contest, DataImported event) throws Exception {
		watch.countDue();
		return transaction.run(() -> {
			board.mark(event);
			var marks = read("select person_id, on_day, batch_id from contest_due where contest_id = " + contest + " order by person_id, on_day");
			run("delete from contest_due where contest_id = " + contest);
			return marks;
		});
	}

	private long countNo(long contest) {
		return page(contest).countNo();
	}

	// ------------------------------------------------------------ data come and go

	@Test
	void anImportMovesTheStandingsAndItsUndoPutsThemBack() {
		var contest = announced(wanted());
		var first = activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(1), "2026-11-10T11:00"), demo("3", sales.rep(2), "2026-11-11T10:00"));
		watch.countDue();
		assertEquals("Red 2, Blue 1", standings(contest));
		var before = counts(contest);
		var second = activities(demo("4", sales.rep(3), "2026-11-12T10:00"), demo("5", sales.rep(3), "2026-11-12T11:00"), demo("1", sales.rep(1), "2026-11-10T10:00"));
		watch.countDue();
		assertEquals("Blue 4, Red 1", standings(contest));
		undo(second);
		watch.countDue();
		assertEquals(before, counts(contest));
		undo(first);
		watch.countDue();
		assertEquals(List.of(), counts(contest));
		assertEquals(List.of(), read("select * from contest_due"));
	}

	@Test
	void theSameFileAgainChangesNothing() {
		var contest = announced(wanted());
		var lines = demo("1", sales.rep(0), "2026-11-10T10:00") + demo("2", sales.rep(1), "2026-11-10T11:00");
		activities(lines);
		watch.countDue();
		var before = counts(contest);
		var number = countNo(contest);
		activities(lines, "\n\n");
		watch.countDue();
		assertEquals(before, counts(contest));
		assertEquals(number, countNo(contest));
	}

	@Test
	void aSmallImportMarksOnlyTheDaysThatItTouches() throws Exception {
		var contest = announced(wanted());
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"));
		var batch = activities(demo("1", sales.rep(0), "2026-11-11T10:00"), demo("2", sales.rep(1), "2026-11-13T10:00"), demo("3", sales.rep(1), "2026-11-13T11:00"),
				demo("4", sales.rep(4), "2026-11-13T11:00"), demo("5", sales.rep(2), "2026-10-13T11:00"), demo("6", sales.rep(2), "2026-12-01T11:00"));
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-10 " + batch.id(), sales.rep(0).id() + " 2026-11-11 " + batch.id(), sales.rep(1).id() + " 2026-11-13 " + batch.id()),
				marks(contest, heard.of(batch)));
	}

	@Test
	void aLargeImportMarksAllDaysOfWhomItTouchesAndOneOfEverybodyAll() throws Exception {
		var contest = announced(wanted());
		assertEquals(List.of(sales.rep(0).id() + " null 7", sales.rep(3).id() + " null 7"),
				marks(contest, new DataImported(7L, Set.of(sales.rep(0).id(), sales.rep(3).id(), sales.rep(5).id()), false, null)));
		assertEquals(List.of("null null 8"), marks(contest, new DataImported(8L, Set.of(), true, null)));
		assertEquals(List.of(), marks(contest, new DataImported(9L, Set.of(), false, Set.of())));
	}

	@Test
	void aDayThatIsMarkedIsCountedAndOthersAreLeftAlone() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(0), "2026-11-11T10:00"));
		var contest = announced(wanted());
		run("update contest_count set quantity = 50 where contest_id = " + contest);
		activities(demo("3", sales.rep(0), "2026-11-11T11:00"));
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-10 0 50 null", sales.rep(0).id() + " 2026-11-11 0 2 null"), counts(contest));
		board.markAll(contest);
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-10 0 1 null", sales.rep(0).id() + " 2026-11-11 0 2 null"), counts(contest));
	}

	@Test
	void whatOthersOrOtherDaysBringIsNotCounted() {
		var contest = announced(wanted());
		activities(demo("1", sales.rep(4), "2026-11-10T10:00"), demo("2", sales.rep(0), "2026-11-08T23:59"), demo("3", sales.rep(0), "2026-11-09T00:00"), demo("4", sales.rep(0), "2026-11-29T23:59"),
				demo("5", sales.rep(0), "2026-11-30T00:00"), "6,Demo,2026-11-10 10:00," + sales.rep(0).email() + ",No show\n", "7,Demo,2026-11-10 10:00,,Held\n");
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-09 0 1 null", sales.rep(0).id() + " 2026-11-29 0 1 null"), counts(contest));
	}

	@Test
	void mostOfADayCountsWhereThereIsALimit() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(0), "2026-11-10T11:00"), demo("3", sales.rep(0), "2026-11-10T12:00"), demo("4", sales.rep(1), "2026-11-10T12:00"),
				demo("5", sales.rep(1), "2026-11-11T12:00"), demo("6", sales.rep(3), "2026-11-11T12:00"));
		assertEquals("Blue 6, Red 4", standings(announced(wanted().by(new DraftPage.Counting("VOLUME:DEMOS", java.math.BigDecimal.valueOf(2), 2)))));
	}

	@Test
	void withLowerIsBetterTheSmallerRatioLeadsAndWhoHasNoneIsLast() {
		importing(ImportKind.DEALS, "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,MRR\n" + "1,A,Closed Won,2026-11-10," + sales.rep(0).email() + ",1,2026-10-01,100\n"
				+ "2,B,Closed Won,2026-11-11," + sales.rep(2).email() + ",1,2026-11-01,100\n" + "3,C,Closed Won,2026-11-11," + sales.rep(1).email() + ",1,2026-11-01,100\n");
		var contest = announced(wanted().by(one("DAYS_TO_CLOSE")).lowerIsBetter(), Rule.SHORT_TERM_BEHAVIOUR);
		// Red 40 and 10 days, Blue 10
		assertEquals("Blue 10, Red 25", standings(contest));
		importing(ImportKind.DEALS, DEALS + "3,C,Closed Lost,2026-11-11," + sales.rep(1).email() + ",1,2026-11-01,100\n");
		watch.countDue();
		assertEquals("Red 25, Blue -", standings(contest));
	}

	@Test
	void moneyAndLossesFollowDealsAndCancellations() {
		var contest = announced(wanted().by(one("MRR"), one("VOLUME:CUSTOMERS")), Rule.SHORT_TERM_BEHAVIOUR);
		importing(ImportKind.DEALS, DEALS + won("1", sales.rep(0), "2026-11-10", 100) + won("2", sales.rep(1), "2026-11-11", 40));
		watch.countDue();
		assertEquals("Red 101, Blue 41", standings(contest));
		importing(ImportKind.DEALS, DEALS + won("1", sales.rep(1), "2026-11-12", 90));
		watch.countDue();
		assertEquals("Blue 132, Red 0", standings(contest));
	}

	@Test
	void anEarlierCancellationThatIsUndoneLetsTheLossBeOnTheLaterDay() {
		importing(ImportKind.DEALS, DEALS + won("1", sales.rep(0), "2026-10-10", 100));
		var contest = announced(wanted().by(one("MRR_LOST")).lowerIsBetter(), Rule.SHORT_TERM_BEHAVIOUR);
		importing(ImportKind.CANCELLATIONS, "ID,Deal ID,Cancelled on,MRR\nC2,1,2026-11-12,100\n");
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-12 0 100 null"), counts(contest));
		var earlier = importing(ImportKind.CANCELLATIONS, "ID,Deal ID,Cancelled on,MRR\nC1,1,2026-11-10,100\n");
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-10 0 100 null"), counts(contest));
		undo(earlier);
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-12 0 100 null"), counts(contest));
	}

	@Test
	void churnIsHeldAgainstTheCustomersOfTheFirstDayWhicheverDealChanges() {
		var contest = announced(wanted().by(one("CHURN")).lowerIsBetter(), Rule.SHORT_TERM_BEHAVIOUR);
		importing(ImportKind.DEALS, DEALS + won("1", sales.rep(0), "2026-10-10", 100) + won("2", sales.rep(0), "2026-10-11", 100) + won("3", sales.rep(1), "2026-10-11", 100));
		importing(ImportKind.CANCELLATIONS, "ID,Deal ID,Cancelled on,MRR\nC1,1,2026-11-12,100\n");
		watch.countDue();
		assertEquals("Blue 0, Red 0.5", standings(contest));
		importing(ImportKind.DEALS, DEALS + won("4", sales.rep(0), "2026-09-10", 100) + won("5", sales.rep(0), "2026-09-10", 100));
		watch.countDue();
		assertEquals("Blue 0, Red 0.25", standings(contest));
	}

	// ------------------------------------------------------------ what is counted

	@Test
	void aFunnelThatIsEditedLaterChangesNoContestAndOneEditedBeforeIsAnnouncedAsItIs() {
		var admin = given.actor(AccountRole.ADMINISTRATOR, null);
		var type = given.unique("WEBINAR");
		var name = given.unique("Process");
		var id = given.as(admin, () -> funnels.define(funnel(null, name, type, "new-1", "new-2", "came"), null, Funnel.Step::name));
		try {
			var code = given.as(admin, () -> funnels.funnels()).stream().filter(one -> id.equals(one.id())).findFirst().orElseThrow().steps().get(1).code();
			var contest = written(wanted().by(one("VOLUME:" + code)));
			play(contest, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
			var source = activities(demo("9", sales.rep(4), "2026-11-10T10:00"));
			for (var line : List.of("'1', 'Came', " + sales.rep(0).id(), "'2', 'Stayed', " + sales.rep(1).id(), "'3', 'Stayed', " + sales.rep(3).id())) {
				var part = line.split(", ");
				run("insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, batch_id) select source_id, " + part[0] + ", '" + type
						+ "', timestamp '2026-11-10 09:00:00', date '2026-11-10', " + part[2] + ", " + part[1] + ", id from import_batch where id = " + source.id());
			}
			redefine(admin, id, name, type, "stayed");
			announce(contest);
			watch.countDue();
			assertEquals("Blue 2, Red 0", standings(contest));
			redefine(admin, id, name, type, "came");
			board.markAll(contest);
			watch.countDue();
			assertEquals("Blue 2, Red 0", standings(contest));
			var late = written(wanted().by(one("VOLUME:" + code)).from("2026-12-01T00:00", "2026-12-15T00:00"));
			play(late, sales.rep(0), sales.rep(1), sales.rep(2), sales.rep(3));
			given.as(admin, () -> funnels.remove(id));
			assertEquals("contests.error.behaviour", Assertions.assertThrows(BusinessException.class, () -> announce(late)).key());
			board.markAll(contest);
			watch.countDue();
			assertEquals("Blue 2, Red 0", standings(contest));
		} finally {
			given.as(admin, () -> {
				if (funnels.funnels().stream().anyMatch(one -> id.equals(one.id()))) {
					funnels.remove(id);
				}
			});
		}
	}

	private void redefine(Actor admin, Long id, String name, String type, String outcome) {
		given.as(admin, () -> {
			var now = funnels.funnelsPage().funnels().stream().filter(one -> id.equals(one.funnel().id())).findFirst().orElseThrow();
			funnels.define(funnel(id, name, type, now.funnel().steps().get(0).code(), now.funnel().steps().get(1).code(), outcome), now.version(), Funnel.Step::name);
		});
	}

	private static Funnel funnel(Long id, String name, String type, String first, String second, String outcome) {
		return new Funnel(id, name, false, null, null, List.of(new Funnel.Step(first, name + " invited", Feed.ACTIVITY, type, FeedRule.ALL, List.of()),
				new Funnel.Step(second, name + " counted", Feed.ACTIVITY, type, FeedRule.ONLY, List.of(outcome))));
	}

	@Test
	void aContestThatEndsAtTheMidnightOfAClockChangeElsewhereEndsAtThatMoment() {
		at(Instant.parse("2026-10-10T12:00:00Z"));
		// in Beirut the clock goes from 24:00 back to 23:00 on 24 October: the contest ends at 18:00 in New York, and began at 17:00
		var contest = announced(wanted().in("Asia/Beirut").from("2026-10-12T00:00", "2026-10-25T00:00"));
		activities(demo("1", sales.rep(0), "2026-10-11T16:59"), demo("2", sales.rep(0), "2026-10-11T17:00"), demo("3", sales.rep(1), "2026-10-24T17:00"), demo("4", sales.rep(1), "2026-10-24T17:59"),
				demo("5", sales.rep(1), "2026-10-24T18:00"));
		watch.countDue();
		at(Instant.parse("2026-10-24T21:59:59Z"));
		assertEquals(Phase.RUNNING, page(contest).phase());
		assertEquals("Blue 2, Red 1", standings(contest));
		at(Instant.parse("2026-10-24T22:00:00Z"));
		assertEquals(Phase.ENDED, page(contest).phase());
		assertEquals(List.of(sales.rep(0).id() + " 2026-10-11 0 1 null", sales.rep(1).id() + " 2026-10-24 0 2 null"), counts(contest));
	}

	@Test
	void aWindowWithHoursCountsFromItsHourToItsHour() {
		var contest = announced(wanted().from("2026-11-09T14:00", "2026-11-20T12:00"));
		activities(demo("1", sales.rep(0), "2026-11-09T13:59"), demo("2", sales.rep(0), "2026-11-09T14:00"), demo("3", sales.rep(1), "2026-11-20T11:59"), demo("4", sales.rep(1), "2026-11-20T12:00"));
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-09 0 1 null", sales.rep(1).id() + " 2026-11-20 0 1 null"), counts(contest));
	}

	// ------------------------------------------------------------ people

	@Test
	void whoLeavesTheCompanyLeavesTheTeamTheirPointsAndCountsUntilThen() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(2), "2026-11-13T10:00"), demo("3", sales.rep(1), "2026-11-13T10:00"), demo("4", sales.rep(0), "2026-11-13T10:00"));
		var contest = announced(wanted());
		assertEquals("Red 3, Blue 1", standings(contest));
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> people.leave(new PeopleService.Leave(sales.rep(0).id(), LocalDate.of(2026, 11, 11), null)));
		watch.countDue();
		// two demos by a person of six working days and one of three
		assertEquals("Red 1.33333333, Blue 0.5", standings(contest));
		var gone = page(contest).teams().get(0).members().stream().filter(member -> member.personId() == sales.rep(0).id()).findFirst().orElseThrow();
		assertEquals(LocalDate.of(2026, 11, 11), gone.until());
	}

	// ------------------------------------------------------------ late

	@Test
	void whatComesAfterANightHadShownTheDayIsKeptWithItsImport() {
		now("2026-11-08T10:00");
		var contest = announced(wanted());
		activities(demo("1", sales.rep(0), "2026-11-09T10:00"));
		watch.countDue();
		now("2026-11-09T22:00");
		takeNights();
		now("2026-11-10T08:00");
		var late = activities(demo("2", sales.rep(0), "2026-11-09T11:00"), demo("3", sales.rep(1), "2026-11-09T11:00"), demo("4", sales.rep(1), "2026-11-10T07:00"));
		watch.countDue();
		assertEquals(List.of(sales.rep(0).id() + " 2026-11-09 0 1 2 " + late.id(), sales.rep(1).id() + " 2026-11-09 0 0 1 " + late.id()),
				read("select person_id, on_day, behaviour, quantity_before, quantity_after, batch_id from contest_move where contest_id = " + contest + " order by person_id"));
		var moves = page(contest).moves();
		assertEquals(2, moves.size());
		assertTrue(moves.stream().allMatch(move -> "late.csv".equals(move.file())));
		assertTrue(moves.stream().anyMatch(move -> sales.rep(0).name().equals(move.person()) && "Red".equals(move.team())));
		undo(late);
		watch.countDue();
		assertEquals(4, page(contest).moves().size());
		assertEquals("Red 1, Blue 0", standings(contest));
	}

	@Test
	void daysBeforeSomebodyCameAreNoLateChange() {
		now("2026-11-08T10:00");
		activities(demo("1", sales.rep(4), "2026-11-09T10:00"), demo("2", sales.rep(4), "2026-11-11T10:00"));
		var contest = announced(wanted());
		now("2026-11-12T22:00");
		takeNights();
		asManager(() -> contests.join(contest, sales.rep(4).id(), team(contest, "Red"), LocalDate.of(2026, 11, 11), "New"));
		watch.countDue();
		assertEquals(List.of(sales.rep(4).id() + " 2026-11-11 0 1 null"),
				read("select person_id, on_day, quantity_before, quantity_after, batch_id from contest_move where contest_id = " + contest));
		assertNull(page(contest).moves().get(0).file());
	}

	@Test
	void aNightElsewhereHasShownWhatTheCompanysDayWasThen() {
		at(Instant.parse("2026-11-08T10:00:00Z"));
		var contest = announced(wanted().in("Asia/Tokyo").nightly(java.time.LocalTime.of(1, 0)));
		// the night of the 11th in Tokyo is eleven in the morning of the 10th in New York
		at(Instant.parse("2026-11-10T16:00:00Z"));
		takeNights();
		assertEquals(LocalDate.of(2026, 11, 11), page(contest).lastNight());
		at(Instant.parse("2026-11-11T16:00:00Z"));
		run("delete from contest_night where night > date '2026-11-11'");
		activities(demo("1", sales.rep(0), "2026-11-10T20:00"), demo("2", sales.rep(0), "2026-11-11T10:00"));
		board.count(contest);
		assertEquals(List.of("2026-11-10"), read("select on_day from contest_move where contest_id = " + contest));
	}

	@Test
	void nothingMovesOnceItIsSettled() {
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"));
		var contest = announced(wanted());
		var before = counts(contest);
		run("update contest set state = 'SETTLED', settled_at = current_timestamp, settled_by_name = 'Vera' where id = " + contest);
		run("insert into contest_result (contest_id, team_id, place, points, per_head, score, wins) select contest_id, id, ordinal + 1, 1 - ordinal, 1 - ordinal, 1 - ordinal, false from contest_team where contest_id = " + contest
				+ " and ordinal < 2");
		activities(demo("2", sales.rep(1), "2026-11-10T10:00"), demo("3", sales.rep(1), "2026-11-10T11:00"));
		board.markAll(contest);
		watch.countDue();
		assertEquals(before, counts(contest));
		assertEquals(List.of(), read("select * from contest_due"));
		assertEquals("Red 1, Blue 0", standings(contest));
	}

	// ------------------------------------------------------------ at once, and in any order

	@Test
	void twoNodesThatCountAtOnceCountOnce() {
		var contest = announced(wanted());
		activities(demo("1", sales.rep(0), "2026-11-10T10:00"), demo("2", sales.rep(1), "2026-11-10T11:00"), demo("3", sales.rep(2), "2026-11-11T10:00"));
		for (int round = 0; round < 5; round++) {
			run("delete from contest_count where contest_id = " + contest);
			board.markAll(contest);
			var both = together(Actor.SYSTEM, watch::countDue, Actor.SYSTEM, watch::countDue);
			assertTrue(both.stream().allMatch(Integer.class::isInstance), both::toString);
			assertEquals("Red 2, Blue 1", standings(contest));
			assertEquals(List.of(), read("select * from contest_due"));
		}
	}

	@Test
	void filesInAnySplitAndOrderComeToWhatOneFileComesTo() {
		for (long seed = 1; seed <= 4; seed++) {
			var random = new Random(seed);
			var lines = new ArrayList<String>();
			for (int i = 0; i < 40; i++) {
				var day = LocalDate.of(2026, 11, 5).plusDays(random.nextInt(28));
				lines.add(seed + "-" + i + "," + (random.nextBoolean() ? "Demo" : "Connect") + "," + day + " " + (10 + random.nextInt(9)) + ":00," + sales.rep(random.nextInt(6)).email() + ","
						+ (random.nextInt(4) == 0 ? "No show" : "Held") + "\n");
			}
			var contest = announced(wanted().by(one("VOLUME:DEMOS"), one("VOLUME:CONNECTS")));
			Collections.shuffle(lines, random);
			for (int at = 0; at < lines.size();) {
				var end = Math.min(lines.size(), at + 1 + random.nextInt(15));
				var batch = activities(lines.subList(at, end).toArray(String[]::new));
				if (random.nextInt(3) == 0) {
					undo(batch);
				} else {
					at = end;
				}
				if (random.nextBoolean()) {
					watch.countDue();
				}
			}
			watch.countDue();
			var bit = counts(contest);
			run("delete from contest_count where contest_id = " + contest);
			board.markAll(contest);
			watch.countDue();
			assertEquals(counts(contest), bit, "seed " + seed);
			assertTrue(bit.size() > 10, "seed " + seed);
			asManager(() -> contests.callOff(contest, "Next round", key()));
			crm = given.unique("CRM");
			run("delete from activity where owner_id in (select person_id from contest_member where contest_id = " + contest + ")");
		}
	}
}
