package org.headcoach.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Passwords;
import org.headcoach.suite.PayingCompany;
import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A run of pay with everything around the engine: what was sold is read, computed, held against the book and posted, by a server on PostgreSQL. A whole month stands
 * against one statement of SQL by which PostgreSQL writes the same lines, explanations included; a run after one change stands against itself with more history.
 */
final class PayRunBenchmark {

	private static final String PASSWORD = "measured by the minute";
	private static final int DEALS_A_MONTH = 100;
	private static final int PAYEES_WITH_HISTORY = 100;
	private static final List<Integer> HISTORY = List.of(1, 12, 36);

	/** Two for each dollar up to 40,000 a month, three above; the same text as the server writes, which {@link #requireSame} checks. */
	private static final String YARDSTICK = """
			insert into posting (person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, explanation_json, corrects_id, run_id, posted_at)
			select owner_id, in_month, in_month, %1$d, 'mrr', 'SALE', source, '1', 1, low * 2 + high * 3, 'USD',
				'{"slices":[' || case when low > 0 then '{"tier":0,"base":"' || trim_scale(low) || '","rate":"2","amount":"' || trim_scale(low * 2) || '"}' else '' end
					|| case when low > 0 and high > 0 then ',' else '' end
					|| case when high > 0 then '{"tier":1,"base":"' || trim_scale(high) || '","rate":"3","amount":"' || trim_scale(high * 3) || '"}' else '' end
					|| '],"factors":[],"whole":"' || trim_scale(low * 2 + high * 3) || '","origin":{"name":"' || customer || '","whole":"' || trim_scale(mrr)
					|| '","currency":"USD","share":"1","rate":"1","rateDay":null}}', null, -1, now()
			from (select s.*, least(greatest(40000 - before, 0), mrr) as low, mrr - least(greatest(40000 - before, 0), mrr) as high from (
				select d.owner_id, cast(date_trunc('month', d.closed_on) as date) as in_month, d.source_id || ':' || d.external_id as source, d.customer, d.mrr,
					sum(d.mrr) over (partition by d.owner_id, date_trunc('month', d.closed_on) order by d.closed_on, d.external_id collate "C" rows unbounded preceding) - d.mrr as before
				from deal d join plan_assignment a on a.person_id = d.owner_id and a.from_day <= d.closed_on where d.state = 'WON') s) t""";

	/** What one run took. */
	private record Run(double seconds, double processor) {
	}

	private final Scale scale;
	private final Report report;
	private final Path postgresql = Path.of("target/benchmark/postgresql-pay").toAbsolutePath();
	private final YearMonth last = YearMonth.now(ZoneOffset.UTC).minusMonths(1);

	PayRunBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException, InterruptedException {
		var war = BenchmarkWar.withBaseline();
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder(postgresql.toString())).setCleanDataDirectory(false)
				.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start()) {
			wholeMonth(war, server);
			oneChange(war, server);
		}
	}

	private static PlanTerms terms() {
		var table = new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, BigDecimal.valueOf(40_000), BigDecimal.valueOf(2)), Tier.marginal(BigDecimal.valueOf(40_000), null, BigDecimal.valueOf(3))),
				Boundary.HIGHER);
		return PlanTerms.of("Two tiers", Currency.getInstance("USD"), Component.of("mrr", table, Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("MRR"));
	}

	private PayingCompany company(Database database, int payees, int months) throws SQLException {
		var company = new PayingCompany(database.url(), database.user(), database.password());
		var since = last.minusMonths(months - 1L).atDay(1);
		company.settle(terms(), payees, since);
		company.run("update account set password_hash = ?", new Passwords().hash(PASSWORD));
		company.deals(payees * DEALS_A_MONTH * months, i -> deal(i, payees, since));
		company.run("analyze");
		return company;
	}

	private static PayingCompany.Sold deal(int i, int payees, LocalDate since) {
		var month = since.plusMonths(i / (payees * DEALS_A_MONTH));
		var ofMonth = i % (payees * DEALS_A_MONTH);
		return new PayingCompany.Sold("D" + (10_000_000 + i), ofMonth / DEALS_A_MONTH, month.plusDays(ofMonth % DEALS_A_MONTH * 28 / DEALS_A_MONTH),
				BigDecimal.valueOf(100 + i * 7919L % 900));
	}

	// ------------------------------------------------------------ a whole month

	private void wholeMonth(Path war, EmbeddedPostgres server) throws IOException, SQLException, InterruptedException {
		var payees = scale.payees();
		var database = Database.fresh(server, Benchmarks.emptyFolder("target/benchmark/pay-month"), "pay_month");
		var company = company(database, payees, 1);
		var lines = payees * DEALS_A_MONTH;
		var bare = new ArrayList<Run>();
		var full = new ArrayList<Run>();
		try (var application = serve(war, database)) {
			var visitor = signedIn(application);
			for (int round = 0; round <= scale.payRounds(); round++) {
				emptyBook(company);
				bare.add(yardstick(company));
				company.run("drop table if exists expected");
				company.run("create table expected as select person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, explanation_json from posting");
				emptyBook(company);
				full.add(measured(application, () -> requireAnswer(payees + " " + lines + " 0", visitor.text("/benchmark/pay"))));
				requireSame(company, lines);
				report.aside("round " + round + ": " + bare.get(round) + ", " + full.get(round));
			}
			requireAnswer(payees + " 0 0", visitor.text("/benchmark/pay"));
		}
		report.heading("A month of pay");
		report.line("%,d payees with %d new deals each, two tiers, PostgreSQL with fsync, -Xmx1g. The first run of a fresh server, then medians of %d. Yardstick: the same lines by one insert"
				+ " with a window sum. Processor: the server and all processes of PostgreSQL.", payees, DEALS_A_MONTH, scale.payRounds());
		report.line("");
		report.columns("run", "yardstick s", "run s", "ratio", "yardstick processor s", "run processor s", "ratio of processor");
		row("first", bare.get(0), full.get(0));
		row("warm", median(bare.subList(1, bare.size())), median(full.subList(1, full.size())));
	}

	private void row(String name, Run yardstick, Run run) throws IOException {
		report.row(name, yardstick.seconds(), run.seconds(), run.seconds() / yardstick.seconds(), yardstick.processor(), run.processor(), run.processor() / yardstick.processor());
	}

	private static void emptyBook(PayingCompany company) throws SQLException {
		company.run("truncate posting, statement, parked_pay, pay_question, pay_run");
		company.run("insert into pay_run (id, started_at, started_by_name, engine, people, posted, parked, total) values (-1, now(), 'SQL', '1', 0, 0, 0, 0)");
	}

	private Run yardstick(PayingCompany company) throws IOException, SQLException {
		var processor = PostgresTime.seconds(postgresql);
		var start = System.nanoTime();
		company.run(YARDSTICK.formatted(PayingCompany.VERSION));
		return new Run((System.nanoTime() - start) / 1e9, PostgresTime.seconds(postgresql) - processor);
	}

	private static void requireSame(PayingCompany company, long lines) throws SQLException {
		var same = company.read("select count(*) from posting p join expected e using (person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, explanation_json)");
		if (same != lines) {
			throw new IllegalStateException("Only " + same + " lines of " + lines + " are the same as by SQL, such as " + line(company, "posting") + ", by SQL " + line(company, "expected"));
		}
	}

	private static String line(PayingCompany company, String table) throws SQLException {
		try (var connection = company.connect(); var statement = connection.createStatement(); var rows = statement.executeQuery("select person_id || ' ' || in_month || ' ' || component || ' '"
				+ " || kind || ' ' || source || ' ' || detail || ' ' || ordinal || ' ' || amount || ' ' || explanation_json from " + table + " order by person_id, source limit 1")) {
			rows.next();
			return rows.getString(1);
		}
	}

	// ------------------------------------------------------------ one changed deal

	private void oneChange(Path war, EmbeddedPostgres server) throws IOException, SQLException, InterruptedException {
		var payees = Math.min(scale.payees(), PAYEES_WITH_HISTORY);
		report.heading("One changed deal");
		report.line("%d payees with %d deals a month each; the history is closed but for its last month, in which one deal of one payee is changed. Medians of %d changes after %d.", payees,
				DEALS_A_MONTH, scale.changes(), scale.changes());
		report.line("");
		report.columns("months", "deals of the payee", "lines in the book", "ms", "processor ms", "to one month", "processor to one month");
		Run first = null;
		for (var months : HISTORY) {
			var database = Database.fresh(server, Benchmarks.emptyFolder("target/benchmark/pay-change-" + months), "pay_change_" + months);
			var company = company(database, payees, months);
			Run run;
			try (var application = serve(war, database)) {
				var visitor = signedIn(application);
				requireAnswer(payees + " " + payees * DEALS_A_MONTH * months + " 0", visitor.text("/benchmark/pay"));
				company.run("update statement set closed_at = now() where in_month < ?", Date.valueOf(last.atDay(1)));
				company.run("update pay_calendar set first_open = ?", Date.valueOf(last.atDay(1)));
				company.run("analyze");
				var runs = new ArrayList<Run>();
				var processor = 0.0;
				for (int change = 0; change < 2 * scale.changes(); change++) {
					if (change == scale.changes()) {
						processor = processor(application);
					}
					var payee = change % payees;
					company.run("update deal set mrr = mrr + 1 where id = (select max(id) from deal where owner_id = ?)", PayingCompany.idOf(payee));
					company.run("insert into pay_due (person_id, marked_at) values (?, now())", PayingCompany.idOf(payee));
					runs.add(measured(application, () -> requireAnswer("1 1 0", visitor.text("/benchmark/pay?whose=changed"))));
				}
				var all = (processor(application) - processor) / scale.changes();
				run = new Run(median(runs.subList(scale.changes(), runs.size())).seconds(), all);
			}
			first = first == null ? run : first;
			report.row(months, DEALS_A_MONTH * months, (long) payees * DEALS_A_MONTH * months, run.seconds() * 1_000, run.processor() * 1_000, run.seconds() / first.seconds(),
					run.processor() / first.processor());
		}
	}

	// ------------------------------------------------------------

	private interface Step {
		void run() throws IOException, SQLException, InterruptedException;
	}

	private Run measured(RunningApplication application, Step step) throws IOException, SQLException, InterruptedException {
		var processor = processor(application);
		var start = System.nanoTime();
		step.run();
		return new Run((System.nanoTime() - start) / 1e9, processor(application) - processor);
	}

	private double processor(RunningApplication application) throws IOException {
		return application.processorTime().toNanos() / 1e9 + PostgresTime.seconds(postgresql);
	}

	private static Run median(List<Run> runs) {
		return new Run(middle(runs.stream().mapToDouble(Run::seconds).sorted().toArray()), middle(runs.stream().mapToDouble(Run::processor).sorted().toArray()));
	}

	private static double middle(double[] sorted) {
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	private static RunningApplication serve(Path war, Database database) throws IOException {
		var settings = new ArrayList<>(List.of("-Xmx1g", "-Dheadcoach.demo=false"));
		settings.addAll(database.settings());
		return RunningApplication.serve(database.folder(), war, settings, "/sign-in");
	}

	private static Visitor signedIn(RunningApplication application) throws IOException, InterruptedException {
		var visitor = new Visitor(application.url());
		visitor.signIn("admin", PASSWORD);
		return visitor;
	}

	private static void requireAnswer(String expected, String answer) {
		if (!answer.equals(expected)) {
			throw new IllegalStateException(String.format(Locale.ROOT, "%s, not %s", answer, expected));
		}
	}
}
