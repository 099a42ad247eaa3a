package org.headcoach.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

import org.headcoach.suite.RunningApplication;
import org.postgresql.PGConnection;

import de.siegmar.fastcsv.reader.CsvReader;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A file of activities through the import (upload, format and styles found, checked, matched with people, staged, previewed, written in
 * one transaction) against the quickest that the database itself offers for the same rows, into the same table with its keys and
 * indexes: COPY on PostgreSQL, bare JDBC batches on H2. The rows of the yardstick are already looked up.
 */
final class ImportBenchmark {

	private static final int AT_ONCE = 1_000;
	/** "GC(12) Pause Young (Normal) (G1 Evacuation Pause) 210M->75M(512M) 6.2ms" */
	private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

	/** What one import took. */
	private record Run(long nanos, long heapBefore, long heapAfter, long resident) {
	}

	private final Scale scale;
	private final Report report;

	ImportBenchmark(Scale scale, Report report) {
		this.scale = scale;
		this.report = report;
	}

	void run() throws IOException, SQLException, InterruptedException {
		var war = BenchmarkWar.withBaseline();
		report.heading("Import of activities");
		report.line("A fresh server with -Xmx1g and a fresh database for each line; the yardstick writes rows that are already looked up into the same table, keys and indexes.");
		report.line("Heap: the most that was in use, and the most that a collection left. Resident: the process's peak. PostgreSQL is embedded, without waiting for the disk.");
		report.line("");
		report.columns("database", "lines", "MB", "yardstick s", "import s", "lines/s", "ratio", "heap MB", "live MB", "resident MB");
		// beside all other data of the benchmarks, so that nothing is left elsewhere
		try (var server = EmbeddedPostgres.builder().setDataDirectory(Benchmarks.emptyFolder("target/benchmark/postgresql")).setCleanDataDirectory(false).start()) {
			for (var lines : scale.imports()) {
				var folder = Benchmarks.emptyFolder("target/benchmark/import-pg-" + lines);
				measure(war, Database.postgresql(server, folder.resolve("yardstick"), "yardstick_" + lines),
						Database.postgresql(server, folder.resolve("import"), "import_" + lines), lines);
			}
		}
		for (var lines : scale.imports()) {
			var folder = Benchmarks.emptyFolder("target/benchmark/import-h2-" + lines);
			measure(war, Database.h2(folder.resolve("yardstick")), Database.h2(folder.resolve("import")), lines);
		}
	}

	private void measure(Path war, Database yardstick, Database database, int lines) throws IOException, SQLException, InterruptedException {
		report.aside(lines + " lines, " + database.kind());
		var company = new LargeCompany();
		company.settle(yardstick);
		company.settle(database);
		var resolved = yardstick.folder().resolve("resolved.csv");
		var export = database.folder().resolve("activities.csv");
		company.resolvedActivities(resolved, lines);
		company.exportActivities(export, lines);
		var bare = write(company, yardstick, resolved, lines);
		var run = importFile(war, database, export, lines);
		report.row(database.kind(), lines, Files.size(export) >> 20, bare / 1e9, run.nanos() / 1e9, Math.round(lines / (run.nanos() / 1e9)), (double) run.nanos() / bare,
				run.heapBefore(), run.heapAfter(), run.resident());
	}

	private long write(LargeCompany company, Database database, Path file, int lines) throws SQLException, IOException {
		try (var connection = database.connect()) {
			company.openABatch(connection);
			var start = System.nanoTime();
			if (database.isPostgresql()) {
				try (Reader reader = Files.newBufferedReader(file)) {
					connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome,"
							+ " lead_external_id, batch_id) from stdin with (format csv)", reader);
				}
			} else {
				insert(connection, file);
			}
			connection.commit();
			var nanos = System.nanoTime() - start;
			requireRows(connection, lines);
			return nanos;
		}
	}

	private static void insert(java.sql.Connection connection, Path file) throws SQLException, IOException {
		try (var rows = CsvReader.builder().ofCsvRecord(file);
				var statement = connection.prepareStatement("insert into activity (source_id, external_id, type, happened_at, happened_on, owner_id, outcome, lead_external_id,"
						+ " batch_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
			int waiting = 0;
			for (var row : rows) {
				statement.setLong(1, Long.parseLong(row.getField(0)));
				statement.setString(2, row.getField(1));
				statement.setString(3, row.getField(2));
				statement.setObject(4, LocalDateTime.parse(row.getField(3).replace(' ', 'T')));
				statement.setObject(5, LocalDate.parse(row.getField(4)));
				statement.setLong(6, Long.parseLong(row.getField(5)));
				statement.setString(7, row.getField(6));
				statement.setString(8, row.getField(7));
				statement.setLong(9, Long.parseLong(row.getField(8)));
				statement.addBatch();
				if (++waiting == AT_ONCE) {
					statement.executeBatch();
					waiting = 0;
				}
			}
			statement.executeBatch();
		}
	}

	private static Run importFile(Path war, Database database, Path file, int lines) throws IOException, InterruptedException {
		var settings = new java.util.ArrayList<>(List.of("-Xmx1g", "-Dheadcoach.demo=false", "-Xlog:gc:file=" + database.folder().resolve("gc.log")));
		settings.addAll(database.settings());
		try (var server = RunningApplication.serve(database.folder(), war, settings, "/sign-in")) {
			var visitor = new Visitor(server.url());
			visitor.signIn(LargeCompany.ADMINISTRATOR, LargeCompany.PASSWORD);
			var start = System.nanoTime();
			var answer = visitor.text("/benchmark/import?file=" + file);
			var nanos = System.nanoTime() - start;
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
			return new Run(nanos, before, after, resident);
		}
	}

	private static void requireRows(java.sql.Connection connection, int lines) throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from activity")) {
			rows.next();
			if (rows.getLong(1) != lines) {
				throw new IllegalStateException(rows.getLong(1) + " rows, not " + lines);
			}
		}
	}
}
