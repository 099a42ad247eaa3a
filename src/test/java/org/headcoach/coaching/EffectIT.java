package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import org.headcoach.InContainer;
import org.headcoach.coaching.engine.EffectVerdict;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.suite.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;

/** Constructed figures: twelve uncoached reps win a quarter of their demos before and after, the coached ones go from a tenth to four tenths. */
class EffectIT extends InContainer {

	private static final int UNCOACHED = 12;
	private static final int DEMOS = 40;

	@Inject
	private EffectService service;

	@Inject
	private CoachingService coaching;

	@Inject
	private EffectRun run;

	@Inject
	private BusinessClock clock;

	@Inject
	private UserTransaction transaction;

	@PersistenceContext
	private EntityManager em;

	private Fixtures.Sales sales;

	@AfterEach
	void theClockGoesOn() {
		clock.set(Clock.systemUTC());
	}

	private void at(String instant) {
		clock.set(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
	}

	private interface Work {
		void run() throws Exception;
	}

	private void inTransaction(Work work) throws Exception {
		transaction.begin();
		try {
			work.run();
			transaction.commit();
		} catch (Exception e) {
			transaction.rollback();
			throw e;
		}
	}

	private void figure(Salesperson rep, YearMonth month, String metric, long quantity) {
		em.createNativeQuery("insert into monthly_figure (person_id, in_month, metric, team_id, region_id, quantity) values (?, ?, ?, 0, 0, ?)")
				.setParameter(1, rep.id()).setParameter(2, java.sql.Date.valueOf(month.atDay(1))).setParameter(3, metric)
				.setParameter(4, BigDecimal.valueOf(quantity)).executeUpdate();
	}

	/** Demos and customers of each month from three before the coaching month to the end of its window. */
	private void figures(Salesperson rep, YearMonth coachingMonth, int months, int before, int after) throws Exception {
		inTransaction(() -> {
			for (int i = -3; i < months; i++) {
				figure(rep, coachingMonth.plusMonths(i), "DEMOS", DEMOS);
				figure(rep, coachingMonth.plusMonths(i), "CUSTOMERS", i < 0 ? before : after);
			}
		});
	}

	private void computedAt(String instant) throws Exception {
		inTransaction(() -> em.createNativeQuery("update figures_run set computed_at = ? where id = 1")
				.setParameter(1, java.sql.Timestamp.from(Instant.parse(instant))).executeUpdate());
	}

	/** A team of some coached reps and the uncoached ones, with figures; nobody else was at work in those years. */
	private List<Long> aCoachedTeam(YearMonth month, int coached, int after) throws Exception {
		sales = given.aTeamOf(coached + UNCOACHED, month.minusYears(1).atDay(1));
		for (int i = 0; i < coached; i++) {
			figures(sales.rep(i), month, 2, 4, after);
		}
		for (int i = coached; i < coached + UNCOACHED; i++) {
			figures(sales.rep(i), month, 2, 9 + i % 3, 9 + (i + 1) % 3);
		}
		at(month.atDay(15) + "T15:00:00Z");
		var plans = new java.util.ArrayList<Long>();
		for (int i = 0; i < coached; i++) {
			plans.add(agreed(sales.rep(i), new CoachingMonth(month)));
		}
		return plans;
	}

	private long agreed(Salesperson rep, CoachingMonth month) {
		given.as(given.actor(AccountRole.REP, rep), () -> coaching.submitSelfReview(new WriteSelfReview(month, null, "Steady", "Discovery", "Demos",
				Map.of("CHURN", new WriteSelfReview.Look("I am in the middle", null)), null, "Urgency", null)));
		return given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> {
			var id = coaching.beginPlan(rep.id(), month);
			coaching.chooseSkill(id, coaching.plan(id).version(), -6);
			coaching.changePlan(new ChangeCoachingPlan(id, coaching.plan(id).version(), "Few demos are won", new BigDecimal("0.9"), month.month(), month.month().plusMonths(1)));
			coaching.agree(new AgreeCoachingPlan(id, coaching.plan(id).version()));
			coaching.tick(id, coaching.plan(id).activities().get(0).id(), 1);
			return id;
		});
	}

	private Actor director() {
		return given.actor(AccountRole.DIRECTOR, sales.director());
	}

	private EffectPage page(YearMonth last) {
		return given.as(director(), () -> service.page(last));
	}

	@Test
	void aPlanIsMeasuredWhenItsWindowHasClosedAndNotBefore() throws Exception {
		var plans = aCoachedTeam(YearMonth.of(2009, 3), 1, 16);
		at("2009-04-30T15:00:00Z");
		var before = page(YearMonth.of(2009, 4));
		assertEquals(List.of(), before.rows());
		assertEquals(1, before.open());
		assertEquals(LocalDate.of(2009, 4, 30), before.nextClose());
		at("2009-05-01T15:00:00Z");
		var row = page(YearMonth.of(2009, 4)).rows().get(0);
		assertEquals(plans.get(0), row.planId());
		assertEquals(12, row.countBefore());
		assertEquals(120, row.trialsBefore());
		assertEquals(32, row.countAfter());
		assertEquals(80, row.trialsAfter());
		assertEquals(0.1, row.plainBefore(), 1e-9);
		assertEquals(UNCOACHED, row.peers());
		assertEquals(EffectVerdict.BETTER, row.verdict());
		assertTrue(row.expected() > 0.1, "a low baseline recovers by itself: " + row.expected());
		assertTrue(row.relativeChange() < row.naiveChange(), "the plain change flatters");
		assertTrue(row.lowChange() < row.relativeChange() && row.relativeChange() < row.highChange());
	}

