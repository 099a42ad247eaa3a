package org.headcoach.pipeline;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.setup.Migrations;

/** A database in memory with the schema of the migrations, one source and one batch, to count figures in. */
final class FiguresDatabase implements AutoCloseable {

	final Connection connection;

	FiguresDatabase() throws SQLException {
		var url = "jdbc:h2:mem:figures" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
		Migrations.of("h2").dataSource(url, "sa", "").load().migrate();
		connection = DriverManager.getConnection(url, "sa", "");
		connection.setAutoCommit(false);
		run("insert into company (id, name, currency, zone, fiscal_year_start_month, working_days, ranking_shown, demo, version) values (1, 'Acme', 'USD', 'America/New_York', 1, '12345', true, false, 1)");
		run("insert into import_source (id, name, system, version) values (1, 'CRM', 'HUBSPOT', 1)");
		run("""
				insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same,
					count_rejected, cancel_requested, created_at, created_by_name, version)
				values (1, 1, 'DEALS', 'deals.csv', 'x', 1, 'COMMITTED', 1, 1, 0, 0, 0, false, current_timestamp, 'Test', 1)""");
	}

	void run(String sql, Object... arguments) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < arguments.length; i++) {
				var argument = arguments[i];
				statement.setObject(i + 1, argument instanceof LocalDate day ? Date.valueOf(day) : argument);
			}
			statement.executeUpdate();
		}
	}

	/** Empties everything that a case fills, so that one schema serves many. */
	void clear() throws SQLException {
		for (var table : List.of("month_due", "monthly_figure", "cancellation", "deal", "activity", "lead", "position_held", "salesperson", "team", "region")) {
			run("delete from " + table);
		}
		connection.commit();
	}

	void people(long count, List<MonthRecount.Held> held) throws SQLException {
		for (long region = 1; region <= 2; region++) {
			run("insert into region (id, name, version) values (?, ?, 1)", region, "Region " + region);
		}
		for (long team = 1; team <= 3; team++) {
			run("insert into team (id, name, version) values (?, ?, 1)", team, "Team " + team);
		}
		for (long person = 1; person <= count; person++) {
			run("insert into salesperson (id, name, started_on, version) values (?, ?, date '2020-01-01', 1)", person, "Person " + person);
		}
		long id = 1;
		for (var place : held) {
			run("insert into position_held (id, person_id, role, segment, team_id, region_id, from_day, until_day) values (?, ?, 'REP', ?, ?, ?, ?, ?)",
					id++, place.personId(), place.segment(), place.teamId(), place.regionId(), place.from(), place.until());
		}
	}

	/** Writes raw rows and their marks, as an import does. */
	void add(FiguresByHand.Raw raw) throws SQLException {
		for (var lead : raw.leads()) {
			run("insert into lead (source_id, external_id, owner_id, first_worked_on, batch_id) values (1, ?, ?, ?, 1)", lead.id(), lead.owner(),
					lead.firstWorked());
			mark(lead.owner(), lead.firstWorked());
		}
		for (var activity : raw.activities()) {
			run("insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, batch_id) values (1, ?, ?, ?, ?, ?, ?, 1)",
					activity.id(), activity.type(), Timestamp.valueOf(activity.happened().atTime(9, 0)), activity.happened(), activity.owner(), activity.outcome());
			mark(activity.owner(), activity.happened());
		}
		for (var deal : raw.deals()) {
			run("""
					insert into deal (source_id, external_id, owner_id, pipeline, stage, state, created_on, closed_on, mrr, currency, discount, batch_id)
					values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""", deal.id(), deal.owner(), deal.pipeline(), deal.stage(), deal.state(), deal.created(),
					deal.closed(), deal.mrr(), deal.currency(), deal.discount());
			mark(deal.owner(), deal.created());
			mark(deal.owner(), deal.closed());
		}
		for (var cancellation : raw.cancellations()) {
			run("insert into cancellation (source_id, external_id, deal_external_id, cancelled_on, mrr, currency, batch_id) values (1, ?, ?, ?, ?, ?, 1)",
					cancellation.id(), cancellation.deal(), cancellation.cancelled(), cancellation.mrr(), cancellation.currency());
		}
		// a deal and its cancellations may come in any order, in different files
		run("""
				insert into month_due (person_id, in_month, marked_at)
				select d.owner_id, cast(date_trunc('month', greatest(d.closed_on, x.cancelled_on)) as date), current_timestamp
				from cancellation x join deal d on d.source_id = x.source_id and d.external_id = x.deal_external_id
				where d.owner_id is not null and d.closed_on is not null""");
	}

	void mark(Long person, LocalDate day) throws SQLException {
		if (person != null && day != null) {
			run("insert into month_due (person_id, in_month, marked_at) values (?, ?, current_timestamp)", person, day.withDayOfMonth(1));
		}
	}

	/** Counts everything that is due; returns how many months were. */
	int recount() throws SQLException {
		var recount = new MonthRecount(connection);
		var due = recount.due();
		for (var month : due) {
			recount.lock();
			recount.recount(month, Instant.parse("2026-11-02T08:00:00Z"));
			connection.commit();
		}
		return due.size();
	}

	/** What stands in the table, without the logarithms. */
	Map<FiguresByHand.Key, BigDecimal> figures() throws SQLException {
		var figures = new TreeMap<FiguresByHand.Key, BigDecimal>();
		try (var rows = connection.createStatement().executeQuery("select * from monthly_figure where metric not like '%\\_LN\\_%'")) {
			while (rows.next()) {
				figures.put(new FiguresByHand.Key(rows.getLong("person_id"), YearMonth.from(rows.getDate("in_month").toLocalDate()), rows.getString("metric"),
						rows.getLong("team_id"), rows.getLong("region_id")), rows.getBigDecimal("quantity"));
			}
		}
		return figures;
	}

	long marks() throws SQLException {
		try (var rows = connection.createStatement().executeQuery("select count(*) from month_due")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	@Override
	public void close() throws SQLException {
		connection.createStatement().execute("shutdown");
	}
}
