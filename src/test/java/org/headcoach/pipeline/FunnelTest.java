package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.headcoach.pipeline.MonthRecount.Held;
import org.headcoach.pipeline.MonthRecount.Stretch;
import org.headcoach.pipeline.web.FigureTexts;
import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition of a funnel: what it refuses, and how its steps keep their identity. */
class FunnelTest {

	private static final Function<Funnel.Step, String> NAMES = step -> FigureTexts.name(Locale.ENGLISH, step);

	@ParameterizedTest(name = "{0}, outcome \"{1}\": {2}")
	@CsvSource({"EXCEPT, Held, true", "EXCEPT, No show, false", "EXCEPT, no-show, false", "EXCEPT, NO_SHOW, false", "EXCEPT, , true", "ONLY, No Show, true",
			"ONLY, Held, false", "ONLY, , false", "ALL, No show, true"})
	void letsOutcomesInByItsRule(FeedRule rule, String outcome, boolean counted) {
		assertEquals(counted, new Funnel.Step("DEMOS", "Demos", Feed.ACTIVITY, "DEMO", rule, List.of("No show")).lets(outcome));
	}

	@Test
	void aRenamedStepKeepsItsCodeAndANewOneGetsItsOwn() {
		var process = new SalesProcess(true);
		process.define(funnel(step("x", "Talks"), step("y", "Won")), Set.of("WON"), NAMES);
		assertEquals(List.of("TALKS", "WON_2"), codes(process));
		process.define(funnel(step("z", "Calls & co."), step("TALKS", "Conversations"), step("WON_2", "Won")), Set.of("WON"), NAMES);
		assertEquals(List.of("CALLS_CO", "TALKS", "WON_2"), codes(process));
	}

	@Test
	void aStepNeverTakesTheCodeOfAQuantity() {
		var process = new SalesProcess(true);
		process.define(funnel(step("x", "Deals won"), step("y", "MRR won"), step("z", "7 days")), Set.of(), NAMES);
		assertEquals(List.of("DEALS_WON_2", "MRR_WON_2", "STEP_7_DAYS"), codes(process));
	}

	@Test
	void refusesWhatCannotBeCounted() {
		assertAll(() -> refuses("pipeline.funnel.error.steps", step("x", "Alone")), () -> refuses("pipeline.funnel.error.name", step("x", " "), step("y", "Won")),
				() -> refuses("pipeline.funnel.error.name", step("CONNECTS", null), step("y", "Won")),
				() -> refuses("pipeline.funnel.error.twice", step("x", "Won"), step("y", "won ")),
				() -> refuses("pipeline.funnel.error.type", new Funnel.Step("x", "Call", Feed.ACTIVITY, null, FeedRule.ALL, List.of()), step("y", "Won")),
				() -> refuses("pipeline.funnel.error.values", new Funnel.Step("x", "Call", Feed.ACTIVITY, "CALL", FeedRule.ONLY, List.of()), step("y", "Won")),
				() -> refuses("pipeline.funnel.error.values", new Funnel.Step("x", "Stage", Feed.DEALS_IN_STAGE, null, FeedRule.ONLY, List.of()), step("y", "Won")));
	}

	@Test
	void noStepIsCalledLikeAStandardOne() {
		var process = new SalesProcess(true);
		process.define(funnel(step("x", "Connects"), step("y", "Demos")), Set.of(), NAMES);
		assertEquals(List.of("CONNECTS", "DEMOS"), codes(process));
		var refusal = assertThrows(BusinessException.class,
				() -> process.define(funnel(step("CONNECTS", null), step("DEMOS", null), step("new-1", "demos ")), Set.of(), NAMES));
		assertEquals("pipeline.funnel.error.twice", refusal.key());
		assertEquals(List.of("demos"), refusal.arguments());
		assertEquals(List.of("Demos"), assertThrows(BusinessException.class,
				() -> process.define(funnel(step("new-1", "Demos"), step("DEMOS", null)), Set.of(), NAMES)).arguments());
	}

	@Test
	void aStandardStepMayBearItsOwnNameAndLeaveItToAnother() {
		var process = new SalesProcess(true);
		process.define(funnel(step("x", "Connects"), step("y", "Demos")), Set.of(), NAMES);
		process.define(funnel(step("CONNECTS", "Connects"), step("DEMOS", null)), Set.of(), NAMES);
		process.define(funnel(step("CONNECTS", "Talks"), step("new-1", "Connects"), step("DEMOS", null)), Set.of(), NAMES);
		assertEquals(List.of("CONNECTS", "CONNECTS_2", "DEMOS"), codes(process));
	}

