package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PayRunTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final YearMonth JANUARY = YearMonth.of(2026, 1);
	private static final LocalDate LATER = LocalDate.of(2027, 12, 31);

	private static PlanTerms plan(Draw draw, Component... components) {
		return PlanTerms.of("Plan", USD, components).drawing(draw);
	}

	private static Component hunting() {
		return Component.of("new-mrr", table("0 2"), Window.MONTH, PaySchedule.atOnce(Clawback.all(4)));
	}

	private static PayableDeal deal(String id, LocalDate won, LocalDate cancelled) {
		return new PayableDeal(id, won, null, List.of(), cancelled);
	}

	private static List<PayMonth> months(PlanTerms plan, List<Credit> credits, List<PayableDeal> deals, int months) {
		var facts = PayeeFacts.of(Map.of(plan.components().get(0).code(), credits), byId(deals), JANUARY.atDay(1), LATER);
		return new PayRun(plan, facts).months(JANUARY, JANUARY.plusMonths(months - 1L));
	}

	private static Map<String, PayableDeal> byId(List<PayableDeal> deals) {
		var map = new HashMap<String, PayableDeal>();
		deals.forEach(deal -> map.put(deal.source(), deal));
		return map;
	}

	private static List<String> pays(List<PayMonth> months) {
		return balances(months).stream().map(balance -> balance.pay().amount().stripTrailingZeros().toPlainString()).toList();
	}

	private static List<Balance> balances(List<PayMonth> months) {
		var balances = new ArrayList<Balance>();
		var carried = Money.zero(USD);
		for (var month : months) {
			balances.add(Balance.of(carried, month.owed()));
			carried = balances.get(balances.size() - 1).carried();
		}
		return balances;
	}

	private static List<Owed> owed(List<PayMonth> months) {
		return months.stream().flatMap(month -> month.lines().stream()).toList();
	}

	private static void aSecondRunPostsNothing(List<PayMonth> months) {
		var first = Posting.differences(owed(months), List.of(), JANUARY);
		assertEquals(List.of(), Posting.differences(owed(months), first, JANUARY));
		assertEquals(months.stream().map(PayMonth::owed).reduce(Money.zero(USD), Money::plus), first.stream().map(Posting::amount).reduce(Money.zero(USD), Money::plus));
	}

	private static Credit sale(String id, int month, int day, String base) {
		return Credit.sale(id, JANUARY.plusMonths(month).atDay(day), n(base));
	}

	@Test
	void c1TwoDollarsForEachDollarOfMrr() {
		var months = months(plan(null, hunting()), List.of(sale("a", 0, 15, "500")), List.of(), 2);
		assertEquals(List.of("1000", "0"), pays(months));
		aSecondRunPostsNothing(months);
	}

	@Test
	void c2ACancellationInTheThirdMonthIsTakenFromTheNextCommission() {
		var months = months(plan(null, hunting()), List.of(sale("a", 0, 15, "500"), sale("b", 3, 1, "800")), List.of(deal("a", LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 20))), 5);
		assertEquals(List.of("1000", "0", "0", "600", "0"), pays(months));
		assertEquals(List.of(Owed.Kind.SALE, Owed.Kind.CLAWBACK), months.get(3).lines().stream().map(line -> line.key().kind()).toList());
		aSecondRunPostsNothing(months);
	}

	@Test
	void c3ACancellationInTheFifthMonthChangesNothing() {
		var months = months(plan(null, hunting()), List.of(sale("a", 0, 15, "500")), List.of(deal("a", LocalDate.of(2026, 1, 15), LocalDate.of(2026, 5, 20))), 7);
		assertEquals("1000", pays(months).get(0));
		assertTrue(months.subList(1, 7).stream().allMatch(month -> month.owed().isZero()));
		aSecondRunPostsNothing(months);
	}

	@Test
	void whatIsMissingIsSettledByTheMonthsAfterAndNobodyPaysIn() {
		var months = months(plan(null, hunting()), List.of(sale("a", 0, 15, "500"), sale("b", 4, 1, "300"), sale("c", 5, 1, "300")),
				List.of(deal("a", LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 20))), 6);
		assertEquals(List.of("1000", "0", "0", "0", "0", "200"), pays(months));
		assertEquals(Money.of("-1000", "USD"), balances(months).get(3).carried());
		assertEquals(Money.of("-400", "USD"), balances(months).get(4).carried());
		aSecondRunPostsNothing(months);
	}

	@Test
	void c4TheRankMultipliesWhatTheMonthEarned() {
		var component = Component.of("mrr", table("0 1"), Window.MONTH, PaySchedule.atOnce(null)).modified(Modifier.rank("CHURN", 6, new Ranking(List.of(n("4"), n("3"), n("2"), n("1")), true, 5), n("2")));
		var facts = PayeeFacts.of(Map.of("mrr", List.of(sale("a", 0, 3, "500"), sale("b", 1, 3, "500"))), Map.of(), JANUARY.atDay(1), LATER)
				.withFactors("mrr", JANUARY, new Modifier.Factor("CHURN", n("1.5"), 12, 1, n("4")));
		var months = new PayRun(plan(null, component), facts).months(JANUARY, JANUARY.plusMonths(1));
		// February has no ranking yet: the stated factor of those who are not ranked
		assertEquals(List.of("2000", "1000"), pays(months));
		aSecondRunPostsNothing(months);
	}

	@Test
	void g14TheMonthsCapCarriesOrLoses() {
		var component = Component.of("mrr", table("0 1"), Window.MONTH, PaySchedule.atOnce(null));
		var credits = List.of(sale("a", 0, 3, "3600"), sale("b", 1, 3, "2500"));
		var carried = months(plan(null, component.within(Limits.ofMonth(Money.of("3000", "USD"), true))), credits, List.of(), 3);
		var lost = months(plan(null, component.within(Limits.ofMonth(Money.of("3000", "USD"), false))), credits, List.of(), 3);
		assertEquals(List.of("3000", "3000", "100"), pays(carried));
		assertEquals(List.of("3000", "2500", "0"), pays(lost));
		aSecondRunPostsNothing(carried);
		aSecondRunPostsNothing(lost);
	}

	@Test
	void aDealsCapHoldsItsSaleAndItsLiftsTogether() {
		var component = Component.of("mrr", table("0 5%*, 3000 10%*"), Window.QUARTER, PaySchedule.atOnce(null)).within(Limits.ofDeal(Money.of("120", "USD")));
		var months = months(plan(null, component), List.of(sale("a", 0, 3, "2000"), sale("b", 1, 3, "1000")), List.of(), 2);
		// a: 100, lifted to 200 but held at 120; b: 100
		assertEquals(List.of("100", "120"), pays(months));
		aSecondRunPostsNothing(months);
	}

	@Test
	void g10TheDrawOfTheWholePlan() {
		var component = Component.of("mrr", table("0 1"), Window.MONTH, PaySchedule.atOnce(null));
		var sums = new String[] { "2750", "3000", "1500", "2375", "3000", "2750" };
		var credits = IntStream.range(0, 6).mapToObj(i -> sale("d" + i, i, 3, sums[i])).toList();
		var months = months(plan(Draw.of(Draw.Type.RECOVERABLE, Money.of("2000", "USD"), 6), component), credits, List.of(), 6);
		assertEquals(List.of("2750", "3000", "2000", "2000", "2875", "2750"), pays(months));
		aSecondRunPostsNothing(months);
	}

	@Test
	void g28AClosedMonthStaysAndTheDifferenceIsPostedInTheFirstOpenOne() {
		var plan = plan(null, Component.of("sales", table("0 10%"), Window.MONTH, PaySchedule.atOnce(null)));
		var january = Posting.differences(owed(months(plan, List.of(sale("a", 0, 9, "10000")), List.of(), 1)), List.of(), JANUARY);
		var now = owed(months(plan, List.of(sale("a", 0, 9, "11500")), List.of(), 2));
		var adjustments = Posting.differences(now, january, JANUARY.plusMonths(1));
		assertEquals(1, adjustments.size());
		assertEquals(Money.of("150", "USD"), adjustments.get(0).amount());
		assertEquals(JANUARY, adjustments.get(0).key().month());
		assertEquals(JANUARY.plusMonths(1), adjustments.get(0).bookedIn());
		assertTrue(adjustments.get(0).corrects());
		var all = new ArrayList<>(january);
		all.addAll(adjustments);
		assertEquals(List.of(), Posting.differences(now, all, JANUARY.plusMonths(1)));
	}

	@Test
	void g31TwoComponentsAreTwoLines() {
		var plan = plan(null, Component.of("revenue", table("0 7%"), Window.MONTH, PaySchedule.atOnce(null)),
				Component.of("multi-year", table("0 100"), Window.MONTH, PaySchedule.atOnce(null)));
		var facts = PayeeFacts.of(Map.of("revenue", List.of(sale("a", 0, 3, "10000")), "multi-year", List.of(sale("a", 0, 3, "1"))), Map.of(), JANUARY.atDay(1), LATER);
		var months = new PayRun(plan, facts).months(JANUARY, JANUARY);
		assertEquals(List.of("multi-year 100.00 USD", "revenue 700.00 USD"), months.get(0).lines().stream().map(line -> line.key().component() + " " + line.amount()).toList());
		aSecondRunPostsNothing(months);
	}

	@Test
	void g09ThresholdsInSharesOfTheQuota() {
		var component = Component.of("revenue", table("0 5%, 0.5 10%*, 1 20%"), Window.MONTH, PaySchedule.atOnce(null)).byQuota();
		var facts = PayeeFacts.of(Map.of("revenue", List.of(sale("a", 0, 3, "40000"))), Map.of(), JANUARY.atDay(1), LATER).withQuota("revenue", JANUARY, n("33000"));
		assertEquals(List.of("4700"), pays(new PayRun(plan(null, component), facts).months(JANUARY, JANUARY)));
		var without = PayeeFacts.of(Map.of("revenue", List.of(sale("a", 0, 3, "40000"))), Map.of(), JANUARY.atDay(1), LATER);
		assertThrows(BusinessException.class, () -> new PayRun(plan(null, component), without).months(JANUARY, JANUARY));
	}

	@Test
	void aPlanThatCannotPayIsRefusedAndSaysWhere() {
		var wrong = plan(null, Component.of("a", table("0 10%, 5000 8%*"), Window.MONTH, PaySchedule.atOnce(null)),
				Component.of("a", table("0 1, 5000 2"), Window.MONTH, PaySchedule.atOnce(null)).within(new Limits(Money.of("9", "USD"), Money.of("8", "USD"), null, null)));
		assertEquals(List.of("Plan compensation.problem.same-code", "Plan compensation.problem.same-name", "a compensation.problem.pay-falls", "a compensation.problem.floor-above-cap"),
				wrong.problems().stream().map(problem -> problem.where() + " " + problem.key()).toList());
		var unreachable = Component.of("b", table("0 1, 5000 2"), Window.MONTH, PaySchedule.atOnce(null)).within(Limits.ofMonth(Money.of("4000", "USD"), false));
		assertEquals(List.of("compensation.problem.tier-above-cap"), unreachable.problems(USD).stream().map(Problem::key).toList());
		assertThrows(BusinessException.class, () -> months(wrong, List.of(), List.of(), 1));
	}

	@Property(tries = 150)
	void postingsAddUpToWhatIsOwedAfterAnyHistoryOfChanges(@ForAll @Size(min = 1, max = 5) List<@Size(max = 8) List<@IntRange(min = 1, max = 4000) Integer>> versions,
			@ForAll @IntRange(min = 0, max = 200) int cancelledAfterDays) {
		var plan = plan(Draw.of(Draw.Type.RECOVERABLE, Money.of("700", "USD"), 4),
				Component.of("mrr", table("0 5%, 900 10%*, 4000 20%"), Window.QUARTER, PaySchedule.atOnce(Clawback.all(4))).within(Limits.ofMonth(Money.of("900", "USD"), true)));
		var posted = new ArrayList<Posting>();
		var open = JANUARY;
		for (var version : versions) {
			var credits = IntStream.range(0, version.size()).mapToObj(i -> Credit.sale("d" + i, JANUARY.atDay(5).plusDays(i * 17L), BigDecimal.valueOf(version.get(i)))).toList();
			var deals = credits.isEmpty() ? List.<PayableDeal>of() : List.of(deal("d0", credits.get(0).day(), credits.get(0).day().plusDays(cancelledAfterDays)));
			var owed = owed(months(plan, credits, deals, 8));
			posted.addAll(Posting.differences(owed, posted, open));
			assertEquals(owed.stream().map(Owed::amount).reduce(Money.zero(USD), Money::plus), posted.stream().map(Posting::amount).reduce(Money.zero(USD), Money::plus));
			assertEquals(List.of(), Posting.differences(owed, posted, open));
			open = open.plusMonths(1);
		}
	}

	@Property(tries = 150)
	void manyRunsPayWhatOneRunPays(@ForAll @Size(max = 10) List<@IntRange(min = 1, max = 4000) Integer> bases) {
		var plan = plan(null, Component.of("mrr", table("0 5%, 900 10%*, 4000 20%"), Window.QUARTER, PaySchedule.atOnce(null)));
		var credits = IntStream.range(0, bases.size()).mapToObj(i -> Credit.sale("d" + i, JANUARY.atDay(5).plusDays(i * 17L), BigDecimal.valueOf(bases.get(i)))).toList();
		var posted = new ArrayList<Posting>();
		for (int month = 0; month < 7; month++) {
			var end = JANUARY.plusMonths(month).atEndOfMonth();
			var known = credits.stream().filter(credit -> !credit.day().isAfter(end)).toList();
			posted.addAll(Posting.differences(owed(months(plan, known, List.of(), month + 1)), posted, JANUARY.plusMonths(month)));
		}
		assertTrue(posted.stream().noneMatch(Posting::corrects), "nothing was late, so nothing is corrected");
		assertEquals(Posting.differences(owed(months(plan, credits, List.of(), 7)), List.of(), JANUARY).stream().map(Posting::amount).reduce(Money.zero(USD), Money::plus),
				posted.stream().map(Posting::amount).reduce(Money.zero(USD), Money::plus));
	}
}
