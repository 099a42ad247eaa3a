package org.headcoach.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Passwords;
import org.headcoach.suite.PayingCompany;
import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A contest of a thousand reps in a hundred teams over a month with a million activities, on PostgreSQL: what an import of some rows has counted anew stands against
 * counting everything anew, and the contest's page against the baseline page with as many cells.
 */
final class ContestBenchmark {

	private static final String PASSWORD = "measured by the minute";
	private static final long CONTEST = 500;
	private static final long SOURCE = 20;
	private static final long FIRST_BATCH = 700;
	private static final int REPS_IN_A_TEAM = 10;
	private static final int AT_ONCE = 1_000;
	/** Demos that took place, as a contest keeps it. */
	private static final String COUNTED = """
			{"code":"VOLUME:DEMOS","step":{"code":"DEMOS","fedBy":"ACTIVITY","feedValue":"DEMO","rule":"EXCEPT","values":["No show","Cancelled"]}}""";
	private static final List<Integer> IMPORTS = List.of(1_000, 10_000);
	private static final int OPEN_PAGES = 500;
	private static final String BASELINE = "/benchmark/baseline";

	private final Scale scale;
	private final Report report;
	private final Path postgresql = Path.of("target/benchmark/postgresql-contest").toAbsolutePath();
	private final YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
	private long batches = FIRST_BATCH;
	private long activities;

	ContestBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException, InterruptedException {
		var war = BenchmarkWar.withBaseline();
		report.heading("A contest counted anew");
		report.line("%,d reps in %,d teams, one month, PostgreSQL with fsync, -Xmx1g. Medians of %d after a first one; they take turns. Marks are days of people.", scale.payees(),
				scale.payees() / REPS_IN_A_TEAM, scale.payRounds());
		report.line("");
		report.columns("activities", "rows imported", "marks", "counting ms", "marking ms", "everything ms", "to counting everything");
		for (var size : List.of(scale.activities() / 10, scale.activities())) {
			run(war, size);
		}
	}

