package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayrollService.Adjust;
import org.headcoach.compensation.PayrollService.Hold;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What the administrator sees and hands over: the month, runs, the book, the file for payroll. */
class PayMonthIT extends PayCase {

	@Inject
	private PayMonthService months;

	@Inject
	private PayrollExportService exports;

	private void close(YearMonth month) {
		asAdmin(() -> payroll.compute());
		asAdmin(() -> payroll.review(month));
		asAdmin(() -> payroll.close(month, true));
	}

	private void assertRefused(String key, Runnable work) {
		assertEquals(key, assertThrows(BusinessException.class, () -> asAdmin(work)).key());
	}

	private String file(YearMonth month, PayrollLayout layout, boolean again) {
		return asAdmin(() -> {
			var made = exports.export(month, layout, again, line -> "released from " + line.earnedIn());
			return new String(exports.file(made.id()).content(), StandardCharsets.UTF_8).replace("\uFEFF", "");
		});
	}

	private void payrollIds(Salesperson... people) {
		for (var person : people) {
			asAdmin(() -> payroll.putPayrollId(person.id(), "P" + person.id()));
		}
	}

	private void twoArePaidForOctober() {
		onPlan(hunting(given.unique("Hunting")), "2026-09-01", Map.of(), sales.rep(0), sales.rep(1), sales.rep(2));
		won("a", sales.rep(0), "2026-10-14", "500");
		won("b", sales.rep(1), "2026-10-15", "100");
	}

	@Test
	void onlyAClosedMonthIsHandedOver() {
		twoArePaidForOctober();
		asAdmin(() -> payroll.compute());
		assertRefused("compensation.payroll.error.not-closed", () -> exports.export(OCTOBER, PayrollLayout.GENERIC, false, line -> ""));
	}

	@Test
	void aSecondFileIsMadeOnlyWhenItIsMeantAndItsNameSaysSo() {
		twoArePaidForOctober();
		close(SEPTEMBER);
		close(OCTOBER);
		payrollIds(sales.rep(0), sales.rep(1));
		file(OCTOBER, PayrollLayout.GUSTO, false);
		assertEquals(PeriodStatus.EXPORTED, asAdmin(() -> exports.page(OCTOBER)).status());
		assertRefused("compensation.payroll.error.again", () -> exports.export(OCTOBER, PayrollLayout.GENERIC, false, line -> ""));
		file(OCTOBER, PayrollLayout.GENERIC, true);
		assertEquals(List.of("payroll-2026-10-generic-AGAIN-2.csv 1 2", "payroll-2026-10-gusto.csv 1 1"),
				asAdmin(() -> exports.page(OCTOBER)).exports().stream().map(row -> row.fileName() + " " + row.number() + " " + row.nth()).toList());
	}

	@Test
	void gustoAndAdpGetOneLineAPersonUnderTheirOwnHeads() {
		twoArePaidForOctober();
		close(SEPTEMBER);
		close(OCTOBER);
		assertRefused("compensation.payroll.error.ids", () -> exports.export(OCTOBER, PayrollLayout.GUSTO, false, line -> ""));
		payrollIds(sales.rep(0), sales.rep(1));
		assertRefused("compensation.payroll.error.company", () -> exports.export(OCTOBER, PayrollLayout.ADP, false, line -> ""));
		asAdmin(() -> exports.putAdpCodes("H7X", "COM"));
		var gusto = file(OCTOBER, PayrollLayout.GUSTO, false).split("\r\n");
		assertEquals("first_name,last_name,gusto_employee_id,title,commission,personal_note", gusto[0]);
		assertEquals(List.of("P" + sales.rep(0).id() + ",REP,1000.00,", "P" + sales.rep(1).id() + ",REP,200.00,"),
				List.of(gusto[1].replaceFirst("^[^,]*,[^,]*,", ""), gusto[2].replaceFirst("^[^,]*,[^,]*,", "")).stream().sorted().toList());
		var adp = file(OCTOBER, PayrollLayout.ADP, true).split("\r\n");
		assertEquals("Co Code,Batch ID,File #,Earnings 3 Code,Earnings 3 Amount", adp[0]);
		assertTrue(List.of(adp).contains("H7X,202610-2,P" + sales.rep(0).id() + ",COM,1000.00"), String.join("\n", adp));
	}

