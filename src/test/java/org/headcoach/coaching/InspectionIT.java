package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.headcoach.InContainer;
import org.headcoach.coaching.InspectPlan.Answer;
import org.headcoach.coaching.InspectionPage.DirectorState;
import org.headcoach.coaching.InspectionPage.RepState;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** The chain about October's figures: coaching days are Monday 2 and Tuesday 3 November 2026, in New York. */
class InspectionIT extends InContainer {

	private static final CoachingMonth NOVEMBER = new CoachingMonth(YearMonth.of(2026, 11));
	private static final Instant DAY_1_AFTERNOON = Instant.parse("2026-11-02T19:00:00Z");
	private static final Instant DAY_2_MORNING = Instant.parse("2026-11-03T14:00:00Z");
	private static final Instant DAY_2_AFTERNOON = Instant.parse("2026-11-03T19:00:00Z");
	private static final Answer YES = new Answer(true, null);
	private static final Answer NO = new Answer(false, "Which demo showed it?");

	@Inject
	private InspectionService service;

	@Inject
	private CoachingService coaching;

	@Inject
	private BusinessClock clock;

	private Fixtures.Sales sales;

	@BeforeEach
	void aTeamOnDayOne() {
		sales = given.aTeamOf(2, LocalDate.of(2026, 1, 1));
		at(DAY_1_AFTERNOON);
	}

	@AfterEach
	void theClockGoesOn() {
		clock.set(Clock.systemUTC());
	}

	private void at(Instant now) {
		clock.set(Clock.fixed(now, ZoneOffset.UTC));
	}

	private <T> T as(AccountRole role, Salesperson person, Supplier<T> work) {
		return given.as(given.actor(role, person), work);
	}

	private void asDirector(Runnable work) {
		given.as(given.actor(AccountRole.DIRECTOR, sales.director()), work);
	}

	private void asVp(Runnable work) {
		given.as(given.actor(AccountRole.EXECUTIVE, sales.vp()), work);
	}

	private InspectionPage board(AccountRole role, Salesperson person) {
		return as(role, person, () -> service.board(NOVEMBER));
	}

	private void reviewed(Salesperson rep) {
		given.as(given.actor(AccountRole.REP, rep), () -> coaching.submitSelfReview(new WriteSelfReview(NOVEMBER, null, "Steady", "Discovery", "Demos",
				Map.of("CHURN", new WriteSelfReview.Look("I am in the middle", null)), null, "Urgency", null)));
	}

	private long agreed(Salesperson rep) {
		reviewed(rep);
		return as(AccountRole.MANAGER, sales.manager(), () -> {
			var id = coaching.beginPlan(rep.id(), NOVEMBER);
			coaching.chooseSkill(id, version(id), -6);
			agree(id);
			return id;
		});
	}

	private void agree(long id) {
		coaching.changePlan(new ChangeCoachingPlan(id, version(id), "Nine of 64 demos", new BigDecimal("0.2"), YearMonth.of(2026, 11), YearMonth.of(2026, 12)));
		coaching.agree(new AgreeCoachingPlan(id, version(id)));
	}

	private int version(long id) {
		return coaching.plan(id).version();
	}

	private static InspectPlan accept(long plan, int edition) {
		return new InspectPlan(plan, edition, YES, YES, YES, InspectionOutcome.ACCEPTED, null);
	}

	private static InspectPlan sendBack(long plan, int edition, String reason) {
		return new InspectPlan(plan, edition, YES, NO, Answer.OPEN, InspectionOutcome.SENT_BACK, reason);
	}

	private InspectDirector acceptDirector(long... samples) {
		return new InspectDirector(sales.director().id(), NOVEMBER, 0, set(samples), Set.of(), InspectionOutcome.ACCEPTED, null);
	}

	private static Set<Long> set(long... ids) {
		return java.util.Arrays.stream(ids).boxed().collect(java.util.stream.Collectors.toSet());
	}

	private static String refusal(Runnable work) {
		return assertThrows(BusinessException.class, work::run).key();
	}

	@Test
	void kBRefusesAnInspectionBeforeItsHalfDay() {
		var plan = agreed(sales.rep(0));
		asDirector(() -> assertEquals("coaching.inspection.error.not-begun", refusal(() -> service.inspect(accept(plan, 1)))));
		at(DAY_2_MORNING);
		asDirector(() -> service.inspect(accept(plan, 1)));
		asVp(() -> assertEquals("coaching.inspection.error.not-begun", refusal(() -> service.inspectDirector(acceptDirector(plan)))));
		assertEquals(RepState.ACCEPTED, board(AccountRole.DIRECTOR, sales.director()).managers().get(0).reps().get(0).state());
	}

	@Test
	void kBRefusesAnInspectionOfAPlanThatIsNotAgreed() {
		reviewed(sales.rep(0));
		var plan = as(AccountRole.MANAGER, sales.manager(), () -> coaching.beginPlan(sales.rep(0).id(), NOVEMBER));
		at(DAY_2_MORNING);
		asDirector(() -> assertEquals("coaching.inspection.error.not-agreed", refusal(() -> service.inspect(accept(plan, 0)))));
	}

