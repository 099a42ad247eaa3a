package org.headcoach.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Passwords;
import org.headcoach.people.Secrets;

/**
 * A company whose one team has fifty reps, with fourteen months of as much work as asked for. Every number is told by the place of the
 * row, so every run has the same.
 */
final class LargeCompany {

	static final int REPS = 50;
	static final int MONTHS = 14;
	static final String PASSWORD = "measured by the minute";
	/** The manager of the fifty. */
	static final String MANAGER = "manager";
	/** May import, by a program with {@link #TOKEN} too. */
	static final String ADMINISTRATOR = "administrator";
	static final String TOKEN = Secrets.create();

	static final long FIRST_REP = 101;
	private static final int SOURCE = 1;
	private static final int BATCH = 2;
	private static final int AT_ONCE = 1_000;
	private static final String[] TYPES = {"Connect", "Call", "Discovery", "E-mail", "Demo", "Meeting"};
	private static final String[] OUTCOMES = {"Interested", "Not interested", "Qualified", "Held", "No show", "Call back"};
	private static final String[] ORIGINS = {"Webinar", "E-book", "Demo request", "Cold call"};

	private final YearMonth first = YearMonth.now(ZoneOffset.UTC).minusMonths(MONTHS);
	private final int days = (int) ChronoUnit.DAYS.between(first.atDay(1), first.plusMonths(MONTHS).atDay(1));

	/** The company, its people and its two accounts; no work yet. */
	void settle(Database database) throws SQLException {
		try (var connection = database.connect()) {
			var start = first.minusYears(2).atDay(1);
			run(connection, "alter sequence ids restart with 100000");
			run(connection, "insert into company (id, name, currency, zone, fiscal_year_start_month, working_days, ranking_shown, demo, version)"
					+ " values (1, 'Large Company', 'USD', 'America/New_York', 1, '12345', true, false, 1)");
			run(connection, "insert into region (id, name, version) values (1, 'Everywhere', 1)");
			run(connection, "insert into team (id, name, region_id, version) values (1, 'The Fifty', 1, 1)");
			person(connection, 1, "Vera Summers", "VP", null, start);
			person(connection, 2, "Dirk Harbour", "DIRECTOR", 1L, start);
			person(connection, 3, "Mona Fields", "MANAGER", 2L, start);
			for (int rep = 0; rep < REPS; rep++) {
				person(connection, FIRST_REP + rep, name(rep), "REP", 3L, start);
			}
			var hash = new Passwords().hash(PASSWORD);
			account(connection, 1, MANAGER, "MANAGER", 3L, hash);
			account(connection, 2, ADMINISTRATOR, "ADMINISTRATOR", null, hash);
			run(connection, "insert into api_token (id, account_id, name, token_hash, scopes, created_at, expires_at) values (1, 2, 'benchmark', ?, ?, ?, ?)",
					Secrets.hash(TOKEN), "IMPORT_DATA", now(), Timestamp.valueOf(LocalDate.now(ZoneOffset.UTC).plusYears(1).atStartOfDay()));
			connection.commit();
		}
	}

	/** A source and a batch for rows that come past the importer. */
	void openABatch(Connection connection) throws SQLException {
		run(connection, "insert into import_source (id, name, system, version) values (" + SOURCE + ", 'Benchmark', 'HUBSPOT', 1)");
		run(connection, """
				insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same,
					count_rejected, cancel_requested, created_at, created_by_name, committed_at, version)
				values (?, ?, 'ACTIVITIES', 'activities.csv', 'x', 1, 'IMPORTED', 0, 0, 0, 0, 0, false, ?, 'Benchmark', ?, 1)""", BATCH, SOURCE, now(), now());
		connection.commit();
	}

	/** So many activities, as many leads and a tenth as many deals, and the marks that make the next start count them. */
	void work(Database database, int activities) throws SQLException {
		try (var connection = database.connect()) {
			openABatch(connection);
			batches(connection, activities, "insert into lead (source_id, external_id, owner_id, created_on, assigned_on, first_worked_on, origin, persona, status, company, country, batch_id)"
					+ " values (?, ?, ?, ?, ?, ?, ?, 'Owner', 'Open Deal', ?, 'US', ?)", (row, i) -> {
						var day = Date.valueOf(day(i));
						set(row, SOURCE, "L" + i, owner(i), day, day, day, ORIGINS[i % ORIGINS.length], "Company " + i, BATCH);
					});
			batches(connection, activities, "insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, lead_external_id, batch_id)"
					+ " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
					(row, i) -> set(row, SOURCE, "A" + i, type(i).toUpperCase(java.util.Locale.ROOT).replace("-", ""), Timestamp.valueOf(day(i).atTime(9 + i % 9, i % 60)),
							Date.valueOf(day(i)), owner(i), OUTCOMES[i % 7 % OUTCOMES.length], "L" + i, BATCH));
			batches(connection, activities / 10, """
					insert into deal (source_id, external_id, name, owner_id, customer, product, pipeline, stage, state, created_on, closed_on, lost_reason, amount, mrr,
						currency, discount, payment_terms, prepaid_months, lead_external_id, batch_id)
					values (?, ?, ?, ?, ?, 'Standard', 'Sales Pipeline', ?, ?, ?, ?, ?, ?, ?, 'USD', ?, 'Monthly', 1, ?, ?)""", (row, i) -> {
				var won = (i / REPS + i) % 3 == 0;
				var mrr = 400 + i * 37 % 700;
				var closed = day(i);
				set(row, SOURCE, "D" + i, "Deal " + i, owner(i), "Company " + i, won ? "Closed Won" : "Closed Lost", won ? "WON" : "LOST", Date.valueOf(closed.minusDays(8 + i % 23)),
						Date.valueOf(closed), won ? null : "Price", 12 * mrr, mrr, i % 4 * 5, "L" + i, BATCH);
			});
			pay(connection, first.plusMonths(MONTHS - 1L).atDay(1));
			for (int month = 0; month < MONTHS; month++) {
				run(connection, "insert into month_due (person_id, in_month, marked_at) select id, ?, ? from salesperson where id >= " + FIRST_REP,
						Date.valueOf(first.plusMonths(month).atDay(1)), now());
			}
			connection.commit();
		}
	}

