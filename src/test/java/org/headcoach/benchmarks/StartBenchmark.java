package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.headcoach.suite.RunningApplication;

/**
 * From the start of the process to the first page, on an existing database, against the same server with an empty war, and with a war that has one of each thing that the application is built of; in turn.
 */
final class StartBenchmark {

	private static final int ACTIVITIES = 65_000;

	/** By the clock, and of the processors, which does not depend on what else they do. */
	private record Times(Timings clock, Timings processor) {

		Times() {
			this(new Timings(), new Timings());
		}
	}

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
		var frame = BenchmarkWar.frame();
		var bare = new Times();
		var least = new Times();
		var own = new Times();
		// the first start of each counts figures and fills the disk's cache: it is not measured
		for (int i = 0; i <= scale.starts(); i++) {
			start(Benchmarks.emptyFolder("target/benchmark/start-empty"), empty, "/empty/index.html", i == 0 ? new Times() : bare);
			start(Benchmarks.emptyFolder("target/benchmark/start-frame"), frame, "/frame/index.xhtml", i == 0 ? new Times() : least);
			start(folder, RunningApplication.WAR, "/sign-in", i == 0 ? new Times() : own);
			report.aside("started " + (i + 1) + " of " + (scale.starts() + 1) + " times");
		}
		report.heading("Cold start to the first page");
		report.line("Process start to the first answer 200, %d starts of each in turn; H2 file with %,d activities; -Xmx1g.", scale.starts(), Math.min(ACTIVITIES, scale.activities()));
		report.line("");
		report.columns("", "median ms", "longest ms", "median ms of processor time");
		report.row("Payara Micro with an empty war", bare.clock().median(), bare.clock().longest(), bare.processor().median());
		report.row("with one page, one bean, one table, one REST resource", least.clock().median(), least.clock().longest(), least.processor().median());
		report.row("Headcoach, `/sign-in`", own.clock().median(), own.clock().longest(), own.processor().median());
		report.row("one of each to the empty war", least.clock().median() / bare.clock().median(), "", least.processor().median() / bare.processor().median());
		report.row("ratio of the medians", own.clock().median() / bare.clock().median(), "", own.processor().median() / bare.processor().median());
	}

	private static void start(Path folder, Path war, String path, Times times) throws IOException {
		if (Files.exists(folder.resolve("unpacked"))) {
			Benchmarks.emptyFolder(folder.resolve("unpacked").toString());
		}
		try (var server = RunningApplication.serve(folder, war, List.of("-Xmx1g", "-Dheadcoach.demo=false"), path)) {
			times.clock().add(server.startedIn().toNanos());
			times.processor().add(server.processorTime().toNanos());
		}
	}
}
