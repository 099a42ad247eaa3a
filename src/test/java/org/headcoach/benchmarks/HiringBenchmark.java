package org.headcoach.benchmarks;

import static org.headcoach.benchmarks.LargeCompany.batches;
import static org.headcoach.benchmarks.LargeCompany.run;
import static org.headcoach.benchmarks.LargeCompany.set;

import java.io.IOException;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.people.Passwords;
import org.headcoach.shared.SearchWords;
import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A company that has met a hundred thousand candidates in twenty openings, on PostgreSQL: the board of one opening and the table of all of them, as a recruiter who sees everybody opens them, against pages of constants with as many
 * cells. Both are asked for in turn.
 */
final class HiringBenchmark {

	private static final String RECRUITER = "recruiter";
	private static final int OPENINGS = 20;
	private static final long FIRST_OPENING = 1_000;
	private static final long FIRST_CANDIDATE = 200_000;
	private static final long FIRST_CANDIDACY = 1_000_000;
	private static final String[] STAGES = {"New", "Phone screen", "Interviews", "References", "Offer"};
	private static final String[] SOURCES = {"REFERRAL", "FORCED_REFERRAL", "LINKEDIN", "LINKEDIN", "AGENCY", "BOARD"};
	private static final String[] FIRST = {"Ravi", "Mia", "Jonah", "Elif", "Karim", "Noor", "Petra", "Aisha", "Viktor", "Leonie", "Dario", "Selma", "Bianca", "Femi", "Greta", "Ilan"};
	private static final String BASELINE = "/benchmark/baseline";
	/** What a tile of the board says: who, from where, since when, and how many cards are in. */
	private static final int OF_A_TILE = 4;
	/** Of a candidate: two names, a number, and three of the address. */
	private static final int WORDS = 6;

	/** A page with what a cell and a line of it begin with. @param columns 0: as many as there are cells in a line */
	private record Page(String name, String path, String cell, String line, int columns) {
	}

	private final Scale scale;
	private final Report report;

	HiringBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void measure() throws IOException, SQLException, InterruptedException {
		var war = BenchmarkWar.withBaseline();
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder("target/benchmark/postgresql-hiring")).setCleanDataDirectory(false).setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on").start()) {
			var database = Database.postgresql(server, Benchmarks.emptyFolder("target/benchmark/hiring"), "hiring");
			new LargeCompany().settle(database);
			candidates(database);
			var settings = new ArrayList<>(List.of("-Xmx1g", "-Dheadcoach.demo=false"));
			settings.addAll(database.settings());
			try (var application = RunningApplication.serve(database.folder(), war, settings, "/sign-in")) {
				var visitor = new Visitor(application.url());
				visitor.signIn(RECRUITER, LargeCompany.PASSWORD);
				report.heading("Hiring");
				report.line("%,d candidates in %d openings, PostgreSQL with fsync, -Xmx1g, a recruiter who sees all; %d requests of each kind in turn after %d.", scale.candidates(), OPENINGS, scale.requests(), scale.warmUp());
				report.line("");
				report.columns("page", "cells", "kB", "p95 to baseline", "median ms", "p95 ms", "baseline median ms", "baseline p95 ms");
				for (var page : List.of(new Page("board", "/hiring/board?opening=" + FIRST_OPENING, "class=\"hi-tile\"", "class=\"hi-tile\"", OF_A_TILE), table("table", ""), table("table of one opening", "?opening=" + FIRST_OPENING),
						table("active ones, page 40", "?state=ACTIVE&page=40"), table("by name", "?sort=name"), table("searched by name", "?q=mia+candidate-77"))) {
					measure(visitor, page);
				}
			}
		}
	}

	private static Page table(String name, String query) {
		return new Page(name, "/hiring/candidates" + query, "<td", "<tr", 0);
	}

	private void measure(Visitor visitor, Page page) throws IOException, InterruptedException {
		var text = visitor.text(page.path());
		var lines = Math.max(1, occurrences(text, page.line()));
		var cells = page.columns() > 0 ? lines * page.columns() : occurrences(text, page.cell());
		var columns = Math.max(1, Math.round((float) cells / lines));
		var baseline = BASELINE + "?rows=" + Math.max(1, cells / columns) + "&columns=" + columns;
		var own = new Timings();
		var bare = new Timings();
		for (int i = 0; i < scale.warmUp() + scale.requests(); i++) {
			visit(visitor, page.path(), i < scale.warmUp() ? null : own);
			visit(visitor, baseline, i < scale.warmUp() ? null : bare);
		}
		report.row(page.name(), cells, visitor.visit(page.path()) / 1024, own.p95() / bare.p95(), own.median(), own.p95(), bare.median(), bare.p95());
	}

	private static void visit(Visitor visitor, String path, Timings timings) throws IOException, InterruptedException {
		var start = System.nanoTime();
		visitor.visit(path);
		if (timings != null) {
			timings.add(System.nanoTime() - start);
		}
	}

	private static int occurrences(String text, String part) {
		return text.split(part, -1).length - 1;
	}

	// ------------------------------------------------------------ data

	/** Of three candidates one is on the way, of a hundred one is hired; every tenth has an interview with two seats, and one card in. */
	private void candidates(Database database) throws SQLException {
		var all = scale.candidates();
		var today = LocalDate.now(ZoneOffset.UTC);
		try (var connection = database.connect()) {
			run(connection, "insert into account (id, login, name, password_hash, role, active, epoch, created_at, version) values (3, ?, 'Nora Recruiter', ?, 'RECRUITER', true, 1, ?, 1)", RECRUITER,
					new Passwords().hash(LargeCompany.PASSWORD), moment(today));
			run(connection, "insert into hiring_model (id, name, made_at, made_by_name) values (900, 'Account executive', ?, 'Benchmark')", moment(today));
			run(connection, "insert into hiring_model_version (id, model_id, version_no, state, from_day, made_at, made_by_name, version) values (901, 900, 1, 'PUBLISHED', ?, ?, 'Benchmark', 1)", Date.valueOf(today.minusYears(3)),
					moment(today));
			for (int i = 0; i < OPENINGS; i++) {
				run(connection, "insert into hiring_opening (id, title, model_id, team_id, hiring_manager_id, recruiter_account_id, seats, state, opened_on, made_at, made_by_name, form_key, version)"
						+ " values (?, ?, 900, 1, 3, 3, 50, 'OPEN', ?, ?, 'Benchmark', ?, 1)", FIRST_OPENING + i, "Opening " + i, Date.valueOf(today.minusDays(400L - i)), moment(today), "opening-" + i);
				for (int stage = 0; stage < STAGES.length; stage++) {
					run(connection, "insert into hiring_stage (id, opening_id, ordinal, name, needs_cards) values (?, ?, ?, ?, false)", stage(i, stage), FIRST_OPENING + i, stage, STAGES[stage]);
				}
			}
			batches(connection, all, "insert into candidate (id, name, email, email_key, headline, keep_until, made_at, made_by_name, form_key, version) values (?, ?, ?, ?, 'Inside sales, two years', ?, ?, 'Benchmark', ?, 1)",
					(row, i) -> set(row, FIRST_CANDIDATE + i, name(i), "c" + i + "@candidates.example", "c" + i + "@candidates.example", Date.valueOf(today.plusYears(1)), moment(today), "candidate-" + i));
			for (int of = 0; of < WORDS; of++) {
				var word = of;
				batches(connection, all, "insert into candidate_word (candidate_id, word_key) values (?, ?)", (row, i) -> set(row, FIRST_CANDIDATE + i, words(i).get(word)));
			}
			batches(connection, all, "insert into candidacy (id, candidate_id, opening_id, stage_id, stage_since, source, applied_on, state, version) values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
					(row, i) -> set(row, FIRST_CANDIDACY + i, FIRST_CANDIDATE + i, FIRST_OPENING + i % OPENINGS, stage(i % OPENINGS, i / OPENINGS % STAGES.length), moment(today.minusDays(i * 7919L % 365)), SOURCES[i % SOURCES.length],
							Date.valueOf(today.minusDays(i * 7919L % 365)), i % 100 == 99 ? "HIRED" : i / OPENINGS % 3 == 0 ? "ACTIVE" : i % 7 == 0 ? "WITHDRAWN" : "REJECTED"));
			batches(connection, all / 10, "insert into interview (id, candidacy_id, model_version_id, title, starts_at, ends_at, zone, state, sequence_no, made_at, made_by_name, form_key, version)"
					+ " values (?, ?, 901, 'First', ?, ?, 'UTC', 'PLANNED', 0, ?, 'Benchmark', ?, 1)", (row, i) -> set(row, 2_000_000L + i, FIRST_CANDIDACY + i * 10L, moment(today), moment(today), moment(today), "interview-" + i));
			batches(connection, all / 5, "insert into interview_seat (id, interview_id, account_id, required) values (?, ?, ?, true)", (row, i) -> set(row, 3_000_000L + i, 2_000_000L + i / 2, 1L + i % 2));
			batches(connection, all / 10, "insert into scorecard (id, seat_id, candidacy_id, account_id, model_version_id, state, recommendation, opened_at, submitted_at, version) values (?, ?, ?, 1, 901, 'SUBMITTED', 'YES', ?, ?, 1)",
					(row, i) -> set(row, 4_000_000L + i, 3_000_000L + 2L * i, FIRST_CANDIDACY + i * 10L, moment(today), moment(today)));
			connection.commit();
			connection.setAutoCommit(true);
			run(connection, "vacuum analyze");
		}
	}

	private static long stage(int opening, int stage) {
		return 2_000L + opening * 10L + stage;
	}

	private static List<String> words(int i) {
		return List.copyOf(SearchWords.keys(name(i), "c" + i + "@candidates.example"));
	}

	private static String name(int i) {
		return FIRST[i * 7 % FIRST.length] + " Candidate-" + i;
	}

	private static Timestamp moment(LocalDate day) {
		return Timestamp.valueOf(day.atTime(9, 0));
	}
}
