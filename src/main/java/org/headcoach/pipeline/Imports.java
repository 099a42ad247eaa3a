package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.headcoach.pipeline.engine.Column;
import org.headcoach.pipeline.engine.ImportKind;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over imports: the list of batches and what one of them would do. */
@ApplicationScoped
public class Imports {

	/** A line of the list of imports. */
	public record BatchRow(Long id, String source, ImportKind kind, String fileName, ImportStatus status, long added, long changed, long same, long waiting, long rejected,
			String by, Instant createdAt, Instant committedAt, Instant undoneAt, String undoneBy) implements Serializable {
	}

	/** A reason why a line is not imported. */
	public record RejectedRow(long line, String column, String value, String reasonKey, List<Object> arguments, String mend) implements Serializable {
	}

	/** An owner nobody is known by, and how many lines wait for the answer. */
	public record UnknownOwner(String text, long lines) implements Serializable {
	}

	/** A field's value before and after. */
	public record FieldChange(String field, String before, String after) implements Serializable {
	}

	/** A staged line: who or what, and what would change on it. */
	public record StagedRow(long line, String identity, List<String> values, List<FieldChange> changes) implements Serializable {
	}

	/** Which staged lines. */
	public enum Shown {
		NEW, CHANGED, SAME
	}

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	/** Newest first. */
	public List<BatchRow> list(int first, int size) {
		return em.createQuery("select b from ImportBatch b join fetch b.source order by b.createdAt desc, b.id desc", ImportBatch.class)
				.setFirstResult(first).setMaxResults(size).getResultStream().map(Imports::row).toList();
	}

	public long count() {
		return em.createQuery("select count(b) from ImportBatch b", Long.class).getSingleResult();
	}

	static BatchRow row(ImportBatch batch) {
		return new BatchRow(batch.id(), batch.source().name(), batch.kind(), batch.fileName(), batch.status(), batch.countNew(), batch.countChanged(), batch.countSame(),
				batch.countWaiting(), batch.countRejected(), batch.createdByName(), batch.createdAt(), batch.committedAt(), batch.undoneAt(), batch.undoneByName());
	}

	/** Reasons in the order of the file. */
	List<RejectedRow> rejected(long batchId, int first, int size) {
		return read("select line_no, column_name, value_text, reason_key, reason_arguments, mend from import_rejection where batch_id = " + batchId
				+ " order by line_no, ordinal offset " + first + " rows fetch next " + size + " rows only", Imports::rejectedRow);
	}

	/** The reasons of about a thousand lines behind a line, all reasons of each of them. */
	List<RejectedRow> rejectedAfter(long batchId, long line) {
		return read("select line_no, column_name, value_text, reason_key, reason_arguments, mend from import_rejection where batch_id = " + batchId
				+ " and line_no > " + line + " order by line_no fetch first 1000 rows with ties", Imports::rejectedRow);
	}

