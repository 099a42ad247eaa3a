package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.SimulationService.PersonLine;
import org.headcoach.compensation.SimulationService.Simulate;
import org.headcoach.compensation.SimulationService.Simulation;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What other plans would have paid: to whom, how much more or less, at which cost, and what the linter says of them. */
class SimulationIT extends PayCase {

	@Inject
	private SimulationService simulations;

	private Salesperson first;
	private Salesperson second;

	/** 2 for each 1 of MRR: 500 and 300 are sold by one, 100 by the other. */
	@BeforeEach
	void twoRepsOnAPlan() {
		first = sales.rep(0);
		second = sales.rep(1);
		onPlan(hunting(given.unique("Plan")), "2026-09-01", Map.of(), first, second);
		won("a", first, "2026-09-10", "500");
		won("b", first, "2026-10-10", "300");
		won("c", second, "2026-10-12", "100");
	}

	private long draft(Preset preset) {
		return draft(preset.terms(USD, key -> key).named(given.unique("Candidate")));
	}

	private long draft(PlanTerms terms) {
		return asAdmin(() -> plans.create(terms.name(), LocalDate.of(2026, 12, 1), terms));
	}

	private Simulation simulate(Simulate wanted) {
		return asAdmin(() -> simulations.simulate(wanted));
	}

	private static Simulate ofAll(int months, Map<String, BigDecimal> quotas, Long... versions) {
		return new Simulate(List.of(versions), List.of(), List.of(), months, quotas);
	}

	@Test
	void c7NamesTheCommissionRatioAndTheCostOfAUnit() {
		var page = simulate(ofAll(3, Map.of(), draft(Preset.TEN_PERCENT)));
		// revenue within August to October: 500 twice, 300 and 100 once; 1,800 is paid for 900 MRR
		assertEquals("1800.00 USD", page.today().cost().toString());
		assertEquals("0.7778", page.today().ratio().setScale(4, java.math.RoundingMode.HALF_UP).toPlainString());
		assertEquals("2", page.today().costPerUnit().stripTrailingZeros().toPlainString());
		// a tenth of a year's worth: 600 + 360 + 120
		assertEquals("1080.00 USD", page.candidates().get(0).cost().toString());
		assertEquals("1.2", page.candidates().get(0).costPerUnit().stripTrailingZeros().toPlainString());
	}

	@Test
	void namesWhoGainsAndWhoLosesTheMostFirst() {
		var page = simulate(ofAll(3, Map.of(), draft(Preset.TEN_PERCENT), draft(Preset.HUNTING)));
		assertEquals(List.of(first.name(), second.name()), page.losers(0).stream().map(PersonLine::name).toList());
		assertEquals("-640.00 USD", page.losers(0).get(0).difference(0).toString());
		assertEquals("-80.00 USD", page.losers(0).get(1).difference(0).toString());
		assertEquals(List.of(), page.winners(0));
		assertEquals(2, page.candidates().get(0).losers());
		assertEquals(List.of(), page.losers(1));
		assertEquals(0, page.candidates().get(1).winners());
	}

	@Test
	void takesTheTeamsAndPeopleThatAreChosen() {
		var id = draft(Preset.TEN_PERCENT);
		assertEquals(List.of(second.name()), names(simulate(new Simulate(List.of(id), List.of(), List.of(second.id()), 3, Map.of()))));
		// the team with its manager
		assertEquals(4, simulate(new Simulate(List.of(id), List.of(sales.team().id()), List.of(), 3, Map.of())).people().size());
		assertEquals(5, simulate(new Simulate(List.of(id), List.of(sales.team().id()), List.of(sales.director().id(), first.id()), 3, Map.of())).people().size());
		assertEquals(2, simulate(ofAll(3, Map.of(), id)).people().size());
		assertThrows(BusinessException.class, () -> simulate(new Simulate(List.of(id), List.of(-1L), List.of(), 3, Map.of())));
	}

	private static List<String> names(Simulation page) {
		return page.people().stream().map(PersonLine::name).toList();
	}

