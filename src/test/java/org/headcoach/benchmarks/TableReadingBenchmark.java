package org.headcoach.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.headcoach.shared.tables.DateStyle;
import org.headcoach.shared.tables.DateStyleDetector;
import org.headcoach.shared.tables.Line;
import org.headcoach.shared.tables.NumberStyle;
import org.headcoach.shared.tables.NumberStyleDetector;
import org.headcoach.shared.tables.Parsed;
import org.headcoach.shared.tables.TableFile;
import org.headcoach.shared.tables.TableLimits;
import org.headcoach.shared.tables.TableReader;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.shared.tables.YesNo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many lines a second are read from a file of activities with 8 columns, against a bare loop of the CSV library over
 * the same file. Run its {@code main}. The small heap shows that memory does not grow with the file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx64m")
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
public class TableReadingBenchmark {

	private static final int CSV_LINES = 1_000_000;
	private static final int XLSX_LINES = 100_000;
	private static final List<String> COLUMNS = List.of("Record ID", "Activity type", "Activity assigned to", "Activity date",
			"Outcome", "Amount", "Connected", "Notes");
	private static final String[] TYPES = {"CALL", "EMAIL", "MEETING", "DEMO"};

	private Path csv;
	private Path xlsx;

	@Setup
	public void write() throws IOException {
		csv = Files.createTempFile("activities", ".csv");
		try (TableWriter writer = TableWriter.csv(new BufferedOutputStream(Files.newOutputStream(csv)), COLUMNS)) {
			for (int i = 0; i < CSV_LINES; i++) {
				writer.line(activity(i));
			}
		}
		xlsx = Files.createTempFile("activities", ".xlsx");
		try (TableWriter writer = TableWriter.xlsx(new BufferedOutputStream(Files.newOutputStream(xlsx)), "Activities", COLUMNS)) {
			for (int i = 0; i < XLSX_LINES; i++) {
				writer.line(activity(i));
			}
		}
	}

	@TearDown
	public void delete() throws IOException {
		Files.delete(csv);
		Files.delete(xlsx);
	}

	/** The yardstick: every cell as text, nothing else. */
	@Benchmark
	@OperationsPerInvocation(CSV_LINES)
	public void bareFastCsv(Blackhole sink) throws IOException {
		try (CsvReader<CsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(csv, StandardCharsets.UTF_8)) {
			for (CsvRecord line : reader) {
				for (int i = 0; i < line.getFieldCount(); i++) {
					sink.consume(line.getField(i));
				}
			}
		}
	}

	/** The format is detected, then every cell is read as text. */
	@Benchmark
	@OperationsPerInvocation(CSV_LINES)
	public void detectAndReadCsv(Blackhole sink) {
		read(csv, sink);
	}

	/** What an import does: the format and the styles of the columns are detected, then the cells become values. */
	@Benchmark
	@OperationsPerInvocation(CSV_LINES)
	public void detectStylesAndParseCsv(Blackhole sink) {
		DateStyleDetector dates = new DateStyleDetector();
		NumberStyleDetector numbers = new NumberStyleDetector();
		TableFile file = TableFile.examine(csv, "activities.csv", TableLimits.STANDARD);
		try (TableReader reader = file.read()) {
			for (Line line : reader) {
				dates.add(line.cell(3));
				numbers.add(line.cell(5));
			}
		}
		DateStyle dateStyle = dates.finding().style().orElseThrow();
		NumberStyle numberStyle = numbers.finding().style().orElseThrow();
		long wrong = 0;
		try (TableReader reader = file.read()) {
			for (Line line : reader) {
				Parsed<LocalDate> day = dateStyle.parseDate(line.cell(3), ZoneOffset.UTC);
				Parsed<?> amount = numberStyle.parse(line.cell(5));
				Parsed<?> connected = YesNo.parse(line.cell(6));
				wrong += day.isWrong() || amount.isWrong() || connected.isWrong() ? 1 : 0;
				sink.consume(day);
				sink.consume(amount);
				sink.consume(connected);
			}
		}
		if (wrong > 0) {
			throw new IllegalStateException(wrong + " wrong lines");
		}
	}

	/** The workbook is checked for harm, then every cell is read as text. */
	@Benchmark
	@OperationsPerInvocation(XLSX_LINES)
	public void checkAndReadXlsx(Blackhole sink) {
		read(xlsx, sink);
	}

	private static void read(Path path, Blackhole sink) {
		try (TableReader reader = TableFile.examine(path, "activities", TableLimits.STANDARD).read()) {
			for (Line line : reader) {
				for (String cell : line.cells()) {
					sink.consume(cell);
				}
			}
		}
	}

	private static Object[] activity(int i) {
		return new Object[] {Integer.toString(10_000_000 + i), TYPES[i % 4], "Salesperson " + i % 50,
				"2026-" + two(i % 12 + 1) + "-" + two(i % 28 + 1) + " 14:" + two(i % 60), "Outcome " + i % 7,
				i % 100_000 + "." + two(i % 100), i % 3 == 0 ? "true" : "false", i % 10 == 0 ? "Said \"call me, later\"" : ""};
	}

	private static String two(int number) {
		return number < 10 ? "0" + number : Integer.toString(number);
	}

	/** Prints the lines per second of each way. */
	public static void main(String[] arguments) throws RunnerException {
		new Runner(new OptionsBuilder().include(TableReadingBenchmark.class.getSimpleName()).build()).run();
	}
}
