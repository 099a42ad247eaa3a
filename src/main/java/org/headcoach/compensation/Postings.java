package org.headcoach.compensation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The book: lines are added, none is changed. */
@ApplicationScoped
class Postings {

	/**
	 * A line as it stands in the book.
	 *
	 * @param ordinal how many postings its key has had, this one included
	 * @param corrects the posting that stood before; null for the first
	 */
	record Line(long id, long personId, Posting posting, int ordinal, Long corrects, long runId) {
	}

	/**
	 * A line to be added.
	 *
	 * @param ordinal how many postings its key has then
	 * @param corrects the posting that stood before; null for the first
	 */
	record Addition(long personId, Posting posting, int ordinal, Long corrects, Explanation explanation) {
	}

	private static final int AT_ONCE = 1_000;

	private static final String INSERT = "insert into posting (person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, explanation_json,"
			+ " corrects_id, run_id, posted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

	private static final String COLUMNS = "id, person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, corrects_id, run_id";

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	/** All lines of these people, in the order in which they were posted. */
	Map<Long, List<Line>> of(Collection<Long> people) {
		var lines = new HashMap<Long, List<Line>>();
		if (!people.isEmpty()) {
			var query = em.createNativeQuery("select " + COLUMNS + " from posting where person_id in (" + String.join(", ", Collections.nCopies(people.size(), "?")) + ") order by id");
			var at = 1;
			for (var id : people) {
				query.setParameter(at++, id);
			}
			for (var each : query.getResultList()) {
				var line = line((Object[]) each);
				lines.computeIfAbsent(line.personId(), id -> new ArrayList<>()).add(line);
			}
		}
		return lines;
	}

	private static Line line(Object[] row) {
		var key = new Owed.Key(month(row[2]), String.valueOf(row[4]), (String) row[5], Owed.Kind.valueOf((String) row[6]), (String) row[7], (String) row[8]);
		var posting = new Posting(key, month(row[3]), Money.of((BigDecimal) row[10], Currency.getInstance((String) row[11])), ((Number) row[9]).intValue() > 1);
		return new Line(number(row[0]), number(row[1]), posting, ((Number) row[9]).intValue(), row[12] == null ? null : number(row[12]), number(row[13]));
	}

	private static long number(Object id) {
		return ((Number) id).longValue();
	}

	static YearMonth month(Object date) {
		return YearMonth.from(Columns.day(date));
	}

	/**
	 * Adds lines, in this order. That a key's ordinal is taken means that somebody else has posted meanwhile; the database refuses it, and with it the caller's
	 * transaction.
	 */
	void add(List<Addition> lines, long run, Instant now) {
		if (lines.isEmpty()) {
			return;
		}
		try (var connection = database.getConnection(); var row = connection.prepareStatement(INSERT)) {
			for (int i = 0; i < lines.size(); i++) {
				set(row, lines.get(i), run, now);
				row.addBatch();
				if ((i + 1) % AT_ONCE == 0 || i + 1 == lines.size()) {
					row.executeBatch();
				}
			}
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void set(PreparedStatement row, Addition line, long run, Instant now) throws SQLException {
		var key = line.posting().key();
		row.setLong(1, line.personId());
		row.setObject(2, key.month().atDay(1));
		row.setObject(3, line.posting().bookedIn().atDay(1));
		row.setLong(4, Long.parseLong(key.plan()));
		row.setString(5, key.component());
		row.setString(6, key.kind().name());
		row.setString(7, key.source());
		row.setString(8, key.detail());
		row.setInt(9, line.ordinal());
		row.setBigDecimal(10, line.posting().amount().amount());
		row.setString(11, line.posting().amount().currency().getCurrencyCode());
		row.setString(12, Json.write(line.explanation()));
		row.setObject(13, line.corrects(), Types.BIGINT);
		row.setLong(14, run);
		row.setTimestamp(15, Timestamp.from(now));
	}
}
