package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.headcoach.compensation.engine.RateRunTest.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every plan that may be published and for all work under it, from credits to postings. */
class PayPropertiesTest {

	private static final Currency USD = Currency.getInstance("USD");
	private static final Money NOTHING = Money.zero(USD);
	private static final YearMonth FIRST = AnyPlan.FIRST;
	private static final YearMonth LAST = FIRST.plusMonths(AnyPlan.MONTHS - 1L);

	private static List<PayMonth> months(PlanTerms terms, PayeeFacts facts, YearMonth last) {
		return new PayRun(terms, facts).months(FIRST, last);
	}

	private static List<Owed> owed(List<PayMonth> months) {
		return months.stream().flatMap(month -> month.lines().stream()).toList();
	}

	private static Money sum(List<Owed> lines) {
		return lines.stream().map(Owed::amount).reduce(NOTHING, Money::plus);
	}

	private static Money posted(List<Posting> postings) {
		return postings.stream().map(Posting::amount).reduce(NOTHING, Money::plus);
	}

	private static PayeeFacts with(PayeeFacts facts, LocalDate knownTo, Map<String, List<Credit>> credits, Map<String, PayableDeal> deals) {
		return new PayeeFacts(facts.since(), facts.until(), facts.leftOn(), knownTo, new TreeMap<>(credits), new TreeMap<>(deals), facts.quota(), facts.factors(), facts.adjustments(), facts.held(),
				facts.refused());
	}

