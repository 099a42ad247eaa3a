package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;

import org.headcoach.InContainer;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;

class CoachingServiceIT extends InContainer {

	private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

	@Inject
	private CoachingService coaching;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	@PersistenceContext
	private EntityManager em;

	private Sales sales;
	private CoachingMonth month;
	private Actor rep;
	private Actor manager;
	private long repId;

	@BeforeEach
	void aTeamInThisMonth() {
		sales = given.aTeamOf(2, LONG_AGO);
		month = CoachingMonth.of(people.today());
		repId = sales.rep(0).id();
		rep = given.actor(AccountRole.REP, sales.rep(0));
		manager = given.actor(AccountRole.MANAGER, sales.manager());
	}

	@AfterEach
	void theClockGoesOn() {
		clock.set(Clock.systemUTC());
	}

	private WriteSelfReview answers() {
		return new WriteSelfReview(month, null, "Busy.", "Discovery.", "Deals stop.", Map.of("CHURN", new WriteSelfReview.Look("Like the others.", null)), null, "Asking who signs", null);
	}

	/** A desk and a phone: what one has written is not wiped by the other, which is told. */
	@Test
	void aSecondWindowDoesNotWipeWhatTheFirstHasSaved() {
		given.as(rep, () -> {
			var first = coaching.saveSelfReview(new WriteSelfReview(month, null, "From the desk.", null, null, Map.of(), null, null, null));
			assertThrows(OptimisticLockException.class, () -> coaching.saveSelfReview(new WriteSelfReview(month, null, "From the phone.", null, null, Map.of(), null, null, null)));
			var second = coaching.saveSelfReview(new WriteSelfReview(month, first.version(), "From the desk.", "Demos.", null, Map.of("CHURN", new WriteSelfReview.Look("Alike.", null)), null, null, null));
			assertThrows(OptimisticLockException.class, () -> coaching.submitSelfReview(new WriteSelfReview(month, first.version(), "From the desk.", null, null, Map.of(), null, null, null)));
			assertEquals("Demos.", coaching.ownSelfReview(month).orElseThrow().wentWell());
			assertEquals("Alike.", coaching.saveSelfReview(new WriteSelfReview(month, second.version(), "From the desk.", "Demos.", "Closing.", second.looks(), null, null, null)).looks().get("CHURN").sees());
		});
	}

	private void theRepHasSpoken() {
		given.as(rep, () -> coaching.submitSelfReview(answers()));
	}

	private PlanPage planOf(Actor reader) {
		return given.as(reader, () -> coaching.planFor(repId, month).orElseThrow());
	}

	private long aPlanWithASkill() {
		return given.as(manager, () -> {
			var id = coaching.beginPlan(repId, month);
			coaching.chooseSkill(id, coaching.plan(id).version(), coaching.activeSkills().get(0).id());
			coaching.changePlan(new ChangeCoachingPlan(id, coaching.plan(id).version(), "We heard it.", new BigDecimal("0.30"), month.month(), month.month().plusMonths(1)));
			return id;
		});
	}

	private static <T> T refused(Class<? extends RuntimeException> type, Supplier<T> call) {
		assertThrows(type, call::get);
		return null;
	}

