package org.headcoach.suite;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntFunction;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.people.Secrets;
import org.headcoach.setup.Migrations;

/**
 * A company of so many reps, all on one plan, written into an empty database past the services: what a process needs to find when it starts to pay many.
 * Rep number 0 has the lowest id.
 */
public final class PayingCompany {

	/** A program with this token may import deals and run pay. */
	public static final String TOKEN = Secrets.create();

	/** The CRM of {@link #deals}. */
	public static final String CRM = "CRM";

	public static final long PLAN = 10;
	public static final long VERSION = 11;

	private static final long SOURCE = 20;
	private static final long BATCH = 21;
	private static final long FIRST_REP = 1_001;
	private static final int AT_ONCE = 1_000;

	/** A deal of the rep with that number. */
	public record Sold(String id, int rep, LocalDate on, BigDecimal mrr) {
	}

	private final String url;
	private final String user;
	private final String password;

	/** @param url of an empty database */
	public PayingCompany(String url, String user, String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	public static long idOf(int rep) {
		return FIRST_REP + rep;
	}

	public static String emailOf(int rep) {
		return "rep" + rep + "@paying.example";
	}

	/** The whole line under one manager; the plan and everybody on it begin with that day, and so does pay. */
	public void settle(PlanTerms terms, int reps, LocalDate since) throws SQLException {
		Migrations.of(url.startsWith("jdbc:h2:") ? "h2" : "postgresql").dataSource(url, user, password).load().migrate();
		var now = Timestamp.from(since.minusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC));
		try (var connection = connect()) {
			run(connection, "alter sequence ids restart with 1000000");
			run(connection, "insert into company (id, name, currency, zone, fiscal_year_start_month, working_days, ranking_shown, demo, version)"
					+ " values (1, 'Paying Company', ?, 'UTC', 1, '12345', true, false, 1)", terms.currency().getCurrencyCode());
			run(connection, "insert into region (id, name, version) values (1, 'Everywhere', 1)");
			run(connection, "insert into team (id, name, region_id, version) values (1, 'Everybody', 1, 1)");
			run(connection, "insert into salesperson (id, name, email, external_id, started_on, version) values (1, 'Manager', 'manager@paying.example', 'M', ?, 1)", Date.valueOf(since));
			run(connection, "insert into position_held (id, person_id, role, job_title, team_id, region_id, from_day) values (1, 1, 'MANAGER', 'Manager', 1, 1, ?)", Date.valueOf(since));
			run(connection, "insert into account (id, login, name, password_hash, role, active, epoch, created_at, version) values (1, 'admin', 'Admin', 'x', 'ADMINISTRATOR', true, 1, ?, 1)",
					now);
			run(connection, "insert into api_token (id, account_id, name, token_hash, scopes, created_at, expires_at) values (1, 1, 'test', ?, 'IMPORT_DATA,RUN_PAY', ?, ?)", Secrets.hash(TOKEN),
					now, Timestamp.valueOf(LocalDate.now(ZoneOffset.UTC).plusYears(1).atStartOfDay()));
			run(connection, "insert into import_source (id, name, system, version) values (?, ?, 'OTHER', 1)", SOURCE, CRM);
			run(connection, """
					insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same,
						count_rejected, cancel_requested, created_at, created_by_name, committed_at, version)
					values (?, ?, 'DEALS', 'deals.csv', 'x', 1, 'IMPORTED', 0, 0, 0, 0, 0, false, ?, 'Test', ?, 1)""", BATCH, SOURCE, now, now);
			run(connection, "insert into pay_plan (id, name, archived, version) values (?, ?, false, 1)", PLAN, terms.name());
			run(connection, "insert into plan_version (id, plan_id, number, status, effective_from, terms_json, created_at, created_by_name, published_at, published_by_name, version)"
					+ " values (?, ?, 1, 'PUBLISHED', ?, ?, ?, 'Test', ?, 'Test', 1)", VERSION, PLAN, Date.valueOf(since), Json.write(terms), now, now);
			batches(connection, reps, "insert into salesperson (id, name, email, external_id, started_on, version) values (?, ?, ?, ?, ?, 1)",
					(row, i) -> set(row, idOf(i), "Rep " + i, emailOf(i), "R" + i, Date.valueOf(since)));
			batches(connection, reps, "insert into position_held (id, person_id, role, job_title, team_id, region_id, superior_id, from_day) values (?, ?, 'REP', 'Rep', 1, 1, 1, ?)",
					(row, i) -> set(row, 100_000L + i, idOf(i), Date.valueOf(since)));
			batches(connection, reps, "insert into plan_assignment (id, plan_id, person_id, from_day, version) values (?, ?, ?, ?, 1)",
					(row, i) -> set(row, 200_000L + i, PLAN, idOf(i), Date.valueOf(since)));
			run(connection, "update pay_calendar set first_open = ?", Date.valueOf(since));
			connection.commit();
		}
	}

	/** Won deals, past the import: nobody is marked. */
	public void deals(int count, IntFunction<Sold> which) throws SQLException {
		try (var connection = connect()) {
			batches(connection, count, "insert into deal (source_id, batch_id, external_id, name, customer, owner_id, state, created_on, closed_on, amount, mrr, currency, prepaid_months)"
					+ " values (?, ?, ?, ?, ?, ?, 'WON', ?, ?, ?, ?, 'USD', 1)", (row, i) -> {
						var deal = which.apply(i);
						set(row, SOURCE, BATCH, deal.id(), "Deal " + deal.id(), "Customer " + deal.id(), idOf(deal.rep()), Date.valueOf(deal.on()), Date.valueOf(deal.on()),
								deal.mrr().multiply(BigDecimal.valueOf(12)), deal.mrr());
					});
			connection.commit();
		}
	}

	/** Commits nothing by itself. */
	public Connection connect() throws SQLException {
		var connection = DriverManager.getConnection(url, user, password);
		connection.setAutoCommit(false);
		return connection;
	}

	/** The one number that a query finds. */
	public long read(String sql) throws SQLException {
		try (var connection = connect(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	/** Runs a statement and commits it. */
	public void run(String sql, Object... arguments) throws SQLException {
		try (var connection = connect()) {
			run(connection, sql, arguments);
			connection.commit();
		}
	}

	private interface Filling {
		void fill(PreparedStatement row, int i) throws SQLException;
	}

	private static void batches(Connection connection, int rows, String sql, Filling filling) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < rows; i++) {
				filling.fill(statement, i);
				statement.addBatch();
				if ((i + 1) % AT_ONCE == 0 || i + 1 == rows) {
					statement.executeBatch();
				}
			}
		}
	}

	private static void run(Connection connection, String sql, Object... arguments) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			set(statement, arguments);
			statement.executeUpdate();
		}
	}

	private static void set(PreparedStatement statement, Object... arguments) throws SQLException {
		for (int i = 0; i < arguments.length; i++) {
			statement.setObject(i + 1, arguments[i]);
		}
	}
}
