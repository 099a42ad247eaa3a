package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.shared.Money;
import org.headcoach.site.Messages;
import org.junit.jupiter.api.Test;

/** Why a month pays more, less or nothing. */
class PayReasonsTest {

	private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
	private static final Money NOTHING = Money.of("0", "USD");
	private static final PayeeFacts FACTS = PayeeFacts.of(Map.of(), Map.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 1));

	private static PayLine line(Owed.Kind kind, String amount) {
		return new PayLine(1, List.of(1L), new Owed.Key(OCTOBER, "1", "new", kind, "1:a", ""), "New customers", "Vista Rentals", Money.of(amount, "USD"), null,
				new Explanation(List.of(), List.of(), BigDecimal.ZERO, null), List.of());
	}

	private static String sentence(PayChange change) {
		return Messages.text(Locale.ENGLISH, "compensation.pay.change." + change.sort() + (change.difference().signum() > 0 ? ".more" : ".less"), change.times(), change.timesBefore(),
				change.difference());
	}

	@Test
	void aCancelledCustomerIsTheReasonForLess() {
		var changes = PayChange.between(List.of(line(Owed.Kind.SALE, "500")), NOTHING, List.of(line(Owed.Kind.SALE, "550"), line(Owed.Kind.CLAWBACK, "-362")), NOTHING);
		assertEquals(List.of(PayChange.Sort.TAKEN_BACK), changes.stream().map(PayChange::sort).toList());
		assertEquals("-362.00 USD", changes.get(0).difference().toString());
		assertEquals("One customer cancelled: −$362 more was taken back.", sentence(changes.get(0)));
	}

	@Test
	void moreDealsAreTheReasonForMoreAndTheHeaviestComesFirst() {
		var changes = PayChange.between(List.of(line(Owed.Kind.SALE, "500")), NOTHING,
				List.of(line(Owed.Kind.SALE, "700"), line(Owed.Kind.SALE, "100"), line(Owed.Kind.DRAWN, "50"), line(Owed.Kind.ADJUSTMENT, "10")), NOTHING);
		assertEquals(List.of(PayChange.Sort.SALES, PayChange.Sort.DRAW), changes.stream().map(PayChange::sort).toList());
		assertEquals("2 deals counted, $300 more than the one before.", sentence(changes.get(0)));
	}

	@Test
	void whatWasStillOpenFromTheMonthBeforeIsAReason() {
		var changes = PayChange.between(List.of(line(Owed.Kind.SALE, "500")), NOTHING, List.of(line(Owed.Kind.SALE, "500")), Money.of("-120", "USD"));
		assertEquals(List.of(PayChange.Sort.CARRIED), changes.stream().map(PayChange::sort).toList());
	}

	private static StatementRow sum(String carriedIn, String booked, String held) {
		var zero = BigDecimal.ZERO;
		return new StatementRow(1L, 1L, "Rep", OCTOBER.atDay(1), "USD", new BigDecimal(carriedIn), new BigDecimal(booked), zero, zero, zero, new BigDecimal(held), "USD", BigDecimal.ONE, null,
				zero, false, null, null, null, null, null, 1);
	}

	private static List<ZeroReason> zero(StatementRow sum, boolean parked, PayeeFacts facts, List<Credit> credits, BigDecimal factor) {
		return ZeroReason.of(sum, parked, facts, credits, List.of(), factor);
	}

	@Test
	void everyZeroHasItsReason() {
		var sale = List.of(Credit.sale("1:a", LocalDate.of(2026, 10, 4), BigDecimal.TEN));
		assertEquals(List.of(ZeroReason.NO_PLAN), zero(null, false, null, List.of(), null));
		assertEquals(List.of(ZeroReason.PARKED, ZeroReason.NO_PLAN), zero(null, true, null, List.of(), null));
		assertEquals(List.of(ZeroReason.NOTHING_COUNTED), zero(sum("0", "0", "0"), false, FACTS, List.of(), null));
		assertEquals(List.of(ZeroReason.WAITS_FOR_CUSTOMERS), zero(sum("0", "0", "0"), false, FACTS, sale, null));
		assertEquals(List.of(ZeroReason.FACTOR), zero(sum("0", "0", "0"), false, FACTS, sale, BigDecimal.ZERO));
		assertEquals(List.of(ZeroReason.HELD), zero(sum("0", "0", "500"), false, FACTS, sale, null));
		assertEquals(List.of(ZeroReason.TAKEN_BACK, ZeroReason.CARRIED), zero(sum("-20", "-5", "0"), false, FACTS, sale, null));
	}

	@Test
	void everyReasonHasItsSentence() {
		for (var reason : ZeroReason.values()) {
			assertTrue(Messages.has(Locale.ENGLISH, "compensation.pay.zero." + reason), reason.name());
		}
		for (var sort : PayChange.Sort.values()) {
			assertFalse(Messages.text(Locale.ENGLISH, "compensation.pay.change." + sort + ".more", 1, 2, NOTHING).isBlank());
			assertFalse(Messages.text(Locale.ENGLISH, "compensation.pay.change." + sort + ".less", 1, 2, NOTHING).isBlank());
		}
		for (var kind : Owed.Kind.values()) {
			for (var key : List.of("compensation.pay.group.", "compensation.pay.line.kind.", "compensation.pay.step.part.")) {
				assertTrue(Messages.has(Locale.ENGLISH, key + kind), key + kind);
			}
		}
	}
}