	@Test
	void aPlanStandsWhenItsMonthIsOver() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		given.as(manager, () -> coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version())));
		clock.set(Clock.fixed(month.last().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
		given.as(manager, () -> {
			var refusal = assertThrows(BusinessException.class, () -> coaching.takeUpAgain(id, coaching.plan(id).version(), "Too high"));
			assertEquals("coaching.plan.error.month-over", refusal.key());
			assertEquals(PlanStatus.AGREED, coaching.plan(id).status());
		});
	}

	@Test
	void aPlanIsNotAgreedWhenItsMonthIsOver() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		clock.set(Clock.fixed(month.last().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
		given.as(manager, () -> {
			var refusal = assertThrows(BusinessException.class, () -> coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version())));
			assertEquals("coaching.plan.error.too-late", refusal.key());
			assertEquals(PlanStatus.DRAFT, coaching.plan(id).status());
		});
	}

	@Test
	void theSameCheckInOnceMoreWithinAMinuteIsASecondClick() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		given.as(manager, () -> {
			coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version()));
			coaching.checkIn(new HoldCheckIn(id, people.today(), "Two calls heard.", 30));
			coaching.checkIn(new HoldCheckIn(id, people.today(), "Two calls heard. ", 30));
			assertEquals(1, coaching.plan(id).checkIns().size());
			coaching.checkIn(new HoldCheckIn(id, people.today(), "And a third.", 30));
			assertEquals(2, coaching.plan(id).checkIns().size());
		});
	}

	@Test
	void kAOnePersonHasOnePlanAMonth() {
		var first = given.as(manager, () -> coaching.beginPlan(repId, month));
		var second = given.as(manager, () -> coaching.beginPlan(repId, month));
		assertEquals(first, second);
	}

	@Test
	void kARefusesASecondSkillAndSaysWhichOneThePlanHolds() {
		var id = aPlanWithASkill();
		given.as(manager, () -> {
			var other = coaching.activeSkills().get(1);
			var refusal = assertThrows(BusinessException.class, () -> coaching.chooseSkill(id, coaching.plan(id).version(), other.id()));
			assertEquals("coaching.plan.error.one-skill", refusal.key());
			assertEquals(other.name(), refusal.arguments().get(1));
			assertEquals(coaching.activeSkills().get(0).name(), coaching.plan(id).skillName());
		});
	}

	@Test
	void choosingASkillBringsItsUsualActivitiesAndTheEvidence() {
		aPlanWithASkill();
		var plan = planOf(manager);
		assertFalse(plan.activities().isEmpty());
		assertEquals(plan.metric(), plan.evidence().metric());
		assertEquals("NOT_ENOUGH_DATA", plan.evidence().verdict());
	}

	@Test
	void theRepSeesNothingOfThePlanBeforeHavingSpoken() {
		var id = aPlanWithASkill();
		given.as(rep, () -> {
			assertTrue(coaching.planFor(repId, month).isEmpty());
			assertTrue(coaching.plans(month, null).isEmpty());
			assertTrue(coaching.planHistory(repId).isEmpty());
			refused(NotHereException.class, () -> coaching.plan(id));
			assertFalse(coaching.rep(repId, month).judged());
			refused(BusinessException.class, () -> coaching.sideBySide(repId, month, null));
		});
		theRepHasSpoken();
		given.as(rep, () -> {
			assertEquals(id, coaching.plan(id).id());
			assertTrue(coaching.rep(repId, month).judged());
		});
	}

	@Test
	void kBIsAgreedOnlyAfterTheRepHasSpoken() {
		var id = aPlanWithASkill();
		given.as(manager, () -> {
			var refusal = assertThrows(BusinessException.class, () -> coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version())));
			assertEquals("coaching.plan.error.rep-speaks-first", refusal.key());
		});
	}

	@Test
	void aDoubleClickAgreesOnce() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		given.as(manager, () -> {
			var click = new AgreeCoachingPlan(id, coaching.plan(id).version());
			coaching.agree(click);
			coaching.agree(click);
			assertEquals(1, coaching.plan(id).edition());
		});
		assertEquals(1L, em.createQuery("select count(e) from AuditEntry e where e.action = 'AGREE_PLAN' and e.subjectId = :id", Long.class)
				.setParameter("id", String.valueOf(id)).getSingleResult());
	}

	@Test
	void refusesAChangeOnAnOlderState() {
		var id = aPlanWithASkill();
		given.as(manager, () -> {
			var version = coaching.plan(id).version();
			coaching.takeSkillOff(id, version);
			assertThrows(OptimisticLockException.class, () -> coaching.chooseSkill(id, version, coaching.activeSkills().get(1).id()));
		});
	}

	@Test
	void aSelfReviewStandsOnceItIsSent() {
		theRepHasSpoken();
		given.as(rep, () -> {
			assertThrows(BusinessException.class, () -> coaching.saveSelfReview(answers()));
			coaching.submitSelfReview(answers());
			assertEquals("Busy.", coaching.ownSelfReview(month).orElseThrow().howWasIt());
		});
	}

	@Test
	void nobodyOutsideTheLineReachesPlanOrFigures() {
		var id = aPlanWithASkill();
		var stranger = given.aTeamOf(1, LONG_AGO);
		given.as(given.actor(AccountRole.MANAGER, stranger.manager()), () -> {
			refused(NotHereException.class, () -> coaching.plan(id));
			refused(NotHereException.class, () -> coaching.rep(repId, month));
			refused(NotHereException.class, () -> coaching.beginPlan(repId, month));
			assertTrue(coaching.plans(month, null).isEmpty());
		});
		given.as(given.actor(AccountRole.REP, sales.rep(1)), () -> {
			refused(NotHereException.class, () -> coaching.plan(id));
			refused(NotHereException.class, () -> coaching.rep(repId, month));
		});
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> {
			refused(NotHereException.class, () -> coaching.plan(id));
		});
	}

	@Test
	void theLineAboveReadsThePlanButDoesNotWriteIt() {
		var id = aPlanWithASkill();
		given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> {
			assertFalse(coaching.plan(id).mayEdit());
			assertThrows(NotHereException.class, () -> coaching.takeSkillOff(id, coaching.plan(id).version()));
			assertThrows(NotHereException.class, () -> coaching.tick(id, coaching.plan(id).activities().get(0).id(), 1));
		});
	}

	@Test
	void theNoteBetweenTheTwoIsReadAboveOnlyWhenItIsShared() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		var director = given.actor(AccountRole.DIRECTOR, sales.director());
		given.as(rep, () -> coaching.notePrivately(id, null, "Between us.", false));
		assertEquals("Between us.", planOf(manager).privateNote());
		assertNull(planOf(director).privateNote());
		given.as(manager, () -> coaching.notePrivately(id, "Between us.", "Between us.", true));
		assertEquals("Between us.", planOf(director).privateNote());
	}

	/** The line is read once a request; a move and who looks at it afterwards are two. */
	private static void aNewRequest() {
		var beans = CDI.current().getBeanManager();
		((AlterableContext) beans.getContext(RequestScoped.class)).destroy(beans.resolve(beans.getBeans(Reach.class)));
	}

	/** The rep moves: the note stays with the two who wrote it, and the plan goes on with who leads now. */
	@Test
	void whoLeadsTheRepLaterGoesOnWithThePlanAndDoesNotReadTheNote() {
		clock.set(Clock.fixed(month.first().plusDays(14).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
		theRepHasSpoken();
		var id = aPlanWithASkill();
		given.as(manager, () -> coaching.notePrivately(id, null, "Between us.", false));
		var others = given.aTeamOf(1, LocalDate.of(2026, 1, 1));
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> people.move(new PeopleService.Move(sales.rep(0).id(), people.today(),
				new PeopleService.Place(Role.REP, "Rep", null, others.team().id(), null, null), null)));
		aNewRequest();
		var next = given.actor(AccountRole.MANAGER, others.manager());
		given.as(next, () -> {
			assertNull(coaching.plan(id).privateNote());
			assertFalse(coaching.plan(id).noteSeen());
			assertThrows(OptimisticLockException.class, () -> coaching.notePrivately(id, null, "Mine.", false));
			coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version()));
			assertEquals(others.manager().name(), coaching.plan(id).managerName());
		});
		given.as(manager, () -> {
			assertEquals("Between us.", coaching.plan(id).privateNote(), "a part of the month was theirs");
			assertFalse(coaching.plan(id).mayEdit());
		});
		assertEquals("Between us.", planOf(rep).privateNote());
	}

	@Test
	void bothTickAndACheckInCountsAsCoachingTime() {
		theRepHasSpoken();
		var id = aPlanWithASkill();
		given.as(manager, () -> coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version())));
		given.as(rep, () -> coaching.tick(id, coaching.plan(id).activities().get(0).id(), 1));
		given.as(manager, () -> coaching.checkIn(new HoldCheckIn(id, people.today(), "Went well.", 30)));
		assertEquals(1, planOf(rep).done());
		assertEquals(1, planOf(rep).checkIns().size());
		assertEquals(30L, em.createQuery("select sum(t.minutes) from CoachingTime t where t.person.id = :person", Long.class).setParameter("person", repId).getSingleResult());
	}

	@Test
	void aReminderWaitsUntilTheSelfReviewIsIn() {
		given.as(manager, () -> {
			coaching.remind(repId, month);
			coaching.remind(repId, month);
		});
		assertEquals(2, given.as(rep, () -> coaching.ownReminder(month)).orElseThrow().times());
		theRepHasSpoken();
		assertTrue(given.as(rep, () -> coaching.ownReminder(month)).isEmpty());
		given.as(manager, () -> {
			assertThrows(BusinessException.class, () -> coaching.remind(repId, month));
		});
	}

	@Test
	void aTeamsMonthHoldsOneLineARep() {
		theRepHasSpoken();
		var page = given.as(manager, () -> coaching.myTeam(month, null));
		assertEquals(2, page.lines().size());
		assertEquals(1, page.in(MyTeamPage.Stage.READY).size());
		assertEquals(1, page.in(MyTeamPage.Stage.WAITING).size());
		assertTrue(page.coaches());
		assertEquals(sales.director().name(), page.inspectorName());
	}
}