	@Test
	void whoIsOnHoldIsLeftOutAndGoesWithTheMonthOfTheRelease() {
		twoArePaidForOctober();
		close(SEPTEMBER);
		var hold = asAdmin(() -> payroll.hold(new Hold(sales.rep(0).id(), null, null, "Leaves the company")));
		close(OCTOBER);
		assertEquals(List.of(sales.rep(1).name()), asAdmin(() -> exports.page(OCTOBER)).lines().stream().map(PayrollPage.Line::name).toList());
		assertEquals(List.of(sales.rep(0).name()), asAdmin(() -> exports.page(OCTOBER)).leftOut().stream().map(PayrollPage.Line::name).toList());
		assertFalse(file(OCTOBER, PayrollLayout.GENERIC, false).contains(sales.rep(0).name()));
		asAdmin(() -> payroll.release(hold, 1));
		clock.set(java.time.Clock.fixed(LocalDate.of(2026, 12, 3).atTime(15, 0).toInstant(java.time.ZoneOffset.UTC), java.time.ZoneOffset.UTC));
		close(NOVEMBER);
		var released = file(NOVEMBER, PayrollLayout.GENERIC, false);
		assertTrue(released.contains(sales.rep(0).name()) && released.contains(",2026-11,2026-10,1000.00,USD,") && released.contains("released from 2026-10"), released);
		assertFalse(file(OCTOBER, PayrollLayout.GENERIC, true).contains(sales.rep(0).name()), "never in two months");
		aSecondRunPostsNothing();
	}

	@Test
	void aHoldAfterTheLastComputationCounts() {
		twoArePaidForOctober();
		close(SEPTEMBER);
		asAdmin(() -> payroll.compute());
		asAdmin(() -> payroll.hold(new Hold(sales.rep(0).id(), null, null, "Leaves the company")));
		asAdmin(() -> payroll.review(OCTOBER));
		asAdmin(() -> payroll.close(OCTOBER, true));
		assertEquals(List.of(sales.rep(0).name()), asAdmin(() -> exports.page(OCTOBER)).leftOut().stream().map(PayrollPage.Line::name).toList());
	}

	@Test
	void twoPeopleNeverShareAPayrollId() {
		asAdmin(() -> payroll.putPayrollId(sales.rep(0).id(), "same"));
		assertRefused("compensation.payroll.error.id-taken", () -> payroll.putPayrollId(sales.rep(1).id(), "same"));
		asAdmin(() -> payroll.putPayrollId(sales.rep(0).id(), ""));
		asAdmin(() -> payroll.putPayrollId(sales.rep(1).id(), "same"));
		asAdmin(() -> payroll.putPayrollId(sales.rep(1).id(), null));
		assertNull(read("select payroll_id from salesperson where id = " + sales.rep(1).id()).get(0));
	}

	@Test
	void theMonthSaysWhatItComesToAndWhyAZeroIsZero() {
		twoArePaidForOctober();
		asAdmin(() -> payroll.compute());
		var page = asAdmin(() -> months.month(OCTOBER));
		assertEquals(List.of(Money.of("1200", "USD")), page.paid());
		assertEquals(3, page.unapproved());
		assertEquals(List.of(sales.rep(2).name() + " NOTHING_COUNTED"), page.zeros().stream().map(row -> row.name() + " " + row.zero()).toList());
		assertTrue(page.isComputed());
		asAdmin(() -> payroll.adjust(new Adjust(sales.rep(2).id(), OCTOBER, Money.of("50", "USD"), PayAdjustment.Reason.OTHER, "Kick-off", null, null, null)));
		assertEquals(List.of(sales.rep(2).name()), asAdmin(() -> months.month(OCTOBER)).waiting());
	}

	@Test
	void g28ALineShowsAsPaidAsNowAndTheDifference() {
		twoArePaidForOctober();
		close(SEPTEMBER);
		close(OCTOBER);
		nowWorth("a", "575");
		asAdmin(() -> payroll.compute());
		var history = asAdmin(() -> months.history(sales.rep(0).id(), OCTOBER));
		assertEquals("1000.00 USD 1150.00 USD 150.00 USD", history.asPaid() + " " + history.asNow() + " " + history.difference());
		assertEquals(2, history.lines().get(0).postings().size());
		assertEquals("Customer a, Deal a", history.lines().get(0).deal());
		aSecondRunPostsNothing();
	}

