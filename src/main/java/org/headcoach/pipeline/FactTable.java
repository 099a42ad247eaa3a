package org.headcoach.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.pipeline.engine.Column;
import org.headcoach.pipeline.engine.ImportKind;
import org.headcoach.pipeline.engine.Mapping;

/**
 * The statements that bring staged lines into the table of their kind and back out again. A record is the same when
 * source and identity agree. What the mapping does not feed stays as it is on known records. All of it is plain SQL that
 * H2 and PostgreSQL understand alike; numbers of batches and sources are written into it, everything else is bound.
 */
final class FactTable {

	/** What an import would do, or has done. */
	record Counts(long fresh, long changed, long same, long waiting) {
	}

	/** Records {@code r} in words of SQL. */
	private record Records(String from, String where) {
	}

	private final ImportKind kind;
	private final String name;

	FactTable(ImportKind kind) {
		this.kind = kind;
		this.name = switch (kind) {
			case LEADS -> "lead";
			case ACTIVITIES -> "activity";
			case DEALS -> "deal";
			case CANCELLATIONS -> "cancellation";
			case PAYMENTS -> "payment";
			case DEAL_SPLITS -> "deal_split";
			case PEOPLE -> throw new IllegalArgumentException("People are kept by people.Roster");
		};
	}

	private String names(String prefix) {
		return kind.columns().stream().map(column -> prefix + column.name()).collect(Collectors.joining(", "));
	}

	private String differs(Mapping mapping) {
		var fed = fed(mapping);
		return "(" + fed.stream().map(column -> "t." + column).collect(Collectors.joining(", ")) + ") is distinct from ("
				+ fed.stream().map(column -> "s." + column).collect(Collectors.joining(", ")) + ")";
	}

	private List<String> fed(Mapping mapping) {
		return kind.fedBy(mapping).stream().map(Column::name).filter(column -> !column.equals("external_id")).toList();
	}

	private String joined(long batchId, long sourceId) {
		return " from staged_" + batchId + " s left join " + name + " t on t.source_id = " + sourceId + " and t.external_id = s.external_id ";
	}