	@Test
	void kBRefusesTheVpBeforeTheDirector() {
		var first = agreed(sales.rep(0));
		agreed(sales.rep(1));
		at(DAY_2_MORNING);
		asDirector(() -> service.inspect(accept(first, 1)));
		at(DAY_2_AFTERNOON);
		asVp(() -> assertEquals("coaching.inspection.error.director-first", refusal(() -> service.inspectDirector(acceptDirector(first)))));
	}

	@Test
	void aRepWithoutAPlanDoesNotHoldTheVpUp() {
		var first = agreed(sales.rep(0));
		at(DAY_2_AFTERNOON);
		asDirector(() -> service.inspect(accept(first, 1)));
		asVp(() -> service.inspectDirector(acceptDirector(first)));
		var line = board(AccountRole.EXECUTIVE, sales.vp()).directors().get(0);
		assertEquals(DirectorState.ACCEPTED, line.state());
		assertEquals(1, line.last().plans());
		assertEquals(1, line.last().inspected());
		assertEquals(2, line.reps());
	}

	@Test
	void aVpLooksAtAtLeastOnePlan() {
		var first = agreed(sales.rep(0));
		at(DAY_2_AFTERNOON);
		asDirector(() -> service.inspect(accept(first, 1)));
		asVp(() -> assertEquals("coaching.inspection.error.no-sample", refusal(() -> service.inspectDirector(acceptDirector()))));
	}

