package org.headcoach.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what the profile {@code benchmark} measures and prints it as Markdown: {@code code}, {@code exam}, {@code pay}, {@code start}, {@code pages}, {@code payrun}, {@code contest}, {@code hiring}, {@code sitting}, {@code matrix}, {@code import}, {@code import-h2}. */
public final class Benchmarks {

	/** Held, because a logger that nobody holds forgets its level. */
	private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

	private Benchmarks() {
	}

	/** Which ones, with commas; then "full" or "small". */
	public static void main(String[] arguments) throws Exception {
		var scale = Scale.of(arguments[1]);
		var report = new Report();
		MIGRATIONS.setLevel(Level.WARNING);
		report.machine("Measured on " + Report.today());
		for (var name : arguments[0].split(",")) {
			switch (name) {
				case "code" -> code(scale, report, "Pure code", DiagnosisBenchmark.class, TableReadingBenchmark.class, LearningBenchmark.class);
				case "exam" -> code(scale, report, "Exams", ExamBenchmark.class);
				case "pay" -> code(scale, report, "Pay", PayBenchmark.class);
				case "start" -> new StartBenchmark(scale, report).run();
				case "pages" -> new PageBenchmark(scale, report).run();
				case "payrun" -> new PayRunBenchmark(scale, report).run();
				case "contest" -> new ContestBenchmark(scale, report).run();
				case "hiring" -> new HiringBenchmark(scale, report).measure();
				case "sitting" -> new TrainingBenchmark(scale, report).sit();
				case "matrix" -> new TrainingBenchmark(scale, report).matrix();
				case "import" -> new ImportBenchmark(scale, report).run();
				case "import-h2" -> new ImportBenchmark(scale, report).runOnH2();
				default -> throw new IllegalArgumentException("code, exam, pay, start, pages, payrun, contest, hiring, sitting, matrix, import or import-h2, not " + name);
			}
		}
		report.line("");
		report.machine("At the end");
		System.exit(0);
	}

	private static void code(Scale scale, Report report, String heading, Class<?>... benchmarks) throws Exception {
		report.heading(heading);
		report.columns("benchmark", "score", "unit", "give or take");
		for (var benchmark : benchmarks) {
			var options = new OptionsBuilder().include(benchmark.getName()).verbosity(VerboseMode.SILENT);
			if (scale == Scale.SMALL) {
				options.warmupIterations(1).measurementIterations(1);
			}
			for (RunResult result : new Runner(options.build()).run()) {
				var parameters = result.getParams().getParamsKeys().stream().map(key -> key + "=" + result.getParams().getParam(key)).toList();
				var primary = result.getPrimaryResult();
				report.row(result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1") + (parameters.isEmpty() ? "" : " " + String.join(" ", parameters)),
						primary.getScore(), primary.getScoreUnit(), primary.getScoreError());
			}
		}
	}

	/** A folder with nothing in it. */
	static Path emptyFolder(String name) throws IOException {
		var folder = Path.of(name).toAbsolutePath();
		if (Files.exists(folder)) {
			try (var files = Files.walk(folder)) {
				for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		return Files.createDirectories(folder);
	}
}
