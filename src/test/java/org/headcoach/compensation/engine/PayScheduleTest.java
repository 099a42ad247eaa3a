package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PayScheduleTest {

	private static final LocalDate WON = LocalDate.of(2026, 1, 15);
	private static final LocalDate LATER = LocalDate.of(2029, 1, 1);
	private static final PaySchedule COMMITMENT = new PaySchedule(
			List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 6), Instalment.atCustomerMonth("0.25", 12)), null);

	private static Money usd(String amount) {
		return Money.of(amount, "USD");
	}

	private static PayableDeal deal(LocalDate cancelled, CustomerPayment... payments) {
		return new PayableDeal("d", WON, new BigDecimal("10000"), List.of(payments), cancelled);
	}

	private static CustomerPayment[] monthly(int payments) {
		return IntStream.range(0, payments).mapToObj(i -> new CustomerPayment("p" + i, WON.plusMonths(i), 1, BigDecimal.TEN)).toArray(CustomerPayment[]::new);
	}

	private static Money sum(List<Due> dues) {
		return dues.stream().map(Due::amount).reduce(usd("0"), Money::plus);
	}

	@ParameterizedTest(name = "C5: {0} months paid give {1}")
	@CsvSource({ "0, 0", "1, 500", "5, 500", "6, 750", "11, 750", "12, 1000" })
	void c5HalfAQuarterAndAQuarterByTheCustomersPayments(int months, String pay) {
		assertEquals(usd(pay), sum(COMMITMENT.due(deal(null, monthly(months)), usd("1000"), LATER, RoundingMode.HALF_UP)));
	}

	@Test
	void g21AMonthlyPayerIsPaidForInThreeParts() {
		assertEquals(List.of(YearMonth.of(2026, 1) + " 1000.00 USD", YearMonth.of(2026, 6) + " 500.00 USD", YearMonth.of(2026, 12) + " 500.00 USD"),
				COMMITMENT.due(deal(null, monthly(12)), usd("2000"), LATER, RoundingMode.HALF_UP).stream().map(due -> due.month() + " " + due.amount()).toList());
	}

	@ParameterizedTest(name = "{0} months in advance pay {1} at once")
	@CsvSource({ "12, 2000", "6, 1500", "5, 1000", "1, 1000" })
	void c5MonthsPaidInAdvanceBringThePartsForward(int months, String pay) {
		assertEquals(usd(pay), sum(COMMITMENT.due(deal(null, new CustomerPayment("p", WON, months, BigDecimal.TEN)), usd("2000"), LATER, RoundingMode.HALF_UP)));
	}

	@Test
	void c2WhoCancelsInTheThirdMonthTakesItAllBackInTheNext() {
		var dues = PaySchedule.atOnce(Clawback.all(4)).due(deal(LocalDate.of(2026, 3, 20)), usd("1000"), LATER, RoundingMode.HALF_UP);
		assertEquals(List.of("2026-01 1000.00 USD", "2026-04 -1000.00 USD"), dues.stream().map(due -> due.month() + " " + due.amount()).toList());
		assertEquals(usd("0"), sum(dues));
	}

	@Test
	void c3WhoCancelsInTheFifthMonthLeavesItAll() {
		assertEquals(usd("1000"), sum(PaySchedule.atOnce(Clawback.all(4)).due(deal(LocalDate.of(2026, 5, 20)), usd("1000"), LATER, RoundingMode.HALF_UP)));
	}

	@ParameterizedTest(name = "G19: cancelled on {0} leaves {1}")
	@CsvSource({ "2026-05-14, 0", "2026-05-15, 2000", "2026-05-16, 2000" })
	void g19FourMonthsAreCompleteOnTheirLastDay(LocalDate cancelled, String left) {
		assertEquals(usd(left), sum(PaySchedule.atOnce(Clawback.all(4)).due(deal(cancelled), usd("2000"), LATER, RoundingMode.HALF_UP)));
	}

	@Test
	void g15APartIsHeldUntilTheWindowCloses() {
		var held = new PaySchedule(List.of(new Instalment(new BigDecimal("0.7"), Instalment.Trigger.AT_ONCE, 0), new Instalment(new BigDecimal("0.3"), Instalment.Trigger.AFTER_MONTHS, 3)),
				null);
		assertEquals(usd("700"), sum(held.due(deal(null), usd("1000"), LocalDate.of(2026, 4, 14), RoundingMode.HALF_UP)));
		assertEquals(usd("1000"), sum(held.due(deal(null), usd("1000"), LocalDate.of(2026, 4, 15), RoundingMode.HALF_UP)));
		assertEquals(usd("700"), sum(held.due(deal(LocalDate.of(2026, 4, 1)), usd("1000"), LATER, RoundingMode.HALF_UP)));
	}

	@Test
	void g16HalfOfTheWindowIsLeftAndHalfGoesBack() {
		var dues = PaySchedule.atOnce(new Clawback(12, BigDecimal.ONE, true)).due(deal(WON.plusMonths(6)), usd("1200"), LATER, RoundingMode.HALF_UP);
		assertEquals(usd("-600"), dues.get(1).amount());
	}

	@Test
	void g17OnlyWhatWasPaidIsTakenBack() {
		var twoParts = new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.5", 6)), Clawback.all(12));
		var dues = twoParts.due(deal(WON.plusMonths(2), new CustomerPayment("p", WON, 1, BigDecimal.TEN), new CustomerPayment("late", WON.plusMonths(3), 6, BigDecimal.TEN)), usd("1000"), LATER, RoundingMode.HALF_UP);
		assertEquals(List.of(usd("500"), usd("-500")), dues.stream().map(Due::amount).toList());
		assertEquals(List.of(), twoParts.due(deal(WON.plusMonths(2)), usd("1000"), LATER, RoundingMode.HALF_UP));
	}

	@Test
	void g18AShareOfItGoesBack() {
		assertEquals(usd("-5000"), PaySchedule.atOnce(new Clawback(12, new BigDecimal("0.5"), false)).due(deal(WON.plusMonths(3)), usd("10000"), LATER, RoundingMode.HALF_UP).get(1).amount());
	}

	@Test
	void g22HalfOfTheInvoicesPaidReleaseHalf() {
		var byShare = new PaySchedule(List.of(new Instalment(BigDecimal.ONE, Instalment.Trigger.SHARE_PAID, 0)), null);
		assertEquals(usd("400"), sum(byShare.due(deal(null, new CustomerPayment("p", WON, 0, new BigDecimal("5000"))), usd("800"), LATER, RoundingMode.HALF_UP)));
	}

	@Test
	void nothingIsDueBeforeItsDay() {
		assertEquals(usd("500"), sum(COMMITMENT.due(deal(null, monthly(12)), usd("1000"), WON, RoundingMode.HALF_UP)));
		assertEquals(usd("1000"), sum(PaySchedule.atOnce(Clawback.all(4)).due(deal(LocalDate.of(2026, 3, 20)), usd("1000"), LocalDate.of(2026, 3, 19), RoundingMode.HALF_UP)));
	}

	@Test
	void sharesThatDoNotAddUpAreRefused() {
		assertEquals(List.of("compensation.problem.instalments-sum"), new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1)), null).problems().stream().map(Problem::key).toList());
		assertEquals(List.of(), COMMITMENT.problems());
	}

	@Property(tries = 300)
	void allPartsAddUpToTheWholeRoundedAndNeverMoreGoesBackThanWasPaid(@ForAll @IntRange(min = 1, max = 1_000_000) int thousandths, @ForAll @Size(max = 14) List<@IntRange(min = 1, max = 4) Integer> covered,
			@ForAll @IntRange(min = 0, max = 15) int cancelledAfter) {
		var payments = IntStream.range(0, covered.size()).mapToObj(i -> new CustomerPayment("p" + i, WON.plusMonths(i), covered.get(i), BigDecimal.TEN)).toArray(CustomerPayment[]::new);
		var earned = Money.of(BigDecimal.valueOf(thousandths, 3), java.util.Currency.getInstance("USD"));
		var whole = sum(COMMITMENT.due(deal(null, payments), earned, LATER, RoundingMode.HALF_UP));
		if (covered.stream().mapToInt(Integer::intValue).sum() >= 12) {
			assertEquals(earned.rounded(RoundingMode.HALF_UP), whole);
		}
		var taking = new PaySchedule(COMMITMENT.instalments(), Clawback.all(12));
		var left = sum(taking.due(deal(WON.plusMonths(cancelledAfter), payments), earned, LATER, RoundingMode.HALF_UP));
		assertTrue(left.signum() >= 0);
		if (cancelledAfter < 12) {
			assertEquals(usd("0"), left);
		} else {
			assertEquals(sum(COMMITMENT.due(deal(null, payments), earned, WON.plusMonths(cancelledAfter).minusDays(1), RoundingMode.HALF_UP)), left);
		}
	}
}
