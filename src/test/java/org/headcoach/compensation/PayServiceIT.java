package org.headcoach.compensation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.headcoach.compensation.WhatIf.Suppose;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.SqlSeen;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.WorkingCalendar;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

/** What people see of pay: explained to the deal, a zero with its reason, what if, questions, and nobody else's. */
class PayServiceIT extends PayCase {

	@Inject
	private PayService pay;

	@Inject
	private PeopleService people;

	private Actor rep(int index) {
		return given.actor(AccountRole.REP, sales.rep(index));
	}

	private Actor manager() {
		return given.actor(AccountRole.MANAGER, sales.manager());
	}

	private StatementPage own(int index, YearMonth month) {
		return given.as(rep(index), () -> pay.statement(sales.rep(index).id(), month));
	}

	private void close(YearMonth month) {
		asAdmin(() -> payroll.review(month));
		asAdmin(() -> payroll.close(month, true));
	}

	@Test
	void anAmountOpensIntoItsFormulaDownToTheDeal() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of("new-mrr", new BigDecimal("12000")), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		var page = own(0, OCTOBER);
		var line = page.lines().get(0);
		assertEquals("Customer a", line.name());
		assertEquals("1000.00 USD", line.amount().toString());
		assertEquals(0, new BigDecimal("500").compareTo(line.explanation().slices().get(0).base()));
		assertEquals(0, new BigDecimal("2").compareTo(line.explanation().slices().get(0).rate()));
		assertEquals("1000.00 USD", page.pay().toString());
		assertEquals(0, new BigDecimal("0.5").compareTo(page.attainments().get(0).share()));
		assertTrue(page.zeros().isEmpty());
		assertTrue(page.own());
	}

	@Test
	void aZeroSaysWhyItIsZero() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		won("a", sales.rep(0), "2026-10-14", "500");
		cancelled("a", "2026-10-20");
		won("x", sales.rep(1), "2026-10-14", "100");
		nowWorth("x", "null");
		asAdmin(() -> payroll.compute());
		assertEquals(List.of(ZeroReason.TAKEN_BACK), own(0, NOVEMBER).zeros());
		assertEquals(List.of(ZeroReason.REFUSED), own(1, OCTOBER).zeros());
		assertEquals("no-mrr", own(1, OCTOBER).refused().get(0).because());
		assertEquals(List.of(ZeroReason.NOTHING_COUNTED), own(1, NOVEMBER).zeros());
		assertEquals(List.of(ZeroReason.NO_PLAN), own(2, OCTOBER).zeros());
	}

	@Test
	void g28ACorrectionShowsAsPaidAsNowAndTheDifference() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		close(OCTOBER);
		nowWorth("a", "575");
		asAdmin(() -> payroll.compute());
		var line = own(0, NOVEMBER).lines().get(0);
		assertEquals(List.of("1000.00 USD", "1150.00 USD", "150.00 USD", "2026-10"),
				List.of(line.asPaid().toString(), line.asNow().toString(), line.amount().toString(), line.month().toString()));
		assertEquals(PayChange.Sort.SALES, own(0, NOVEMBER).changes().get(0).sort());
		assertEquals("1000.00 USD", own(0, OCTOBER).pay().toString());
		aSecondRunPostsNothing();
	}

	@Test
	void whatIfIsComputedByTheSameEngineAndKeepsNothing() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-11-10", "500");
		row("deal", "external_id, name, customer, owner_id, state, created_on, amount, mrr, currency, probability",
				"'o', 'Open', 'Customer o', " + sales.rep(0).id() + ", 'OPEN', date '2026-11-02', 2400, 200, 'USD', 50");
		asAdmin(() -> payroll.compute());
		var before = read("select count(*) from posting");
		var nothing = given.as(rep(0), () -> pay.whatIf(sales.rep(0).id(), Suppose.NOTHING));
		assertEquals("1000.00 USD", nothing.now().toString());
		assertEquals("400.00 USD", nothing.deals().get(0).pay().toString());
		assertEquals("200.00 USD", nothing.expected().toString());
		var more = given.as(rep(0), () -> pay.whatIf(sales.rep(0).id(), new Suppose(new BigDecimal("300"), Set.of(nothing.deals().get(0).id()))));
		assertEquals("2000.00 USD", more.then().toString());
		assertEquals("1000.00 USD", more.earned().toString());
		assertEquals(0, new BigDecimal("1000").compareTo(more.reached()));
		assertEquals(before, read("select count(*) from posting"));
		assertEquals("1000", pay(sales.rep(0), NOVEMBER));
		aSecondRunPostsNothing();
	}

	@Test
	void aQuestionStaysOnItsLineWithAnswerAndOutcome() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0));
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		var posting = own(0, OCTOBER).lines().get(0).postingId();
		var id = given.as(rep(0), () -> pay.ask(OCTOBER, posting, " Why only 500? "));
		var asked = own(0, OCTOBER).lines().get(0).questions().get(0);
		assertEquals("Why only 500?", asked.asked());
		var calendar = given.as(admin, () -> new WorkingCalendar(people.company().workingDays(), people.holidays()));
		assertEquals(5, calendar.workingDays(LocalDate.of(2026, 11, 17), asked.dueOn()));
		assertTrue(calendar.isWorkingDay(asked.dueOn()));
		assertEquals(1, (long) given.as(manager(), () -> pay.questionsToAnswer()));
		assertEquals(1, given.as(manager(), () -> pay.team(OCTOBER)).rows().get(0).questions());
		assertThrows(NotHereException.class, () -> given.as(rep(0), () -> pay.answer(id, asked.version(), "Fine", PayQuestion.Outcome.STANDS)));
		given.as(manager(), () -> pay.answer(id, asked.version(), "The CRM says 500.", PayQuestion.Outcome.STANDS));
		var answered = own(0, OCTOBER).lines().get(0).questions().get(0);
		assertEquals(PayQuestion.Outcome.STANDS, answered.outcome());
		assertEquals(0, (long) given.as(manager(), () -> pay.questionsToAnswer()));
		assertEquals("compensation.question.error.answered", assertThrows(BusinessException.class,
				() -> given.as(manager(), () -> pay.answer(id, answered.version(), "Again", PayQuestion.Outcome.CHANGED))).key());
	}

	@Test
	void theTeamsMonthShowsThoseToLookAtFirst() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1), sales.manager());
		won("a", sales.rep(0), "2026-10-14", "500");
		asAdmin(() -> payroll.compute());
		var rows = given.as(manager(), () -> pay.team(OCTOBER)).rows();
		assertEquals(List.of(sales.rep(1).id(), sales.rep(0).id()), rows.stream().map(TeamPayPage.Row::personId).toList());
		assertEquals(Set.of(TeamPayPage.LookAt.ZERO), rows.get(0).exceptions());
		assertTrue(rows.get(1).exceptions().isEmpty());
		assertEquals(3, given.as(given.actor(AccountRole.DIRECTOR, sales.director()), () -> pay.team(OCTOBER)).rows().size());
	}

	@Test
	void nobodySeesMoreThanTheOwnPayOrThatOfTheOwnLine() {
		var other = given.aTeamOf(1, LocalDate.of(2025, 1, 1));
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1), sales.manager(), other.rep(0));
		for (var person : List.of(sales.rep(0), sales.rep(1), sales.manager(), other.rep(0))) {
			won("d" + person.id(), person, "2026-10-14", "500");
		}
		asAdmin(() -> payroll.compute());
		close(OCTOBER);
		var nobody = 987_654_321L;
		for (var stranger : List.of(sales.rep(1).id(), sales.manager().id(), other.rep(0).id(), nobody)) {
			assertUnseen(rep(0), stranger);
		}
		for (var stranger : List.of(other.rep(0).id(), sales.director().id(), nobody)) {
			assertUnseen(manager(), stranger);
		}
		assertEquals("1000.00 USD", given.as(manager(), () -> pay.statement(sales.rep(1).id(), OCTOBER)).pay().toString());
		assertFalse(given.as(manager(), () -> pay.team(OCTOBER)).rows().stream().anyMatch(row -> row.personId().equals(other.rep(0).id()) || row.personId().equals(sales.manager().id())));
		assertThrows(NotHereException.class, () -> given.as(rep(0), () -> pay.team(OCTOBER)));
		assertThrows(NotHereException.class, () -> given.as(admin, () -> pay.whatIf(sales.rep(0).id(), Suppose.NOTHING)));
	}

	private void assertUnseen(Actor reader, long person) {
		assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.statement(person, OCTOBER)));
		assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.statements(person)));
		assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.file(person, OCTOBER)));
		assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.whatIf(person, Suppose.NOTHING)));
		for (var id : read("select id from statement where person_id = " + person)) {
			assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.statementById(Long.parseLong(id))));
		}
		for (var id : read("select id from posting where person_id = " + person)) {
			assertThrows(NotHereException.class, () -> given.as(reader, () -> pay.ask(OCTOBER, Long.parseLong(id), "Whose is it?")));
		}
	}

	@Test
	void aStatementCostsTheSameStatementsWhateverItsLength() {
		onPlan(hunting(given.unique("Hunting")), "2026-10-01", Map.of(), sales.rep(0), sales.rep(1));
		won("a", sales.rep(0), "2026-10-14", "500");
		for (int i = 0; i < 30; i++) {
			won("b" + i, sales.rep(1), "2026-10-14", "100");
		}
		asAdmin(() -> payroll.compute());
		assertEquals(statementsFor(sales.rep(0)), statementsFor(sales.rep(1)));
		assertEquals(30, own(1, OCTOBER).lines().stream().filter(line -> line.kind() == Owed.Kind.SALE).count());
	}

	private int statementsFor(Salesperson person) {
		try (var sql = new SqlSeen()) {
			given.as(given.actor(AccountRole.REP, person), () -> pay.statement(person.id(), OCTOBER));
			return sql.reading().size();
		}
	}
}
