package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;

/**
 * What a page costs beyond its shell and its cells, and whether that depends on how much work lies in the database: each page of a team
 * of fifty over fourteen months against a page of constants with as many cells, and against itself over a hundredth of the activities.
 * The three are asked for in turn, by the same visitors, so that whatever else the machine does meets all alike.
 */
final class PageBenchmark {

	/** Pages of a manager; their default month is the last full one. */
	private static final List<String> PAGES = List.of("/coaching/my-team", "/coaching/metric", "/pipeline/figures");

	private static final String BASELINE = "/benchmark/baseline";

	/** A rep's statement of the last full month. Its lines open into steps and are no table, and so are those of its baseline page. */
	private static final String STATEMENT = "/compensation/statement?person=" + LargeCompany.FIRST_REP;

	/** Something asked for again and again. */
	private record Target(String name, Visitor visitor, String path, Timings timings) {

		Target(String name, Visitor visitor, String path) {
			this(name, visitor, path, new Timings());
		}

		void visit(boolean counts) throws IOException, InterruptedException {
			var start = System.nanoTime();
			visitor.visit(path);
			if (counts) {
				timings.add(System.nanoTime() - start);
			}
		}
	}

	private final Scale scale;
	private final Report report;

	PageBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException, InterruptedException {
		var war = BenchmarkWar.withBaseline();
		try (var large = serve(war, scale.activities()); var small = serve(war, scale.activities() / 100)) {
			report.heading("Pages");
			report.line("50 reps, %d months, H2; %,d against %,d activities (and as many leads); %d requests of each kind in turn after %d to warm up; -Xmx1g.", LargeCompany.MONTHS,
					scale.activities(), scale.activities() / 100, scale.requests(), scale.warmUp());
			report.line("");
			report.columns("page", "cells", "KB", "p50 ms", "p95 ms", "max ms", "baseline p50", "baseline p95", "p95 to baseline", "p95 with a hundredth", "p95 to that");
			for (var page : PAGES) {
				measure(page, large, small, "<td", "<tr", BASELINE);
			}
			measure(STATEMENT, large, small, "<dt", "class=\"pay-item\"", BASELINE + "-statement");
		}
	}

	private RunningApplication serve(Path war, int activities) throws IOException, SQLException, InterruptedException {
		report.aside("a database with " + activities + " activities");
		var folder = Benchmarks.emptyFolder("target/benchmark/pages-" + activities);
		var database = Database.h2(folder);
		var company = new LargeCompany();
		company.settle(database);
		company.work(database, activities);
		var server = RunningApplication.serve(folder, war, List.of("-Xmx1g", "-Dheadcoach.demo=false"), "/sign-in");
		awaitFigures(server);
		signedIn(server.url(), LargeCompany.ADMINISTRATOR).text("/benchmark/pay");
		return server;
	}

	/** A start counts what is due by itself. */
	private static void awaitFigures(RunningApplication server) throws IOException, InterruptedException {
		for (int i = 0; i < 3_000; i++) {
			if (Files.readString(server.log()).contains("Figures of " + LargeCompany.MONTHS + " months are up to date")) {
				return;
			}
			Thread.sleep(100);
		}
		throw new IllegalStateException("The figures were not counted in five minutes: " + server.log());
	}

	/** The baseline page has as many rows, with as many cells in each. */
	private void measure(String page, RunningApplication large, RunningApplication small, String cell, String row, String baselinePage) throws IOException, InterruptedException {
		var visitors = List.of(signedIn(large.url(), LargeCompany.MANAGER), signedIn(small.url(), LargeCompany.MANAGER));
		var text = visitors.get(0).text(page);
		int cells = occurrences(text, cell);
		int rows = Math.max(1, occurrences(text, row));
		int columns = Math.max(1, Math.round((float) cells / rows));
		var baseline = new Target("baseline", visitors.get(0), baselinePage + "?rows=" + Math.max(1, cells / columns) + "&columns=" + columns);
		var own = new Target(page, visitors.get(0), page);
		var less = new Target("less data", visitors.get(1), page);
		var targets = List.of(baseline, own, less);
		for (int i = 0; i < scale.warmUp() + scale.requests(); i++) {
			for (var target : new ArrayList<>(targets)) {
				target.visit(i >= scale.warmUp());
			}
		}
		report.row("`" + page + "`", cells, visitors.get(0).visit(page) / 1024, own.timings().median(), own.timings().p95(), own.timings().longest(), baseline.timings().median(),
				baseline.timings().p95(), own.timings().p95() / baseline.timings().p95(), less.timings().p95(), own.timings().p95() / less.timings().p95());
	}

	private static Visitor signedIn(String address, String login) throws IOException, InterruptedException {
		var visitor = new Visitor(address);
		visitor.signIn(login, LargeCompany.PASSWORD);
		return visitor;
	}

	private static int occurrences(String text, String part) {
		return text.split(part, -1).length - 1;
	}
}