	@Test
	void twoRunsAreComparedByPersonAndByLine() {
		twoArePaidForOctober();
		asAdmin(() -> payroll.compute());
		var first = asAdmin(() -> months.runs(0, 1)).get(0);
		nowWorth("a", "600");
		clock.set(java.time.Clock.fixed(LocalDate.of(2026, 11, 16).atTime(15, 5).toInstant(java.time.ZoneOffset.UTC), java.time.ZoneOffset.UTC));
		asAdmin(() -> payroll.compute());
		var second = asAdmin(() -> months.runs(0, 1)).get(0);
		var compared = asAdmin(() -> months.compare(first.id(), second.id()));
		assertEquals(List.of(sales.rep(0).name() + " 1000.00 USD 1200.00 USD 200.00 USD"),
				compared.people().stream().map(row -> row.name() + " " + row.before() + " " + row.after() + " " + row.change()).toList());
		assertEquals(1, compared.lines().size());
		assertEquals(2, asAdmin(() -> months.compare(null, first.id())).lines().size(), "the book as of the first run");
		assertEquals("DONE 3 3", (second.finishedAt() == null ? "RUNNING" : "DONE") + " " + second.people() + " " + second.total());
	}

	@Test
	void aRunThatHasBegunIsFinishedWithoutAnybodyWaiting() throws Exception {
		twoArePaidForOctober();
		var run = asAdmin(() -> payroll.beginComputing());
		var until = System.nanoTime() + java.util.concurrent.TimeUnit.MINUTES.toNanos(2);
		while (asAdmin(() -> months.run(run)).finishedAt() == null) {
			assertTrue(System.nanoTime() < until, "the run does not end");
			Thread.onSpinWait();
		}
		assertEquals("3 2 0", asAdmin(() -> months.run(run)).people() + " " + asAdmin(() -> months.run(run)).posted() + " " + asAdmin(() -> months.run(run)).parked());
		aSecondRunPostsNothing();
	}

	@Test
	void aDealIsFoundByCustomerOrName() {
		won("zebra_1", sales.rep(0), "2026-10-14", "500");
		assertEquals(List.of(source("zebra_1")), asAdmin(() -> months.deals("customer ZEBRA_1")).stream().map(PayMonthService.DealChoice::source).toList());
		assertEquals(List.of(), asAdmin(() -> months.deals("zebra%1")));
		assertEquals("Customer zebra_1, Deal zebra_1", asAdmin(() -> months.deal(source("zebra_1"))).said());
	}

	@Test
	void ratesComeInAllOrNone() {
		var lines = RateLines.read("from,to,day,rate\r\nEUR,USD,2026-10-31,1.0850\r\n\"GBP\";\"USD\";2026-10-31;1.25\r\n");
		assertEquals(2, asAdmin(() -> payroll.putRates(lines.rates())));
		assertEquals(new BigDecimal("1.085"), asAdmin(() -> months.rates()).get(0).rate());
		var wrong = RateLines.read("EUR,USD,2026-10-31,0\nEUR,XXQ,2026-10-31,1\nEUR,EUR,2026-10-31,1\nEUR,USD,31.10.2026,1\nEUR,USD\n");
		assertEquals(List.of("1 rate", "2 currency", "3 same", "4 day", "5 cells"), wrong.problems().stream().map(problem -> problem.line() + " " + problem.key()).toList());
	}

	@Test
	void nobodyElseSeesTheMonth() {
		twoArePaidForOctober();
		asAdmin(() -> payroll.compute());
		for (var role : List.of(AccountRole.MANAGER, AccountRole.REP, AccountRole.EXECUTIVE)) {
			var actor = given.actor(role, role == AccountRole.REP ? sales.rep(0) : role == AccountRole.MANAGER ? sales.manager() : sales.vp());
			assertThrows(NotHereException.class, () -> given.as(actor, () -> months.month(OCTOBER)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> months.history(sales.rep(0).id(), OCTOBER)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> exports.page(OCTOBER)));
			assertThrows(NotHereException.class, () -> given.as(actor, () -> months.deals("a")));
		}
	}
}
