package org.headcoach.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.sql.DataSource;

import org.headcoach.InContainer;
import org.headcoach.people.Salesperson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;

/** What people did day by day, for everything that can be counted, against rows that can be counted by hand. */
class DailyFiguresIT extends InContainer {

	private static final YearMonth MONTH = YearMonth.of(2026, 3);
	private static final LocalDateTime START = MONTH.atDay(1).atStartOfDay();
	private static final LocalDateTime END = MONTH.plusMonths(1).atDay(1).atStartOfDay();

	@Inject
	private DailyFigures daily;

	@Inject
	private Figures figures;

	@Inject
	private MonthlyFigures monthly;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	private Salesperson amira;
	private Salesperson kofi;
	private String crm;

	@BeforeEach
	void aTeamAndACrm() {
		var sales = given.aTeamOf(2, LocalDate.of(2025, 1, 1));
		amira = sales.rep(0);
		kofi = sales.rep(1);
		crm = given.unique("CRM");
		run("insert into import_source (id, name, system, version) values (" + -3_000_000_000L + " + " + crm.substring(4) + ", '" + crm + "', 'OTHER', 1)");
		run("insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same, count_rejected,"
				+ " cancel_requested, created_at, created_by_name, version) select id, id, 'DEALS', 'deals.csv', 'x', 1, 'IMPORTED', 0, 0, 0, 0, 0, false, current_timestamp,"
				+ " 'Test', 1 from import_source where name = '" + crm + "'");
	}

