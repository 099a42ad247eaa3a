package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.headcoach.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryOutTest {

	private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);

	private static PlanTerms preset(Preset preset) {
		return preset.terms(Currency.getInstance("USD"), key -> key);
	}

	private static TryOut.Deal sold(String units) {
		return TryOut.Deal.won("Ada", JANUARY, new BigDecimal(units));
	}

	private static String owed(PlanTerms terms, TryOut.Deal deal, Map<String, List<BigDecimal>> figures) {
		return text(TryOut.pay(terms, List.of(deal), Map.of(), figures));
	}

	private static String text(List<TryOut.Month> months) {
		return months.stream().map(month -> month.month() + " " + month.owed().amount().stripTrailingZeros().toPlainString()).collect(Collectors.joining(", "));
	}

	@ParameterizedTest(name = "{0}: {1} cancelled {2} -> {3}")
	@CsvSource(delimiter = '|', textBlock = """
			C1 | 500 |            | 2026-01 1000
			C2 | 500 | 2026-03-20 | 2026-01 1000, 2026-04 -1000
			C3 | 500 | 2026-06-20 | 2026-01 1000
			G19 | 1000 | 2026-05-14 | 2026-01 2000, 2026-06 -2000
			G19 kept on the anniversary | 1000 | 2026-05-15 | 2026-01 2000
			""")
	void theHuntingPresetPaysItsGoldenNumbers(String golden, String mrr, LocalDate cancelledOn, String expected) {
		assertEquals(expected, owed(preset(Preset.HUNTING), sold(mrr).cancelled(cancelledOn), Map.of()));
	}

	@ParameterizedTest(name = "C4 and G20: group {0} -> {1}")
	@CsvSource({"1, 2026-01 2000", "2, 2026-01 1500", "3, 2026-01 1000", "4, 2026-01 500", "0, 2026-01 1000"})
	void theCustomerSuccessPresetPaysByItsQuarter(BigDecimal group, String expected) {
		assertEquals(expected, owed(preset(Preset.CUSTOMER_SUCCESS), sold("500"), Map.of("new-mrr", List.of(group))));
	}

	@ParameterizedTest(name = "C5: {0} months paid -> {1}")
	@CsvSource(delimiter = '|', textBlock = """
			1 | 500
			5 | 500
			6 | 750
			11 | 750
			12 | 1000
			""")
	void theCustomerCommitmentPresetPaysItsParts(int months, String expected) {
		var paid = TryOut.pay(preset(Preset.CUSTOMER_COMMITMENT), List.of(sold("500").paid(JANUARY, 1, months)), Map.of(), Map.of());
		assertEquals(new BigDecimal(expected), paid.stream().map(month -> month.owed().amount()).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros().setScale(0));
	}

	@Test
	void aYearPaidInAdvanceIsPaidAtOnceG21() {
		assertEquals("2026-01 2000", owed(preset(Preset.CUSTOMER_COMMITMENT), sold("1000").paid(JANUARY, 12, 1), Map.of()));
	}

	@Test
	void theTenPercentPresetPaysATenth() {
		assertEquals("2026-01 1000", owed(preset(Preset.TEN_PERCENT), sold("10000"), Map.of()));
	}

	@Test
	void theTwoAcceleratorsPresetPaysG08() {
		assertEquals("2026-01 8250", text(TryOut.pay(preset(Preset.TWO_ACCELERATORS), List.of(sold("150000")), Map.of("revenue", new BigDecimal("100000")), Map.of())));
	}

	@Test
	void theManagerOverridePresetPaysG24() {
		assertEquals("2026-01 2000", text(TryOut.pay(preset(Preset.MANAGER_OVERRIDE), java.util.stream.IntStream.range(0, 5).mapToObj(i -> sold("20000")).toList(), Map.of(), Map.of())));
	}

	@Test
	void aCarriedMinusIsTakenFromTheNextMonth() {
		var months = TryOut.pay(preset(Preset.HUNTING), List.of(sold("500").cancelled(LocalDate.of(2026, 3, 20)), TryOut.Deal.won("Bo", LocalDate.of(2026, 5, 2), new BigDecimal("800"))),
				Map.of(), Map.of());
		assertEquals("1000.00 USD, 0.00 USD, 600.00 USD", months.stream().map(month -> month.paid().toString()).collect(Collectors.joining(", ")));
	}

	@Test
	void c7TheRatioCountsWhatCustomersPayInTheYear() {
		var plan = preset(Preset.HUNTING);
		var quota = new BigDecimal("2777.78");
		var year = java.util.stream.IntStream.range(0, 12).mapToObj(i -> TryOut.Deal.won("m" + i, JANUARY.plusMonths(i), quota)).toList();
		var paid = TryOut.pay(plan, year, Map.of(), Map.of()).stream().map(TryOut.Month::paid).reduce(org.headcoach.shared.Money::plus).orElseThrow();
		var ratio = TryOut.ratio(plan, year, paid);
		assertEquals("216667 / 66667 = 3.25", whole(ratio.revenue().amount()) + " / " + whole(ratio.commission().amount()) + " = " + ratio.ratio().setScale(2, java.math.RoundingMode.HALF_UP));
		assertNull(TryOut.ratio(plan, List.of(sold("500").cancelled(JANUARY.plusMonths(2))), paid), "nobody knows what is still paid by a customer who leaves");
		assertNull(TryOut.ratio(preset(Preset.TEN_PERCENT), year, paid), "revenue is not paid every month");
	}

	@Test
	void c8PaymentInAdvance() {
		assertEquals(0, new BigDecimal("2.5").compareTo(TryOut.paidAhead(ahead(1, 1, 2, 6))));
		assertEquals(0, new BigDecimal("7").compareTo(TryOut.paidAhead(ahead(1, 6, 9, 12))));
		assertNull(TryOut.paidAhead(List.of(sold("500"))));
	}

	private static List<TryOut.Deal> ahead(int... months) {
		return java.util.Arrays.stream(months).mapToObj(each -> sold("500").paid(JANUARY, each, 1)).toList();
	}

	private static String whole(BigDecimal amount) {
		return amount.setScale(0, java.math.RoundingMode.HALF_UP).toPlainString();
	}

	@Test
	void aMissingQuotaIsRefusedAndNotASilentZero() {
		assertThrows(BusinessException.class, () -> TryOut.pay(preset(Preset.TWO_ACCELERATORS), List.of(sold("1")), Map.of(), Map.of()));
	}
}
