package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Reads the monthly figures: each method is one query over one small table, never over the CRM's own rows.
 * It asks for no right: callers pass people whom {@code people.Reach} lets their account see.
 */
@ApplicationScoped
@Transactional
public class MonthlyFigures {

	/** The id under which the whole company stands in {@link #company}. */
	public static final long COMPANY = 0;

	/** The id under which stands what happened outside every team (or region). */
	public static final long NONE = 0;

	/** The first and the last month in which anything happened. */
	public record Range(YearMonth first, YearMonth last) implements Serializable {
	}

	/** How far the figures can be trusted: when they were computed, when the data arrived, and how many months wait for their computation. */
	public record AsOf(Instant computedAt, Instant importedAt, long monthsDue) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	/** The figures of these people, by person; one query however many they are. */
	public FigureTable of(Collection<Long> personIds, YearMonth first, YearMonth last) {
		if (personIds.isEmpty()) {
			return new FigureTable(first, last, List.of());
		}
		return read("person_id", "person_id in (" + String.join(", ", Collections.nCopies(personIds.size(), "?")) + ")", personIds, first, last);
	}

	/** The sums of every team, by team ({@link #NONE}: outside teams). What happened counts for the team of the day it happened. */
	public FigureTable teams(YearMonth first, YearMonth last) {
		return read("team_id", "1 = 1", List.of(), first, last);
	}

	/** The sums of every region, by region ({@link #NONE}: outside regions). */
	public FigureTable regions(YearMonth first, YearMonth last) {
		return read("region_id", "1 = 1", List.of(), first, last);
	}

	/** The sums of everybody, under {@link #COMPANY}. */
	public FigureTable company(YearMonth first, YearMonth last) {
		return read("cast(0 as bigint)", "1 = 1", List.of(), first, last);
	}

	/** The figures of one team, by person: what each did while in the team. */
	public FigureTable inTeam(long teamId, YearMonth first, YearMonth last) {
		return read("person_id", "team_id = ?", List.of(teamId), first, last);
	}

	/** Empty before the first import. */
	public Optional<Range> months() {
		var row = (Object[]) em.createNativeQuery("select min(in_month), max(in_month) from monthly_figure").getSingleResult();
		return row[0] == null ? Optional.empty() : Optional.of(new Range(month(row[0]), month(row[1])));
	}

	public AsOf asOf() {
		var row = (Object[]) em.createNativeQuery("""
				select (select computed_at from figures_run where id = 1),
					(select max(committed_at) from import_batch where undone_at is null),
					(select count(distinct in_month) from month_due)
				from figures_run where id = 1""").getSingleResult();
		return new AsOf(instant(row[0]), instant(row[1]), ((Number) row[2]).longValue());
	}

	/** Earlier months are read only for the customers that were won and lost in them. */
	private FigureTable read(String id, String which, Collection<Long> arguments, YearMonth first, YearMonth last) {
		var query = em.createNativeQuery("""
				select f.id, f.in_month, f.metric, sum(f.quantity) from (
					select %s as id, case when in_month < ? then cast(null as date) else in_month end as in_month, metric, quantity
					from monthly_figure
					where %s and in_month <= ? and (in_month >= ? or metric in ('DEALS_WON', 'CUSTOMERS_LOST'))
				) f group by f.id, f.in_month, f.metric""".formatted(id, which));
		int position = 1;
		query.setParameter(position++, Date.valueOf(first.atDay(1)));
		for (var argument : arguments) {
			query.setParameter(position++, argument);
		}
		query.setParameter(position++, Date.valueOf(last.atDay(1)));
		query.setParameter(position, Date.valueOf(first.atDay(1)));
		var lines = new ArrayList<FigureTable.Line>();
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			lines.add(new FigureTable.Line(((Number) row[0]).longValue(), row[1] == null ? null : month(row[1]), (String) row[2], Quantities.plain((BigDecimal) row[3])));
		}
		return new FigureTable(first, last, lines);
	}

	private static YearMonth month(Object date) {
		return YearMonth.from(date instanceof LocalDate day ? day : ((Date) date).toLocalDate());
	}

	private static Instant instant(Object moment) {
		if (moment == null) {
			return null;
		}
		return moment instanceof OffsetDateTime when ? when.toInstant() : ((java.sql.Timestamp) moment).toInstant();
	}
}
