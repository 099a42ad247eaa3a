package org.headcoach.compensation.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Cap;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Draw;
import org.headcoach.compensation.engine.Instalment;
import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.Limits;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.TimeBox;
import org.headcoach.compensation.engine.Window;
import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanFormTest {

	private static final Currency USD = Currency.getInstance("USD");

	private static PlanTerms there(PlanTerms terms) {
		return new PlanForm(terms).terms();
	}

	@ParameterizedTest
	@EnumSource
	void opensAPresetAndChangesNothing(Preset preset) {
		var terms = preset.terms(USD, key -> key);
		assertEquals(Json.write(terms), Json.write(there(terms)));
	}

	@Test
	void keepsEverythingThatAComponentCanSay() {
		var full = Component.of("all", new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, new BigDecimal("0.5"), new BigDecimal("0.05")),
				Tier.retroactive(new BigDecimal("0.5"), BigDecimal.ONE, new BigDecimal("0.1")), Tier.marginal(BigDecimal.ONE, null, new BigDecimal("0.2"))), Boundary.LOWER), Window.QUARTER,
				new PaySchedule(List.of(new Instalment(new BigDecimal("0.7"), Instalment.Trigger.AT_ONCE, 0), new Instalment(new BigDecimal("0.3"), Instalment.Trigger.AFTER_MONTHS, 3)),
						new Clawback(12, new BigDecimal("0.5"), true)))
				.byQuota().modified(Modifier.gate("CHURN", 3, new BigDecimal("0.8")), Modifier.steps("AVERAGE_PREPAID", 1, List.of(new Modifier.Step(BigDecimal.ZERO, new BigDecimal("0.8")),
						new Modifier.Step(new BigDecimal("6"), new BigDecimal("1.2"))), BigDecimal.ONE))
				.within(new Limits(Money.of("10.50", "USD"), Money.of("5000", "USD"), Money.of("100", "USD"), new Cap(Money.of("9000", "USD"), true)))
				.during(new TimeBox(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), Money.of("6000", "USD")));
		var terms = PlanTerms.of("All", USD, full).drawing(new Draw(Draw.Type.RECOVERABLE, Money.of("2000", "USD"), 6, 4, new BigDecimal("0.5"), Money.of("500", "USD")));
		assertEquals(Json.write(terms), Json.write(there(terms)));
	}

	@Test
	void saysWhatIsMissingInsteadOfFailing() {
		var form = new PlanForm(Preset.HUNTING.terms(USD, key -> key));
		var added = form.add("SPIFF");
		added.addTier();
		added.getTiers().get(0).setTo(null);
		added.addPart();
		added.setClawbackMonths(0);
		var keys = form.terms().problems().stream().map(problem -> problem.where() + " " + problem.key().substring("compensation.problem.".length())).toList();
		assertTrue(keys.containsAll(List.of("SPIFF no-rate", "SPIFF unreachable-tier", "SPIFF empty-instalment", "SPIFF clawback")), keys::toString);
	}

	@Test
	void theNextTierBeginsWhereTheLastOneEnds() {
		var component = new PlanForm(Preset.TWO_ACCELERATORS.terms(USD, key -> key)).getComponents().get(0);
		component.addTier();
		assertEquals(component.getTiers().get(2).getTo(), component.getTiers().get(3).getFrom());
		component.removeTier(3);
		assertEquals(null, component.getTiers().get(2).getTo());
	}

	@Test
	void aCodeIsNeverGivenTwice() {
		var form = new PlanForm(Preset.HUNTING.terms(USD, key -> key));
		form.add("One");
		form.add("Two");
		form.remove(1);
		assertEquals("component-1", form.add("Three").getCode());
		assertEquals(3L, form.getComponents().stream().map(ComponentForm::getCode).distinct().count());
	}
}
