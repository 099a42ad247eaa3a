package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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

	@Test
	void aSimulationPaysWhatTheEngineWouldAndPostsNothing() {
		var rep = sales.reps().get(0);
		onPlan(hunting(given.unique("Plan")), "2026-09-01", Map.of(), rep);
		won("A", rep, "2026-09-10", "500");
		won("B", rep, "2026-10-10", "300");
		cancelled("B", "2026-10-20");
		var name = given.unique("Candidate");
		var id = asAdmin(() -> plans.create(name, LocalDate.of(2026, 12, 1), org.headcoach.compensation.engine.Preset.TEN_PERCENT.terms(USD, key -> key)));
		var page = asAdmin(() -> simulations.simulate(new SimulationService.Simulate(List.of(id), List.of(), 3, Map.of())));
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
			assertThrows(NotHereException.class, () -> given.as(actor, () -> simulations.simulate(new SimulationService.Simulate(List.of(1L), List.of(), 3, Map.of()))));
		}
		assertTrue(asAdmin(() -> plans.plans()).isEmpty());
	}
}