	private static RejectedRow rejectedRow(ResultSet rows) throws SQLException {
		return new RejectedRow(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4), ImportText.arguments(rows.getString(5)), rows.getString(6));
	}

	/** Owners nobody is known by, those with most lines first. */
	List<UnknownOwner> unknownOwners(long batchId, ImportKind kind, int most) {
		if (kind.ownerAt() < 0) {
			return List.of();
		}
		return read("select min(owner_text), count(*) from staged_" + batchId + " where owner_text is not null group by lower(trim(owner_text)) order by 2 desc, 1 fetch first " + most
				+ " rows only", rows -> new UnknownOwner(rows.getString(1), rows.getLong(2)));
	}

	/** Lines that wait for their owner, as reasons. */
	List<RejectedRow> waiting(long batchId, String ownerHeader, int first, int size) {
		return read("select line_no, owner_text from staged_" + batchId + " where owner_text is not null order by line_no offset " + first + " rows fetch next " + size + " rows only",
				rows -> new RejectedRow(rows.getLong(1), ownerHeader, rows.getString(2), "pipeline.import.reason.unknown-owner", List.of(), null));
	}

	/** Staged lines that are new, or changed (of these the first thousand are kept), or the same; in the order of the file. */
	List<StagedRow> staged(ImportBatch batch, Shown shown, int first, int size) {
		var kind = batch.kind();
		var mapping = batch.mapping();
		var fed = kind.fedBy(mapping);
		var table = new FactTable(kind).name();
		var columns = kind.columns().stream().map(column -> "s." + column.name() + ", t." + column.name()).collect(Collectors.joining(", "));
		var from = " from staged_" + batch.id() + " s left join " + table + " t on t.source_id = " + batch.source().id() + " and t.external_id = s.external_id ";
		var where = switch (shown) {
			case NEW -> "where s.owner_text is null and t.id is null";
			case CHANGED -> "join import_changed c on c.batch_id = " + batch.id() + " and c.line_no = s.line_no";
			case SAME -> "where s.owner_text is null and t.id is not null and s.line_no not in (select line_no from import_changed where batch_id = " + batch.id() + ")";
		};
		var people = kind.ownerAt() < 0 ? Map.<Long, String>of() : names();
		return read("select s.line_no, " + columns + from + where + " order by s.line_no offset " + first + " rows fetch next " + size + " rows only",
				rows -> stagedRow(rows, kind, fed, people, shown));
	}

	private static StagedRow stagedRow(ResultSet rows, ImportKind kind, List<Column> fed, Map<Long, String> people, Shown shown) throws SQLException {
		var values = new ArrayList<String>();
		var changes = new ArrayList<FieldChange>();
		var at = 2;
		for (var column : kind.columns()) {
			var after = rows.getObject(at++);
			var before = rows.getObject(at++);
			values.add(text(after, column, people));
			if (shown == Shown.CHANGED && fed.contains(column) && !isSame(before, after)) {
				changes.add(new FieldChange(column.name(), text(before, column, people), text(after, column, people)));
			}
		}
		return new StagedRow(rows.getLong(1), values.get(0), values, changes);
	}

	private static boolean isSame(Object one, Object other) {
		return one instanceof BigDecimal first && other instanceof BigDecimal second ? first.compareTo(second) == 0 : Objects.equals(one, other);
	}

	private static String text(Object value, Column column, Map<Long, String> people) {
		if (value == null) {
			return null;
		}
		if (column.type() == Column.Type.PERSON) {
			return people.getOrDefault(((Number) value).longValue(), value.toString());
		}
		if (value instanceof Boolean overlay) {
			return overlay ? "OVERLAY" : "REVENUE";
		}
		if (value instanceof Timestamp moment) {
			return moment.toLocalDateTime().toString().replace('T', ' ');
		}
		return value instanceof BigDecimal number ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()) : value.toString();
	}

	/** Everybody's name by number. */
	Map<Long, String> names() {
		return em.createQuery("select p.id, p.name from Salesperson p", Object[].class).getResultStream()
				.collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
	}

	/** For how many people an import would have figures counted anew. A file of people says that only when it is written. */
	long peopleTouched(long batchId, long sourceId, ImportKind kind) {
		// shares of a deal change pay; every figure counts the deal for its owner
		if (kind == ImportKind.PEOPLE || kind == ImportKind.DEAL_SPLITS) {
			return 0;
		}
		return read(new FactTable(kind).peopleTouched(batchId, sourceId), rows -> rows.getLong(1)).get(0);
	}

	/** How many lines of an import belong to a deal that their source has not sent: staged lines before it is written, records after. */
	long withoutDeal(ImportBatch batch) {
		if (batch.kind().field("deal").isEmpty()) {
			return 0;
		}
		return read(new FactTable(batch.kind()).withoutDeal(batch.id(), batch.source().id(), batch.status() == ImportStatus.READY), rows -> rows.getLong(1)).get(0);
	}

	/** The last import that has changed what this one brought: as long as it stands, this one cannot be undone. For people each person is looked at instead. */
	Optional<ImportBatch> changedLater(ImportBatch batch) {
		if (batch.kind() == ImportKind.PEOPLE) {
			return Optional.empty();
		}
		return read(new FactTable(batch.kind()).changedLater(batch.id()) + " fetch first 1 row only", rows -> rows.getLong(1)).stream().findFirst()
				.map(id -> em.find(ImportBatch.class, id));
	}

	private interface Reading<T> {
		T from(ResultSet rows) throws SQLException;
	}

	private <T> List<T> read(String sql, Reading<T> reading) {
		try (Connection connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			var found = new ArrayList<T>();
			while (rows.next()) {
				found.add(reading.from(rows));
			}
			return found;
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

}
