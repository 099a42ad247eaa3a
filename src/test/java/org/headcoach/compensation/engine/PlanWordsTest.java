package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.headcoach.shared.Money;
import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlanWordsTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final PaySchedule AT_ONCE = PaySchedule.atOnce(null);
	static final BiFunction<String, Object[], String> ENGLISH = (key, arguments) -> Messages.text(Locale.ENGLISH, key, arguments);

	private static String words(PlanTerms terms, Map<String, BigDecimal> quotas) {
		return new PlanWords(terms, quotas, Map.of("CHURN", "churn", "PREPAID", "months prepaid", "DEMO", "demo")).sentences().stream().map(sentence -> sentence.text(ENGLISH))
				.collect(Collectors.joining(" ")).replace('\u00a0', ' ');
	}

	private static String words(Component... components) {
		return words(PlanTerms.of("Plan", USD, components), Map.of());
	}

	@Test
	void aPlanReadsAsARepWouldTellIt() {
		var component = Component.of("mrr", table("0 2, 1 3"), Window.MONTH,
				new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 6), Instalment.atCustomerMonth("0.25", 12)), Clawback.all(4))).byQuota();
		var words = words(PlanTerms.of("Plan", USD, component), Map.of("mrr", n("4200")));
		assertEquals("You earn $2.00 for each $1 of new MRR up to your quota of $4,200 a month, and $3.00 for each $1 above it. "
				+ "Half is paid with the customer's first payment, a quarter with the sixth, a quarter with the twelfth. Months paid in advance bring the parts forward. "
				+ "If the customer cancels within four months, all of it is taken back.", words);
		assertEquals(63, PlanWords.count(words));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			0 10%                          | You earn 10 % of new MRR.
			0 12.5%, 5000 15%              | You earn 12.5 % of new MRR up to $5,000 a month, and 15 % above it.
			0 5%, 1000 10%*                | You earn 5 % of new MRR up to $1,000 a month. Once you have reached $1,000 a month, it is 10 % of everything, from the first sale of that time on.
			0 1%, 1000 2%, 3000 3%         | You earn 1 % of new MRR up to $1,000 a month. Between $1,000 a month and $3,000 a month it is 2 %. Above $3,000 a month it is 3 %.
			0 =10, 1000 =40, 3000 end      | The way from $0.00 a month to $1,000 a month earns $10.00; a part of the way earns that part. The way from $1,000 a month to $3,000 a month earns $40.00; a part of the way earns that part. Above $3,000 a month nothing more is earned.
			""")
	void rates(String table, String words) {
		assertEquals(words, words(Component.of("mrr", table(table), Window.MONTH, AT_ONCE)));
	}

	@Test
	void quotasAreNamedWithOrWithoutANumber() {
		var component = Component.of("revenue", table("0 5%, 0.5 10%*, 1 20%"), Window.QUARTER, AT_ONCE).byQuota();
		assertEquals("You earn 5 % of new MRR up to 50 % of your quota. Once you have reached 50 % of your quota, it is 10 % of everything, from the first sale of that time on. Above your quota it is 20 %.",
				words(component));
		assertTrue(words(PlanTerms.of("Plan", USD, component), Map.of("revenue", n("33000"))).startsWith("You earn 5 % of new MRR up to 50 % of your quota of $33,000 a quarter."));
	}

	@Test
	void everythingElseThatAComponentSays() {
		var schedule = new PaySchedule(List.of(new Instalment(n("0.7"), Instalment.Trigger.AT_ONCE, 0), new Instalment(n("0.3"), Instalment.Trigger.AFTER_MONTHS, 3)), new Clawback(12, n("0.5"), true));
		var component = new Component("spiff", "SPIFF", new Measure(Measure.Kind.CUSTOMERS, null, Measure.On.PAYMENT), Crediting.ROLL_UP, new RateTable(table("0 150, 10 200*").tiers(), Boundary.LOWER), false,
				Window.QUARTER, RefundRule.FROM_THE_TOP,
				List.of(Modifier.rank("CHURN", 6, new Ranking(List.of(n("4"), n("1")), true, 5), n("2")), Modifier.gate("PREPAID", 1, n("6")),
						Modifier.steps("PREPAID", 3, List.of(new Modifier.Step(n("0"), n("1")), new Modifier.Step(n("6"), n("1.25"))), n("1"))),
				new Limits(Money.of("10", "USD"), Money.of("500", "USD"), Money.of("20", "USD"), new Cap(Money.of("3000", "USD"), true)), schedule,
				new TimeBox(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31), Money.of("6000", "USD")));
		assertEquals("You earn $150 for each new customer up to 10 customers a quarter. "
				+ "Once you have passed 10 customers a quarter, it is $200 for each new customer of everything, from the first sale of that time on. "
				+ "A deal counts when the customer pays. What counts is what everybody below you sells. A threshold has to be passed; who lands exactly on it has not passed it. "
				+ "What a customer gives back is taken off at the highest rate that you have reached. "
				+ "It is multiplied by your place in churn among all over six months, the lowest first: × 4 in group 1, × 1 in group 2. With fewer than five cases it is × 2. "
				+ "It is paid only when your months prepaid over one month is at least 6. It is multiplied by your months prepaid over three months: × 1 from 0 on, × 1.25 from 6 on. Without such a figure it is × 1. "
				+ "A deal earns at least $10.00. A deal earns at most $500. It pays at least $20.00 a month. It pays at most $3,000 a month; what lies above waits for a month with room. "
				+ "70 % is paid at once, 30 % after three months, if the customer is still there. If the customer cancels within twelve months, 50 % of the part for the time that was left is taken back. "
				+ "It runs from 1 January 2026 to 31 March 2026. All together it pays at most $6,000; who is first is served first.", words(component));
	}

	@Test
	void whatHoldsForTheWholePlan() {
		var draw = new Draw(Draw.Type.RECOVERABLE, Money.of("2000", "USD"), 3, 4, n("0.5"), Money.of("1500", "USD"));
		var terms = new PlanTerms("Plan", 1, USD, Month.JANUARY, RoundingMode.HALF_UP, RateDate.CREDIT_DAY, LeaverRule.ENDS_WITH_THE_LAST_DAY, Quota.Proration.MONTHS, List.of(n("0.4"), n("0.6")),
				List.of(n("0.5"), n("0.75")), List.of(Component.of("mrr", table("0 2, 1 3"), Window.MONTH, AT_ONCE).byQuota()), draw, new Cap(Money.of("9000", "USD"), false),
				new Promotion("Senior associate", n("60000"), n("5000"), n("6")));
		assertEquals("You earn $2.00 for each $1 of new MRR up to your quota, and $3.00 for each $1 above it. The year's quota is spread 40 %, 60 %. "
				+ "In your first two months the quota is 50 %, 75 % of it. The whole plan pays at most $9,000 a month; what lies above is lost. "
				+ "For three months you get at least $2,000; what you did not earn of it is taken out of what you earn above it later. It is taken back from month 4 on. "
				+ "At most 50 % of what may be taken is taken. What is left is never below $1,500 a month. What has not fallen due on your last day is not paid. "
				+ "You become Senior associate when your customers pay at least $60,000 a month, you add $5,000 a month on average, and they pay 6 months in advance on average.", words(terms, Map.of()));
	}

	@ParameterizedTest
	@EnumSource(Preset.class)
	void aPresetIsSaidInAFewWords(Preset preset) {
		var terms = preset.terms(USD, key -> Messages.text(Locale.ENGLISH, key));
		assertEquals(List.of(), terms.problems());
		assertTrue(PlanWords.count(words(terms, Map.of())) <= 70, () -> words(terms, Map.of()));
		assertTrue(Messages.has(Locale.ENGLISH, preset.nameKey()) && Messages.has(Locale.ENGLISH, preset.whyKey()));
	}

	@Test
	void everySettingHasItsDefaultAndItsReason() {
		var settings = new PlanWords(PlanTerms.of("Plan", USD, Component.of("mrr", table("0 2"), Window.QUARTER, AT_ONCE)), Map.of(), Map.of()).settings();
		assertEquals(List.of("COUNTS", "CREDITING", "SCOPE", "BOUNDARY", "REFUNDS", "DRAW", "ROUNDING", "RATE_DATE", "LEAVERS", "PRORATION", "YEAR_STARTS"), settings.stream().map(PlanWords.Setting::name).toList());
		assertEquals(List.of("SCOPE"), settings.stream().filter(setting -> !setting.isStandard()).map(PlanWords.Setting::name).toList());
	}

	@Property(tries = 200)
	void everyPlanCanBeSaid(@ForAll long seed) {
		var terms = new AnyPlan(seed).terms();
		var words = words(terms, Map.of());
		assertTrue(!words.contains("{") && !words.contains("<") && !words.contains("null"), words);
		for (var setting : new PlanWords(terms, Map.of(), Map.of()).settings()) {
			for (var key : List.of(setting.nameKey(), setting.chosenKey(), setting.standardKey(), setting.whyKey())) {
				assertTrue(Messages.has(Locale.ENGLISH, key), key);
			}
		}
	}
}
