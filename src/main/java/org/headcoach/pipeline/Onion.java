package org.headcoach.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts raw rows by what a conversion is cut by, and lists them: one query per table, each led by an index on owner and day. */
@ApplicationScoped
class Onion {

	/** One raw row behind a slice: a lead, an activity or a deal. */
	record Row(LocalDate day, long ownerId, String externalId, String what, String detail, String company, String origin, String persona, BigDecimal mrr,
			String currency) {
	}

	@PersistenceContext
	private EntityManager em;

	/** Counts by slice and owner; the slice's key is "" where the CRM says nothing. */
	Map<String, Map<Long, Long>> count(StepRows rows, PeelBy by) {
		var slice = expression(rows, by);
		var counts = new TreeMap<String, Map<Long, Long>>();
		for (var each : rows.query(em, "select x.slice, x.owner_id, count(*) from (select " + slice + " as slice, e.owner_id as owner_id",
				") x group by x.slice, x.owner_id").getResultList()) {
			var row = (Object[]) each;
			counts.computeIfAbsent(text(row[0]), key -> new TreeMap<>()).merge(((Number) row[1]).longValue(), ((Number) row[2]).longValue(), Long::sum);
		}
		return counts;
	}

	/** Narrows the rows to one slice. */
	StepRows in(StepRows rows, PeelBy by, String slice) {
		return switch (by) {
			case PERSON -> rows.ownedBy(List.of(Long.valueOf(slice)));
			case MONTH -> rows.between(YearMonth.parse(slice).atDay(1), YearMonth.parse(slice).atEndOfMonth());
			case WEEKDAY -> rows.and(expression(rows, by) + " = ?", Integer.valueOf(slice));
			default -> rows.and(expression(rows, by) + " = ?", slice);
		};
	}

	long count(StepRows rows) {
		return rows.count(em);
	}

	List<Row> list(StepRows rows, int offset, int limit) {
		var columns = rows.isDeal() ? "e.name, coalesce(e.lost_reason, e.stage), coalesce(e.customer, l.company)"
				: rows.isActivity() ? "e.type, e.outcome, l.company" : "cast(null as varchar(10)), e.status, e.company";
		var money = rows.isDeal() ? "e.mrr, e.currency" : "cast(null as numeric(19, 4)), cast(null as varchar(3))";
		var found = rows.query(em, "select " + rows.day() + ", e.owner_id, e.external_id, " + columns + ", l.origin, l.persona, " + money,
				" order by " + rows.day() + " desc, e.id desc").setFirstResult(offset).setMaxResults(limit).getResultList();
		return ((Collection<?>) found).stream().map(Object[].class::cast).map(Onion::row).toList();
	}

	private static Row row(Object[] row) {
		return new Row(Columns.day(row[0]), ((Number) row[1]).longValue(), (String) row[2], (String) row[3],
				(String) row[4], (String) row[5], (String) row[6], (String) row[7], (BigDecimal) row[8], (String) row[9]);
	}

	private static String expression(StepRows rows, PeelBy by) {
		return switch (by) {
			case ORIGIN -> "coalesce(l.origin, '')";
			case PERSONA -> "coalesce(l.persona, '')";
			case OUTCOME -> "coalesce(e.outcome, '')";
			case LOST_REASON -> "coalesce(e.lost_reason, '')";
			case WEEKDAY -> "cast(extract(isodow from " + rows.day() + ") as integer)";
			case PERSON, MONTH -> throw new IllegalArgumentException(by + " is read from the monthly figures");
		};
	}

	private static String text(Object slice) {
		return slice == null ? "" : slice.toString();
	}
}