	private void run(String sql) {
		try (var connection = database.getConnection(); var statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	private void row(String table, String columns, String values) {
		run("insert into " + table + " (source_id, batch_id, " + columns + ") select id, id, " + values + " from import_source where name = '" + crm + "'");
	}

	private static String text(String word) {
		return word == null ? "null" : "'" + word + "'";
	}

	private static String day(String day) {
		return day == null ? "null" : "date '" + day + "'";
	}

	private void activity(Salesperson owner, String type, String at, String outcome) {
		row("activity", "external_id, type, happened_at, happened_on, owner_id, outcome",
				text(given.unique("A")) + ", " + text(type) + ", timestamp '" + at.replace('T', ' ') + ":00', " + day(at.substring(0, 10)) + ", " + owner.id() + ", " + text(outcome));
	}

	private void lead(Salesperson owner, String worked) {
		row("lead", "external_id, owner_id, created_on, first_worked_on", text(given.unique("L")) + ", " + owner.id() + ", date '2026-02-01', " + day(worked));
	}

	private String deal(Salesperson owner, String state, String stage, String pipeline, String created, String closed, String mrr, String currency, String discount) {
		var id = given.unique("D");
		row("deal", "external_id, owner_id, state, stage, pipeline, created_on, closed_on, mrr, currency, discount", text(id) + ", " + owner.id() + ", " + text(state) + ", " + text(stage) + ", "
				+ text(pipeline) + ", " + day(created) + ", " + day(closed) + ", " + mrr + ", " + text(currency) + ", " + discount);
		return id;
	}

	private String won(Salesperson owner, String closed, String mrr) {
		return deal(owner, "WON", "Closed Won", null, "2026-02-20", closed, mrr, "USD", null);
	}

	private void cancelled(String deal, String on, String mrr, String currency) {
		row("cancellation", "external_id, deal_external_id, cancelled_on, mrr, currency", text(given.unique("C")) + ", " + text(deal) + ", " + day(on) + ", " + mrr + ", " + text(currency));
	}

	private DailyFigures.Counted counted(String code) {
		return daily.counted(daily.countable().stream().filter(metric -> metric.code().equals(code)).findFirst().orElseThrow());
	}

	private static DailyFigures.Counted step(Feed feed, String value, FeedRule rule, String pipeline, String... values) {
		return new DailyFigures.Counted("VOLUME:TEST", new Funnel.Step("TEST", "Test", feed, value, rule, List.of(values)), null, pipeline);
	}

	private List<DailyFigures.Days> march(Salesperson... people) {
		return java.util.Arrays.stream(people).map(person -> new DailyFigures.Days(person.id(), MONTH.atDay(1), MONTH.atEndOfMonth())).toList();
	}

	/** "amira 2 1, kofi 5 3/4": day of the month, quantity, divisor. */
	private String count(DailyFigures.Counted what) {
		return count(what, START, END);
	}

	private String count(DailyFigures.Counted what, LocalDateTime from, LocalDateTime until) {
		return said(daily.count(List.of(what), march(amira, kofi), from, until));
	}

	private String said(List<DailyFigures.DayFigure> figures) {
		return String.join(", ", figures.stream().map(one -> (one.personId() == amira.id() ? "amira " : "kofi ") + one.day().getDayOfMonth() + " " + plain(one.quantity())
				+ (one.divisor() == null ? "" : "/" + plain(one.divisor()))).sorted().toList());
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	// ------------------------------------------------------------ steps by each feed

	@Test
	void leadsCountOnTheDayTheyWereFirstWorked() {
		lead(amira, "2026-03-02");
		lead(amira, "2026-03-02");
		lead(amira, "2026-04-01");
		lead(amira, null);
		lead(kofi, "2026-03-31");
		assertEquals("amira 2 2, kofi 31 1", count(counted("VOLUME:LEADS_WORKED")));
	}

	@Test
	void activitiesCountByTheirTypeAndTheRuleOfTheirOutcome() {
		activity(amira, "DEMO", "2026-03-03T10:00", "Held");
		activity(amira, "DEMO", "2026-03-03T11:00", null);
		activity(amira, "DEMO", "2026-03-03T12:00", "no-show");
		activity(amira, "DEMO", "2026-03-04T12:00", "NO_SHOW");
		activity(amira, "CONNECT", "2026-03-03T10:00", "Held");
		activity(kofi, "DEMO", "2026-03-05T10:00", "Agreed");
		assertEquals("amira 3 2, kofi 5 1", count(counted("VOLUME:DEMOS")));
		assertEquals("amira 3 1", count(counted("VOLUME:CONNECTS")));
		assertEquals("amira 3 3, amira 4 1, kofi 5 1", count(step(Feed.ACTIVITY, "DEMO", FeedRule.ALL, null)));
		assertEquals("amira 3 1, kofi 5 1", count(step(Feed.ACTIVITY, "DEMO", FeedRule.ONLY, null, "held", "agreed")));
		assertEquals("amira 3 2, kofi 5 1", count(step(Feed.ACTIVITY, "DEMO", FeedRule.EXCEPT, null, "No show")));
	}

	@Test
	void dealsCountWhenCreatedInAStageOrWonAndByTheirPipeline() {
		deal(amira, "OPEN", "Contract-Sent", "New business", "2026-03-02", null, "null", null, null);
		deal(amira, "OPEN", "Qualified", null, "2026-03-02", null, "null", null, null);
		deal(amira, "LOST", "Contract Sent", "Renewals", "2026-03-03", "2026-03-04", "null", null, null);
		deal(kofi, "WON", "Closed Won", "Renewals", "2026-02-03", "2026-03-05", "100", "USD", null);
		assertEquals("amira 2 2, amira 3 1", count(step(Feed.DEALS_CREATED, null, FeedRule.ALL, null)));
		assertEquals("amira 3 1", count(step(Feed.DEALS_CREATED, null, FeedRule.ALL, "Renewals")));
		assertEquals("amira 2 1, amira 3 1", count(step(Feed.DEALS_IN_STAGE, null, FeedRule.ONLY, null, "contract sent")));
		assertEquals("amira 2 1", count(step(Feed.DEALS_IN_STAGE, null, FeedRule.EXCEPT, null, "Contract sent")));
		assertEquals("kofi 5 1", count(step(Feed.DEALS_WON, null, FeedRule.ALL, "Renewals")));
		assertEquals("", count(step(Feed.DEALS_WON, null, FeedRule.ALL, "New business")));
		assertEquals("kofi 5 1", count(counted("VOLUME:CUSTOMERS")));
	}

	@Test
	void aConversionHasWhatArrivedOverWhatItCameFrom() {
		activity(amira, "DISCOVERY", "2026-03-02T10:00", "Held");
		activity(amira, "DISCOVERY", "2026-03-02T11:00", "Held");
		activity(amira, "DEMO", "2026-03-02T12:00", "Held");
		activity(amira, "DEMO", "2026-03-06T12:00", "Held");
		activity(kofi, "DISCOVERY", "2026-03-09T12:00", "Held");
		assertEquals("amira 2 1/2, amira 6 1/0, kofi 9 0/1", count(counted("CONVERSION:DISCOVERIES:DEMOS")));
		won(kofi, "2026-03-09", "100");
		assertEquals("amira 2 0/1, amira 6 0/1, kofi 9 1/0", count(counted("CONVERSION:DEMOS:CUSTOMERS")));
	}

	// ------------------------------------------------------------ money and quality

	@Test
	void moneyInAnotherCurrencyIsNotCounted() {
		won(amira, "2026-03-02", "100.25");
		won(amira, "2026-03-02", "50");
		deal(amira, "WON", null, null, "2026-02-20", "2026-03-02", "900", "EUR", null);
		deal(amira, "WON", null, null, "2026-02-20", "2026-03-03", "70", null, null);
		deal(amira, "WON", null, null, "2026-02-20", "2026-03-04", "-5", "USD", null);
		deal(kofi, "WON", null, null, "2026-02-20", "2026-03-04", "80", "EUR", null);
		assertEquals("amira 2 150.25, amira 3 70", count(counted("MRR")));
		assertEquals("amira 2 150.25/2, amira 3 70/1", count(counted("MRR_PER_CUSTOMER")));
		assertEquals("amira 2 3, amira 3 1, amira 4 1, kofi 4 1", count(counted("VOLUME:CUSTOMERS")));
	}

	@Test
	void daysToCloseAndDiscountsHaveTheDealsThatTheyAreKnownFor() {
		deal(amira, "WON", null, null, "2026-03-01", "2026-03-11", "1", "USD", "10");
		deal(amira, "WON", null, null, "2026-03-11", "2026-03-11", "1", "USD", null);
		deal(amira, "WON", null, null, null, "2026-03-11", "1", "USD", "2.5");
		deal(amira, "WON", null, null, "2026-03-12", "2026-03-11", "1", "USD", "0");
		deal(kofi, "LOST", null, null, "2026-03-01", "2026-03-11", "1", "USD", "50");
		assertEquals("amira 11 10/2", count(counted("DAYS_TO_CLOSE")));
		assertEquals("amira 11 12.5/3", count(counted("DISCOUNT")));
	}

	@Test
	void aCustomerIsLostOnceByTheFirstCancellationAndNeverBeforeItWasWon() {
		var early = won(amira, "2026-02-10", "100");
		won(amira, "2026-02-11", "100");
		var late = won(amira, "2026-03-20", "60");
		var foreign = deal(kofi, "WON", null, null, "2026-01-01", "2026-02-01", "500", "EUR", null);
		cancelled(early, "2026-03-10", null, null);
		cancelled(early, "2026-03-05", "30", null);
		cancelled(late, "2026-03-15", null, null);
		cancelled(foreign, "2026-03-07", null, null);
		assertEquals("amira 20 60, amira 5 30", count(counted("MRR_LOST")));
		assertEquals("amira 1 0/2, amira 20 1, amira 5 1, kofi 1 0/1, kofi 7 1", count(counted("CHURN")));
	}

	@Test
	void whoHadCancelledBeforeTheFirstDayIsNoCustomerOfIt() {
		cancelled(won(amira, "2026-02-10", "100"), "2026-02-28", null, null);
		cancelled(won(amira, "2026-02-11", "100"), "2026-03-01", null, null);
		assertEquals("amira 1 1/1", count(counted("CHURN")));
	}

	// ------------------------------------------------------------ windows

	@Test
	void aWindowWithHoursCountsActivitiesByTheirHourAndTheRestByTheirDay() {
		for (var at : List.of("2026-03-02T13:59", "2026-03-02T14:00", "2026-03-03T08:00", "2026-03-05T11:59", "2026-03-05T12:00")) {
			activity(amira, "DEMO", at, "Held");
		}
		won(kofi, "2026-03-02", "1");
		won(kofi, "2026-03-05", "2");
		won(kofi, "2026-03-06", "4");
		var from = LocalDateTime.parse("2026-03-02T14:00");
		assertEquals("amira 2 1, amira 3 1, amira 5 1", count(counted("VOLUME:DEMOS"), from, LocalDateTime.parse("2026-03-05T12:00")));
		assertEquals("kofi 2 1, kofi 5 2", count(counted("MRR"), from, LocalDateTime.parse("2026-03-05T12:00")));
		assertEquals("kofi 2 1", count(counted("MRR"), from, LocalDateTime.parse("2026-03-05T00:00")));
		assertEquals("amira 2 1, amira 3 1", count(counted("VOLUME:DEMOS"), from, LocalDateTime.parse("2026-03-05T00:00")));
		assertEquals("amira 2 2, amira 3 1, amira 5 1", count(counted("VOLUME:DEMOS"), LocalDateTime.parse("2026-03-02T00:00"), LocalDateTime.parse("2026-03-05T12:00")));
	}

	@Test
	void onlyTheDaysThatAreAskedForAreCounted() {
		for (int day = 2; day < 8; day++) {
			activity(amira, "DEMO", "2026-03-0" + day + "T10:00", "Held");
			activity(kofi, "DEMO", "2026-03-0" + day + "T10:00", "Held");
		}
		var whose = List.of(new DailyFigures.Days(amira.id(), MONTH.atDay(3), MONTH.atDay(3)), new DailyFigures.Days(amira.id(), MONTH.atDay(5), MONTH.atDay(6)),
				new DailyFigures.Days(kofi.id(), MONTH.atDay(7), MONTH.atDay(20)));
		assertEquals("amira 3 1, amira 5 1, amira 6 1, kofi 7 1", said(daily.count(List.of(counted("VOLUME:DEMOS")), whose, START, END)));
		assertEquals(List.of(), daily.count(List.of(counted("VOLUME:DEMOS")), List.of(), START, END));
	}

	@Test
	void moreDaysThanFitIntoOneStatementAreCountedAllTheSame() {
		activity(amira, "DEMO", "2026-03-02T10:00", "Held");
		activity(amira, "DEMO", "2023-08-02T10:00", "Held");
		var first = LocalDate.of(2023, 1, 1);
		var whose = first.datesUntil(LocalDate.of(2027, 1, 1)).map(day -> new DailyFigures.Days(amira.id(), day, day)).toList();
		assertTrue(whose.size() > 1_000);
		assertEquals("amira 2 1, amira 2 1", said(daily.count(List.of(counted("VOLUME:DEMOS")), whose, first.atStartOfDay(), LocalDate.of(2027, 1, 1).atStartOfDay())));
	}

	// ------------------------------------------------------------ the same as by month

	@Test
	void theDaysOfAMonthComeToItsMonthlyFigureForEverythingThatCanBeCounted() {
		var random = new Random(5);
		for (int i = 0; i < 120; i++) {
			var owner = random.nextBoolean() ? amira : kofi;
			var at = MONTH.minusMonths(1).atDay(1).plusDays(random.nextInt(90));
			switch (random.nextInt(4)) {
				case 0 -> lead(owner, at.toString());
				case 1, 2 -> activity(owner, List.of("CONNECT", "DISCOVERY", "DEMO").get(random.nextInt(3)), at + "T1" + random.nextInt(10) + ":00", random.nextInt(4) == 0 ? "No show" : "Held");
				default -> {
					var state = random.nextInt(3) == 0 ? "LOST" : "WON";
					var deal = deal(owner, state, "Stage " + random.nextInt(2), null, at.minusDays(random.nextInt(30)).toString(), at.toString(), String.valueOf(random.nextInt(500)),
							random.nextInt(4) == 0 ? "EUR" : "USD", random.nextBoolean() ? "null" : String.valueOf(random.nextInt(30)));
					for (int c = random.nextInt(3); c > 0; c--) {
						cancelled(deal, at.plusDays(random.nextInt(40) - 3).toString(), random.nextBoolean() ? null : "20", null);
					}
				}
			}
		}
		run("insert into month_due (person_id, in_month, marked_at) select p.id, m.in_month, current_timestamp from salesperson p cross join (select cast(date '2026-02-01' as date) as in_month union"
				+ " select date '2026-03-01' union select date '2026-04-01') m where p.id in (" + amira.id() + ", " + kofi.id() + ")");
		figures.recomputeDue();
		var table = monthly.of(List.of(amira.id(), kofi.id()), MONTH, MONTH);
		var metrics = daily.countable();
		assertFalse(metrics.isEmpty());
		var found = daily.count(metrics.stream().map(daily::counted).toList(), march(amira, kofi), START, END);
		var known = new ArrayList<String>();
		for (int i = 0; i < metrics.size(); i++) {
			var metric = metrics.get(i);
			for (var person : List.of(amira, kofi)) {
				var place = i;
				var own = found.stream().filter(one -> one.counted() == place && one.personId() == person.id()).toList();
				var quantity = own.stream().map(DailyFigures.DayFigure::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
				var divisor = own.stream().map(DailyFigures.DayFigure::divisor).filter(java.util.Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
				var figure = metric.of(table.in(person.id(), MONTH));
				assertEquals(plain(figure.top()), plain(quantity), metric.code());
				assertEquals(figure.bottom() == null ? "0" : plain(figure.bottom()), plain(divisor), metric.code());
				if (quantity.signum() != 0) {
					known.add(metric.code());
				}
			}
		}
		assertTrue(known.containsAll(List.of("VOLUME:LEADS_WORKED", "VOLUME:DEMOS", "MRR", "DAYS_TO_CLOSE", "DISCOUNT", "CHURN", "MRR_LOST")), known::toString);
	}

	// ------------------------------------------------------------ kept

	@Test
	void whatIsCountedIsReadBackFromItsText() {
		for (var metric : daily.countable()) {
			var counted = daily.counted(metric);
			assertEquals(counted, DailyFigures.Counted.read(counted.text()), metric.code());
		}
		assertThrows(IllegalArgumentException.class, () -> count(new DailyFigures.Counted("NEVER", null, null, null)));
	}
}
