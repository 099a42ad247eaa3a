package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.AccountRole;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

class PlansIT extends PayCase {

	@Inject
	SimulationService simulations;

	private long draft(String name) {
		return asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), hunting(name)));
	}

	private PlanService.SaveDraft written(PlanService.VersionRow seen, String reason) {
		return new PlanService.SaveDraft(seen.id(), seen.version(), seen.effectiveFrom(), seen.terms(), reason);
	}

	@Test
	void ofTwoEditorsOnOneDraftTheSecondWritesNothingOver() {
		var name = given.unique("Plan");
		var id = draft(name);
		var seen = asAdmin(() -> plans.version(id));
		asAdmin(() -> plans.save(written(seen, "first")));
		assertThrows(OptimisticLockException.class, () -> asAdmin(() -> plans.save(written(seen, "second"))));
		assertEquals("first", asAdmin(() -> plans.version(id)).reason());
	}

	@Test
	void whoeverGoesOnWritingKnowsTheVersionOfTheOwnSave() {
		var name = given.unique("Plan");
		var id = draft(name);
		var seen = asAdmin(() -> plans.version(id));
		var next = asAdmin(() -> plans.save(written(seen, "first")));
		asAdmin(() -> plans.save(new PlanService.SaveDraft(id, next, seen.effectiveFrom(), seen.terms(), "second")));
		assertEquals("second", asAdmin(() -> plans.version(id)).reason());
	}

	@Test
	void aVersionIsPublishedOnce() {
		var id = draft(given.unique("Plan"));
		var seen = asAdmin(() -> plans.version(id)).version();
		asAdmin(() -> plans.publish(id, seen));
		assertThrows(OptimisticLockException.class, () -> asAdmin(() -> plans.publish(id, seen)));
		assertThrows(BusinessException.class, () -> asAdmin(() -> plans.publish(id, plans.version(id).version())));
		assertEquals(List.of("1"), read("select count(*) from plan_version where status = 'PUBLISHED'"));
	}

	@Test
	void aFindingIsKeptWithAReasonAndNotWithout() {
		var id = draft(given.unique("Plan"));
		assertThrows(BusinessException.class, () -> asAdmin(() -> plans.keepFinding(id, "I1", " ")));
		asAdmin(() -> plans.keepFinding(id, "I1", "The customers pay late"));
		asAdmin(() -> plans.keepFinding(id, "I1", "They pay by the year"));
		assertEquals("They pay by the year", asAdmin(() -> plans.keptFindings(id)).get("I1").reason());
	}

	/** Three components: more than a rep keeps in mind (S1), and nothing else that warns. */
	private static PlanTerms three(String name) {
		return PlanTerms.of(name, USD, Stream.of("one", "two", "three").map(code -> Component.of(code, RateTable.flat(BigDecimal.ONE), Window.MONTH, PaySchedule.atOnce(null)).named(code))
				.toArray(Component[]::new));
	}

	@Test
	void aFindingWithoutAReasonIsNotPublishedThroughAnyDoorAndOneWithAReasonIs() {
		var name = given.unique("Plan");
		var id = asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), three(name)));
		var seen = asAdmin(() -> plans.version(id)).version();
		assertEquals(List.of("S1"), asAdmin(() -> plans.judge(id)).unkept().stream().map(PlanLint.Finding::id).toList());
		var refusal = assertThrows(BusinessException.class, () -> asAdmin(() -> plans.publish(id, seen)));
		assertEquals("compensation.plan.error.unkept", refusal.key());
		assertEquals(List.of("DRAFT"), read("select status from plan_version where id = " + id));
		asAdmin(() -> plans.keepFinding(id, "S1", "Each team looks at one of them only"));
		asAdmin(() -> plans.publish(id, seen));
		assertEquals(List.of("PUBLISHED"), read("select status from plan_version where id = " + id));
	}

	@Test
	void aReasonThatWasKeptForAnotherVersionDoesNotPublishThisOne() {
		var name = given.unique("Plan");
		var first = asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), three(name)));
		asAdmin(() -> plans.keepFinding(first, "S1", "Each team looks at one of them only"));
		asAdmin(() -> plans.publish(first, plans.version(first).version()));
		var second = asAdmin(() -> plans.draft(plans.version(first).planId()));
		assertThrows(BusinessException.class, () -> asAdmin(() -> plans.publish(second, plans.version(second).version())));
	}

	@Test
	void aPlanHasAsManyWordsAsItsSentencesWhateverTheQuota() {
		var name = given.unique("Plan");
		var terms = PlanTerms.of(name, USD, Component.of("new-mrr", new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.valueOf(2)),
				Tier.marginal(BigDecimal.ONE, null, BigDecimal.valueOf(3))), Boundary.HIGHER), Window.MONTH, PaySchedule.atOnce(null)).named("New MRR").byQuota());
		var id = asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), terms));
		// You earn $2.00 for each $1 of new MRR up to your quota of $1 a month, and $3.00 for each $1 above it.
		assertEquals(24, asAdmin(() -> plans.judge(id)).words());
	}

	@Test
	void aSimulationPaysWhatTheEngineWouldAndPostsNothing() {
		var rep = sales.reps().get(0);
		onPlan(hunting(given.unique("Plan")), "2026-09-01", Map.of(), rep);
		won("A", rep, "2026-09-10", "500");
		won("B", rep, "2026-10-10", "300");
		cancelled("B", "2026-10-20");
		var name = given.unique("Candidate");
		var id = asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), org.headcoach.compensation.engine.Preset.TEN_PERCENT.terms(USD, key -> key)));
		var page = asAdmin(() -> simulations.simulate(new SimulationService.Simulate(List.of(id), List.of(), List.of(), 3, Map.of())));
		// 2 x 800; the clawback of B falls into November, which is not over. A tenth of 6,000 and 3,600
		assertEquals("1600.00 USD", page.today().cost().toString());
		assertEquals("960.00 USD", page.candidates().get(0).cost().toString());
		assertEquals("800", page.reached().stripTrailingZeros().toPlainString());
		assertEquals(1, page.candidates().get(0).losers());
		assertEquals(List.of("0"), read("select count(*) from posting"));
	}

	@Test
	void nobodyButWhoEditsPlansSeesThem() {
		var rep = given.actor(AccountRole.REP, sales.rep(0));
		var manager = given.actor(AccountRole.MANAGER, sales.manager());
		for (var actor : List.of(rep, manager)) {
			assertThrows(NotHereException.class, () -> given.as(actor, () -> plans.plans()));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> plans.assignments(null, null)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> simulations.simulate(new SimulationService.Simulate(List.of(1L), List.of(), List.of(), 3, Map.of()))));
		}
		assertTrue(asAdmin(() -> plans.plans()).isEmpty());
	}

	@Test
	void nobodyIsPutOnAPlanThatHasADraftOnly() {
		var version = asAdmin(() -> plans.create(given.unique("Draft"), LocalDate.of(2026, 10, 1), hunting("Draft")));
		var plan = Long.parseLong(read("select plan_id from plan_version where id = " + version).get(0));
		assertEquals("compensation.assignment.error.draft", assertThrows(BusinessException.class, () -> asAdmin(() -> plans.assign(new PlanService.Assign(plan, List.of(sales.rep(0).id()),
				LocalDate.of(2026, 10, 1), null, null, null, null, java.util.Map.of())))).key());
	}
}
