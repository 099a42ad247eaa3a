package org.headcoach.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
 * Three hundred people sit the same exam at once: each answer is saved, each save has an empty POST of the same person beside it, and afterwards every answer must be there.
 * And the two matrices of readiness for a thousand reps, each against the baseline page with as many cells. PostgreSQL.
 */
final class TrainingBenchmark {

	private static final String PASSWORD = "measured by the minute";
	private static final int SITTERS = 300;
	private static final int QUESTIONS = 20;
	/** The first answers warm the server up. */
	private static final int WARM_UP = 4;
	/** Milliseconds between two answers of a person; most people take ten times as long. */
	private static final int PACE = 3_000;
	private static final Pattern ATTEMPT = Pattern.compile("data-attempt=\"(\\d+)\" data-token=\"([^\"]+)\".*data-now=\"(\\d+)\"");
	private static final Pattern ANSWER = Pattern.compile("data-ordinal=\"(\\d+)\" data-kind=\"SINGLE\" data-answer=\"([^\"]*)\"");

	/** Somebody who sits the exam. */
	private record Sitter(int number, Visitor visitor, long attempt, String token, long serverNow, long loadedAt) {

		/** The answer that this person gives: always another than the neighbours'. */
		String answer(int ordinal) {
			return "c:" + (number + ordinal) % 4;
		}

		String form(int ordinal) {
			return "attempt=" + attempt + "&token=" + token + "&ordinal=" + ordinal + "&seq=" + (serverNow + System.currentTimeMillis() - loadedAt) + "&answer=" + answer(ordinal) + "&flagged=false";
		}
	}

	private final Scale scale;
	private final Report report;

	TrainingBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	private interface Part {
		void run(PayingCompany company, String address) throws Exception;
	}

