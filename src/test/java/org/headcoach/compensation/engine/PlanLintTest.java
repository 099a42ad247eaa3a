package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.headcoach.compensation.engine.PlanLint.Finding;
import org.headcoach.compensation.engine.PlanLint.Goal;
import org.headcoach.compensation.engine.PlanLint.Group;
import org.headcoach.compensation.engine.PlanLint.Level;
import org.headcoach.compensation.engine.PlanLint.Report;
import org.headcoach.compensation.engine.PlanLint.Sample;
import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlanLintTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final Goal NEW_MRR = new Goal(Measure.Kind.MRR, null, false);
	private static final Goal CHURN = new Goal(Measure.Kind.FIGURE, "CHURN", true);
	private static final YearMonth JANUARY = YearMonth.of(2025, 1);
	private static final LocalDate END = LocalDate.of(2026, 6, 30);
	private static final PaySchedule AT_ONCE = PaySchedule.atOnce(null);

	private static PlanTerms plan(Component... components) {
		return PlanTerms.of("Plan", USD, components);
	}

	private static Component mrr(String table, PaySchedule schedule) {
		return Component.of("mrr", table(table), Window.MONTH, schedule).named("New MRR");
	}

	private static Sample sample(long payee, Credit... credits) {
		return sample(payee, List.of(), credits);
	}

	private static Sample sample(long payee, List<PayableDeal> deals, Credit... credits) {
		var byId = new HashMap<String, PayableDeal>();
		deals.forEach(deal -> byId.put(deal.source(), deal));
		return new Sample(payee, PayeeFacts.of(Map.of("mrr", List.of(credits)), byId, JANUARY.atDay(1), END));
	}

	private static Credit sale(String id, LocalDate day, String base) {
		return Credit.sale(id, day, n(base));
	}

	private static Report lint(PlanTerms terms, Goal goal, Sample... samples) {
		return PlanLint.of(terms, 40, goal, Map.of(), List.of(samples));
	}

	private static Finding finding(Report report, String rule) {
		return report.findings().stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow(() -> new AssertionError(rule + " is missing in " + report.findings()));
	}

	private static boolean has(Report report, String rule) {
		return report.findings().stream().anyMatch(one -> one.rule().equals(rule));
	}

	private static List<Object> numbers(Report report, String rule) {
		return finding(report, rule).arguments();
	}

	@Test
	void s1ToS4CountWhatARepHasToKeepInMind() {
		var simple = lint(plan(mrr("0 2", PaySchedule.atOnce(Clawback.all(4)))), NEW_MRR, sample(1, sale("a", LocalDate.of(2025, 2, 3), "500")));
		assertEquals(List.of(1), numbers(simple, "S1"));
		assertEquals(List.of(2), numbers(simple, "S2"));
		assertEquals(List.of(40), numbers(simple, "S3"));
		assertEquals(List.of(1, 1, 1), numbers(simple, "S4"));
		assertEquals(Level.PASSES, simple.level(Group.SIMPLE));
	}

	@Test
	void s1ToS3FailAPlanThatNobodyKeepsInMind() {
		var components = IntStream.range(0, 4).mapToObj(i -> Component.of("c" + i, table("0 2, 1 3"), Window.QUARTER, AT_ONCE).byQuota()).toArray(Component[]::new);
		var report = PlanLint.of(plan(components), 141, NEW_MRR, Map.of(), List.of());
		assertEquals(List.of(Level.FAILS, Level.FAILS, Level.FAILS), List.of("S1", "S2", "S3").stream().map(rule -> finding(report, rule).level()).toList());
		// one measure, and for each component its quota and what was sold before in the quarter
		assertEquals(List.of(9), numbers(report, "S2"));
		assertEquals(Level.FAILS, report.level(Group.SIMPLE));
	}

	@Test
	void s4FindsMonthsThatNeedASpreadsheet() {
		var credits = IntStream.range(0, 30).mapToObj(i -> sale("d" + i, LocalDate.of(2025, 2, 3), "100")).toArray(Credit[]::new);
		var report = lint(plan(mrr("0 2", AT_ONCE)), NEW_MRR, sample(1, credits));
		assertEquals(List.of(0, 1, 30), numbers(report, "S4"));
		assertEquals(Level.FAILS, finding(report, "S4").level());
	}

	@Test
	void a1TheShareThatMovesWithTheGoal() {
		var bonus = Component.of("bonus", table("0 150"), Window.MONTH, AT_ONCE).measuring(Measure.of(Measure.Kind.CUSTOMERS), Crediting.OWN);
		var report = PlanLint.of(plan(mrr("0 2", AT_ONCE), bonus), 40, NEW_MRR, Map.of("mrr", n("4200"), "bonus", n("14")), List.of());
		// 8,400 of 8,400 + 2,100
		assertEquals(0, new BigDecimal("80").compareTo((BigDecimal) numbers(report, "A1").get(0)));
		assertEquals(Level.PASSES, finding(report, "A1").level());
		assertEquals(Level.FAILS, finding(PlanLint.of(plan(bonus), 40, NEW_MRR, Map.of("bonus", n("14")), List.of()), "A1").level());
	}

	@Test
	void a1AgainstChurnEveryPlanOfTheBookIsBetterThanTheOneBefore() {
		var targets = Map.of("new-mrr", n("1000"));
		assertEquals(Level.FAILS, finding(PlanLint.of(plan(Component.of("new-mrr", table("0 2"), Window.MONTH, AT_ONCE)), 40, CHURN, targets, List.of()), "A1").level());
		for (var preset : List.of(Preset.HUNTING, Preset.CUSTOMER_SUCCESS, Preset.CUSTOMER_COMMITMENT)) {
			assertEquals(Level.PASSES, finding(PlanLint.of(preset.terms(USD, key -> key), 40, CHURN, targets, List.of()), "A1").level());
		}
	}

	@Test
	void a2AFactorThatPaysForTheOpposite() {
		var wrong = mrr("0 1", AT_ONCE).modified(Modifier.rank("CHURN", 6, new Ranking(List.of(n("4"), n("1")), false, 5), n("2")));
		assertEquals(Level.FAILS, finding(lint(plan(wrong), CHURN), "A2").level());
		var right = mrr("0 1", AT_ONCE).modified(Modifier.rank("CHURN", 6, new Ranking(List.of(n("4"), n("1")), true, 5), n("2")));
		assertTrue(!has(lint(plan(right), CHURN), "A2"));
	}

	@Test
	void a3PayThatWasKeptForCustomersWhoHadGone() {
		var deals = List.of(new PayableDeal("a", LocalDate.of(2025, 2, 3), null, List.of(), LocalDate.of(2025, 4, 1)));
		var credits = new Credit[] { sale("a", LocalDate.of(2025, 2, 3), "500"), sale("b", LocalDate.of(2025, 2, 4), "1500") };
		var kept = lint(plan(mrr("0 2", AT_ONCE)), NEW_MRR, sample(1, deals, credits));
		assertEquals(Money.of("1000", "USD"), numbers(kept, "A3").get(1));
		assertEquals(0, new BigDecimal("25").compareTo((BigDecimal) numbers(kept, "A3").get(0)));
		assertEquals(Level.LOOK, finding(kept, "A3").level());
		assertEquals(Level.PASSES, finding(lint(plan(mrr("0 2", PaySchedule.atOnce(Clawback.all(4)))), NEW_MRR, sample(1, deals, credits)), "A3").level());
	}

	@Test
	void a4TheHeightOfACliff() {
		var report = PlanLint.of(plan(mrr("0 2%, 50000 3%*", AT_ONCE)), 40, NEW_MRR, Map.of("mrr", n("50000")), List.of());
		assertEquals(List.of("New MRR", Money.of("50000", "USD"), Money.of("500", "USD")), numbers(report, "A4"));
		assertEquals("table", finding(report, "A4").field());
	}

	@Test
	void a5AZoneInWhichNothingIsEarned() {
		var report = PlanLint.of(plan(mrr("0 0%, 1000 5%", AT_ONCE)), 40, NEW_MRR, Map.of("mrr", n("2000")), List.of());
		assertEquals(List.of("New MRR", Money.of("0", "USD"), Money.of("1000", "USD")), numbers(report, "A5"));
	}

	@Test
	void a6WhatARepGainsByWaiting() {
		// 4,000 in January; the 1,640 of 30 January would lie above 4,200 if it stood beside the 4,200 of February
		var credits = new Credit[] { sale("a", LocalDate.of(2025, 1, 10), "2000"), sale("b", LocalDate.of(2025, 1, 30), "1640"), sale("c", LocalDate.of(2025, 2, 10), "4200") };
		var report = lint(plan(mrr("0 2, 4200 3", AT_ONCE)), NEW_MRR, sample(1, credits));
		assertEquals(List.of("New MRR", Money.of("1640", "USD"), Money.of("1640", "USD"), 1, 1, LocalDate.of(2025, 1, 30)), numbers(report, "A6"));
		assertEquals(Level.PASSES, finding(lint(plan(mrr("0 2", AT_ONCE)), NEW_MRR, sample(1, credits)), "A6").level());
		// in a year's window nothing is gained by waiting a day
		var yearly = plan(Component.of("mrr", table("0 2, 4200 3"), Window.YEAR, AT_ONCE));
		assertEquals(Level.PASSES, finding(lint(yearly, NEW_MRR, sample(1, credits)), "A6").level());
	}

	@Test
	void a7CapsThatBite() {
		var credits = new Credit[] { sale("a", LocalDate.of(2025, 1, 10), "3600"), sale("b", LocalDate.of(2025, 2, 10), "2500") };
		var lost = lint(plan(mrr("0 1", AT_ONCE).within(Limits.ofMonth(Money.of("3000", "USD"), false))), NEW_MRR, sample(1, credits), sample(2));
		assertEquals(List.of("New MRR", Money.of("3000", "USD"), 1, 1, Money.of("600", "USD")), numbers(lost, "A7"));
		var ofDeal = lint(plan(mrr("0 1", AT_ONCE).within(Limits.ofDeal(Money.of("3000", "USD")))), NEW_MRR, sample(1, credits));
		assertEquals(List.of("New MRR", Money.of("3000", "USD"), 1), numbers(ofDeal, "A7"));
		assertTrue(!has(lint(plan(mrr("0 1", AT_ONCE).within(Limits.ofMonth(Money.of("3600", "USD"), false))), NEW_MRR, sample(1, credits)), "A7"));
	}

	@Test
	void a8ABudgetThatRunsOut() {
		var spiff = Component.of("mrr", table("0 150"), Window.DEAL, AT_ONCE).named("SPIFF").during(new TimeBox(JANUARY.atDay(1), LocalDate.of(2025, 12, 31), Money.of("300", "USD")));
		var report = lint(plan(spiff), NEW_MRR, sample(1, sale("a", LocalDate.of(2025, 1, 5), "1"), sale("b", LocalDate.of(2025, 8, 5), "1")), sample(2, sale("c", LocalDate.of(2025, 8, 6), "1")));
		assertEquals(List.of("SPIFF", Money.of("300", "USD"), YearMonth.of(2025, 8), 2), numbers(report, "A8"));
	}

	private static final PaySchedule COMMITMENT = new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 6), Instalment.atCustomerMonth("0.25", 12)), null);

	@Test
	void i1TheDaysFromSignatureToMoney() {
		var won = LocalDate.of(2025, 1, 31);
		var payments = new ArrayList<CustomerPayment>();
		for (int i = 0; i < 12; i++) {
			payments.add(new CustomerPayment("p" + i, won.plusMonths(i), 1, BigDecimal.TEN));
		}
		var young = sale("young", LocalDate.of(2026, 3, 1), "99999");
		var deals = List.of(new PayableDeal("a", won, null, payments, null), new PayableDeal("young", young.day(), null, List.of(new CustomerPayment("y", young.day(), 1, BigDecimal.TEN)), null));
		var report = lint(plan(mrr("0 2", COMMITMENT)), NEW_MRR, sample(1, deals, sale("a", won, "500"), young));
		// half at once, a quarter after 150 days (30 June), a quarter after 334 (31 December): the young deal does not count
		assertEquals(List.of(121, 1), numbers(report, "I1"));
		assertEquals(List.of(334, 1), numbers(report, "I2"));
		assertEquals(Level.FAILS, report.level(Group.IMMEDIATE));
	}

	@Test
	void i1WithoutDealsTheTermsSpeak() {
		var slow = lint(plan(mrr("0 2", COMMITMENT)), NEW_MRR);
		assertEquals(List.of(137, 0), numbers(slow, "I1"));
		assertEquals(Level.FAILS, finding(slow, "I1").level());
		var quick = lint(plan(mrr("0 2", AT_ONCE)), NEW_MRR);
		assertEquals(List.of(15, 0), numbers(quick, "I1"));
		assertEquals(Level.PASSES, quick.level(Group.IMMEDIATE));
	}

	@Property(tries = 60)
	void everyPlanIsJudgedAndEveryFindingCanBeSaid(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var report = PlanLint.of(terms, 100, NEW_MRR, Map.of(), List.of(new Sample(1, any.facts(terms)), new Sample(2, any.facts(terms))));
		for (var finding : report.findings()) {
			var text = PlanWordsTest.ENGLISH.apply(finding.key(), finding.arguments().toArray());
			assertTrue(!text.contains("{") && !text.contains("null"), text);
		}
		assertTrue(List.of(Group.values()).stream().allMatch(group -> report.level(group) != null));
	}
}
