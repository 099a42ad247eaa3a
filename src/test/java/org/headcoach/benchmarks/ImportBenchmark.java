package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.headcoach.suite.RunningApplication;
import org.headcoach.suite.Visitor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A file of activities through the import (upload, format and styles found, checked, matched with people, staged, previewed, written in
 * one transaction) against {@link ImportYardstick} with the same rows, already looked up, in the same table with its keys and indexes.
 * They take turns, each in a fresh process with as much memory and in a fresh database.
 */
final class ImportBenchmark {

	private static final String MEMORY = "-Xmx1g";
	/** "GC(12) Pause Young (Normal) (G1 Evacuation Pause) 210M->75M(512M) 6.2ms" */
	private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

	/** What one import, or one yardstick, took; memory in MB. */
	private record Run(double seconds, double processor, long heapBefore, long heapAfter, long resident) {
	}

	private interface Databases {
		Database fresh(Path folder, String name) throws IOException, SQLException;
	}

	private final Scale scale;
	private final Report report;
	private final Path postgresql = Path.of("target/benchmark/postgresql").toAbsolutePath();

	ImportBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException, InterruptedException {
		heading();
		var war = BenchmarkWar.withBaseline();
		// beside all other data of the benchmarks, so that nothing is left elsewhere; waits for the disk, as a company's would
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder(postgresql.toString())).setCleanDataDirectory(false)
				.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start()) {
			for (var lines : scale.imports()) {
				measure(war, "pg", (folder, name) -> Database.postgresql(server, folder, name), lines);
			}
		}
		h2(war);
	}

	void runOnH2() throws IOException, SQLException, InterruptedException {
		heading();
		h2(BenchmarkWar.withBaseline());
	}

	private void heading() throws IOException {
		report.heading("Import of activities");
		report.line("Medians of %d rounds; the ratio of every round in brackets. Processor: seconds of all processes, the database's too.", scale.rounds());
		report.line("Heap: the most in use, and the most that a collection left. Resident: the server's peak.");
		report.line("");
		report.columns("database", "lines", "MB", "yardstick s", "import s", "lines/s", "ratio", "ratio of processor", "heap MB", "live MB", "resident MB");
	}

	private void h2(Path war) throws IOException, SQLException, InterruptedException {
		for (var lines : scale.imports()) {
			measure(war, "h2", (folder, name) -> Database.h2(folder), lines);
		}
	}

	private void measure(Path war, String kind, Databases databases, int lines) throws IOException, SQLException, InterruptedException {
		var folder = Benchmarks.emptyFolder("target/benchmark/import-" + kind + "-" + lines);
		var company = new LargeCompany();
		var resolved = folder.resolve("resolved.csv");
		var export = folder.resolve("activities.csv");
		company.resolvedActivities(resolved, lines);
		company.exportActivities(export, lines);
		var yardsticks = new ArrayList<Run>();
		var imports = new ArrayList<Run>();
		for (int round = 1; round <= scale.rounds(); round++) {
			var yardstick = databases.fresh(folder.resolve("yardstick-" + round), "yardstick_" + lines + "_" + round);
			company.settle(yardstick);
			yardsticks.add(write(yardstick, resolved, lines));
			var database = databases.fresh(folder.resolve("import-" + round), "import_" + lines + "_" + round);
			company.settle(database);
			imports.add(importFile(war, database, export, lines));
			report.aside(kind + " " + lines + ": " + yardsticks.get(round - 1) + ", " + imports.get(round - 1));
		}
		var bare = median(yardsticks, Run::seconds);
		var full = median(imports, Run::seconds);
		report.row(kind.equals("h2") ? "H2" : "PostgreSQL", lines, Files.size(export) >> 20, bare, full, Math.round(lines / full),
				ratio(yardsticks, imports, Run::seconds), ratio(yardsticks, imports, Run::processor), most(imports, Run::heapBefore), most(imports, Run::heapAfter),
				most(imports, Run::resident));
	}

	private static double median(List<Run> runs, ToDoubleFunction<Run> what) {
		var sorted = runs.stream().mapToDouble(what).sorted().toArray();
		return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
	}

	private static long most(List<Run> runs, ToLongFunction<Run> what) {
		return runs.stream().mapToLong(what).max().orElseThrow();
	}

	private static String ratio(List<Run> yardsticks, List<Run> imports, ToDoubleFunction<Run> what) {
		var rounds = new ArrayList<Double>();
		for (int i = 0; i < imports.size(); i++) {
			rounds.add(what.applyAsDouble(imports.get(i)) / what.applyAsDouble(yardsticks.get(i)));
		}
		return String.format(Locale.ROOT, "%.2f", median(imports, what) / median(yardsticks, what))
				+ rounds.stream().map(round -> String.format(Locale.ROOT, "%.2f", round)).collect(Collectors.joining(", ", " (", ")"));
	}

	private Run write(Database database, Path file, int lines) throws IOException, InterruptedException {
		var before = PostgresTime.seconds(postgresql);
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), MEMORY, "-classpath", System.getProperty("java.class.path"),
				ImportYardstick.class.getName(), database.kind(), database.folder().toString(), database.url(), database.user(), database.password(), file.toString(),
				String.valueOf(lines)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		var answer = new String(process.getInputStream().readAllBytes()).strip().split(" ");
		if (process.waitFor() != 0) {
			throw new IllegalStateException("The yardstick ended with " + process.exitValue());
		}
		return new Run(Long.parseLong(answer[0]) / 1e9, Long.parseLong(answer[1]) / 1e9 + PostgresTime.seconds(postgresql) - before, 0, 0, 0);
	}

	private Run importFile(Path war, Database database, Path file, int lines) throws IOException, InterruptedException {
		var settings = new ArrayList<>(List.of(MEMORY, "-Dheadcoach.demo=false", "-Xlog:gc:file=" + database.folder().resolve("gc.log")));
		settings.addAll(database.settings());
		try (var server = RunningApplication.serve(database.folder(), war, settings, "/sign-in")) {
			var visitor = new Visitor(server.url());
			visitor.signIn(LargeCompany.ADMINISTRATOR, LargeCompany.PASSWORD);
			var processor = server.processorTime().toNanos() / 1e9 + PostgresTime.seconds(postgresql);
			var start = System.nanoTime();
			var answer = visitor.text("/benchmark/import?file=" + file);
			var nanos = System.nanoTime() - start;
			processor = server.processorTime().toNanos() / 1e9 + PostgresTime.seconds(postgresql) - processor;
			if (!answer.equals("IMPORTED " + lines + " 0")) {
				throw new IllegalStateException(answer + ", not all " + lines + " imported; see " + server.log());
			}
			var resident = Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream().filter(line -> line.startsWith("VmHWM"))
					.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).findFirst().orElse(0);
			long before = 0;
			long after = 0;
			var collections = COLLECTION.matcher(Files.readString(database.folder().resolve("gc.log")));
			while (collections.find()) {
				before = Math.max(before, Long.parseLong(collections.group(1)));
				after = Math.max(after, Long.parseLong(collections.group(2)));
			}
			return new Run(nanos / 1e9, processor, before, after, resident);
		}
	}
}
