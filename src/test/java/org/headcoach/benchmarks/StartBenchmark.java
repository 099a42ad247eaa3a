package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.headcoach.suite.RunningApplication;

/** From the start of the process to the first page, on an existing database, against the same server with an empty war; in turn. */
final class StartBenchmark {

	private static final int ACTIVITIES = 65_000;

	private final Scale scale;
	private final Report report;

	StartBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException {
		var folder = Benchmarks.emptyFolder("target/benchmark/start");
		var database = Database.h2(folder);
		var company = new LargeCompany();
		company.settle(database);
		company.work(database, Math.min(ACTIVITIES, scale.activities()));
		var empty = BenchmarkWar.empty();
		var bare = new Timings();
		var own = new Timings();
		// the first start of each counts figures and fills the disk's cache: it is not measured
		for (int i = 0; i <= scale.starts(); i++) {
			var timeBare = start(Benchmarks.emptyFolder("target/benchmark/start-empty"), empty, "/empty/index.html");
			var timeOwn = start(folder, RunningApplication.WAR, "/sign-in");
			if (i > 0) {
				bare.add(timeBare);
				own.add(timeOwn);
			}
			report.aside("start " + i + ": empty " + timeBare / 1_000_000 + " ms, Headcoach " + timeOwn / 1_000_000 + " ms");
		}
		report.heading("Cold start to the first page");
		report.line("Process start to the first answer 200, %d starts of each in turn; H2 file with %,d activities; -Xmx1g.", scale.starts(), Math.min(ACTIVITIES, scale.activities()));
		report.line("");
		report.columns("", "median ms", "longest ms");
		report.row("Payara Micro with an empty war", bare.median(), bare.longest());
		report.row("Headcoach, `/sign-in`", own.median(), own.longest());
		report.row("ratio of the medians", own.median() / bare.median(), "");
	}

	private static long start(Path folder, Path war, String path) throws IOException {
		if (Files.exists(folder.resolve("unpacked"))) {
			Benchmarks.emptyFolder(folder.resolve("unpacked").toString());
		}
		try (var server = RunningApplication.serve(folder, war, List.of("-Xmx1g", "-Dheadcoach.demo=false"), path)) {
			return server.startedIn().toNanos();
		}
	}
}
