package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.headcoach.people.AccountRole;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** A plan is accepted once, by who is paid by it, and where the company wants that pay waits for it. */
class PlanReceiptIT extends PayCase {

	@Inject
	private PayService pay;

	private void holdUntilAccepted() {
		asAdmin(() -> {
			var now = payroll.settings();
			payroll.changeSettings(new PaySettings(now.version(), now.firstGoal(), now.adjustmentLimit(), now.usualFactor(), true, now.answerDays(), now.payOnDay()));
		});
	}

	private String onHold(int rep) {
		return read("select case when on_hold then 'waits' else 'goes' end from statement where in_month = date '2026-10-01' and person_id = " + sales.rep(rep).id()).get(0);
	}

	@Test
	void payWaitsUntilThePlanIsAcceptedAndTheReceiptIsKept() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		won("a", sales.rep(0), "2026-10-14", "500");
		holdUntilAccepted();
		asAdmin(() -> payroll.compute());
		assertEquals("waits", onHold(0));
		var rep = given.actor(AccountRole.REP, sales.rep(0));
		var plan = given.as(rep, () -> pay.ownPlans()).get(0);
		assertEquals(null, plan.acceptedAt());
		given.as(rep, () -> pay.accept(plan.plan().versionId()));
		given.as(rep, () -> pay.accept(plan.plan().versionId()));
		assertEquals(List.of(plan.textHash()), read("select text_hash from plan_receipt"));
		assertNotNull(given.as(rep, () -> pay.ownPlans()).get(0).acceptedAt());
		asAdmin(() -> payroll.computeChanged());
		assertEquals("goes", onHold(0));
		asAdmin(() -> payroll.compute());
		assertEquals("waits", onHold(1));
		aSecondRunPostsNothing();
	}

	@Test
	void whoIsNotOnThePlanCannotAcceptIt() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		var version = Long.parseLong(read("select id from plan_version").get(0));
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.REP, sales.rep(1)), () -> pay.accept(version)));
		assertThrows(NotHereException.class, () -> given.as(given.actor(AccountRole.REP, sales.rep(0)), () -> pay.accept(version + 1)));
		assertThrows(NotHereException.class, () -> asAdmin(() -> pay.accept(version)));
		assertEquals(List.of("0"), read("select count(*) from plan_receipt"));
	}
}
