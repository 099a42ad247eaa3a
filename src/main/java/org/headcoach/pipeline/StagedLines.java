package org.headcoach.pipeline;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.pipeline.engine.Column;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Row;
import org.postgresql.PGConnection;

/**
 * The table in which the lines of one file wait for the preview and the import. Each batch has its own, so that filling
 * it needs no index but the line's number, and giving it up is one statement.
 */
final class StagedLines {

	private static final int JDBC_BATCH = 1_000;

	private final long batchId;
	private final ImportKind kind;

	StagedLines(long batchId, ImportKind kind) {
		this.batchId = batchId;
		this.kind = kind;
	}

	String table() {
		return "staged_" + batchId;
	}

	/** On H2 this ends the transaction it is called in. */
	void create(Connection connection) throws SQLException {
		drop(connection);
		execute(connection, "create table " + table() + " (line_no bigint primary key, "
				+ kind.columns().stream().map(column -> column.name() + " " + type(column)).collect(Collectors.joining(", ")) + ", owner_text varchar(254))");
	}

	/** On H2 this ends the transaction it is called in. */
	void drop(Connection connection) throws SQLException {
		execute(connection, "drop table if exists " + table());
	}

	/** Lets the database know what it has been given; without it PostgreSQL plans for an empty table. */
	void loaded(Connection connection) throws SQLException {
		if (isPostgres(connection)) {
			execute(connection, "analyze " + table());
		}
	}

	void add(Connection connection, List<Row> rows) throws SQLException {
		if (rows.isEmpty()) {
			return;
		}
		if (isPostgres(connection)) {
			copy(connection, rows);
		} else {
			insert(connection, rows);
		}
	}

	private String names() {
		return "line_no, " + kind.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ", owner_text";
	}

	/** PostgreSQL's own way to take in many rows, four times as quick as statements. */
	private void copy(Connection connection, List<Row> rows) throws SQLException {
		var in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table() + " (" + names() + ") from stdin");
		var text = new StringBuilder(1 << 16);
		try {
			for (var row : rows) {
				text.append(row.line());
				for (var value : row.values()) {
					text.append('\t');
					append(text, value);
				}
				text.append('\t');
				append(text, row.owner());
				text.append('\n');
				if (text.length() > 60_000) {
					write(in, text);
				}
			}
			write(in, text);
			in.endCopy();
		} finally {
			if (in.isActive()) {
				in.cancelCopy();
			}
		}
	}

	private static void write(org.postgresql.copy.CopyIn in, StringBuilder text) throws SQLException {
		var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		in.writeToCopy(bytes, 0, bytes.length);
		text.setLength(0);
	}

	private static void append(StringBuilder out, Object value) {
		if (value == null) {
			out.append("\\N");
		} else if (value instanceof String text) {
			appendText(out, text);
		} else if (value instanceof BigDecimal number) {
			out.append(number.toPlainString());
		} else {
			out.append(value);
		}
	}

	private static void appendText(StringBuilder out, String text) {
		for (int i = 0; i < text.length(); i++) {
			var c = text.charAt(i);
			switch (c) {
				case '\\' -> out.append("\\\\");
				case '\t' -> out.append("\\t");
				case '\n' -> out.append("\\n");
				case '\r' -> out.append("\\r");
				default -> out.append(c);
			}
		}
	}

	private void insert(Connection connection, List<Row> rows) throws SQLException {
		var columns = kind.columns();
		var places = ", ?".repeat(columns.size() + 1);
		try (var statement = connection.prepareStatement("insert into " + table() + " (" + names() + ") values (?" + places + ")")) {
			var waiting = 0;
			for (var row : rows) {
				statement.setLong(1, row.line());
				for (int i = 0; i < columns.size(); i++) {
					set(statement, i + 2, columns.get(i).type(), row.values()[i]);
				}
				set(statement, columns.size() + 2, Column.Type.TEXT, row.owner());
				statement.addBatch();
				if (++waiting == JDBC_BATCH) {
					statement.executeBatch();
					waiting = 0;
				}
			}
			statement.executeBatch();
		}
	}

	private static void set(PreparedStatement statement, int at, Column.Type type, Object value) throws SQLException {
		if (value == null) {
			statement.setNull(at, switch (type) {
				case TEXT -> Types.VARCHAR;
				case DAY -> Types.DATE;
				case MOMENT -> Types.TIMESTAMP;
				case DECIMAL -> Types.NUMERIC;
				case WHOLE -> Types.INTEGER;
				case PERSON -> Types.BIGINT;
				case FLAG -> Types.BOOLEAN;
			});
			return;
		}
		switch (type) {
			case TEXT -> statement.setString(at, (String) value);
			case DAY -> statement.setObject(at, (LocalDate) value);
			case MOMENT -> statement.setObject(at, (LocalDateTime) value);
			case DECIMAL -> statement.setBigDecimal(at, (BigDecimal) value);
			case WHOLE -> statement.setInt(at, (Integer) value);
			case PERSON -> statement.setLong(at, (Long) value);
			case FLAG -> statement.setBoolean(at, (Boolean) value);
		}
	}

	private static String type(Column column) {
		return switch (column.type()) {
			case TEXT -> "varchar(" + (column.fedBy().isEmpty() ? 400 : 300) + ")";
			case DAY -> "date";
			case MOMENT -> "timestamp";
			case DECIMAL -> "numeric(19,4)";
			case WHOLE -> "integer";
			case PERSON -> "bigint";
			case FLAG -> "boolean";
		};
	}

	static boolean isPostgres(Connection connection) throws SQLException {
		return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}
}
