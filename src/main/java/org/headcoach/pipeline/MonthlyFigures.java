package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

	/** Which rows of the table count: all of them, or those of a team, a region or these people. */
	public record Part(String column, List<Long> ids) implements Serializable {

		public static final Part EVERYBODY = new Part(null, List.of());

		public Part {
			ids = List.copyOf(ids);
		}

		public static Part team(long id) {
			return new Part("team_id", List.of(id));
		}

		public static Part region(long id) {
			return new Part("region_id", List.of(id));
		}

		public static Part teams(Collection<Long> ids) {
			return new Part("team_id", List.copyOf(ids));
		}

		public static Part people(Collection<Long> ids) {
			return new Part("person_id", List.copyOf(ids));
		}

		private String condition() {
			return column == null ? "1 = 1" : ids.isEmpty() ? "1 = 0" : column + " in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
		}
	}

	/**
	 * What a page of figures needs, read at once.
	 *
	 * @param total the sums of the whole, month by month, under {@link #COMPANY}
	 * @param lines its teams or people in the last month and the one before
	 * @param company everybody in the last month, under {@link #COMPANY}; empty where it was not asked for
	 */
	public record Board(FigureTable total, FigureTable lines, FigureTable company) implements Serializable {
	}

	/** Which count of the figures is the present one. */
	private record Count(Object computedAt, long number) {
	}

	private record OfBoard(Part total, Part lines, boolean byTeam, boolean withCompany, YearMonth first, YearMonth last) {
	}

	private record OfTable(String id, String which, List<Long> arguments, YearMonth first, YearMonth last) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private FiguresKept kept;

	private Count count() {
		var row = (Object[]) em.createNativeQuery("select computed_at, count_no from figures_run where id = 1").getSingleResult();
		return new Count(row[0], ((Number) row[1]).longValue());
	}

	/**
	 * The sums of the whole from the first month to the last, with its lines in the last two: one query that reads the table once.
	 *
	 * @param lines which rows count for a line
	 * @param byTeam whether a line is a team; else it is a person
	 * @param withCompany whether the last month of everybody is wanted too
	 */
	public Board board(Part total, Part lines, boolean byTeam, boolean withCompany, YearMonth first, YearMonth last) {
		var question = new OfBoard(total, lines, byTeam, withCompany, first, last);
		var count = count();
		return kept.find(count, question, Board.class).orElseGet(() -> readBoard(count, question));
	}

	private Board readBoard(Count count, OfBoard question) {
		var total = question.total();
		var lines = question.lines();
		var byTeam = question.byTeam();
		var withCompany = question.withCompany();
		var first = question.first();
		var last = question.last();
		var before = last.minusMonths(1);
		var within = withCompany || total.equals(Part.EVERYBODY) ? List.<Part>of() : total.equals(lines) ? List.of(total) : List.of(total, lines);
		// customers held at a month's start are those won and lost in all months before
		var query = em.createNativeQuery("""
				select f.counts, f.line, f.in_month, f.metric, sum(f.quantity) from (
					select case when %s then 1 else 0 end as counts,
						case when (%s) and (in_month >= ? or metric in ('DEALS_WON', 'CUSTOMERS_LOST')) then %s else 0 end as line,
						in_month, metric, quantity
					from monthly_figure
					where in_month <= ? and (metric in ('DEALS_WON', 'CUSTOMERS_LOST') or in_month >= ? and %s or in_month >= ?) and (%s)
				) f group by f.counts, f.line, f.in_month, f.metric""".formatted(total.condition(), lines.condition(), byTeam ? "team_id" : "person_id",
				total.condition(), within.isEmpty() ? "1 = 1" : within.stream().map(Part::condition).collect(Collectors.joining(" or "))));
		int position = 1;
		for (var id : total.ids()) {
			query.setParameter(position++, id);
		}
		for (var id : lines.ids()) {
			query.setParameter(position++, id);
		}
		query.setParameter(position++, Date.valueOf(before.atDay(1)));
		query.setParameter(position++, Date.valueOf(last.atDay(1)));
		query.setParameter(position++, Date.valueOf(first.atDay(1)));
		for (var id : total.ids()) {
			query.setParameter(position++, id);
		}
		query.setParameter(position++, Date.valueOf(before.atDay(1)));
		for (var part : within) {
			for (var id : part.ids()) {
				query.setParameter(position++, id);
			}
		}
		var totals = new ArrayList<FigureTable.Line>();
		var ofLines = new ArrayList<FigureTable.Line>();
		var ofCompany = new ArrayList<FigureTable.Line>();
		var rows = query.getResultList();
		for (var each : rows) {
			var row = (Object[]) each;
			var month = month(row[2]);
			var metric = (String) row[3];
			var quantity = Quantities.plain((BigDecimal) row[4]);
			if (((Number) row[0]).intValue() == 1) {
				totals.add(new FigureTable.Line(COMPANY, since(first, month), metric, quantity));
			}
			if (((Number) row[1]).longValue() != NONE) {
				ofLines.add(new FigureTable.Line(((Number) row[1]).longValue(), since(before, month), metric, quantity));
			}
			if (withCompany) {
				ofCompany.add(new FigureTable.Line(COMPANY, since(last, month), metric, quantity));
			}
		}
		var board = new Board(new FigureTable(first, last, totals), new FigureTable(before, last, ofLines), new FigureTable(last, last, ofCompany));
		kept.keep(count, question, board, rows.size());
		return board;
	}

	private static YearMonth since(YearMonth first, YearMonth month) {
		return month.isBefore(first) ? null : month;
	}

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
		return new AsOf(Columns.moment(row[0]), Columns.moment(row[1]), ((Number) row[2]).longValue());
	}

	/** Earlier months are read only for the customers that were won and lost in them. */
	private FigureTable read(String id, String which, Collection<Long> arguments, YearMonth first, YearMonth last) {
		var question = new OfTable(id, which, arguments.stream().sorted().toList(), first, last);
		var count = count();
		return kept.find(count, question, FigureTable.class).orElseGet(() -> readTable(count, question));
	}

	private FigureTable readTable(Count count, OfTable question) {
		var first = question.first();
		var last = question.last();
		var query = em.createNativeQuery("""
				select f.id, f.in_month, f.metric, sum(f.quantity) from (
					select %s as id, case when in_month < ? then cast(null as date) else in_month end as in_month, metric, quantity
					from monthly_figure
					where %s and in_month <= ? and (in_month >= ? or metric in ('DEALS_WON', 'CUSTOMERS_LOST'))
				) f group by f.id, f.in_month, f.metric""".formatted(question.id(), question.which()));
		int position = 1;
		query.setParameter(position++, Date.valueOf(first.atDay(1)));
		for (var argument : question.arguments()) {
			query.setParameter(position++, argument);
		}
		query.setParameter(position++, Date.valueOf(last.atDay(1)));
		query.setParameter(position, Date.valueOf(first.atDay(1)));
		var lines = new ArrayList<FigureTable.Line>();
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			lines.add(new FigureTable.Line(((Number) row[0]).longValue(), row[1] == null ? null : month(row[1]), (String) row[2], Quantities.plain((BigDecimal) row[3])));
		}
		var table = new FigureTable(first, last, lines);
		kept.keep(count, question, table, lines.size());
		return table;
	}

	private static YearMonth month(Object date) {
		return YearMonth.from(Columns.day(date));
	}
}
