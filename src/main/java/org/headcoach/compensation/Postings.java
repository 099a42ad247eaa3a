package org.headcoach.compensation;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.shared.Money;

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

	private static final String COLUMNS = "id, person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, corrects_id, run_id";

	@PersistenceContext
	private EntityManager em;

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
		return YearMonth.from(date instanceof LocalDate day ? day : ((Date) date).toLocalDate());
	}

	/** Adds a line. That a key's ordinal is taken means that somebody else has posted meanwhile; the database refuses it. */
	void add(long person, Posting posting, int ordinal, Long corrects, Explanation explanation, long run, Instant now) {
		var key = posting.key();
		em.createNativeQuery("insert into posting (person_id, in_month, booked_in, version_id, component, kind, source, detail, ordinal, amount, currency, explanation_json, corrects_id,"
				+ " run_id, posted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + (corrects == null ? "null" : corrects.toString()) + ", ?, ?)")
				.setParameter(1, person).setParameter(2, Date.valueOf(key.month().atDay(1))).setParameter(3, Date.valueOf(posting.bookedIn().atDay(1)))
				.setParameter(4, Long.valueOf(key.plan())).setParameter(5, key.component()).setParameter(6, key.kind().name()).setParameter(7, key.source())
				.setParameter(8, key.detail()).setParameter(9, ordinal).setParameter(10, posting.amount().amount())
				.setParameter(11, posting.amount().currency().getCurrencyCode()).setParameter(12, Json.write(explanation)).setParameter(13, run)
				.setParameter(14, Timestamp.from(now)).executeUpdate();
	}
}