	@Test
	void whoeverOnlyRecoversIsNotCalledBetter() throws Exception {
		aCoachedTeam(YearMonth.of(2004, 3), 1, 6);
		at("2004-05-10T15:00:00Z");
		assertEquals(EffectVerdict.CANNOT_TELL, page(YearMonth.of(2004, 4)).rows().get(0).verdict());
	}

	@Test
	void plansArePooledBySkillActivityAndManager() throws Exception {
		aCoachedTeam(YearMonth.of(2013, 3), 6, 16);
		at("2013-05-10T15:00:00Z");
		var page = page(YearMonth.of(2013, 4));
		assertEquals(6, page.all().measured());
		assertEquals(EffectVerdict.BETTER, page.all().verdict());
		assertTrue(page.all().low() > 0 && page.all().low() < page.all().improvement() && page.all().improvement() < page.all().high());
		assertEquals(List.of("Urgency and a next step"), page.bySkill().stream().map(EffectPage.Pool::name).toList());
		assertEquals(List.of("DEAL_REVIEW"), page.byActivity().stream().map(EffectPage.Pool::name).toList(), "only what was done counts");
		assertEquals(List.of(sales.manager().name()), page.byManager().stream().map(EffectPage.Pool::name).toList());
		assertEquals(6, page.byManager().get(0).plans());
	}

	@Test
	void twoPlansAreNotEnoughForAnAverage() throws Exception {
		aCoachedTeam(YearMonth.of(2017, 3), 2, 16);
		at("2017-05-10T15:00:00Z");
		var all = page(YearMonth.of(2017, 4)).all();
		assertEquals(EffectVerdict.NOT_ENOUGH_DATA, all.verdict());
		assertNull(all.improvement());
		assertEquals(2, all.measured());
	}

	@Test
	void lateFiguresChangeAnEffectUntilItIsSettled() throws Exception {
		var plan = aCoachedTeam(YearMonth.of(1999, 3), 1, 16).get(0);
		computedAt("1999-05-02T00:00:00Z");
		at("1999-05-10T15:00:00Z");
		assertEquals(32, page(YearMonth.of(1999, 4)).rows().get(0).countAfter());
		assertEquals(0, given.as(Actor.SYSTEM, run::measureDue), "a second run does nothing");

		inTransaction(() -> em.createNativeQuery("update monthly_figure set quantity = 18 where person_id = ? and metric = 'CUSTOMERS' and in_month = ?")
				.setParameter(1, sales.rep(0).id()).setParameter(2, java.sql.Date.valueOf("1999-04-01")).executeUpdate());
		computedAt("1999-05-20T00:00:00Z");
		at("1999-05-21T15:00:00Z");
		assertEquals(34, page(YearMonth.of(1999, 4)).rows().get(0).countAfter());

		inTransaction(() -> em.createNativeQuery("update monthly_figure set quantity = 1 where person_id = ? and metric = 'CUSTOMERS' and in_month = ?")
				.setParameter(1, sales.rep(0).id()).setParameter(2, java.sql.Date.valueOf("1999-04-01")).executeUpdate());
		computedAt("1999-08-15T00:00:00Z");
		at("1999-08-16T15:00:00Z");
		var settled = page(YearMonth.of(1999, 4)).rows().get(0);
		assertEquals(34, settled.countAfter());
		assertTrue(settled.isSettledOn(LocalDate.of(1999, 8, 16)));
		assertEquals(plan, settled.planId());
	}

	@Test
	void aMonthThatIsBeingCountedAnewHoldsTheMeasurementUp() throws Exception {
		aCoachedTeam(YearMonth.of(1995, 3), 1, 16);
		inTransaction(() -> em.createNativeQuery("insert into month_due (person_id, in_month, marked_at) values (?, ?, ?)").setParameter(1, sales.rep(0).id())
				.setParameter(2, java.sql.Date.valueOf("1995-04-01")).setParameter(3, java.sql.Timestamp.from(Instant.parse("1995-05-01T00:00:00Z"))).executeUpdate());
		at("1995-05-10T15:00:00Z");
		var held = page(YearMonth.of(1995, 4));
		inTransaction(() -> em.createNativeQuery("delete from month_due where person_id = ?").setParameter(1, sales.rep(0).id()).executeUpdate());
		assertEquals(List.of(), held.rows());
		assertEquals(1, held.waiting());
		assertEquals(1, page(YearMonth.of(1995, 4)).rows().size());
	}

	@Test
	void nobodySeesTheEffectsOfAnotherLine() throws Exception {
		var plan = aCoachedTeam(YearMonth.of(1991, 3), 1, 16).get(0);
		at("1991-05-10T15:00:00Z");
		assertEquals(1, page(YearMonth.of(1991, 4)).rows().size());
		given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> {
			assertEquals(EffectVerdict.BETTER, service.effectOf(plan).orElseThrow().verdict());
			assertThrows(NotHereException.class, () -> service.page(YearMonth.of(1991, 4)));
		});
		given.as(given.actor(AccountRole.REP, sales.rep(1)), () -> assertThrows(NotHereException.class, () -> service.effectOf(plan)));
		var other = given.aTeamOf(1, LocalDate.of(1990, 1, 1));
		given.as(given.actor(AccountRole.DIRECTOR, other.director()), () -> {
			assertEquals(List.of(), service.page(YearMonth.of(1991, 4)).rows());
			assertThrows(NotHereException.class, () -> service.effectOf(plan));
		});
		given.as(given.actor(AccountRole.ADMINISTRATOR, null), () -> assertThrows(NotHereException.class, () -> service.page(YearMonth.of(1991, 4))));
	}

	@Test
	void oneNodeClaimsTheNight() {
		at("2031-01-10T09:00:00Z");
		assertTrue(run.claimTonight());
		assertFalse(run.claimTonight());
		at("2031-01-11T09:00:00Z");
		assertTrue(run.claimTonight());
	}
}
