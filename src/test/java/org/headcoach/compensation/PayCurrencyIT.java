package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayMonthService.RateRow;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Preset;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

/** G27: a pound is 1.22 dollars when the deal is invoiced, and 1.25 when it is paid for. */
class PayCurrencyIT extends PayCase {

	private static final Currency GBP = Currency.getInstance("GBP");
	private static final LocalDate INVOICED = LocalDate.of(2026, 10, 10);

	private void aDealInLondon() {
		asAdmin(() -> payroll.putRates(List.of(new RateRow("GBP", "USD", INVOICED, new BigDecimal("1.22")), new RateRow("GBP", "USD", LocalDate.of(2026, 10, 31), new BigDecimal("1.25")))));
		row("deal", "external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, currency", "'london', 'London', 'London', " + sales.rep(0).id()
				+ ", 'WON', date '2026-10-10', date '2026-10-10', 1000, 100, 'GBP'");
	}

	private static PlanTerms tenPercent(Currency currency) {
		var plan = Preset.TEN_PERCENT.terms(currency, key -> key);
		assertEquals(Measure.Kind.REVENUE, plan.components().get(0).measure().kind());
		return plan;
	}

	@Test
	void g27APlanInTheCompanysCurrencyCountsTheDealAtTheRateOfItsDay() {
		aDealInLondon();
		onPlan(tenPercent(USD).named(given.unique("Ten per cent")), "2026-10-01", Map.of(), sales.rep(0));
		asAdmin(() -> payroll.compute());
		assertEquals("122", pay(sales.rep(0), OCTOBER));
		var why = read("select explanation_json from posting where person_id = " + sales.rep(0).id()).get(0);
		assertTrue(why.contains("1.22") && why.contains("2026-10-10") && !why.contains("1.25"), why);
		aSecondRunPostsNothing();
	}

	@Test
	void g27APlanInTheDealsCurrencyIsPaidOutAtTheRateOfTheMonthsEnd() {
		aDealInLondon();
		var plan = onPlan(tenPercent(GBP).named(given.unique("Ten per cent")), "2026-10-01", Map.of(), sales.rep(1));
		asAdmin(() -> plans.assign(new PlanService.Assign(plan, List.of(sales.rep(0).id()), LocalDate.of(2026, 10, 1), null, null, null, "USD", Map.of())));
		asAdmin(() -> payroll.compute());
		assertEquals("100", pay(sales.rep(0), OCTOBER));
		var october = " from statement where person_id = " + sales.rep(0).id() + " and in_month = date '2026-10-01'";
		assertEquals(List.of("GBP USD 2026-10-31"), read("select currency || ' ' || payout_currency || ' ' || cast(payout_rate_on as varchar(10))" + october));
		var payout = new BigDecimal(read("select payout" + october).get(0));
		assertEquals(0, new BigDecimal("125").compareTo(payout));
		// the difference to the rate of the invoice, which is nobody's gain but the exchange's
		assertEquals(0, new BigDecimal("3").compareTo(payout.subtract(new BigDecimal("100").multiply(new BigDecimal("1.22")))));
		aSecondRunPostsNothing();
	}

	@Test
	void withoutARateThePersonIsParkedAndNobodyIsPaidAWrongAmount() {
		row("deal", "external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, currency", "'zurich', 'Zurich', 'Zurich', " + sales.rep(0).id()
				+ ", 'WON', date '2026-10-10', date '2026-10-10', 1000, 100, 'CHF'");
		onPlan(tenPercent(USD).named(given.unique("Ten per cent")), "2026-10-01", Map.of(), sales.rep(0));
		assertEquals(1, asAdmin(() -> payroll.compute()).parked());
		assertEquals(List.of(), read("select id from posting where person_id = " + sales.rep(0).id()));
		asAdmin(() -> payroll.putRate("CHF", "USD", INVOICED, new BigDecimal("1.1")));
		asAdmin(() -> payroll.compute());
		assertEquals("110", pay(sales.rep(0), OCTOBER));
		aSecondRunPostsNothing();
	}

	@Test
	void whatIsInAnotherCurrencyThanThePlanStopsNobodyElsesPay() {
		aDealInLondon();
		onPlan(tenPercent(USD).named(given.unique("Ten per cent")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		// by hand it is refused before it is there
		assertEquals("compensation.adjustment.error.currency", assertThrows(BusinessException.class, () -> asAdmin(() -> payroll.adjust(new PayrollService.Adjust(sales.rep(1).id(), OCTOBER,
				Money.of("10", "EUR"), PayAdjustment.Reason.AGREED_EXCEPTION, "Kick-off", null, null, null)))).key());
		// and should it be there, its person alone is parked
		asAdmin(() -> payroll.adjust(new PayrollService.Adjust(sales.rep(1).id(), OCTOBER, Money.of("10", "USD"), PayAdjustment.Reason.AGREED_EXCEPTION, "Kick-off", null, null, null)));
		run("update pay_adjustment set currency = 'EUR' where person_id = " + sales.rep(1).id());
		assertEquals(1, asAdmin(() -> payroll.compute()).parked());
		assertEquals("122", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of("compensation.parked.adjustment-currency"), read("select reason_key from parked_pay where person_id = " + sales.rep(1).id()));
	}

	@Test
	void plansInTwoCurrenciesParkTheirPersonAlone() {
		aDealInLondon();
		onPlan(tenPercent(USD).named(given.unique("Ten per cent")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		onPlan(tenPercent(GBP).named(given.unique("Pounds")), "2026-10-01", Map.of(), sales.rep(1));
		assertEquals(1, asAdmin(() -> payroll.compute()).parked());
		assertEquals("122", pay(sales.rep(0), OCTOBER));
		assertEquals(List.of("compensation.parked.two-currencies"), read("select reason_key from parked_pay where person_id = " + sales.rep(1).id()));
	}
}