	private void serving(Part part) throws Exception {
		var war = BenchmarkWar.withBaseline();
		var postgresql = Path.of("target/benchmark/postgresql-training").toAbsolutePath();
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder(postgresql.toString())).setCleanDataDirectory(false).setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on").start()) {
			var database = Database.fresh(server, Benchmarks.emptyFolder("target/benchmark/training"), "training");
			var company = new PayingCompany(database.url(), database.user(), database.password());
			company.settle(PlanTerms.of("Plan", Currency.getInstance("USD"), Component.of("mrr", RateTable.flat(BigDecimal.ONE), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("MRR")), scale.payees(),
					today().minusYears(2));
			var hash = new Passwords().hash(PASSWORD);
			account(company, 2, "executive", "EXECUTIVE", null, hash);
			for (int i = 0; i < sitters(); i++) {
				account(company, 1_000 + i, "rep" + i, "REP", PayingCompany.idOf(i), hash);
			}
			var settings = new ArrayList<>(List.of("-Xmx1g", "-Dheadcoach.demo=false"));
			settings.addAll(database.settings());
			try (var application = RunningApplication.serve(database.folder(), war, settings, "/sign-in")) {
				part.run(company, application.url());
			}
		}
	}

	private int sitters() {
		return Math.min(SITTERS, scale.payees());
	}

	private static void account(PayingCompany company, long id, String login, String role, Long person, String hash) throws SQLException {
		company.run("insert into account (id, login, name, password_hash, role, person_id, active, epoch, created_at, version) values (?, ?, ?, ?, ?, ?, true, 1, ?, 1)", id, login, login, hash, role, person,
				Timestamp.valueOf(today().atStartOfDay()));
	}

	private static LocalDate today() {
		return LocalDate.now(ZoneOffset.UTC);
	}

	private static Visitor signedIn(String address, String login) throws IOException, InterruptedException {
		var visitor = new Visitor(address);
		visitor.signIn(login, PASSWORD);
		return visitor;
	}

	private static String everybody(int count) {
		return IntStream.range(0, count).mapToObj(i -> String.valueOf(PayingCompany.idOf(i))).collect(Collectors.joining(","));
	}

	// ------------------------------------------------------------ sitting at once

	void sit() throws Exception {
		serving(this::sit);
	}

	private void sit(PayingCompany company, String address) throws Exception {
		var door = signedIn(address, "executive");
		var exam = door.text("/benchmark/training?title=Everybody&people=" + everybody(sitters()));
		var attempts = door.text("/benchmark/training?exam=" + exam + "&people=" + everybody(sitters())).split(",");
		var sitters = new ArrayList<Sitter>();
		for (int i = 0; i < sitters(); i++) {
			var visitor = signedIn(address, "rep" + i);
			var page = ATTEMPT.matcher(visitor.text("/training/attempt?attempt=" + attempts[i]));
			if (!page.find()) {
				throw new IllegalStateException("No exam mode for " + attempts[i]);
			}
			sitters.add(new Sitter(i, visitor, Long.parseLong(page.group(1)), page.group(2), Long.parseLong(page.group(3)), System.currentTimeMillis()));
		}
		report.aside(sitters.size() + " people sit");
		var saves = new Timings();
		var empties = new Timings();
		answerAll(sitters, saves, empties);
		var lost = 0;
		for (var sitter : sitters) {
			lost += lost(sitter);
		}
		var submits = new Timings();
		var all = sitters.stream().map(sitter -> post(sitter, "/sitting/submit", "attempt=" + sitter.attempt() + "&token=" + sitter.token(), submits, 302)).toList();
		for (var one : all) {
			one.get(5, TimeUnit.MINUTES);
		}
		var handedIn = company.read("select count(*) from exam_attempt where finished_how = 'SUBMITTED' and points is not null");
		report.heading("An exam that everybody sits at once");
		report.line("%d people, %d questions, an answer and an empty POST of each person every %d seconds, %d answers counted after %d, PostgreSQL with fsync, -Xmx1g. Then all hand in at the same moment.",
				sitters.size(), QUESTIONS, PACE / 1_000, saves.count(), WARM_UP * sitters.size());
		report.line("");
		report.columns("what", "p50 ms", "p95 ms", "max ms", "p95 to empty");
		report.row("empty POST", empties.median(), empties.p95(), empties.longest(), 1.0);
		report.row("autosave", saves.median(), saves.p95(), saves.longest(), saves.p95() / empties.p95());
		report.row("hand in and grade, all at once", submits.median(), submits.p95(), submits.longest(), submits.p95() / empties.p95());
		report.line("");
		report.line("Answers lost: %d of %,d. Attempts handed in: %d of %d; attempts born: %d.", lost, sitters.size() * QUESTIONS, handedIn, sitters.size(), company.read("select count(*) from exam_attempt"));
	}

	private void answerAll(List<Sitter> sitters, Timings saves, Timings empties) throws Exception {
		var clock = Executors.newScheduledThreadPool(2);
		try {
			var sent = new ArrayList<CompletableFuture<?>>();
			for (var sitter : sitters) {
				var first = (long) PACE * sitter.number() / sitters.size();
				for (int ordinal = 0; ordinal < QUESTIONS; ordinal++) {
					var at = ordinal;
					var counts = ordinal >= WARM_UP;
					sent.add(later(clock, first + (long) ordinal * PACE, () -> post(sitter, "/sitting/save", sitter.form(at), counts ? saves : null, 200)));
					sent.add(later(clock, first + (long) ordinal * PACE + PACE / 2, () -> post(sitter, "/benchmark/training", "token=" + sitter.token(), counts ? empties : null, 204)));
				}
			}
			for (var one : sent) {
				one.get(5, TimeUnit.MINUTES);
			}
		} finally {
			clock.shutdownNow();
		}
	}

	private static CompletableFuture<?> later(ScheduledExecutorService clock, long millis, Supplier<CompletableFuture<?>> step) {
		var done = new CompletableFuture<Object>();
		clock.schedule(() -> step.get().whenComplete((value, error) -> {
			if (error == null) {
				done.complete(value);
			} else {
				done.completeExceptionally(error);
			}
		}), millis, TimeUnit.MILLISECONDS);
		return done;
	}

	private static CompletableFuture<?> post(Sitter sitter, String path, String form, Timings timings, int expected) {
		var start = System.nanoTime();
		return sitter.visitor().post(path, form).thenAccept(answer -> {
			if (answer.statusCode() != expected || expected == 200 && !answer.body().contains("\"SAVED\"")) {
				throw new IllegalStateException(path + " was answered with " + answer.statusCode() + " " + answer.body());
			}
			if (timings != null) {
				timings.add(System.nanoTime() - start);
			}
		});
	}

	/** How many answers another device would not show. */
	private static int lost(Sitter sitter) throws IOException, InterruptedException {
		var shown = ANSWER.matcher(sitter.visitor().text("/training/attempt?attempt=" + sitter.attempt()));
		var there = 0;
		while (shown.find()) {
			there += shown.group(2).equals(sitter.answer(Integer.parseInt(shown.group(1)))) ? 1 : 0;
		}
		return QUESTIONS - there;
	}

	// ------------------------------------------------------------ matrices

	void matrix() throws Exception {
		serving(this::matrix);
	}

	private void matrix(PayingCompany company, String address) throws Exception {
		var visitor = signedIn(address, "executive");
		for (var title : List.of("Journey", "Process", "Matrix")) {
			var exam = Long.parseLong(visitor.text("/benchmark/training?title=" + title + "&people=" + everybody(scale.payees())));
			company.run("insert into exam_attempt (id, exam_id, person_id, attempt_no, seed, shuffle_answers, no_going_back, pass_mark, penalty, started_at, ends_at, reached, finished_at, finished_how, points, of_points,"
					+ " waiting, passed, version) select nextval('ids'), ?, id, 1, id, true, false, 70, 0, ?, ?, 0, ?, 'SUBMITTED', 10 + mod(id, 11), 20, 0, mod(id, 11) >= 4, 1 from salesperson where mod(id, 7) > 0", exam,
					hoursAgo(3), hoursAgo(2), hoursAgo(2));
		}
		company.run("insert into path_version (role, from_day, written_by_name) values ('REP', ?, 'Benchmark')", pathFrom());
		for (int i = 1; i <= 4; i++) {
			certification(company, i);
		}
		company.run("analyze");
		var requests = scale.requests();
		var warmUp = scale.warmUp();
		report.heading("Readiness of a thousand reps");
		report.line("%,d reps; three exams, four certifications and a path; %d requests of each kind in turn after %d, PostgreSQL, -Xmx1g.", scale.payees(), requests, warmUp);
		report.line("");
		report.columns("page", "cells", "KB", "p50 ms", "p95 ms", "baseline p50", "baseline p95", "p95 to baseline");
		for (var page : List.of("/training/readiness", "/training/certified")) {
			var text = visitor.text(page);
			// people are the heads of their lines
			var cells = text.split("<td|<th scope=\"row\"", -1).length - 1;
			var rows = text.split("<tr", -1).length - 1;
			var columns = Math.max(1, Math.round((float) cells / rows));
			var baseline = "/benchmark/baseline?rows=" + Math.max(1, cells / columns) + "&columns=" + columns;
			var own = new Timings();
			var bare = new Timings();
			for (int i = 0; i < warmUp + requests; i++) {
				visit(visitor, page, i < warmUp ? null : own);
				visit(visitor, baseline, i < warmUp ? null : bare);
			}
			report.row("`" + page + "`", cells, visitor.visit(page) / 1024, own.median(), own.p95(), bare.median(), bare.p95(), own.p95() / bare.p95());
		}
	}

	private static Timestamp hoursAgo(int hours) {
		return new Timestamp(System.currentTimeMillis() - hours * 3_600_000L);
	}

	private static Date pathFrom() {
		return Date.valueOf(today().minusYears(2));
	}

	private static void certification(PayingCompany company, long id) throws SQLException {
		var day = Date.valueOf(today().minusMonths(3));
		company.run("insert into certification (id, latest_no, form_key, version) values (?, 1, ?, 1)", id, "benchmark" + id);
		company.run("insert into certification_version (id, certification_id, version_no, title, cert_level, scenario, minutes, result_rule, pass_mark, evaluators, valid_months, renewal_days, published_at,"
				+ " published_by_name) values (?, ?, 1, ?, 'BASE', 'A call', 30, 'MEAN', 7, 1, 12, 30, ?, 'Benchmark')", id, id, "Certification " + id, Timestamp.valueOf(today().minusYears(1).atStartOfDay()));
		company.run("insert into assessment (id, version_id, person_id, meets_at, state, made_at, made_by_name, settled_at, score, verified, passed, form_key, version)"
				+ " select 10000 * ? + id, ?, id, ?, 'SETTLED', ?, 'Benchmark', ?, 8, true, true, concat(?, '-', id), 1 from salesperson where id >= 1001 and mod(id, 5) >= ?", id, id,
				Timestamp.valueOf(today().minusMonths(3).atStartOfDay()), hoursAgo(100), hoursAgo(90), "b" + id, id);
		company.run("insert into certificate (id, assessment_id, certification_id, person_id, number, status_index, holder, title, cert_level, earned_on, last_day, renewal_days, version)"
				+ " select a.id, a.id, ?, a.person_id, concat('N', a.id), a.id, 'Rep', ?, 'BASE', ?, ?, 30, 1 from assessment a where a.version_id = ?", id, "Certification " + id, day,
				Date.valueOf(today().plusMonths(9)), id);
		if (id < 4) {
			company.run("insert into path_stop (role, from_day, certification_id, ordinal, in_month, gate) values ('REP', ?, ?, ?, ?, true)", pathFrom(), id, (int) id, (int) id);
		}
	}

	private static void visit(Visitor visitor, String path, Timings timings) throws IOException, InterruptedException {
		var start = System.nanoTime();
		visitor.visit(path);
		if (timings != null) {
			timings.add(System.nanoTime() - start);
		}
	}
}