	@Test
	void asksForTheQuotaThatSomebodyLacksAndComputesTheOthers() {
		var id = draft(Preset.TWO_ACCELERATORS);
		var component = asAdmin(() -> plans.version(id)).terms().components().get(0).code();
		var own = simulate(ofAll(3, Map.of(), id));
		assertEquals(1, own.quotas().size());
		assertEquals(component, own.quotas().get(0).component());
		assertEquals(2, own.quotas().get(0).people());
		assertNull(own.quotas().get(0).given());
		assertEquals(2, own.candidates().get(0).refused());
		assertNull(own.candidates().get(0).cost());
		var given = simulate(ofAll(3, Map.of(component, BigDecimal.valueOf(100_000)), id));
		assertEquals(0, given.candidates().get(0).refused());
		assertEquals(BigDecimal.valueOf(100_000), given.quotas().get(0).given());
		assertEquals(BigDecimal.valueOf(100_000), given.people().get(0).quotas().get(component));
		// 5 % of 6,000 + 3,600 + 1,200
		assertEquals("540.00 USD", given.candidates().get(0).cost().toString());
		assertThrows(BusinessException.class, () -> simulate(ofAll(3, Map.of(component, BigDecimal.ZERO), id)));
	}

	@Test
	void anOwnQuotaIsNotReplacedByTheOneForThoseWhoHaveNone() {
		var terms = Preset.TWO_ACCELERATORS.terms(USD, key -> key).named(given.unique("Quota"));
		var component = terms.components().get(0).code();
		var plan = onPlan(terms, "2026-09-01", Map.of(component, BigDecimal.valueOf(1000)), sales.rep(2));
		won("d", sales.rep(2), "2026-10-12", "100");
		var version = Long.parseLong(read("select id from plan_version where plan_id = " + plan).get(0));
		var page = simulate(ofAll(3, Map.of(component, BigDecimal.valueOf(100_000)), version));
		assertEquals(2, page.quotas().get(0).people());
		var line = page.people().stream().filter(one -> one.personId() == sales.rep(2).id()).findFirst().orElseThrow();
		assertEquals(0, BigDecimal.valueOf(1000).compareTo(line.quotas().get(component)));
		assertEquals(line.today().amount(), line.then().get(0).amount());
	}

	@Test
	void whoseDealHasNoRateOfExchangeStopsNobodyElse() {
		run("update deal set currency = 'GBP' where name = 'Deal c'");
		var page = simulate(ofAll(3, Map.of(), draft(Preset.TEN_PERCENT)));
		var refused = page.people().stream().filter(line -> line.then().get(0).amount() == null).toList();
		assertEquals(List.of(second.name()), refused.stream().map(PersonLine::name).toList());
		assertEquals("compensation.problem.no-exchange-rate", refused.get(0).then().get(0).refusal().key());
		assertEquals(1, page.candidates().get(0).refused());
		assertEquals("960.00 USD", page.candidates().get(0).cost().toString());
		assertNull(page.candidates().get(0).ratio());
	}

	@Test
	void theLinterStandsBesideEachCandidate() {
		var page = simulate(ofAll(3, Map.of(), draft(Preset.HUNTING), draft(Preset.CUSTOMER_COMMITMENT)));
		var hunting = page.candidates().get(0).judged();
		assertEquals(1, hunting.number("S1"));
		assertEquals(hunting.words(), hunting.number("S3"));
		assertTrue((int) hunting.number("I1") < (int) page.candidates().get(1).judged().number("I1"));
		assertNull(page.today().judged());
	}

	@Test
	void theSameQuestionHasTheSameAnswerAndPostsNothing() {
		var wanted = ofAll(3, Map.of(), draft(Preset.TEN_PERCENT), draft(Preset.CUSTOMER_COMMITMENT));
		assertEquals(simulate(wanted), simulate(wanted));
		assertEquals(List.of("0"), read("select count(*) from posting"));
	}

	@Test
	void tooManyTooFewOrADiscardedVersionIsRefused() {
		var id = draft(Preset.HUNTING);
		assertThrows(BusinessException.class, () -> simulate(ofAll(3, Map.of())));
		assertThrows(BusinessException.class, () -> simulate(ofAll(13, Map.of(), id)));
		assertThrows(BusinessException.class, () -> simulate(ofAll(3, Map.of(), id, id + 1, id + 2, id + 3)));
		asAdmin(() -> plans.discard(id, plans.version(id).version()));
		assertThrows(NotHereException.class, () -> simulate(ofAll(3, Map.of(), id)));
	}
}