	Counts count(Connection connection, long batchId, long sourceId, Mapping mapping) throws SQLException {
		var sql = "select count(*), count(s.owner_text), sum(case when s.owner_text is null and t.id is null then 1 else 0 end), "
				+ "sum(case when s.owner_text is null and t.id is not null and " + differs(mapping) + " then 1 else 0 end)" + joined(batchId, sourceId);
		try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			rows.next();
			var all = rows.getLong(1);
			var waiting = rows.getLong(2);
			var fresh = rows.getLong(3);
			var changed = rows.getLong(4);
			return new Counts(fresh, changed, all - waiting - fresh - changed, waiting);
		}
	}

	/** Remembers the first of the lines that would change something; {@code changed}: how many there are. */
	void rememberChanged(Connection connection, long batchId, long sourceId, Mapping mapping, long changed, int most) throws SQLException {
		StagedLines.execute(connection, "delete from import_changed where batch_id = " + batchId);
		if (changed == 0) {
			return;
		}
		StagedLines.execute(connection, "insert into import_changed (batch_id, line_no) select " + batchId + ", s.line_no" + joined(batchId, sourceId)
				+ "where s.owner_text is null and t.id is not null and " + differs(mapping) + " order by s.line_no fetch first " + most + " rows only");
	}

	/** Keeps what is about to be changed, for the undo. */
	long keepImages(Connection connection, long batchId, long sourceId, Mapping mapping) throws SQLException {
		return update(connection, "insert into " + name + "_before (batch_id, line_no, record_id, " + names("") + ", last_batch_id) select " + batchId
				+ ", s.line_no, t.id, " + names("t.") + ", t.batch_id from staged_" + batchId + " s join " + name + " t on t.source_id = " + sourceId
				+ " and t.external_id = s.external_id where s.owner_text is null and " + differs(mapping));
	}

	long change(Connection connection, long batchId, Mapping mapping) throws SQLException {
		var fed = fed(mapping);
		if (fed.isEmpty()) {
			return 0;
		}
		return update(connection, "merge into " + name + " t using (select b.record_id, " + names("s.") + " from " + name + "_before b join staged_" + batchId
				+ " s on s.line_no = b.line_no where b.batch_id = " + batchId + ") s on (t.id = s.record_id) when matched then update set "
				+ fed.stream().map(column -> column + " = s." + column).collect(Collectors.joining(", ")) + ", batch_id = " + batchId);
	}

	long add(Connection connection, long batchId, long sourceId) throws SQLException {
		return update(connection, "insert into " + name + " (source_id, " + names("") + ", batch_id) select " + sourceId + ", " + names("s.") + ", " + batchId
				+ joined(batchId, sourceId) + "where s.owner_text is null and t.id is null order by s.line_no");
	}

	/** The batches that have changed what this one brought, the last one first. */
	String changedLater(long batchId) {
		return "select id from import_batch where id in (select batch_id from " + name + "_before where last_batch_id = " + batchId + ") order by committed_at desc, id desc";
	}

	long putBack(Connection connection, long batchId) throws SQLException {
		var columns = kind.columns();
		return update(connection, "merge into " + name + " t using (select * from " + name + "_before where batch_id = " + batchId
				+ ") s on (t.id = s.record_id) when matched then update set "
				+ columns.stream().map(column -> column.name() + " = s." + column.name()).collect(Collectors.joining(", ")) + ", batch_id = s.last_batch_id");
	}

	/** Call it after {@link #putBack}: what still carries the batch is new. */
	long remove(Connection connection, long batchId) throws SQLException {
		return update(connection, "delete from " + name + " where batch_id = " + batchId);
	}

	void forgetImages(Connection connection, long batchId) throws SQLException {
		update(connection, "delete from " + name + "_before where batch_id = " + batchId);
	}

	/**
	 * Marks the months of everybody whose records carry the batch or did so before, by a walk through the whole table. Call it while both can be seen.
	 *
	 * @param lines how many the batch wrote: of many the days are not named
	 * @return whose pay may be another one, as {@link #people} says, and the days
	 */
	DataImported.Touched markMonths(Connection connection, long batchId, long sourceId, Instant now, long lines) throws SQLException {
		return mark(connection, batchId, sourceId, now, lines, new Records(" from " + name + " r ", " where r.batch_id = " + batchId));
	}

	/**
	 * Does the same after the batch has been written and while its staged lines are still there, at the cost of the file and not of the table.
	 *
	 * @param areAllNew every line has become a record, so that the lines say it all
	 */
	DataImported.Touched markMonthsOfLines(Connection connection, long batchId, long sourceId, Instant now, long lines, boolean areAllNew) throws SQLException {
		return mark(connection, batchId, sourceId, now, lines, areAllNew ? new Records(" from staged_" + batchId + " r ", " where r.owner_text is null")
				: new Records(" from staged_" + batchId + " l join " + name + " r on r.source_id = " + sourceId + " and r.external_id = l.external_id ",
						" where r.batch_id = " + batchId));
	}

	private DataImported.Touched mark(Connection connection, long batchId, long sourceId, Instant now, long lines, Records after) throws SQLException {
		// a database keeps no more, and the marks are looked for again by it
		var moment = now.truncatedTo(ChronoUnit.MICROS);
		var touched = List.of(after, new Records(" from " + name + "_before r ", " where r.batch_id = " + batchId));
		var parts = touched.stream().flatMap(records -> days(sourceId, records.from(), records.where()).stream()).toList();
		if (!parts.isEmpty()) {
			// first the days, of which there are few, then their months: a million lines do not have their month computed each
			var sql = "insert into month_due (person_id, in_month, marked_at) select distinct p, cast(date_trunc('month', d) as date), cast(? as timestamp with time zone) from ("
					+ "select distinct p, d from (" + String.join(" union all ", parts) + ") m where p is not null and d is not null) n";
			try (var statement = connection.prepareStatement(sql)) {
				statement.setTimestamp(1, Timestamp.from(moment));
				statement.executeLargeUpdate();
			}
		}
		return new DataImported.Touched(people(connection, sourceId, moment, touched), lines > DataImported.MOST_DAYS ? null : days(connection, parts));
	}

	/** Of whom the records count on which days. */
	private static Set<DataImported.PersonDay> days(Connection connection, List<String> parts) throws SQLException {
		var found = new HashSet<DataImported.PersonDay>();
		if (!parts.isEmpty()) {
			try (var statement = connection.createStatement();
					var rows = statement.executeQuery("select distinct p, d from (" + String.join(" union all ", parts) + ") m where p is not null and d is not null")) {
				while (rows.next()) {
					found.add(new DataImported.PersonDay(rows.getLong(1), rows.getDate(2).toLocalDate()));
				}
			}
		}
		return found;
	}

	/**
	 * Whose pay may be another one: who owns or shares the deals that the records are or are about, and did so before; of leads and activities whose
	 * months have just been marked, which costs no second walk through a million lines. One more than {@link DataImported#MOST_NAMED} at most.
	 */
	private Set<Long> people(Connection connection, long sourceId, Instant marked, List<Records> touched) throws SQLException {
		var isMarked = kind == ImportKind.LEADS || kind == ImportKind.ACTIVITIES;
		var parts = isMarked ? List.of("select person_id p from month_due where marked_at = cast(? as timestamp with time zone)")
				: touched.stream().flatMap(records -> payees(sourceId, records).stream()).toList();
		var found = new HashSet<Long>();
		try (var statement = connection.prepareStatement("select distinct p from (" + String.join(" union all ", parts) + ") m where p is not null fetch first "
				+ (DataImported.MOST_NAMED + 1) + " rows only")) {
			if (isMarked) {
				statement.setTimestamp(1, Timestamp.from(marked));
			}
			try (var rows = statement.executeQuery()) {
				while (rows.next()) {
					found.add(rows.getLong(1));
				}
			}
		}
		return found;
	}

	/** Owners of the deals of records, and who shares them. */
	private List<String> payees(long sourceId, Records records) {
		var deal = kind == ImportKind.DEALS ? "r.external_id" : "r.deal_external_id";
		var parts = new ArrayList<String>();
		if (kind == ImportKind.DEALS || kind == ImportKind.DEAL_SPLITS) {
			parts.add("select r.owner_id p" + records.from() + records.where());
		}
		if (kind != ImportKind.DEALS) {
			parts.add("select o.owner_id p" + records.from() + "join deal o on o.source_id = " + sourceId + " and o.external_id = " + deal + records.where());
		}
		parts.add("select x.owner_id p" + records.from() + "join deal_split x on x.source_id = " + sourceId + " and x.deal_external_id = " + deal + records.where());
		return parts;
	}

	/** A question for how many people have months that the lines of a batch would make due. */
	String peopleTouched(long batchId, long sourceId) {
		return "select count(distinct p) from (" + String.join(" union all ", days(sourceId, " from staged_" + batchId + " r ", " where r.line_no > 0"))
				+ ") m where p is not null and d is not null";
	}

	/** A question for how many staged lines of a batch, or records that it wrote, belong to a deal that their source has not sent. */
	String withoutDeal(long batchId, long sourceId, boolean staged) {
		return "select count(*) from " + (staged ? "staged_" + batchId + " r where " : name + " r where r.batch_id = " + batchId + " and ")
				+ "not exists (select 1 from deal o where o.source_id = " + sourceId + " and o.external_id = r.deal_external_id)";
	}

	/** Persons and the days on which records {@code r} count for them. */
	private List<String> days(long sourceId, String from, String where) {
		return switch (kind) {
			case LEADS -> List.of("select r.owner_id p, r.first_worked_on d" + from + where);
			case ACTIVITIES -> List.of("select r.owner_id p, r.happened_on d" + from + where);
			case DEALS -> List.of("select r.owner_id p, r.created_on d" + from + where, "select r.owner_id p, r.closed_on d" + from + where,
					"select r.owner_id p, greatest(r.closed_on, x.cancelled_on) d" + from + "join cancellation x on x.source_id = " + sourceId
							+ " and x.deal_external_id = r.external_id" + where);
			case CANCELLATIONS -> List.of("select o.owner_id p, greatest(o.closed_on, r.cancelled_on) d" + from + "join deal o on o.source_id = " + sourceId
					+ " and o.external_id = r.deal_external_id" + where,
					// a customer is lost by the first cancellation: another first one lets the loss be on another day
					"select o.owner_id p, greatest(o.closed_on, x.cancelled_on) d" + from + "join deal o on o.source_id = " + sourceId + " and o.external_id = r.deal_external_id"
							+ " join cancellation x on x.source_id = " + sourceId + " and x.deal_external_id = r.deal_external_id" + where);
			case PAYMENTS -> List.of("select o.owner_id p, r.paid_on d" + from + "join deal o on o.source_id = " + sourceId
					+ " and o.external_id = r.deal_external_id" + where);
			// figures count a deal for its owner, whoever shares it
			case DEAL_SPLITS -> List.of();
			case PEOPLE -> throw new IllegalStateException();
		};
	}

	String name() {
		return name;
	}

	private static long update(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			return statement.executeLargeUpdate(sql);
		}
	}
}
