package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** A meeting shows everybody invited the own figures as they were, takes comments until its end, and is there for nobody else. */
class TownMeetingIT extends PayCase {

	private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);

	@Inject
	private TownMeetingService meetings;

	@Resource
	private ManagedExecutorService threads;

	@Inject
	private Instance<RequestContextController> requests;

	@Inject
	private CurrentActor current;

	private Salesperson rep;
	private long candidate;

	@BeforeEach
	void twoRepsOnAPlanAndACandidate() {
		rep = sales.rep(0);
		onPlan(hunting(given.unique("Plan")), "2026-09-01", Map.of(), rep, sales.rep(1));
		won("a", rep, "2026-09-10", "500");
		won("b", rep, "2026-10-10", "300");
		won("c", sales.rep(1), "2026-10-12", "100");
		candidate = draft(Preset.TEN_PERCENT.terms(USD, key -> key).named(given.unique("Candidate")));
	}

	private long draft(PlanTerms terms) {
		return asAdmin(() -> plans.create(terms.name(), LocalDate.of(2026, 12, 1), terms));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

	private TownMeetingService.OpenTownMeeting meeting(String key, Long... versions) {
		return new TownMeetingService.OpenTownMeeting("Pay in 2027", "Customers leave too early.", new SimulationService.Simulate(List.of(versions), List.of(), List.of(), 3, Map.of()), List.of(),
				LAST_DAY, key);
	}

	private long opened() {
		return asAdmin(() -> meetings.open(meeting(key(), candidate)));
	}

	private Actor as(Salesperson person) {
		return given.actor(AccountRole.REP, person);
	}

	private TownMeetingPage read(Actor reader, long meeting) {
		return given.as(reader, () -> meetings.meeting(meeting));
	}

	private long say(Salesperson person, long meeting, String text) {
		return given.as(as(person), () -> meetings.comment(new TownMeetingService.Comment(meeting, null, text, key())));
	}

	@Test
	void whoIsInvitedReadsTheOwnFiguresAndNobodyElses() {
		var meeting = opened();
		var page = read(as(rep), meeting);
		assertEquals("1600.00 USD", page.own().today().amount().toString());
		assertEquals("960.00 USD", page.own().then().get(0).amount().toString());
		assertEquals("-640.00 USD", page.own().difference(0).toString());
		assertEquals(List.of(), page.others());
		assertEquals("Customers leave too early.", page.reasons());
		assertEquals(1, page.candidates().size());
		assertTrue(page.mayComment());
		assertFalse(page.mayEdit());
		assertEquals("200.00 USD", read(as(sales.rep(1)), meeting).own().today().amount().toString());
	}

	@Test
	void aLeaderReadsTheFiguresOfTheOwnLineWithoutBeingInvited() {
		var meeting = opened();
		for (var leader : Map.of(AccountRole.MANAGER, sales.manager(), AccountRole.DIRECTOR, sales.director()).entrySet()) {
			var actor = given.actor(leader.getKey(), leader.getValue());
			var page = read(actor, meeting);
			assertNull(page.own());
			assertEquals(2, page.others().size());
			assertFalse(page.mayComment());
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.comment(new TownMeetingService.Comment(meeting, null, "Good", key()))));
		}
		assertEquals(2, read(admin, meeting).others().size());
	}

	@Test
	void aLeaderOfSomeOfThemSeesTheFiguresOfTheseOnly() {
		Sales other = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		won("d", other.rep(0), "2026-10-14", "200");
		var meeting = asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting("Pay", "Why", new SimulationService.Simulate(List.of(candidate), List.of(),
				List.of(rep.id(), other.rep(0).id()), 3, Map.of()), List.of(), LAST_DAY, key())));
		var page = read(given.actor(AccountRole.MANAGER, other.manager()), meeting);
		assertEquals(List.of(other.rep(0).name()), page.others().stream().map(TownMeetingPage.Figures::name).toList());
		assertNull(page.others().get(0).today());
		assertNull(page.others().get(0).difference(0));
	}

	@Test
	void onlyThoseOfTheSimulationWhoAreInvitedReadIt() {
		var simulate = new SimulationService.Simulate(List.of(candidate), List.of(), List.of(), 3, Map.of());
		var meeting = asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting("Pay", "Why", simulate, List.of(rep.id(), sales.rep(2).id()), LAST_DAY, key())));
		assertEquals(1, read(as(rep), meeting).invited());
		assertThrows(NotHereException.class, () -> read(as(sales.rep(1)), meeting));
		assertThrows(NotHereException.class, () -> read(as(sales.rep(2)), meeting));
		assertThrows(BusinessException.class,
				() -> asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting("Pay", "Why", simulate, List.of(sales.rep(2).id()), LAST_DAY, key()))));
	}

	@Test
	void forEverybodyElseItDoesNotExist() {
		var meeting = opened();
		var strangers = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		var said = say(rep, meeting, "Too low");
		for (var actor : List.of(as(sales.rep(2)), as(strangers.rep(0)), given.actor(AccountRole.MANAGER, strangers.manager()))) {
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.meeting(meeting)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.comment(new TownMeetingService.Comment(meeting, null, "Hello", key()))));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.withdraw(said)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.answer(said, 1, "Hello")));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> meetings.close(meeting, 1)));
			assertEquals(List.of(), given.as(actor, () -> meetings.meetings()));
			assertEquals(List.of(), given.as(actor, () -> meetings.waiting()));
		}
		assertThrows(NotHereException.class, () -> given.as(as(rep), () -> meetings.log(new TownMeetingService.LogChange(meeting, "All", said, key()))));
	}

	@Test
	void itStaysWhatWasShownWhateverIsSoldOrWrittenLater() {
		var meeting = opened();
		won("late", rep, "2026-10-20", "1000");
		asAdmin(() -> {
			var draft = plans.version(candidate);
			plans.save(new PlanService.SaveDraft(candidate, draft.version(), draft.effectiveFrom(), hunting(draft.planName()), "another"));
		});
		var page = read(as(rep), meeting);
		assertEquals("1600.00 USD", page.own().today().amount().toString());
		assertEquals("960.00 USD", page.own().then().get(0).amount().toString());
		assertEquals(new BigDecimal("0.1"), page.candidates().get(0).terms().components().get(0).table().tiers().get(0).rate().stripTrailingZeros());
	}

	@Test
	void aPlanThatNeedsAQuotaSaysWhyTheFigureOfWhoHasNoneIsMissing() {
		var quota = draft(Preset.TWO_ACCELERATORS.terms(USD, key -> key).named(given.unique("Quota")));
		var meeting = asAdmin(() -> meetings.open(meeting(key(), candidate, quota)));
		var own = read(as(rep), meeting).own();
		assertEquals("960.00 USD", own.then().get(0).amount().toString());
		assertNull(own.then().get(1).amount());
		assertEquals("compensation.problem.no-quota", own.then().get(1).refusal().key());
		assertEquals(2, own.then().get(1).refusal().arguments().size());
	}

	@Test
	void aCommentIsReadByAllAnsweredOnceAndTheLogNamesWhoseItWas() {
		var meeting = opened();
		var said = say(rep, meeting, "  The rate is too low for small customers. ");
		var row = read(as(sales.rep(1)), meeting).comments().get(0);
		assertEquals("The rate is too low for small customers.", row.said());
		assertEquals(rep.name(), row.personName());
		assertFalse(row.own());
		assertTrue(read(as(rep), meeting).comments().get(0).own());
		asAdmin(() -> meetings.answer(said, row.version(), "It is 12 % below 100 a month now."));
		assertThrows(OptimisticLockException.class, () -> asAdmin(() -> meetings.answer(said, row.version(), "Again")));
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.answer(said, row.version() + 1, "Again")));
		asAdmin(() -> meetings.log(new TownMeetingService.LogChange(meeting, "12 % for small customers", said, key())));
		asAdmin(() -> meetings.log(new TownMeetingService.LogChange(meeting, "Starts in January", null, key())));
		var page = read(as(sales.rep(1)), meeting);
		assertEquals("It is 12 % below 100 a month now.", page.comments().get(0).answer());
		assertEquals(List.of("Starts in January", "12 % for small customers"), page.changes().stream().map(TownMeetingPage.ChangeRow::what).toList());
		assertNull(page.changes().get(0).from());
		assertEquals(rep.name(), page.changes().get(1).from());
		assertEquals(List.of("1"), read("select count(*) from audit_entry where action = 'LOG_TOWN_CHANGE' and subject_id = '" + meeting + "' and after_text like '%" + rep.name() + "%'"));
	}

	@Test
	void whoSaidItTakesItBackAndNobodyReadsItAnyMore() {
		var meeting = opened();
		var said = say(rep, meeting, "Not meant so");
		assertThrows(NotHereException.class, () -> given.as(as(sales.rep(1)), () -> meetings.withdraw(said)));
		given.as(as(rep), () -> meetings.withdraw(said));
		given.as(as(rep), () -> meetings.withdraw(said));
		for (var reader : List.of(as(rep), as(sales.rep(1)), admin)) {
			var row = read(reader, meeting).comments().get(0);
			assertTrue(row.withdrawn());
			assertNull(row.said());
		}
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.answer(said, 2, "Late")));
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.log(new TownMeetingService.LogChange(meeting, "Late", said, key()))));
	}

	@Test
	void afterTheLastDayNothingIsSaidAnyMoreAndItStaysReadable() {
		var meeting = opened();
		var said = say(rep, meeting, "In time");
		clock.set(Clock.fixed(LAST_DAY.atTime(20, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
		say(rep, meeting, "On the last day");
		clock.set(Clock.fixed(LAST_DAY.plusDays(1).atTime(20, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
		assertThrows(BusinessException.class, () -> say(rep, meeting, "Too late"));
		assertThrows(BusinessException.class, () -> given.as(as(rep), () -> meetings.withdraw(said)));
		var page = read(as(rep), meeting);
		assertEquals(2, page.comments().size());
		assertFalse(page.open());
		assertFalse(page.mayComment());
		asAdmin(() -> meetings.log(new TownMeetingService.LogChange(meeting, "What came of it", said, key())));
		assertEquals(1, read(as(rep), meeting).changes().size());
	}

	@Test
	void whenItIsClosedNothingIsSaidAnyMoreEither() {
		var meeting = opened();
		asAdmin(() -> meetings.close(meeting, meetings.meeting(meeting).version()));
		asAdmin(() -> meetings.close(meeting, 1));
		assertThrows(BusinessException.class, () -> say(rep, meeting, "Too late"));
		assertFalse(read(as(rep), meeting).open());
		assertEquals(List.of("1"), read("select count(*) from audit_entry where action = 'CLOSE_TOWN_MEETING' and subject_id = '" + meeting + "'"));
	}

	@Test
	void theFrontPageHasItUntilItIsOver() {
		var meeting = opened();
		assertEquals(List.of(new TownMeetingService.Waiting(meeting, "Pay in 2027", LAST_DAY, false)), given.as(as(rep), () -> meetings.waiting()));
		say(rep, meeting, "Seen");
		assertTrue(given.as(as(rep), () -> meetings.waiting()).get(0).spoken());
		asAdmin(() -> meetings.close(meeting, meetings.meeting(meeting).version()));
		assertEquals(List.of(), given.as(as(rep), () -> meetings.waiting()));
	}

	@Test
	void anEmptyTextALongOneOrADayThatIsOverIsRefused() {
		var day = LocalDate.of(2026, 11, 15);
		var simulate = new SimulationService.Simulate(List.of(candidate), List.of(), List.of(), 3, Map.of());
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting("Pay", "Why", simulate, List.of(), day, key()))));
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting(" ", "Why", simulate, List.of(), LAST_DAY, key()))));
		assertThrows(BusinessException.class, () -> asAdmin(() -> meetings.open(new TownMeetingService.OpenTownMeeting("Pay", null, simulate, List.of(), LAST_DAY, key()))));
		var meeting = opened();
		assertThrows(BusinessException.class, () -> say(rep, meeting, " "));
		assertThrows(BusinessException.class, () -> say(rep, meeting, "x".repeat(2001)));
		assertThrows(NotHereException.class, () -> given.as(as(rep), () -> meetings.comment(new TownMeetingService.Comment(meeting, 2, "Of the second", key()))));
		assertEquals(List.of("1"), read("select count(*) from town_meeting"));
		assertEquals(List.of("0"), read("select count(*) from town_meeting_comment"));
	}

	@Test
	void aButtonPressedTwiceOpensOneMeetingSaysItOnceAndLogsItOnce() throws Exception {
		var openKey = key();
		var opened = twice(admin, () -> meetings.open(meeting(openKey, candidate)));
		assertEquals(opened.get(0), opened.get(1));
		assertEquals(List.of("1"), read("select count(*) from town_meeting"));
		assertEquals(List.of("2"), read("select count(*) from town_meeting_invited"));
		var meeting = opened.get(0);
		var sayKey = key();
		twice(as(rep), () -> meetings.comment(new TownMeetingService.Comment(meeting, 1, "Once", sayKey)));
		assertEquals(List.of("1"), read("select count(*) from town_meeting_comment"));
		var logKey = key();
		twice(admin, () -> {
			meetings.log(new TownMeetingService.LogChange(meeting, "Once", null, logKey));
			return meeting;
		});
		assertEquals(List.of("1"), read("select count(*) from town_meeting_change"));
	}

	/** Both at the same moment. */
	private List<Long> twice(Actor actor, Callable<Long> act) throws Exception {
		var gate = new CyclicBarrier(2);
		var both = new ArrayList<java.util.concurrent.Future<Long>>();
		for (int i = 0; i < 2; i++) {
			both.add(threads.submit(() -> {
				var request = requests.get();
				request.activate();
				try {
					current.become(actor);
					gate.await(30, TimeUnit.SECONDS);
					return act.call();
				} finally {
					request.deactivate();
				}
			}));
		}
		return List.of(both.get(0).get(60, TimeUnit.SECONDS), both.get(1).get(60, TimeUnit.SECONDS));
	}
}
