package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PayCurveTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final BigDecimal ONE = BigDecimal.ONE;

	private static Component component(String code, String table, Window window) {
		return Component.of(code, table(table), window, PaySchedule.atOnce(null));
	}

	private static List<String> points(PayCurve curve) {
		return curve.points().stream().map(point -> point.reached().stripTrailingZeros().toPlainString() + " " + point.pay().rounded(java.math.RoundingMode.HALF_UP).amount()).toList();
	}

	private static Money usd(String amount) {
		return Money.of(amount, "USD");
	}

	@Test
	void theCurveOfAQuotaBendsThere() {
		var curve = PayCurve.of(component("mrr", "0 2, 1 3", Window.MONTH).byQuota(), USD, n("4200"), ONE, n("6300"));
		assertEquals(List.of("0 0.00", "4200 8400.00", "6300 14700.00"), points(curve));
		assertEquals(List.of(n("2"), n("3")), curve.slopes().stream().map(PayCurve.Slope::rate).toList());
		assertEquals(usd("4200"), curve.at(n("2100")).pay());
		assertNumber("0.5", curve.at(n("2100")).attainment());
		assertNumber("2.33", curve.at(n("6300")).effectiveRate().setScale(2, java.math.RoundingMode.HALF_UP));
		assertEquals(usd("17850"), curve.at(n("7350")).pay());
	}

	@Test
	void g07AtAJumpTwoPointsStandAboveEachOther() {
		var higher = PayCurve.of(component("r", "0 2%, 50000 3%*", Window.MONTH), USD, null, ONE, n("60000"));
		assertEquals(List.of("0 0.00", "50000 1000.00", "50000 1500.00", "60000 1800.00"), points(higher));
		assertEquals(usd("1500"), higher.at(n("50000")).pay());
		assertEquals(List.of(usd("500")), higher.jumps().stream().map(PayCurve.Point::pay).toList());
		var lower = PayCurve.of(Component.of("r", table("0 2%, 50000 3%*", Boundary.LOWER), Window.MONTH, PaySchedule.atOnce(null)), USD, null, ONE, n("60000"));
		assertEquals(usd("1000"), lower.at(n("50000")).pay());
		assertEquals(points(higher), points(lower));
	}

	@Test
	void capsAndFloorsAreFlat() {
		var limited = component("r", "0 10%", Window.MONTH).within(new Limits(null, null, usd("100"), new Cap(usd("3000"), false)));
		assertEquals(List.of("0 100.00", "1000 100.00", "30000 3000.00", "40000 3000.00"), points(PayCurve.of(limited, USD, null, ONE, n("40000"))));
		var byDeal = component("r", "0 10%", Window.DEAL).within(Limits.ofDeal(usd("120")));
		assertEquals(List.of("0 0.00", "1200 120.00", "2000 120.00"), points(PayCurve.of(byDeal, USD, null, ONE, n("2000"))));
	}

	@Test
	void anInterpolatedTableEndsFlat() {
		assertEquals(List.of("0 0.00", "1000 10.00", "3000 50.00", "4000 50.00"), points(PayCurve.of(component("r", "0 =10, 1000 =40, 3000 end", Window.MONTH), USD, null, ONE, n("4000"))));
	}

	@Test
	void aFactorMultipliesTheWholeCurve() {
		assertEquals(List.of("0 0.00", "500 2000.00"), points(PayCurve.of(component("mrr", "0 1", Window.MONTH), USD, null, n("4"), n("500"))));
	}

	@Test
	void thePlansCurveAddsUpItsMonths() {
		var plan = PlanTerms.of("Plan", USD, component("mrr", "0 2, 1 3", Window.MONTH).byQuota(), component("year", "0 10%, 6000 20%", Window.YEAR), component("bonus", "0 100", Window.MONTH));
		var curve = PayCurve.of(plan, Map.of("mrr", n("1000"), "year", n("12000")), Map.of(), n("1.5"));
		// at half of the targets: 500 x 2, and 6,000 x 10 % of the year in twelve parts
		assertEquals(List.of("0 0.00", "0.5 1050.00", "1 2150.00", "1.5 3750.00"), points(curve));
		var capped = new PlanTerms("Plan", 1, USD, plan.yearStarts(), plan.rounding(), plan.rateDate(), plan.leavers(), plan.proration(), plan.seasons(), plan.ramp(), plan.components(), null,
				new Cap(usd("2150"), true), null);
		assertEquals(List.of("0 0.00", "0.5 1050.00", "1 2150.00", "1.5 2150.00"), points(PayCurve.of(capped, Map.of("mrr", n("1000"), "year", n("12000")), Map.of(), n("1.5"))));
	}

	@Test
	void withoutItsQuotaThereIsNoCurve() {
		assertThrows(BusinessException.class, () -> PayCurve.of(component("mrr", "0 2, 1 3", Window.MONTH).byQuota(), USD, null, ONE, n("10")));
	}

	@Property(tries = 300)
	void theCurvePaysWhatTheTablePaysAndNeverFalls(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20_000) int reached, @ForAll @IntRange(min = 0, max = 500) int more) {
		var component = Component.of("c", new AnyPlan(seed).table(false), Window.MONTH, PaySchedule.atOnce(null));
		var curve = PayCurve.of(component, USD, null, ONE, n("20500"));
		assertEquals(Money.of(component.table().pay(BigDecimal.valueOf(reached)), USD), curve.at(BigDecimal.valueOf(reached)).pay());
		assertTrue(curve.at(BigDecimal.valueOf((long) reached + more)).pay().compareTo(curve.at(BigDecimal.valueOf(reached)).pay()) >= 0);
		for (var tier : component.table().tiers()) {
			assertEquals(Money.of(component.table().pay(tier.from()), USD), curve.at(tier.from()).pay());
		}
	}
}