	@Property(tries = 200)
	void theOrderOfTheImportDoesNotMatter(@ForAll long seed, @ForAll long order) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var facts = any.facts(terms);
		var shuffled = new TreeMap<String, List<Credit>>();
		facts.credits().forEach((code, credits) -> {
			var mixed = new ArrayList<>(credits);
			Collections.shuffle(mixed, new Random(order));
			shuffled.put(code, mixed);
		});
		var deals = new TreeMap<String, PayableDeal>();
		facts.deals().forEach((source, deal) -> {
			var mixed = new ArrayList<>(deal.payments());
			Collections.shuffle(mixed, new Random(order));
			deals.put(source, new PayableDeal(source, deal.wonOn(), deal.price(), mixed, deal.cancelledOn()));
		});
		assertEquals(Json.write(months(terms, facts, LAST)), Json.write(months(terms, with(facts, facts.knownTo(), shuffled, deals), LAST)));
	}

	/** What was known at the end of a month. */
	private static PayeeFacts knownAt(PayeeFacts facts, YearMonth month) {
		var end = month.atEndOfMonth();
		var credits = new TreeMap<String, List<Credit>>();
		facts.credits().forEach((code, all) -> credits.put(code, all.stream().filter(credit -> !credit.day().isAfter(end)).toList()));
		var deals = new TreeMap<String, PayableDeal>();
		facts.deals().forEach((source, deal) -> deals.put(source, new PayableDeal(source, deal.wonOn(), deal.price(), deal.payments().stream().filter(payment -> !payment.day().isAfter(end)).toList(),
				deal.cancelledOn() == null || deal.cancelledOn().isAfter(end) ? null : deal.cancelledOn())));
		return with(facts, end, credits, deals);
	}

	@Property(tries = 200)
	void computingEveryMonthByItselfPaysWhatOneRunPays(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var facts = any.facts(terms);
		var posted = new ArrayList<Posting>();
		for (var month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
			posted.addAll(Posting.differences(owed(months(terms, knownAt(facts, month), month)), posted, month));
		}
		assertEquals(List.of(), posted.stream().filter(Posting::corrects).toList(), "nothing was late, so nothing is corrected");
		var atOnce = owed(months(terms, facts, LAST));
		assertEquals(sum(atOnce), posted(posted));
		assertEquals(List.of(), Posting.differences(atOnce, posted, LAST), "a second run posts nothing");
	}

	@Property(tries = 150)
	void whateverChangesPostingsAddUpToWhatIsOwed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int changes) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var random = new Random(seed);
		var posted = new ArrayList<Posting>();
		for (int i = 0; i < changes; i++) {
			// everything turns out different: deals, payments, cancellations, quotas, adjustments; some of it is held
			var facts = any.facts(terms);
			if (random.nextBoolean()) {
				facts = facts.holding(Map.of("d0", FIRST.plusMonths(random.nextInt(6)), "a1", FIRST));
			}
			var open = FIRST.plusMonths(3L * i);
			var owed = owed(months(terms, facts, LAST));
			var fresh = Posting.differences(owed, posted, open);
			assertTrue(fresh.stream().noneMatch(posting -> posting.bookedIn().isBefore(open)), "a closed month stays");
			posted.addAll(fresh);
			assertEquals(sum(owed), posted(posted));
			assertEquals(List.of(), Posting.differences(owed, posted, open), "a second run posts nothing");
		}
	}

	@Property(tries = 200)
	void nothingIsLostBetweenDrawsCapsAndCarryOvers(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var carried = NOTHING;
		var debt = NOTHING;
		var balance = NOTHING;
		var paid = NOTHING;
		var owed = NOTHING;
		for (var month : months(terms, any.facts(terms), LAST)) {
			assertEquals(month.owed(), sum(month.lines()), "lines add up");
			carried = carried.plus(of(month, Owed.Kind.CARRIED_OVER)).plus(of(month, Owed.Kind.ABOVE_CAP));
			assertTrue(carried.signum() <= 0, "no more is carried over than lay above a cap");
			debt = debt.plus(of(month, Owed.Kind.DRAWN)).plus(of(month, Owed.Kind.DRAW_RECOVERED));
			if (terms.draw() != null && terms.draw().type() != Draw.Type.NON_RECOVERABLE) {
				assertEquals(debt, month.drawDebt());
			}
			var settled = Balance.of(balance, month.owed());
			balance = settled.carried();
			paid = paid.plus(settled.pay());
			owed = owed.plus(month.owed());
			assertEquals(owed, paid.plus(balance), "paid and carried are what is owed");
		}
	}

	private static Money of(PayMonth month, Owed.Kind kind) {
		return sum(month.lines().stream().filter(line -> line.key().kind() == kind).toList());
	}

	@Property(tries = 200)
	void aHeldDealIsPaidInFullWhenItIsReleased(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		var facts = any.facts(terms);
		var all = owed(months(terms, facts, LAST));
		var heldFrom = FIRST.plusMonths(2);
		var postings = Posting.differences(owed(months(terms, facts.holding(Map.of("d0", heldFrom)), LAST)), List.of(), FIRST);
		assertTrue(postings.stream().noneMatch(posting -> posting.key().source().equals("d0") && !posting.key().month().isBefore(heldFrom)));
		var posted = new ArrayList<>(postings);
		posted.addAll(Posting.differences(all, posted, heldFrom.plusMonths(2)));
		assertEquals(sum(all), posted(posted));
		assertEquals(List.of(), Posting.differences(all, posted, heldFrom.plusMonths(2)), "a second run posts nothing");
	}

	@Property(tries = 200)
	void aDealSplitInPartsEarnsTheSameWhereTiersAreByPeriod(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30_000) int base, @ForAll @IntRange(min = 0, max = 30_000) int part,
			@ForAll Window window) {
		Assume.that(window != Window.DEAL);
		var run = RateRun.of(new AnyPlan(seed).table(false), window);
		var first = Math.min(part, base);
		var before = Credit.sale("0", FIRST.atDay(3), n("777"));
		var whole = run.earned(List.of(before, Credit.sale("a", FIRST.atDay(9), BigDecimal.valueOf(base))));
		var parts = run.earned(List.of(before, Credit.sale("a", FIRST.atDay(9), BigDecimal.valueOf(first)), Credit.sale("b", FIRST.atDay(9), BigDecimal.valueOf((long) base - first))));
		assertEquals(0, RateRunTest.total(whole).compareTo(RateRunTest.total(parts)));
	}

	@Property(tries = 200)
	void payNeverFallsAsSalesRise(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int more) {
		var any = new AnyPlan(seed);
		var terms = any.terms().drawing(null);
		var facts = any.facts(terms);
		var code = terms.components().get(0).code();
		var sold = facts.credits().getOrDefault(code, List.of());
		// refunds are of a share of the sale, so that they would grow with it
		Assume.that(sold.stream().allMatch(credit -> credit.reverses() == null));
		var grown = new TreeMap<>(facts.credits());
		var credits = new ArrayList<>(sold);
		credits.add(Credit.sale("more", FIRST.plusMonths(2).atDay(11), BigDecimal.valueOf(more)));
		grown.put(code, credits);
		var deals = new TreeMap<>(facts.deals());
		deals.put("more", new PayableDeal("more", FIRST.plusMonths(2).atDay(11), BigDecimal.valueOf(more), List.of(), null));
		var before = owed(months(terms, facts, LAST));
		var after = owed(months(terms, with(facts, facts.knownTo(), grown, deals), LAST));
		// each line is rounded by itself, so each may lose a cent; what a later cancellation takes back was earned before
		var cents = Money.of(BigDecimal.valueOf(before.size() + after.size(), 2), USD);
		var cancelled = facts.deals().values().stream().anyMatch(deal -> deal.cancelledOn() != null);
		Assume.that(!cancelled);
		assertTrue(sum(after).plus(cents).compareTo(sum(before)) >= 0, () -> sum(before) + " then " + sum(after));
	}

	@Property(tries = 200)
	void everyLineIsItsSlicesTimesItsFactors(@ForAll long seed) {
		var any = new AnyPlan(seed);
		var terms = any.terms();
		for (var line : owed(months(terms, any.facts(terms), LAST))) {
			for (var slice : line.slices()) {
				assertTrue(slice.base().multiply(slice.rate()).subtract(slice.amount()).abs().compareTo(new BigDecimal("1e-15")) < 0, slice::toString);
			}
			var whole = Slice.sum(line.slices());
			for (var factor : line.factors()) {
				whole = whole.multiply(factor.factor());
			}
			var component = terms.components().stream().filter(one -> one.code().equals(line.key().component())).findFirst();
			var isLimited = component.isPresent() && (component.get().limits().dealCap() != null || component.get().limits().dealFloor() != null);
			assertTrue(line.slices().isEmpty() || isLimited || whole.compareTo(line.whole()) == 0, line::toString);
		}
	}

	@Test
	void thePlansThatAreTriedOweEveryKindOfLine() {
		var kinds = java.util.EnumSet.noneOf(Owed.Kind.class);
		for (long seed = 0; seed < 300; seed++) {
			var any = new AnyPlan(seed);
			var terms = any.terms();
			owed(months(terms, any.facts(terms), LAST)).forEach(line -> kinds.add(line.key().kind()));
		}
		assertEquals(java.util.EnumSet.allOf(Owed.Kind.class), kinds);
	}

	// ------------------------------------------------------------ a change of plan in the middle of a period

	private static final Quota SEASONAL = new Quota(n("100000"), List.of(n("0.2"), n("0.2"), n("0.2"), n("0.4")), Month.JANUARY, Quota.Proration.DAYS, List.of());

	@Test
	void g25APlanThatChangesOnAnyDayOfAYearCutsTheQuotaInTwoAndLosesNothing() {
		var first = YearMonth.of(2026, 1);
		for (var day = LocalDate.of(2026, 1, 2); day.getYear() == 2026; day = day.plusDays(7)) {
			var before = SEASONAL.of(first, first.plusMonths(11), first.atDay(1), day.minusDays(1), null);
			var after = SEASONAL.of(first, first.plusMonths(11), day, null, null);
			assertNumber("100000", before.add(after).setScale(10, java.math.RoundingMode.HALF_UP));
		}
		// the trap: October to December are three months, not two
		assertNumber("40000", SEASONAL.of(first, first.plusMonths(11), LocalDate.of(2026, 10, 1), null, null).setScale(2, java.math.RoundingMode.HALF_UP));
	}

	@Test
	void aPlanThatChangesInTheMiddleOfAQuarterPaysEachPartByItsOwnTerms() {
		var quarter = YearMonth.of(2026, 1);
		var change = LocalDate.of(2026, 2, 15);
		var commitment = new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.5", 3)), null);
		var old = Component.of("mrr", table("0 10%, 1 20%"), Window.QUARTER, commitment).byQuota();
		var fresh = Component.of("mrr", table("0 30%, 1 40%"), Window.QUARTER, PaySchedule.atOnce(null)).byQuota();
		var days = new Quota(n("12000"), List.of(BigDecimal.ONE), Month.JANUARY, Quota.Proration.DAYS, List.of());
		var quotaBefore = days.of(quarter, quarter.plusMonths(2), quarter.atDay(1), change.minusDays(1), null);
		var quotaAfter = days.of(quarter, quarter.plusMonths(2), change, null, null);
		assertNumber("1500", quotaBefore);
		assertNumber("1500", quotaAfter);
		var paid = new PayableDeal("a", LocalDate.of(2026, 1, 20), null,
				List.of(new CustomerPayment("p1", LocalDate.of(2026, 1, 25), 1, BigDecimal.TEN), new CustomerPayment("p2", LocalDate.of(2026, 3, 25), 2, BigDecimal.TEN)), null);
		var knownTo = LocalDate.of(2026, 3, 31);
		var before = PayeeFacts.of(Map.of("mrr", List.of(Credit.sale("a", paid.wonOn(), n("2000")))), Map.of("a", paid), quarter.atDay(1), knownTo).ending(change.minusDays(1))
				.withQuota("mrr", quarter, quotaBefore);
		var after = PayeeFacts.of(Map.of("mrr", List.of(Credit.sale("b", LocalDate.of(2026, 2, 20), n("2000")))), Map.of(), change, knownTo).withQuota("mrr", quarter, quotaAfter);
		var run = new PayRun(List.of(new Stretch("v1", PlanTerms.of("Plan", USD, old), before), new Stretch("v2", PlanTerms.of("Plan", USD, fresh).numbered(2), after)));
		var owed = owed(run.months(quarter, quarter.plusMonths(2)));
		// a: 1,500 x 10 % + 500 x 20 % = 250, half in January, half in March though the plan has changed; b: 1,500 x 30 % + 500 x 40 % = 650
		assertEquals(List.of("2026-01 v1 125.00", "2026-02 v2 650.00", "2026-03 v1 125.00"), owed.stream().map(line -> line.month() + " " + line.key().plan() + " " + line.amount().amount()).toList());
		var posted = Posting.differences(owed, List.of(), quarter);
		assertEquals(List.of(), Posting.differences(owed, posted, quarter), "a second run posts nothing");
	}
}
