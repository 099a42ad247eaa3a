package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayrollService.Adjust;
import org.headcoach.compensation.PayrollService.Hold;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

/** The month of pay, from the first computation to the correction after it was closed. */
class PayrollIT extends PayCase {

	private void close(YearMonth month) {
		asAdmin(() -> payroll.review(month));
		asAdmin(() -> payroll.close(month, true));
	}

	@Test
	void c1AWonDealIsPaidAndASecondRunPostsNothing() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		won("a", sales.rep(0), "2026-10-14", "500");
		var computed = asAdmin(() -> payroll.compute());
		assertEquals(new PayrollService.Computed(2, 1, 0), computed);
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		assertEquals("0", pay(sales.rep(1), OCTOBER));
		assertNull(pay(sales.rep(2), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void c2ACancellationIsTakenFromTheMonthAfter() {
		onPlan(hunting(given.unique("Hunting")), "2026-09-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-09-14", "500");
		cancelled("a", "2026-10-20");
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(0), SEPTEMBER));
		assertEquals("0", pay(sales.rep(0), NOVEMBER));
		assertEquals(List.of("-1000.0000"), read("select carried_out from statement where person_id = " + sales.rep(0).id() + " and in_month = date '2026-11-01'"));
		aSecondRunPostsNothing();
	}

