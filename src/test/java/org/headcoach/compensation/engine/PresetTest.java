package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The presets and the numbers of their sources, each through the whole run from credits to postings. */
class PresetTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final Currency GBP = Currency.getInstance("GBP");
	private static final YearMonth JANUARY = YearMonth.of(2026, 1);
	private static final LocalDate WON = LocalDate.of(2026, 1, 15);
	private static final LocalDate LATER = LocalDate.of(2027, 12, 31);

	private static PlanTerms plan(Preset preset) {
		return preset.terms(USD, key -> key);
	}

	private static PayeeFacts facts(PlanTerms plan, List<Credit> credits, PayableDeal... deals) {
		var byId = new HashMap<String, PayableDeal>();
		List.of(deals).forEach(deal -> byId.put(deal.source(), deal));
		return PayeeFacts.of(Map.of(plan.components().get(0).code(), credits), byId, JANUARY.atDay(1), LATER);
	}

	private static PayableDeal deal(LocalDate cancelled, CustomerPayment... payments) {
		return new PayableDeal("a", WON, null, List.of(payments), cancelled);
	}

	private static CustomerPayment[] monthly(int payments) {
		return IntStream.range(0, payments).mapToObj(i -> new CustomerPayment("p" + i, WON.plusMonths(i), 1, BigDecimal.TEN)).toArray(CustomerPayment[]::new);
	}

	/** "2026-01 1000.00, 2026-04 -1000.00": what is booked, month by month; a second run books nothing. */
	private static String booked(PlanTerms plan, PayeeFacts facts, int months) {
		var owed = owed(plan, facts, months);
		var postings = Posting.differences(owed, List.of(), JANUARY);
		assertEquals(List.of(), Posting.differences(owed, postings, JANUARY), "a second run posts nothing");
		var sums = new java.util.TreeMap<YearMonth, Money>();
		postings.forEach(posting -> sums.merge(posting.bookedIn(), posting.amount(), Money::plus));
		return String.join(", ", sums.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue().amount()).toList());
	}

	private static List<Owed> owed(PlanTerms plan, PayeeFacts facts, int months) {
		return new PayRun(plan, facts).months(JANUARY, JANUARY.plusMonths(months - 1L)).stream().flatMap(month -> month.lines().stream()).toList();
	}

	private static List<Credit> sale(String base) {
		return List.of(Credit.sale("a", WON, n(base)));
	}

	@ParameterizedTest(name = "{0}: {1} MRR, cancelled on {2}: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			C1  | 500  |            | 2026-01 1000.00
			C2  | 500  | 2026-03-20 | 2026-01 1000.00, 2026-04 -1000.00
			C3  | 500  | 2026-05-20 | 2026-01 1000.00
			G19 | 1000 | 2026-05-14 | 2026-01 2000.00, 2026-06 -2000.00
			G19 | 1000 | 2026-05-15 | 2026-01 2000.00
			""")
	void hunting(String id, String base, LocalDate cancelled, String booked) {
		var plan = plan(Preset.HUNTING);
		assertEquals(booked, booked(plan, facts(plan, sale(base), deal(cancelled)), 12));
	}

	@ParameterizedTest(name = "{0}: {1} MRR in quartile {2}: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			C4  | 500  | 1 | 2026-01 2000.00
			C4  | 500  | 2 | 2026-01 1500.00
			C4  | 500  | 3 | 2026-01 1000.00
			C4  | 500  | 4 | 2026-01 500.00
			G20 | 1000 | 3 | 2026-01 2000.00
			G20 | 1000 | 4 | 2026-01 1000.00
			""")
	void customerSuccess(String id, String base, int quartile, String booked) {
		var plan = plan(Preset.CUSTOMER_SUCCESS);
		var modifier = plan.components().get(0).modifiers().get(0);
		var churn = IntStream.rangeClosed(1, 8).mapToObj(i -> new Ranking.Figure(i, BigDecimal.valueOf(i), 12)).toList();
		var place = modifier.ranking().places(churn, modifier.otherwise()).get(2L * quartile);
		assertEquals(quartile, place.group());
		var facts = facts(plan, sale(base)).withFactors("new-mrr", JANUARY, new Modifier.Factor("CHURN", n("1"), 12, place.group(), place.factor()));
		assertEquals(booked, booked(plan, facts, 1));
	}

	@ParameterizedTest(name = "{0}: {1} MRR, {2} months paid: {3}")
	@CsvSource(delimiter = '|', textBlock = """
			C5  | 500  | 1  | 2026-01 500.00
			C5  | 500  | 5  | 2026-01 500.00
			C5  | 500  | 6  | 2026-01 500.00, 2026-06 250.00
			C5  | 500  | 11 | 2026-01 500.00, 2026-06 250.00
			C5  | 500  | 12 | 2026-01 500.00, 2026-06 250.00, 2026-12 250.00
			G21 | 1000 | 12 | 2026-01 1000.00, 2026-06 500.00, 2026-12 500.00
			""")
	void customerCommitment(String id, String base, int months, String booked) {
		var plan = plan(Preset.CUSTOMER_COMMITMENT);
		assertEquals(booked, booked(plan, facts(plan, sale(base), deal(null, monthly(months))), 12));
	}

	@Test
	void g21AYearPaidInAdvancePaysAllAtOnce() {
		var plan = plan(Preset.CUSTOMER_COMMITMENT);
		assertEquals("2026-01 2000.00", booked(plan, facts(plan, sale("1000"), deal(null, new CustomerPayment("p", WON, 12, BigDecimal.TEN))), 12));
	}

	@ParameterizedTest(name = "C6: {0}, {1}, {2}: {3}")
	@CsvSource({ "60000, 5000, 6, true", "59999, 5000, 6, false", "60000, 4999, 6, false", "60000, 5000, 5.9, false" })
	void c6ThePromotionAsksForAllThree(String installedBase, String newMrr, String prepaid, boolean due) {
		var promotion = plan(Preset.ASSOCIATE).promotion();
		assertEquals(due, promotion.isDue(new Promotion.Reached(n(installedBase), n(newMrr), n(prepaid))));
		assertEquals(false, promotion.isDue(new Promotion.Reached(n(installedBase), n(newMrr), null)));
	}

	@Test
	void c6CountsWhoIsStillThereAndAveragesTheLastThreeFullMonths() {
		var day = LocalDate.of(2026, 7, 20);
		var reached = Promotion.reached(List.of(won("2026-01-10", 12, null), won("2026-02-10", 12, "2026-07-20"), won("2026-04-01", 1, null), won("2026-06-30", 12, "2026-08-01"),
				won("2026-05-05", null, null), won("2026-07-02", 12, null), won("2026-07-21", 12, null)), day);
		assertNumber("5000", reached.installedBase());
		assertNumber("1000", reached.averageNewMrr());
		assertNumber("6.5", reached.averagePrepaid());
	}

	private static Promotion.Customer won(String day, Integer monthsAhead, String leftOn) {
		return new Promotion.Customer(LocalDate.parse(day), n("1000"), monthsAhead, leftOn == null ? null : LocalDate.parse(leftOn));
	}

	@Test
	void c6WhatIsMissingIsNamed() {
		var promotion = plan(Preset.ASSOCIATE).promotion();
		assertEquals(List.of(), promotion.missing(new Promotion.Reached(n("60000"), n("5000"), n("6"))));
		assertEquals(List.of(Promotion.Figure.INSTALLED_BASE, Promotion.Figure.AVERAGE_PREPAID), promotion.missing(new Promotion.Reached(n("59999"), n("5000"), null)));
		assertEquals(List.of(Promotion.Figure.AVERAGE_NEW_MRR), promotion.missing(new Promotion.Reached(n("60000"), n("4999"), n("6"))));
	}

	@Test
	void c7TheCommissionRatio() {
		var plan = plan(Preset.HUNTING);
		// a year's quota of 400,000 in annual values is a twelfth of a twelfth in MRR a month
		var quota = Quota.monthly(n("400000").divide(n("12"), Slice.DIGITS).divide(n("12"), Slice.DIGITS)).of(JANUARY, WON.withDayOfMonth(1), null, null);
		assertNumber("2778", quota.setScale(0, RoundingMode.HALF_UP));
		var sold = IntStream.range(0, 12).mapToObj(i -> Credit.sale("m" + i, WON.plusMonths(i), quota)).toList();
		var months = new PayRun(plan, facts(plan, sold)).months(JANUARY, JANUARY.plusMonths(11));
		assertNumber("5556", months.get(0).owed().amount().setScale(0, RoundingMode.HALF_UP));
		var commission = months.stream().map(PayMonth::owed).reduce(Money.zero(USD), Money::plus);
		assertNumber("66667", commission.amount().setScale(0, RoundingMode.HALF_UP));
		var ratio = CommissionRatio.of(sold, JANUARY.plusMonths(11), commission);
		assertNumber("216667", ratio.revenue().amount().setScale(0, RoundingMode.HALF_UP));
		assertNumber("3.25", ratio.ratio().setScale(2, RoundingMode.HALF_UP));
	}

	@Test
	void c8PaymentInAdvanceRoseBy180PerCent() {
		var before = Promotion.averagePaidAhead(List.of(won("2026-01-05", 1, null), won("2026-01-05", 1, null), won("2026-01-05", 2, null), won("2026-01-05", 6, null)));
		var after = Promotion.averagePaidAhead(List.of(won("2026-01-05", 1, null), won("2026-01-05", 6, null), won("2026-01-05", 9, null), won("2026-01-05", 12, null), won("2026-01-05", null, null)));
		assertNumber("2.5", before);
		assertNumber("7", after);
		assertNumber("1.8", after.divide(before, Slice.DIGITS).subtract(BigDecimal.ONE));
	}

	@Test
	void c9TenTimesTheCustomersAreTenTimesTheRunRateAndTenTimesThePay() {
		var plan = plan(Preset.HUNTING);
		// a run rate of 300,000 a year from 100 customers
		var mrr = n("300000").divide(n("12")).divide(n("100"));
		var hundred = IntStream.range(0, 100).mapToObj(i -> Credit.sale("c" + i, WON, mrr)).toList();
		var thousand = IntStream.range(0, 1000).mapToObj(i -> Credit.sale("c" + i, WON, mrr)).toList();
		assertNumber("300000", mrr.multiply(n("100")).multiply(n("12")));
		assertNumber("3000000", thousand.stream().map(Credit::base).reduce(BigDecimal.ZERO, BigDecimal::add).multiply(n("12")));
		assertEquals("2026-01 50000.00", booked(plan, facts(plan, hundred), 1));
		assertEquals("2026-01 500000.00", booked(plan, facts(plan, thousand), 1));
	}

	@Test
	void aTenthOfTheRevenue() {
		var plan = plan(Preset.TEN_PERCENT);
		assertEquals("2026-01 1234.50", booked(plan, facts(plan, sale("12345")), 1));
	}

	@Test
	void g08TwoAccelerators() {
		var plan = plan(Preset.TWO_ACCELERATORS);
		var sold = List.of(Credit.sale("a", WON, n("90000")), Credit.sale("b", WON.plusMonths(1), n("60000")));
		var facts = facts(plan, sold).withQuota("revenue", JANUARY, n("100000"));
		assertEquals("2026-01 4500.00, 2026-02 3750.00", booked(plan, facts, 2));
		assertEquals(List.of("5000.00", "1500.00", "1750.00"), slices(plan, facts));
	}

	private static List<String> slices(PlanTerms plan, PayeeFacts facts) {
		var sums = new java.util.TreeMap<Integer, BigDecimal>();
		owed(plan, facts, 2).forEach(line -> line.slices().forEach(slice -> sums.merge(slice.tier(), slice.amount(), BigDecimal::add)));
		return sums.values().stream().map(sum -> sum.setScale(2).toPlainString()).toList();
	}

	@Test
	void g24TheManagersRateStandsBesideTheReps() {
		var rep = PlanTerms.of("Rep", USD, Component.of("revenue", table("0 8%"), Window.MONTH, PaySchedule.atOnce(null)));
		var manager = PlanTerms.of("Manager", USD, Component.of("revenue", table("0 4%"), Window.MONTH, PaySchedule.atOnce(null)).measuring(Measure.of(Measure.Kind.REVENUE), Crediting.ROLL_UP));
		assertEquals("2026-01 4000.00", booked(rep, facts(rep, sale("50000")), 1));
		assertEquals("2026-01 2000.00", booked(manager, facts(manager, sale("50000")), 1));
	}

	@Test
	void g24FiveRepsRollUpToTheirManager() {
		var plan = plan(Preset.MANAGER_OVERRIDE);
		assertEquals(Crediting.ROLL_UP, plan.components().get(0).crediting());
		// one deal is split between two of the reps; it rolls up by its shares and counts once
		var credits = new ArrayList<>(IntStream.range(0, 4).mapToObj(i -> Credit.sale("rep" + i, WON, n("20000"))).toList());
		var shares = List.of(new Split(1, n("0.5"), false), new Split(2, n("0.5"), false));
		shares.forEach(share -> credits.add(Credit.from("shared/" + share.person(), WON, new Credit.Origin("Shared", n("20000"), USD, share.share(), BigDecimal.ONE, null))));
		assertEquals("2026-01 2000.00", booked(plan, facts(plan, credits), 1));
	}

	@Test
	void g27ADealInAnotherCurrencyCountsAtTheRateThatStandsOnItsCredit() {
		var plan = plan(Preset.TEN_PERCENT);
		var credit = Credit.from("a", WON, new Credit.Origin("London", n("1000"), GBP, BigDecimal.ONE, n("1.22"), WON));
		assertEquals("2026-01 122.00", booked(plan, facts(plan, List.of(credit)), 1));
		assertEquals("2026-01 100.00", booked(Preset.TEN_PERCENT.terms(GBP, key -> key), facts(plan, sale("1000")), 1));
	}

	@Test
	void g15APartIsHeldUntilTheWindowCloses() {
		var held = new PaySchedule(List.of(new Instalment(n("0.7"), Instalment.Trigger.AT_ONCE, 0), new Instalment(n("0.3"), Instalment.Trigger.AFTER_MONTHS, 3)), null);
		var plan = PlanTerms.of("Held", USD, Component.of("revenue", table("0 10%"), Window.MONTH, held));
		assertEquals("2026-01 700.00, 2026-04 300.00", booked(plan, facts(plan, sale("10000"), deal(null)), 6));
		assertEquals("2026-01 700.00", booked(plan, facts(plan, sale("10000"), deal(LocalDate.of(2026, 4, 1))), 6));
	}

	@Test
	void g29TheYearToDateLessWhatWasPaid() {
		var monthly = PlanTerms.of("Plan", USD, Component.of("revenue", table("0 5%, 0.5 10%*, 1 20%"), Window.MONTH, PaySchedule.atOnce(null)).byQuota());
		var yearly = PlanTerms.of("Plan", USD, Component.of("revenue", table("0 5%, 0.5 10%*, 1 20%"), Window.YEAR, PaySchedule.atOnce(null)).byQuota());
		var sold = List.of(Credit.sale("a", WON, n("20000")), Credit.sale("b", WON.plusMonths(1), n("15000")), Credit.sale("c", WON.plusMonths(2), n("5000")));
		var quota = facts(yearly, sold).withQuota("revenue", JANUARY, n("33000")).withQuota("revenue", JANUARY.plusMonths(1), n("33000")).withQuota("revenue", JANUARY.plusMonths(2), n("33000"));
		var paid = Posting.differences(owed(monthly, quota, 2), List.of(), JANUARY);
		assertEquals(List.of("2000.00", "750.00"), paid.stream().map(posting -> posting.amount().amount().toPlainString()).toList());
		var march = JANUARY.plusMonths(2);
		var owed = owed(yearly, quota, 3);
		assertEquals(Money.of("4700", "USD"), owed.stream().map(Owed::amount).reduce(Money.zero(USD), Money::plus));
		var left = Posting.differences(owed, paid, march);
		assertEquals(Money.of("1950", "USD"), left.stream().map(Posting::amount).reduce(Money.zero(USD), Money::plus));
		assertEquals(List.of(march), left.stream().map(Posting::bookedIn).distinct().toList());
		var all = new ArrayList<>(paid);
		all.addAll(left);
		assertEquals(List.of(), Posting.differences(owed, all, march));
	}

	@Test
	void g05ADealAcrossATierByTheWholeRun() {
		var plan = PlanTerms.of("Plan", USD, Component.of("revenue", table("0 4%, 150000 6%, 250000 8%"), Window.YEAR, PaySchedule.atOnce(null)));
		var sold = List.of(new Credit("prior", WON, n("145000"), null, true, null), Credit.sale("a", WON.plusMonths(1), n("20000")));
		assertEquals("2026-02 1100.00", booked(plan, facts(plan, sold), 2));
	}
}