	/** The page and the pushes are measured with all activities. */
	private void run(Path war, int size) throws IOException, SQLException, InterruptedException {
		batches = FIRST_BATCH;
		activities = 0;
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder(postgresql.toString())).setCleanDataDirectory(false)
				.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start()) {
			var database = Database.fresh(server, Benchmarks.emptyFolder("target/benchmark/contest"), "contest");
			var company = company(database, size);
			var settings = new ArrayList<>(List.of("-Xmx1g", "-Dheadcoach.demo=false"));
			settings.addAll(database.settings());
			try (var application = RunningApplication.serve(database.folder(), war, settings, "/sign-in")) {
				var visitor = new Visitor(application.url());
				visitor.signIn("executive", PASSWORD);
				recount(company, visitor, size);
				if (size == scale.activities()) {
					page(visitor);
					push(company, visitor);
				}
			}
		}
	}

	// ------------------------------------------------------------ data

	private PayingCompany company(Database database, int size) throws SQLException {
		var company = new PayingCompany(database.url(), database.user(), database.password());
		var terms = PlanTerms.of("Plan", Currency.getInstance("USD"),
				Component.of("mrr", RateTable.flat(BigDecimal.ONE), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("MRR"));
		company.settle(terms, scale.payees(), month.atDay(1).minusYears(1));
		try (var connection = company.connect()) {
			run(connection, "insert into account (id, login, name, password_hash, role, active, epoch, created_at, version) values (2, 'executive', 'Executive', ?, 'EXECUTIVE', true, 1, ?, 1)",
					new Passwords().hash(PASSWORD), now());
			bring(connection, size);
			contest(connection);
			connection.commit();
		}
		company.run("analyze");
		return company;
	}

	/** Activities of a batch of its own, evenly over people and days of the month, a third of them demos. */
	private long bring(Connection connection, int rows) throws SQLException {
		var batch = ++batches;
		run(connection, """
				insert into import_batch (id, source_id, kind, file_name, file_hash, file_size, status, lines_done, count_new, count_changed, count_same,
					count_rejected, cancel_requested, created_at, created_by_name, committed_at, version)
				values (?, ?, 'ACTIVITIES', 'activities.csv', ?, 1, 'IMPORTED', 0, 0, 0, 0, 0, false, ?, 'Benchmark', ?, 1)""", batch, SOURCE, "x" + batch, now(), now());
		try (var row = connection.prepareStatement("insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, batch_id) values (?, ?, ?, ?, ?, ?, 'Held', ?)")) {
			for (int i = 0; i < rows; i++) {
				var number = ++activities;
				var day = month.atDay(1).plusDays(number * 7919 % month.lengthOfMonth());
				set(row, SOURCE, "A" + number, List.of("CALL", "DEMO", "CONNECT").get((int) (number / 7 % 3)), Timestamp.valueOf(day.atTime(9 + (int) (number % 9), 0)), Date.valueOf(day),
						PayingCompany.idOf((int) (number * 104_729 % scale.payees())), batch);
				row.addBatch();
				if ((i + 1) % AT_ONCE == 0 || i + 1 == rows) {
					row.executeBatch();
				}
			}
		}
		return batch;
	}

	private void contest(Connection connection) throws SQLException {
		run(connection, "insert into contest (id, title, zone, starts_at, ends_at, lower_is_better, ties, prize, prize_for, prize_each, state, owner_name, made_at, announced_at, form_key, version)"
				+ " values (?, 'Demos', 'UTC', ?, ?, false, 'SHARED', 'Dinner', 'TEAM', false, 'ANNOUNCED', 'Benchmark', ?, ?, 'benchmark', 1)", CONTEST, Timestamp.valueOf(month.atDay(1).atStartOfDay()),
				Timestamp.valueOf(month.plusMonths(1).atDay(1).atStartOfDay()), now(), now());
		run(connection, "insert into contest_behaviour (contest_id, ordinal, code, counted_text, points) values (?, 0, 'VOLUME:DEMOS', ?, 1)", CONTEST, COUNTED);
		for (int team = 0; team < scale.payees() / REPS_IN_A_TEAM; team++) {
			run(connection, "insert into contest_team (id, contest_id, ordinal, name) values (?, ?, ?, ?)", 10_000L + team, CONTEST, team, "Team " + team);
		}
		for (int rep = 0; rep < scale.payees(); rep++) {
			run(connection, "insert into contest_member (id, contest_id, team_id, person_id) values (?, ?, ?, ?)", 20_000L + rep, CONTEST, 10_000L + rep / REPS_IN_A_TEAM, PayingCompany.idOf(rep));
		}
	}

	// ------------------------------------------------------------ counting

	private void recount(PayingCompany company, Visitor visitor, int size) throws IOException, SQLException, InterruptedException {
		var all = new ArrayList<long[]>();
		var some = new ArrayList<List<long[]>>();
		var marks = new long[IMPORTS.size()];
		for (int round = 0; round <= scale.payRounds(); round++) {
			var whole = times(visitor.text("/benchmark/contest?contest=" + CONTEST));
			if (round > 0) {
				all.add(whole);
			}
			for (int i = 0; i < IMPORTS.size(); i++) {
				long batch;
				try (var connection = company.connect()) {
					batch = bring(connection, IMPORTS.get(i));
					connection.commit();
				}
				marks[i] = company.read("select count(*) from (select distinct owner_id, happened_on from activity where batch_id = " + batch + ") d");
				var own = times(visitor.text("/benchmark/contest?batch=" + batch));
				if (round == 0) {
					some.add(new ArrayList<>());
				} else {
					some.get(i).add(own);
				}
			}
			report.aside("round " + round);
		}
		requireRight(company);
		var everything = median(all, 1);
		for (int i = 0; i < IMPORTS.size(); i++) {
			report.row(size, IMPORTS.get(i), marks[i], median(some.get(i), 1), median(some.get(i), 0), everything, median(some.get(i), 1) / everything);
		}
	}

	/** What was counted bit by bit is what one statement finds. */
	private static void requireRight(PayingCompany company) throws SQLException {
		var counted = company.read("select cast(sum(quantity) as bigint) from contest_count where contest_id = " + CONTEST);
		var there = company.read("select count(*) from activity where type = 'DEMO'");
		if (counted != there) {
			throw new IllegalStateException(counted + " demos are counted and " + there + " are there");
		}
	}

	private static long[] times(String answer) {
		return Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
	}

	private static double median(List<long[]> times, int which) {
		var sorted = times.stream().mapToDouble(time -> time[which] / 1e6).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	// ------------------------------------------------------------ the page

	private void page(Visitor visitor) throws IOException, InterruptedException {
		var own = "/contests/contest?contest=" + CONTEST;
		var text = visitor.text(own);
		var cells = text.split("<td", -1).length - 1;
		var rows = Math.max(1, text.split("<tr", -1).length - 1);
		var columns = Math.max(1, Math.round((float) cells / rows));
		var baseline = BASELINE + "?rows=" + Math.max(1, cells / columns) + "&columns=" + columns;
		var times = new Timings();
		var bare = new Timings();
		for (int i = 0; i < scale.warmUp() + scale.requests(); i++) {
			visit(visitor, own, i < scale.warmUp() ? null : times);
			visit(visitor, baseline, i < scale.warmUp() ? null : bare);
		}
		report.heading("The page of a contest");
		report.line("Of the same contest, %d requests of each kind after %d, in turn.", scale.requests(), scale.warmUp());
		report.line("");
		report.columns("page", "cells", "kB", "p95 to baseline", "median ms", "p95 ms", "baseline median ms", "baseline p95 ms");
		report.row("`/contests/contest`", cells, visitor.visit(own) / 1024, times.p95() / bare.p95(), times.median(), times.p95(), bare.median(), bare.p95());
	}

	// ------------------------------------------------------------ open pages

	private void push(PayingCompany company, Visitor visitor) throws IOException, SQLException, InterruptedException {
		var before = Long.parseLong(visitor.text("/benchmark/contest"));
		var open = new CountDownLatch(OPEN_PAGES);
		var told = new CountDownLatch(OPEN_PAGES);
		var moments = new ConcurrentLinkedQueue<Long>();
		for (int i = 0; i < OPEN_PAGES; i++) {
			var isOpen = new AtomicBoolean();
			var isTold = new AtomicBoolean();
			visitor.follow("/live/contests?contest=" + CONTEST, line -> {
				if (isOpen.compareAndSet(false, true)) {
					open.countDown();
				}
				if (line.contains("moved") && isTold.compareAndSet(false, true)) {
					moments.add(System.nanoTime());
					told.countDown();
				}
			});
		}
		if (!open.await(5, TimeUnit.MINUTES)) {
			throw new IllegalStateException(open.getCount() + " pages did not open");
		}
		var after = Long.parseLong(visitor.text("/benchmark/contest"));
		long batch;
		try (var connection = company.connect()) {
			batch = bring(connection, IMPORTS.get(0));
			connection.commit();
		}
		var start = System.nanoTime();
		var own = times(visitor.text("/benchmark/contest?batch=" + batch));
		if (!told.await(5, TimeUnit.MINUTES)) {
			throw new IllegalStateException(told.getCount() + " pages were not told");
		}
		report.heading("Open pages of a contest");
		report.line("%d pages listen; %,d rows are counted. From the moment when the rows are there.", OPEN_PAGES, IMPORTS.get(0));
		report.line("");
		report.columns("pages", "kB of heap for each", "marking and counting ms", "first told ms", "last told ms");
		report.row(OPEN_PAGES, (after - before) / 1024.0 / OPEN_PAGES, (own[0] + own[1]) / 1e6, (moments.stream().mapToLong(Long::longValue).min().orElseThrow() - start) / 1e6,
				(moments.stream().mapToLong(Long::longValue).max().orElseThrow() - start) / 1e6);
	}

	private static void visit(Visitor visitor, String path, Timings timings) throws IOException, InterruptedException {
		var start = System.nanoTime();
		visitor.visit(path);
		if (timings != null) {
			timings.add(System.nanoTime() - start);
		}
	}

	// ------------------------------------------------------------

	private static Timestamp now() {
		return Timestamp.valueOf(LocalDate.now(ZoneOffset.UTC).atStartOfDay());
	}

	private static void run(Connection connection, String sql, Object... arguments) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			set(statement, arguments);
			statement.executeUpdate();
		}
	}

	private static void set(java.sql.PreparedStatement statement, Object... arguments) throws SQLException {
		for (int i = 0; i < arguments.length; i++) {
			statement.setObject(i + 1, arguments[i]);
		}
	}
}