	@Test
	void acceptsOnlyWithThreeClearAnswers() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_MORNING);
		for (var answers : List.of(List.of(YES, YES, Answer.OPEN), List.of(YES, NO, YES), List.of(NO, YES, YES))) {
			asDirector(() -> assertEquals("coaching.inspection.error.three-answers", refusal(() -> service.inspect(
					new InspectPlan(plan, 1, answers.get(0), answers.get(1), answers.get(2), InspectionOutcome.ACCEPTED, null)))));
		}
	}

	@Test
	void sendingBackNeedsAReason() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_MORNING);
		asDirector(() -> assertEquals("coaching.inspection.error.reason-missing", refusal(() -> service.inspect(sendBack(plan, 1, "  ")))));
	}

	@Test
	void aPlanThatIsSentBackIsOpenAgainAndTheManagerReadsWhy() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_MORNING);
		asDirector(() -> service.inspect(sendBack(plan, 1, "The target is the peers' median, the baseline is far below.")));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			assertTrue(coaching.plan(plan).isOpen());
			assertEquals("The target is the peers' median, the baseline is far below.", coaching.plan(plan).sentBackReason());
			assertEquals(List.of(plan), service.ownSentBack(NOVEMBER).stream().map(PlanRow::id).toList());
			var line = service.board(NOVEMBER).managers().get(0);
			assertEquals(RepState.SENT_BACK, line.reps().stream().filter(rep -> rep.planId() != null).findFirst().orElseThrow().state());
			assertFalse(line.mayInspect());
			agree(plan);
			assertEquals(2, coaching.plan(plan).edition());
			assertEquals(List.of(), service.ownSentBack(NOVEMBER));
			assertEquals("Which demo showed it?", service.inspectionsOf(plan).get(0).decisionNote());
		});
		asDirector(() -> service.inspect(accept(plan, 2)));
		assertEquals(RepState.ACCEPTED, board(AccountRole.DIRECTOR, sales.director()).managers().get(0).reps().get(0).state());
	}

	@Test
	void acceptingTwiceChangesNothing() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_MORNING);
		asDirector(() -> {
			service.inspect(accept(plan, 1));
			service.inspect(accept(plan, 1));
			assertEquals(1, service.inspectionsOf(plan).size());
			assertEquals("coaching.inspection.error.accepted-already", refusal(() -> service.inspect(sendBack(plan, 1, "Too late"))));
		});
		at(DAY_2_AFTERNOON);
		asVp(() -> {
			service.inspectDirector(acceptDirector(plan));
			service.inspectDirector(acceptDirector(plan));
			assertEquals(1, service.board(NOVEMBER).directors().get(0).turn());
		});
	}

	@Test
	void anInspectionOfAnOlderEditionIsAConflict() {
		var plan = agreed(sales.rep(0));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			coaching.takeUpAgain(plan, version(plan), "The target was too low");
			agree(plan);
		});
		at(DAY_2_MORNING);
		asDirector(() -> assertThrows(OptimisticLockException.class, () -> service.inspect(accept(plan, 1))));
	}

	@Test
	void aTickDoesNotDisturbAnInspection() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_MORNING);
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> coaching.tick(plan, coaching.plan(plan).activities().get(0).id(), 1));
		asDirector(() -> service.inspect(accept(plan, 1)));
		assertEquals(RepState.ACCEPTED, board(AccountRole.DIRECTOR, sales.director()).managers().get(0).reps().get(0).state());
	}

	@Test
	void whatTheVpSendsBackTheDirectorInspectsAgain() {
		var first = agreed(sales.rep(0));
		var second = agreed(sales.rep(1));
		at(DAY_2_AFTERNOON);
		asDirector(() -> {
			service.inspect(accept(first, 1));
			service.inspect(accept(second, 1));
		});
		asVp(() -> {
			assertEquals("coaching.inspection.error.nothing-again", refusal(() -> service.inspectDirector(
					new InspectDirector(sales.director().id(), NOVEMBER, 0, Set.of(first), Set.of(), InspectionOutcome.SENT_BACK, "Ask how"))));
			service.inspectDirector(new InspectDirector(sales.director().id(), NOVEMBER, 0, Set.of(first, second), Set.of(second), InspectionOutcome.SENT_BACK, "Ask how"));
			var line = service.board(NOVEMBER).directors().get(0);
			assertEquals(DirectorState.SENT_BACK, line.state());
			assertEquals(List.of(second), line.toInspect().stream().map(InspectionPage.RepLine::planId).toList());
			assertThrows(OptimisticLockException.class, () -> service.inspectDirector(acceptDirector(first)));
		});
		asDirector(() -> {
			assertEquals("Ask how", service.ownInspection(NOVEMBER).orElseThrow().reason());
			service.inspect(accept(second, 1));
		});
		asVp(() -> {
			assertEquals(DirectorState.READY, service.board(NOVEMBER).directors().get(0).state());
			service.inspectDirector(new InspectDirector(sales.director().id(), NOVEMBER, 1, Set.of(second), Set.of(), InspectionOutcome.ACCEPTED, null));
			assertEquals(DirectorState.ACCEPTED, service.board(NOVEMBER).directors().get(0).state());
		});
	}

	@Test
	void aPlanOfAMonthThatIsOverStands() {
		var plan = agreed(sales.rep(0));
		at(Instant.parse("2026-12-01T15:00:00Z"));
		asDirector(() -> {
			assertEquals("coaching.inspection.error.month-over", refusal(() -> service.inspect(sendBack(plan, 1, "Too late"))));
			service.inspect(accept(plan, 1));
		});
	}

	@Test
	void nobodyInspectsAnotherLine() {
		var plan = agreed(sales.rep(0));
		var other = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		at(DAY_2_AFTERNOON);
		given.as(given.actor(AccountRole.DIRECTOR, other.director()), () -> {
			assertThrows(NotHereException.class, () -> service.inspect(accept(plan, 1)));
			assertThrows(NotHereException.class, () -> service.inspectionsOf(plan));
			assertTrue(service.board(NOVEMBER).managers().stream().noneMatch(manager -> manager.personId() == sales.manager().id()));
		});
		asVp(() -> assertThrows(NotHereException.class, () -> service.inspect(accept(plan, 1)), "the VP inspects directors"));
		given.as(given.actor(AccountRole.EXECUTIVE, other.vp()), () -> assertThrows(NotHereException.class, () -> service.inspectDirector(acceptDirector(plan))));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> assertThrows(NotHereException.class, () -> service.inspect(accept(plan, 1))));
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> {
			assertThrows(NotHereException.class, () -> service.board(NOVEMBER));
			assertThrows(NotHereException.class, () -> service.inspectionsOf(plan));
		});
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> assertThrows(NotHereException.class, () -> service.board(NOVEMBER)));
	}

	@Test
	void aVpMaySampleOnlyPlansBelowThatDirector() {
		var plan = agreed(sales.rep(0));
		at(DAY_2_AFTERNOON);
		asDirector(() -> service.inspect(accept(plan, 1)));
		asVp(() -> assertThrows(NotHereException.class, () -> service.inspectDirector(acceptDirector(plan, -77))));
	}

	@Test
	void whoIsLateIsSeenAtEveryLevel() {
		var first = agreed(sales.rep(0));
		var morning = board(AccountRole.EXECUTIVE, sales.vp());
		assertEquals(List.of(), morning.lateManagers());
		at(DAY_2_MORNING);
		var next = board(AccountRole.EXECUTIVE, sales.vp());
		assertEquals(List.of(sales.manager().name()), next.lateManagers().stream().map(InspectionPage.ManagerLine::name).toList());
		assertEquals(List.of(), next.lateDirectors());
		at(DAY_2_AFTERNOON);
		assertEquals(List.of(sales.director().name()),
				board(AccountRole.EXECUTIVE, sales.vp()).lateDirectors().stream().map(InspectionPage.DirectorLine::name).toList());
		asDirector(() -> service.inspect(accept(first, 1)));
		assertEquals(List.of(), board(AccountRole.EXECUTIVE, sales.vp()).lateDirectors());
		assertTrue(board(AccountRole.EXECUTIVE, sales.vp()).isVpsTurn());
	}

	@Test
	void thePrivateNoteIsReadAboveOnlyWithTheSwitch() {
		var plan = agreed(sales.rep(0));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> coaching.notePrivately(plan, null, "Between us", false));
		asDirector(() -> assertNull(coaching.plan(plan).privateNote()));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> coaching.notePrivately(plan, "Between us", "Between us", true));
		asDirector(() -> assertNotNull(coaching.plan(plan).privateNote()));
	}
}