	@Test
	void timeIsCutIntoStretchesWithoutGapOrOverlap() {
		var april = LocalDate.of(2026, 4, 1);
		var june = LocalDate.of(2026, 6, 1);
		var stretches = MonthRecount.stretches(List.of(1L),
				List.of(new Held(1, april, LocalDate.of(2026, 8, 1), 7L, 3L, "A"), new Held(1, june, LocalDate.of(2026, 7, 1), 8L, null, null)));
		assertEquals(List.of(new Stretch(1, MonthRecount.BEGINNING, april, 0, 0, null), new Stretch(1, april, june, 7, 3, "A"),
				new Stretch(1, june, LocalDate.of(2026, 7, 1), 8, 0, null), new Stretch(1, LocalDate.of(2026, 7, 1), MonthRecount.END, 0, 0, null)), stretches);
	}

	@Test
	void anotherNameCountsTheSameAnotherRuleDoesNot() {
		var demos = new Funnel.Step("DEMOS", "Demos", Feed.ACTIVITY, "DEMO", FeedRule.EXCEPT, List.of("No show", "Cancelled"));
		assertTrue(demos.countsLike(new Funnel.Step("X", "Shows", Feed.ACTIVITY, "DEMO", FeedRule.EXCEPT, List.of("cancelled", "no-show"))));
		assertFalse(demos.countsLike(new Funnel.Step("DEMOS", "Demos", Feed.ACTIVITY, "DEMO", FeedRule.ONLY, List.of("No show", "Cancelled"))));
	}

	private static void refuses(String key, Funnel.Step... steps) {
		var process = new SalesProcess(true);
		assertEquals(key, assertThrows(BusinessException.class, () -> process.define(funnel(steps), Set.of(), NAMES)).key());
	}

	private static List<String> codes(SalesProcess process) {
		return new ArrayList<>(process.funnel().steps().stream().map(Funnel.Step::code).toList());
	}

	private static Funnel.Step step(String code, String name) {
		return new Funnel.Step(code, name, Feed.DEALS_WON, null, FeedRule.ALL, List.of());
	}

	private static Funnel funnel(Funnel.Step... steps) {
		return new Funnel(null, "Test", false, null, null, List.of(steps));
	}

	@Test
	void aStepTakenOutChangesTheMetricsThatNameItAndTheOneAcrossTheGap() {
		var steps = new java.util.ArrayList<>(StandardFunnel.FUNNEL.steps());
		steps.remove(2);
		assertEquals(Set.of("VOLUME:DISCOVERIES", "CONVERSION:CONNECTS:DISCOVERIES", "CONVERSION:DISCOVERIES:DEMOS"),
				FigureService.changedMetrics(StandardFunnel.FUNNEL, steps));
	}

	@Test
	void twoStepsThatChangePlacesChangeTheConversionsAroundThem() {
		var steps = new java.util.ArrayList<>(StandardFunnel.FUNNEL.steps());
		java.util.Collections.swap(steps, 2, 3);
		assertEquals(Set.of("CONVERSION:CONNECTS:DISCOVERIES", "CONVERSION:DISCOVERIES:DEMOS", "CONVERSION:DEMOS:CUSTOMERS"),
				FigureService.changedMetrics(StandardFunnel.FUNNEL, steps));
	}

	@Test
	void anotherNameChangesNoMetricAndAnotherFeedAllThatNameTheStep() {
		var steps = new java.util.ArrayList<>(StandardFunnel.FUNNEL.steps());
		var demos = steps.get(3);
		steps.set(3, new Funnel.Step(demos.code(), "Shows", demos.fedBy(), demos.feedValue(), demos.rule(), demos.values()));
		assertEquals(Set.of(), FigureService.changedMetrics(StandardFunnel.FUNNEL, steps));
		steps.set(3, new Funnel.Step(demos.code(), null, demos.fedBy(), "WEBINAR", demos.rule(), demos.values()));
		assertEquals(Set.of("VOLUME:DEMOS", "CONVERSION:DISCOVERIES:DEMOS", "CONVERSION:DEMOS:CUSTOMERS"),
				FigureService.changedMetrics(StandardFunnel.FUNNEL, steps));
	}
}
