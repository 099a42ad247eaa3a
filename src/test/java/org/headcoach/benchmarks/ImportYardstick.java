package org.headcoach.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.postgresql.PGConnection;

import de.siegmar.fastcsv.reader.CsvReader;

/**
 * The quickest that a database itself offers for the rows of a file, in one transaction: COPY on PostgreSQL, bare JDBC batches on H2. It
 * is a process of its own with as much memory as the server has, because H2 takes its cache from that.
 */
public final class ImportYardstick {

	private static final int AT_ONCE = 1_000;
	private static final String COLUMNS = "source_id, external_id, type, happened_at, happened_on, owner_id, outcome, lead_external_id, batch_id";

	private ImportYardstick() {
	}

	/** Database (kind, folder, URL, user, password), file and number of lines; prints the nanoseconds and those of the processor. */
	public static void main(String[] arguments) throws SQLException, IOException {
		var database = new Database(arguments[0], Path.of(arguments[1]), arguments[2], arguments[3], arguments[4]);
		var file = Path.of(arguments[5]);
		try (var connection = database.connect()) {
			new LargeCompany().openABatch(connection);
			var processor = processor();
			var start = System.nanoTime();
			if (database.isPostgresql()) {
				copy(connection, file);
			} else {
				insert(connection, file);
			}
			connection.commit();
			var nanos = System.nanoTime() - start;
			processor = processor() - processor;
			requireRows(connection, Long.parseLong(arguments[6]));
			System.out.println(nanos + " " + processor);
		}
	}

	private static long processor() {
		return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
	}

	private static void copy(Connection connection, Path file) throws SQLException, IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy activity (" + COLUMNS + ") from stdin with (format csv)", reader);
		}
	}

	private static void insert(Connection connection, Path file) throws SQLException, IOException {
		try (var rows = CsvReader.builder().ofCsvRecord(file);
				var statement = connection.prepareStatement("insert into activity (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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

	private static void requireRows(Connection connection, long lines) throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("select count(*) from activity")) {
			rows.next();
			if (rows.getLong(1) != lines) {
				throw new IllegalStateException(rows.getLong(1) + " rows, not " + lines);
			}
		}
	}
}