	@Test
	void g28AClosedMonthStaysAndItsDifferenceIsBookedInTheFirstOpenOne() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		close(OCTOBER);
		nowWorth("a", "575");
		assertEquals(1, asAdmin(() -> payroll.compute()).posted());
		assertEquals("1000", pay(sales.rep(0), OCTOBER));
		assertEquals("150", pay(sales.rep(0), NOVEMBER));
		assertEquals(List.of("2026-10-01 2026-11-01 150.0000"),
				read("select cast(in_month as varchar(10)) || ' ' || cast(booked_in as varchar(10)) || ' ' || amount from posting where corrects_id is not null and person_id = " + sales.rep(0).id()));
		aSecondRunPostsNothing();
	}

	@Test
	void aMonthIsClosedOnlyInReviewAndOnlyAsItWasComputed() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		assertRefused("compensation.month.error.OPEN", () -> payroll.close(OCTOBER, true));
		asAdmin(() -> payroll.review(OCTOBER));
		assertRefused("compensation.month.error.unapproved", () -> payroll.close(OCTOBER, false));
		nowWorth("a", "575");
		assertRefused("compensation.month.error.changed-since", () -> payroll.close(OCTOBER, true));
		asAdmin(() -> payroll.compute());
		asAdmin(() -> payroll.close(OCTOBER, true));
		assertEquals(1, read("select hash from statement where closed_at is not null and hash is not null").size());
		assertRefused("compensation.month.error.CLOSED", () -> payroll.review(OCTOBER));
		assertRefused("compensation.month.error.not-over", () -> {
			payroll.review(NOVEMBER);
			payroll.close(NOVEMBER, true);
		});
	}

	private void assertRefused(String key, Runnable work) {
		assertEquals(key, assertThrows(BusinessException.class, () -> asAdmin(work)).key());
	}

	@Test
	void whoIsInDoubtIsParkedWithTheReasonAndTheOthersArePaid() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		won("a", sales.rep(0), "2026-10-14", "500");
		won("b", sales.rep(1), "2026-10-14", "300");
		row("deal_split", "external_id, deal_external_id, owner_id, share, overlay", "'s1', 'a', " + sales.rep(0).id() + ", 50, false");
		row("deal_split", "external_id, deal_external_id, owner_id, share, overlay", "'s2', 'a', " + sales.rep(2).id() + ", 40, false");
		assertEquals(new PayrollService.Computed(2, 1, 1), asAdmin(() -> payroll.compute()));
		assertEquals(List.of("compensation.problem.splits-sum"), read("select reason_key from parked_pay"));
		assertEquals("600", pay(sales.rep(1), OCTOBER));
		run("update deal_split set share = 50 where external_id = 's2'");
		asAdmin(() -> payroll.compute());
		assertEquals(List.of(), read("select reason_key from parked_pay"));
		assertEquals("500", pay(sales.rep(0), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void payFarAboveTheYearsBestWaitsUntilSomebodyLetsItPass() {
		onPlan(hunting(given.unique("Hunting")), "2026-07-01", Map.of(), sales.rep(0));
		for (int month = 7; month <= 9; month++) {
			won("m" + month, sales.rep(0), "2026-0" + month + "-10", "100");
		}
		asAdmin(() -> payroll.compute());
		for (int month = 7; month <= 9; month++) {
			close(YearMonth.of(2026, month));
		}
		won("big", sales.rep(0), "2026-10-10", "301");
		assertEquals(1, asAdmin(() -> payroll.compute()).parked());
		assertEquals("0", pay(sales.rep(0), OCTOBER));
		asAdmin(() -> payroll.letPass(sales.rep(0).id(), OCTOBER, new BigDecimal("602"), "A large customer, checked"));
		assertEquals(new PayrollService.Computed(1, 1, 0), asAdmin(() -> payroll.computeChanged()));
		assertEquals("602", pay(sales.rep(0), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void aHeldDealIsPaidWhenItIsReleasedEvenAfterItsMonthWasClosed() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		won("b", sales.rep(0), "2026-10-15", "100");
		var hold = asAdmin(() -> payroll.hold(new Hold(null, source("a"), "Customer a", "Contract not signed")));
		asAdmin(() -> payroll.compute());
		assertEquals("200", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of("1000.0000"), read("select held from statement where in_month = date '2026-10-01'"));
		close(OCTOBER);
		asAdmin(() -> payroll.release(hold, 1));
		asAdmin(() -> payroll.compute());
		assertEquals("1000", pay(sales.rep(0), NOVEMBER));
		aSecondRunPostsNothing();
	}

	@Test
	void anAdjustmentAboveTheLimitWaitsForASecondPairOfEyes() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		asAdmin(() -> payroll.adjust(new Adjust(sales.rep(0).id(), OCTOBER, Money.of("500", "USD"), PayAdjustment.Reason.AGREED_EXCEPTION, "Kick-off", null, null, null)));
		var large = asAdmin(() -> payroll.adjust(new Adjust(sales.rep(0).id(), OCTOBER, Money.of("500.01", "USD"), PayAdjustment.Reason.LATE_DEAL, "Won in time", null, null, null)));
		asAdmin(() -> payroll.compute());
		assertEquals("500", pay(sales.rep(0), OCTOBER));
		assertRefused("compensation.adjustment.error.own", () -> payroll.decide(large, 1, true));
		given.as(given.actor(AccountRole.MANAGER, sales.manager()), () -> payroll.decide(large, 1, true));
		asAdmin(() -> payroll.compute());
		assertEquals("1000.01", pay(sales.rep(0), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void aManagerApprovesTheOwnLineOnlyAndAChangeVoidsTheApproval() {
		var other = given.aTeamOf(1, java.time.LocalDate.of(2025, 1, 1));
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), other.rep(0), sales.manager());
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		var manager = given.actor(AccountRole.MANAGER, sales.manager());
		assertEquals("compensation.month.error.not-in-review",
				assertThrows(BusinessException.class, () -> given.as(manager, () -> payroll.approve(OCTOBER, List.of(sales.rep(0).id())))).key());
		asAdmin(() -> payroll.review(OCTOBER));
		assertEquals(1, (int) given.as(manager, () -> payroll.approve(OCTOBER, List.of(sales.rep(0).id()))));
		assertEquals(0, (int) given.as(manager, () -> payroll.approve(OCTOBER, List.of(sales.rep(0).id()))));
		assertThrows(NotHereException.class, () -> given.as(manager, () -> payroll.approve(OCTOBER, List.of(other.rep(0).id()))));
		assertThrows(NotHereException.class, () -> given.as(manager, () -> payroll.approve(OCTOBER, List.of(sales.manager().id()))));
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> payroll.approve(OCTOBER, List.of(sales.rep(0).id()))));
		nowWorth("a", "600");
		asAdmin(() -> payroll.compute());
		assertEquals(1, (int) given.as(manager, () -> payroll.approve(OCTOBER, List.of(sales.rep(0).id()))));
		assertNotNull(read("select approved_by_name from statement where person_id = " + sales.rep(0).id() + " and in_month = date '2026-10-01'").get(0));
		assertTrue(read("select pay from statement where in_month = date '2026-10-01' and person_id = " + sales.rep(0).id()).get(0).startsWith("1200"));
	}

	@Test
	void whatNoColumnHoldsIsRefusedWithASentence() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		assertRefused("compensation.adjustment.error.too-large", () -> payroll.adjust(new Adjust(sales.rep(0).id(), OCTOBER, Money.of("1e30", "USD"), PayAdjustment.Reason.AGREED_EXCEPTION, "Kick-off",
				null, null, null)));
	}
}