	/** Everybody's pay begins with the last full month: 2 for each 1 of MRR up to 20,000, 3 above. */
	private static void pay(Connection connection, LocalDate since) throws SQLException {
		var limit = BigDecimal.valueOf(20_000);
		var table = new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, limit, BigDecimal.valueOf(2)), Tier.marginal(limit, null, BigDecimal.valueOf(3))), Boundary.HIGHER);
		var terms = PlanTerms.of("Two tiers", Currency.getInstance("USD"), Component.of("mrr", table, Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("MRR"));
		run(connection, "insert into pay_plan (id, name, archived, version) values (1, 'Two tiers', false, 1)");
		run(connection, "insert into plan_version (id, plan_id, number, status, effective_from, terms_json, created_at, created_by_name, published_at, published_by_name, version)"
				+ " values (1, 1, 1, 'PUBLISHED', ?, ?, ?, 'Benchmark', ?, 'Benchmark', 1)", Date.valueOf(since), Json.write(terms), now(), now());
		run(connection, "insert into plan_assignment (id, plan_id, person_id, from_day, version) select id, 1, id, ?, 1 from salesperson where id >= " + FIRST_REP, Date.valueOf(since));
		run(connection, "update pay_calendar set first_open = ?", Date.valueOf(since));
	}

	/** A CRM's export of so many activities, as it is uploaded. */
	void exportActivities(Path file, int lines) throws IOException {
		try (var out = Files.newBufferedWriter(file)) {
			out.write("Record ID,Activity type,Activity date,Activity assigned to,Outcome,Associated Contact IDs\n");
			for (int i = 0; i < lines; i++) {
				line(out, 10_000_000 + i, type(i), day(i) + " " + time(i), email(i % REPS), OUTCOMES[i % 7 % OUTCOMES.length], "L" + i);
			}
		}
	}

	/** The same lines with everything looked up and in the table's own columns: nothing is left to do but to write them. */
	void resolvedActivities(Path file, int lines) throws IOException {
		try (var out = Files.newBufferedWriter(file)) {
			for (int i = 0; i < lines; i++) {
				line(out, SOURCE, 10_000_000 + i, type(i).toUpperCase(java.util.Locale.ROOT).replace("-", ""), day(i) + " " + time(i) + ":00", day(i), owner(i),
						OUTCOMES[i % 7 % OUTCOMES.length], "L" + i, BATCH);
			}
		}
	}

	private static void line(BufferedWriter out, Object... cells) throws IOException {
		for (int i = 0; i < cells.length; i++) {
			if (i > 0) {
				out.write(',');
			}
			out.write(cells[i].toString());
		}
		out.write('\n');
	}

	private static String type(int i) {
		return TYPES[i % 11 % TYPES.length];
	}

	private LocalDate day(int i) {
		return first.atDay(1).plusDays(i * 7919L % days);
	}

	private static String time(int i) {
		int minute = i % 60;
		return (9 + i % 9 < 10 ? "0" : "") + (9 + i % 9) + (minute < 10 ? ":0" : ":") + minute;
	}

	private static long owner(int i) {
		return FIRST_REP + i % REPS;
	}

	private static String name(int rep) {
		return "Rep " + (char) ('A' + rep / 26) + (char) ('A' + rep % 26);
	}

	private static String email(int rep) {
		return name(rep).toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@large.example";
	}

	private static void person(Connection connection, long id, String name, String role, Long superior, LocalDate since) throws SQLException {
		run(connection, "insert into salesperson (id, name, email, external_id, started_on, version) values (?, ?, ?, ?, ?, 1)", id, name,
				name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@large.example", "E" + id, Date.valueOf(since));
		run(connection, "insert into position_held (id, person_id, role, job_title, team_id, region_id, superior_id, from_day) values (?, ?, ?, ?, ?, ?, ?, ?)",
				id + 1_000, id, role, role, role.equals("REP") || role.equals("MANAGER") ? 1L : null, 1L, superior, Date.valueOf(since));
	}

	private static void account(Connection connection, long id, String login, String role, Long person, String hash) throws SQLException {
		run(connection, "insert into account (id, login, name, password_hash, role, person_id, active, epoch, created_at, version) values (?, ?, ?, ?, ?, ?, true, 1, ?, 1)",
				id, login, login, hash, role, person, now());
	}

	private static Timestamp now() {
		return new Timestamp(System.currentTimeMillis());
	}

	/** Fills the line of that number. */
	interface Filling {
		void fill(PreparedStatement row, int i) throws SQLException;
	}

	static void batches(Connection connection, int rows, String sql, Filling filling) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < rows; i++) {
				filling.fill(statement, i);
				statement.addBatch();
				if ((i + 1) % AT_ONCE == 0 || i + 1 == rows) {
					statement.executeBatch();
				}
			}
			connection.commit();
		}
	}

	static void run(Connection connection, String sql, Object... arguments) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			set(statement, arguments);
			statement.executeUpdate();
		}
	}

	static void set(PreparedStatement statement, Object... arguments) throws SQLException {
		for (int i = 0; i < arguments.length; i++) {
			statement.setObject(i + 1, arguments[i]);
		}
	}
}
