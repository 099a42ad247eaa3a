package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RateRunTest {

	private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);

	static BigDecimal n(String number) {
		return number == null || number.isBlank() ? null : new BigDecimal(number.replace("_", "").trim());
	}

	/** "0 10%, 5000 12%" with a star behind a rate that reaches back, "=40" for a tier's value. */
	static RateTable table(String text, Boundary boundary) {
		var parts = Stream.of(text.split(",")).map(String::trim).toList();
		var tiers = new ArrayList<Tier>();
		for (int i = 0; i < parts.size(); i++) {
			var words = parts.get(i).split(" ");
			var to = i + 1 < parts.size() ? n(parts.get(i + 1).split(" ")[0]) : null;
			var kind = words[1].endsWith("*") ? TierKind.RETROACTIVE : TierKind.MARGINAL;
			var rate = words[1].replace("*", "");
			if (rate.equals("end")) {
				continue;
			}
			tiers.add(rate.startsWith("=") ? Tier.interpolated(n(words[0]), to, n(rate.substring(1)))
					: new Tier(n(words[0]), to, kind, rate.endsWith("%") ? n(rate.replace("%", "")).movePointLeft(2) : n(rate)));
		}
		return new RateTable(tiers, boundary);
	}

	static RateTable table(String text) {
		return table(text, Boundary.HIGHER);
	}

	static void assertNumber(String expected, BigDecimal actual) {
		assertEquals(0, n(expected).compareTo(actual), () -> expected + " expected, but was " + actual.toPlainString());
	}

	static BigDecimal total(List<Earned> earned) {
		return earned.stream().map(Earned::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static List<Credit> monthly(String... sums) {
		return IntStream.range(0, sums.length).mapToObj(i -> Credit.sale("d" + i, JANUARY.plusMonths(i), n(sums[i]))).toList();
	}

	@ParameterizedTest(name = "{0}: {2} pays {3}")
	@CsvSource(delimiter = '|', textBlock = """
			G01 | 0 10%, 5000 12%                              | 4000     | 400
			G01 | 0 10%, 5000 12%                              | 5000     | 500
			G01 | 0 10%, 5000 12%                              | 6000     | 620
			G04 | 0 1%, 1000 2%, 5000 3%                       | 2500     | 40
			G06 | 0 4%*, 150000 6%*, 200000 8%*                | 220000   | 17600
			G08 | 0 5%, 100000 6%, 125000 7%                   | 150000   | 8250
			G09 | 0 5%, 16500 10%*, 33000 20%                  | 15000    | 750
			G09 | 0 5%, 16500 10%*, 33000 20%                  | 20000    | 2000
			G09 | 0 5%, 16500 10%*, 33000 20%                  | 40000    | 4700
			G30 | 0 0%, 15000 20%*                             | 15100    | 3020
			G30 | 0 0%, 15000 20%*                             | -15100   | -3020
			C1  | 0 2                                          | 500      | 1000
			G03 | 0 =10, 1000 =40, 3000 =100, 8000 =2000, 20000 end | 4500 | 80
			""")
	void aTotalPays(String id, String table, String total, String pay) {
		assertNumber(pay, table(table).sound().pay(n(total)));
	}

	@Test
	void g07TheBoundaryIsANamedChoice() {
		var text = "0 2%*, 50000 3%*";
		assertNumber("1500", table(text, Boundary.HIGHER).pay(n("50000")));
		assertNumber("1000", table(text, Boundary.LOWER).pay(n("50000")));
		for (var boundary : Boundary.values()) {
			// two per cent below, three above: a marginal table pays the same under both
			assertNumber("1000", table("0 2%, 50000 3%", boundary).pay(n("50000")));
			assertNumber("750", table("0 1%, 25000 2%, 50000 3%", boundary).pay(n("50000")));
		}
	}

	@Test
	void g04EachSliceIsShown() {
		var slices = RateRun.of(table("0 1%, 1000 2%, 5000 3%"), Window.DEAL).earned(monthly("2500")).get(0).slices();
		assertEquals(2, slices.size());
		assertNumber("1000", slices.get(0).base());
		assertNumber("10", slices.get(0).amount());
		assertNumber("1500", slices.get(1).base());
		assertNumber("30", slices.get(1).amount());
	}

	@Test
	void g05ADealThatCrossesATierIsCutThere() {
		var earned = RateRun.of(table("0 4%, 150000 6%, 250000 8%"), Window.YEAR).earned(monthly("145000", "20000"));
		assertEquals(List.of("5000 200.00", "15000 900.00"),
				earned.get(1).slices().stream().map(slice -> slice.base().toPlainString() + " " + slice.amount().toPlainString()).toList());
		assertNumber("1100", earned.get(1).amount());
	}

	private static final List<Credit> SIX_DEALS = List.of(Credit.sale("a", LocalDate.of(2026, 1, 5), n("200")), Credit.sale("b", LocalDate.of(2026, 1, 9), n("300")),
			Credit.sale("c", LocalDate.of(2026, 1, 20), n("1500")), Credit.sale("d", LocalDate.of(2026, 2, 3), n("1200")), Credit.sale("e", LocalDate.of(2026, 2, 4), n("2000")),
			Credit.sale("f", LocalDate.of(2026, 3, 1), n("4500")));

	@ParameterizedTest(name = "{0}: {1} gives {3}")
	@CsvSource(delimiter = '|', textBlock = """
			G02  | DEAL    | 0 1%, 1000 2%, 3000 3%, 8000 5%                     | 164
			G02m | MONTH   | 0 1%, 1000 2%, 3000 3%, 8000 5%                     | 181
			G02q | QUARTER | 0 1%, 1000 2%, 3000 3%, 8000 5%                     | 285
			G02r | QUARTER | 0 1%*, 1000 2%*, 3000 3%*, 8000 5%*                 | 485
			G03  | DEAL    | 0 =10, 1000 =40, 3000 =100, 8000 =2000, 20000 end   | 149
			""")
	void theSameSixDealsPayByTheirWindow(String id, Window window, String table, String pay) {
		assertNumber(pay, total(RateRun.of(table(table), window).earned(SIX_DEALS)));
	}

	@Test
	void g02StepsPerDeal() {
		assertEquals(List.of("2", "3", "20", "14", "30", "95"), RateRun.of(table("0 1%, 1000 2%, 3000 3%, 8000 5%"), Window.DEAL).earned(SIX_DEALS).stream()
				.map(earned -> earned.amount().stripTrailingZeros().toPlainString()).toList());
	}

	@Test
	void g29TheYearToDateLessWhatWasPaid() {
		var earned = RateRun.of(table("0 5%, 16500 10%*, 33000 20%"), Window.YEAR).earned(monthly("15000", "5000", "20000"));
		assertNumber("750", total(earned.stream().filter(one -> one.month().equals(YearMonth.of(2026, 1))).toList()));
		assertNumber("1250", total(earned.stream().filter(one -> one.month().equals(YearMonth.of(2026, 2))).toList()));
		assertNumber("2700", total(earned.stream().filter(one -> one.month().equals(YearMonth.of(2026, 3))).toList()));
		assertNumber("4700", total(earned));
		// paid 2,000 + 750 by another rule: what is left is owed less paid
		assertNumber("1950", total(earned).subtract(n("2750")));
		var lift = earned.stream().filter(Earned::lift).toList();
		assertEquals(List.of(YearMonth.of(2026, 2)), lift.stream().map(Earned::month).toList());
		assertNumber("750", lift.get(0).amount());
	}

	@Test
	void g26ARampedQuotaAndTwoAccelerators() {
		var quota = new Quota(n("480000"), List.of(BigDecimal.ONE), Month.JANUARY, Quota.Proration.MONTHS, List.of(n("0.5"), n("0.75"), n("1")));
		var ofMonth = quota.of(YearMonth.of(2026, 3), LocalDate.of(2026, 3, 1), null, LocalDate.of(2026, 3, 1));
		assertNumber("20000", ofMonth);
		assertNumber("2600", table("0 10%, 1 15%, 1.5 20%").ofQuota(ofMonth).pay(n("24000")));
	}

	@Test
	void g08NoneBeforeTheQuotaOfTheYearIsMet() {
		var earned = RateRun.of(table("0 0%, 100000 5%"), Window.YEAR).earned(monthly("60000", "60000"));
		assertNumber("0", earned.get(0).amount());
		assertNumber("1000", earned.get(1).amount());
		assertNumber("0", earned.get(0).slices().get(0).rate());
	}

	@Test
	void g30AGapIsAnErrorAndNeverASilentZero() {
		var gap = new RateTable(List.of(Tier.marginal(n("0"), n("15000"), n("0.1")), Tier.retroactive(n("16000"), null, n("0.2"))), Boundary.HIGHER);
		assertEquals(List.of("compensation.problem.gap"), gap.problems().stream().map(Problem::key).toList());
		assertThrows(BusinessException.class, () -> RateRun.of(gap, Window.DEAL).earned(monthly("15500.50")));
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', textBlock = """
			0 10%, 5000 8%*                  | compensation.problem.pay-falls
			100 10%                          | compensation.problem.first-tier
			0 10%, 5000 12%, 5000 14%        | compensation.problem.empty-tier
			0 =10                            | compensation.problem.open-value
			0 10%, 5000 end                  | compensation.problem.closed-end
			0 -1%                            | compensation.problem.negative-rate
			""")
	void aTableThatCannotPayIsRefused(String table, String problem) {
		assertEquals(List.of(problem), table(table).problems().stream().map(Problem::key).toList());
		assertThrows(BusinessException.class, () -> table(table).sound());
	}

	@Test
	void overlapsUnreachableTiersAndMissingRatesAreRefused() {
		assertEquals(List.of("compensation.problem.overlap"), new RateTable(List.of(Tier.marginal(n("0"), n("5000"), n("0.1")), Tier.marginal(n("4000"), null, n("0.2"))), Boundary.HIGHER)
				.problems().stream().map(Problem::key).toList());
		assertEquals(List.of("compensation.problem.unreachable-tier"), new RateTable(List.of(Tier.marginal(n("0"), null, n("0.1")), Tier.marginal(n("4000"), null, n("0.2"))), Boundary.HIGHER)
				.problems().stream().map(Problem::key).toList());
		assertEquals(List.of("compensation.problem.no-rate"), new RateTable(List.of(Tier.marginal(n("0"), null, null)), Boundary.HIGHER).problems().stream().map(Problem::key).toList());
		assertEquals(List.of("compensation.problem.no-tier"), new RateTable(List.of(), Boundary.HIGHER).problems().stream().map(Problem::key).toList());
	}

	@Test
	void aRefundUnwindsEachSliceAtTheRateAtWhichItWasPaid() {
		var deals = List.of(Credit.sale("a", JANUARY, n("4000")), Credit.sale("b", JANUARY.plusDays(1), n("2000")), Credit.refund("r", JANUARY.plusDays(40), n("-1000"), "b"));
		var earned = RateRun.of(table("0 10%, 5000 12%"), Window.YEAR).earned(deals);
		// b was paid 1,000 at 10 % and 1,000 at 12 %; half of each goes back
		assertNumber("-110", earned.get(2).amount());
		var fromTheTop = new RateRun(month -> table("0 10%, 5000 12%"), Window.YEAR, Month.JANUARY, RefundRule.FROM_THE_TOP, source -> List.of()).earned(deals);
		assertNumber("-120", fromTheTop.get(2).amount());
	}

	@Test
	void aRefundOfAnEarlierWindowIsUnwoundAtTheRateOfThatTime() {
		var paid = List.of(new Slice(1, n("500"), n("0.12"), n("60")));
		var earned = new RateRun(month -> table("0 10%, 5000 12%"), Window.MONTH, Month.JANUARY, RefundRule.AT_THE_RATE_PAID, source -> source.equals("old") ? paid : List.of())
				.earned(List.of(Credit.refund("r", JANUARY, n("-500"), "old")));
		assertNumber("-60", earned.get(0).amount());
	}

	@Test
	void whatWasTakenBackIsLiftedNoMore() {
		var deals = List.of(Credit.sale("a", JANUARY, n("1000")), Credit.refund("r", JANUARY.plusDays(1), n("-1000"), "a"), Credit.sale("b", JANUARY.plusMonths(1), n("5000")));
		assertNumber("500", total(RateRun.of(table("0 5%*, 3000 10%*"), Window.QUARTER).earned(deals)));
	}

	@Test
	void aQuarterBeginsAgainAtNothing() {
		var earned = RateRun.of(table("0 1%, 1000 2%"), Window.QUARTER).earned(monthly("1000", "0", "0", "1000"));
		assertNumber("20", total(earned));
	}

	@Test
	void aFiscalYearMayStartInAnyMonth() {
		assertEquals(YearMonth.of(2026, 2), Window.QUARTER.start(YearMonth.of(2026, 4), Month.FEBRUARY));
		assertEquals(YearMonth.of(2025, 2), Window.YEAR.start(YearMonth.of(2026, 1), Month.FEBRUARY));
		assertEquals(YearMonth.of(2026, 1), Window.HALF_YEAR.start(YearMonth.of(2026, 6), Month.JANUARY));
	}

	// ------------------------------------------------------------ what holds for all

	private static final List<RateTable> TABLES = List.of(table("0 1%, 1000 2%, 3000 3%, 8000 5%"), table("0 1%*, 1000 2%*, 3000 3%*"), table("0 5%, 500 10%*, 4000 20%"), table("0 2"));

	private static List<Credit> credits(List<Integer> bases) {
		return IntStream.range(0, bases.size()).mapToObj(i -> Credit.sale("c" + i, JANUARY.plusDays(i * 9L), BigDecimal.valueOf(bases.get(i)))).toList();
	}

	@Property(tries = 200)
	void theOrderOfTheCreditsDoesNotMatter(@ForAll @Size(max = 20) List<@IntRange(min = 1, max = 3000) Integer> bases, @ForAll long seed, @ForAll Window window) {
		var credits = credits(bases);
		var shuffled = new ArrayList<>(credits);
		Collections.shuffle(shuffled, new Random(seed));
		for (var table : TABLES) {
			assertEquals(RateRun.of(table, window).earned(credits), RateRun.of(table, window).earned(shuffled));
		}
	}

	@Property(tries = 200)
	void aWindowPaysWhatItsTotalPays(@ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 3000) Integer> bases) {
		for (var table : TABLES) {
			var sum = bases.stream().mapToLong(Integer::longValue).sum();
			var inYear = credits(bases);
			assertEquals(0, table.pay(BigDecimal.valueOf(sum)).compareTo(total(RateRun.of(table, Window.YEAR).earned(inYear))));
		}
	}

	@Property(tries = 200)
	void aDealSplitInPartsPaysTheSame(@ForAll @IntRange(min = 1, max = 20000) int base, @ForAll @IntRange(min = 0, max = 20000) int part) {
		var first = Math.min(part, base);
		var parts = List.of(Credit.sale("a", JANUARY, BigDecimal.valueOf(first)), Credit.sale("b", JANUARY, BigDecimal.valueOf(base - first)));
		for (var table : TABLES) {
			assertEquals(0, total(RateRun.of(table, Window.MONTH).earned(parts)).compareTo(total(RateRun.of(table, Window.MONTH).earned(List.of(Credit.sale("a", JANUARY, BigDecimal.valueOf(base)))))));
		}
	}

	@Property(tries = 300)
	void payNeverFallsAsSalesRise(@ForAll @IntRange(min = 0, max = 20000) int sold, @ForAll @IntRange(min = 0, max = 5000) int more) {
		for (var table : TABLES) {
			assertTrue(table.pay(BigDecimal.valueOf(sold + more)).compareTo(table.pay(BigDecimal.valueOf(sold))) >= 0);
		}
	}

	@Property(tries = 200)
	void aSaleAndItsRefundPayNothing(@ForAll @Size(max = 8) List<@IntRange(min = 1, max = 3000) Integer> bases, @ForAll @IntRange(min = 1, max = 5000) int base,
			@ForAll RefundRule rule) {
		var credits = new ArrayList<>(credits(bases));
		var last = JANUARY.plusDays(80);
		credits.add(Credit.sale("x", last, BigDecimal.valueOf(base)));
		credits.add(Credit.refund("y", last.plusDays(1), BigDecimal.valueOf(-base), "x"));
		for (var table : TABLES) {
			var run = new RateRun(month -> table, Window.YEAR, Month.JANUARY, rule, source -> List.of());
			var before = total(run.earned(credits.subList(0, credits.size() - 2)));
			var after = total(run.earned(credits));
			assertTrue(after.subtract(before).abs().compareTo(new BigDecimal("0.000001")) < 0, () -> before + " " + after);
		}
	}
}
