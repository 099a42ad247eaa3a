package org.headcoach.compensation;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessClock;
import org.headcoach.suite.Fixtures.Sales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** A test of pay begins with an empty book, a team and a CRM of its own, in the middle of November 2026. */
abstract class PayCase extends InContainer {

	static final Currency USD = Currency.getInstance("USD");
	static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
	static final YearMonth OCTOBER = YearMonth.of(2026, 10);
	static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

	@Inject
	PlanService plans;

	@Inject
	PayrollService payroll;

	@Inject
	BusinessClock clock;

	@Resource(lookup = "java:app/jdbc/headcoach")
	DataSource database;

	Sales sales;
	Actor admin;
	private String crm;

	@BeforeEach
	void anEmptyBook() {
		clearPay();
		clock.set(Clock.fixed(LocalDate.of(2026, 11, 16).atTime(15, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
		sales = given.aTeamOf(3, LocalDate.of(2025, 1, 1));
		admin = given.actor(AccountRole.ADMINISTRATOR, null);
		crm = given.unique("CRM");
		run("insert into import_source (id, name, system, version) values (-" + crm.substring(4) + "0001, '" + crm + "', 'OTHER', 1)");
		run("insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same, count_rejected,"
				+ " cancel_requested, created_at, created_by_name, version) select id, id, 'DEALS', 'deals.csv', 'x', 1, 'IMPORTED', 0, 0, 0, 0, 0, false, current_timestamp,"
				+ " 'Test', 1 from import_source where name = '" + crm + "'");
	}

	@AfterEach
	void leaveNothing() {
		clock.set(Clock.systemUTC());
		clearPay();
	}

	private void clearPay() {
		for (var table : List.of("town_meeting_change", "town_meeting_comment", "town_meeting_figure", "town_meeting_invited", "town_meeting_candidate", "town_meeting", "pay_question", "statement", "posting", "pay_run", "pay_adjustment", "pay_hold", "parked_pay", "pay_pass", "pay_due", "payroll_export", "exchange_rate",
				"assignment_quota", "plan_assignment", "plan_receipt", "lint_reason", "plan_version", "pay_plan", "pay_month")) {
			run(table.equals("posting") ? "update posting set corrects_id = null" : "delete from " + table);
			if (table.equals("posting")) {
				run("delete from parked_pay");
				run("delete from posting");
			}
		}
		run("update pay_calendar set first_open = null, computed_at = null, first_goal = 'MRR', adjustment_limit = 500, usual_factor = 3, hold_until_accepted = false, answer_days = 5,"
				+ " pay_on_day = 15");
	}

	void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	/** The first column of every row, as text. */
	List<String> read(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			var all = new ArrayList<String>();
			while (rows.next()) {
				all.add(rows.getString(1));
			}
			return all;
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	void row(String table, String columns, String values) {
		run("insert into " + table + " (source_id, batch_id, " + columns + ") select id, id, " + values + " from import_source where name = '" + crm + "'");
	}

	/** A deal that was won that day. */
	void won(String id, Salesperson owner, String day, String mrr) {
		row("deal", "external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, currency, prepaid_months", "'" + id + "', 'Deal " + id + "', 'Customer " + id + "', "
				+ owner.id() + ", 'WON', date '" + day + "', date '" + day + "', " + new BigDecimal(mrr).multiply(BigDecimal.valueOf(12)) + ", " + mrr + ", 'USD', 1");
	}

	void cancelled(String deal, String day) {
		row("cancellation", "external_id, deal_external_id, cancelled_on", "'C" + deal + "', '" + deal + "', date '" + day + "'");
	}

	void paid(String deal, String id, String day, int months) {
		row("payment", "external_id, deal_external_id, paid_on, amount, currency, months_covered", "'" + id + "', '" + deal + "', date '" + day + "', 100, 'USD', " + months);
	}

	void nowWorth(String deal, String mrr) {
		run("update deal set mrr = " + mrr + " where external_id = '" + deal + "' and source_id = (select id from import_source where name = '" + crm + "')");
	}

	String source(String deal) {
		return read("select id from import_source where name = '" + crm + "'").get(0) + ":" + deal;
	}

	<T> T asAdmin(Supplier<T> work) {
		return given.as(admin, work);
	}

	void asAdmin(Runnable work) {
		given.as(admin, work);
	}

	/** Two dollars for each dollar of new MRR; who cancels within four months takes all of it back. */
	static PlanTerms hunting(String name) {
		return PlanTerms.of(name, USD, Component.of("new-mrr", RateTable.flat(BigDecimal.valueOf(2)), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("New MRR"));
	}

	/** A published plan from that day on, with these people on it. */
	long onPlan(PlanTerms terms, String from, Map<String, BigDecimal> quotas, Salesperson... people) {
		return asAdmin(() -> {
			var version = plans.create(terms.name(), LocalDate.parse(from), terms);
			plans.judge(version).unkept().forEach(finding -> plans.keepFinding(version, finding.id(), "It is the test's plan"));
			plans.publish(version, plans.version(version).version());
			var plan = Long.parseLong(read("select plan_id from plan_version where id = " + version).get(0));
			plans.assign(new PlanService.Assign(plan, java.util.Arrays.stream(people).map(Salesperson::id).toList(), LocalDate.parse(from), null, null, null, null, quotas));
			return plan;
		});
	}

	/** What the statement of a month says that is paid. */
	String pay(Salesperson person, YearMonth month) {
		var pays = read("select pay from statement where person_id = " + person.id() + " and in_month = date '" + month.atDay(1) + "'");
		return pays.isEmpty() ? null : new BigDecimal(pays.get(0)).stripTrailingZeros().toPlainString();
	}

	void aSecondRunPostsNothing() {
		var before = read("select count(*) from posting");
		var computed = asAdmin(() -> payroll.compute());
		org.junit.jupiter.api.Assertions.assertEquals(0, computed.posted());
		org.junit.jupiter.api.Assertions.assertEquals(before, read("select count(*) from posting"));
	}
}
