package org.headcoach.pipeline;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/**
 * What people did day by day, counted from the raw rows of those people and days. Monthly figures are rollups; this is for what lasts a few weeks, such as a
 * contest. It asks for no right: callers pass people whom their account may see, or work for everybody.
 */
@ApplicationScoped
@Transactional
public class DailyFigures {

	/**
	 * What is counted.
	 *
	 * @param code a step's code, or that of a {@link Metric} of the catalogue
	 * @param step the definition of a step, counted or arrived at; null for every other metric
	 * @param from the definition of the step that a conversion starts from; null for everything else
	 * @param dealPipeline only deals of this pipeline of the CRM; null: all
	 */
	public record Counted(String code, Funnel.Step step, Funnel.Step from, String dealPipeline) implements Serializable {

		/** As text, to be kept. */
		public String text() {
			return ImportText.of(this);
		}

		public static Counted read(String text) {
			return ImportText.read(text, Counted.class);
		}
	}

	/** Somebody's days, from the first to the last, both included. */
	public record Days(long personId, LocalDate first, LocalDate last) implements Serializable {
	}

	/**
	 * One day of somebody.
	 *
	 * @param counted its place in the list that was asked for
	 * @param quantity in the unit of the metric; money in the company's currency
	 * @param divisor of an average or a share; null of a sum
	 */
	public record DayFigure(long personId, LocalDate day, int counted, BigDecimal quantity, BigDecimal divisor) implements Serializable {
	}

	/** A piece of SQL for the rows {@code e} that count. */
	private record Rows(String table, String day, String where, List<Object> arguments) {
	}

	/** So many people stand in one statement. */
	private static final int AT_ONCE = 1_000;

	private static final String MRR = "case when e.mrr > 0 and (e.currency is null or e.currency = (select c.currency from company c)) then e.mrr end";

	private static final String NONE = "cast(null as numeric(19, 4))";

	@PersistenceContext
	private EntityManager em;

	@Inject
	private SalesProcesses processes;

	/** Everything that can be counted by day: the steps of every funnel, and what the catalogue of the main one knows beside steps and conversions. */
	public List<Metric> countable() {
		var found = new ArrayList<Metric>();
		for (var funnel : processes.funnels()) {
			var metrics = Metrics.of(funnel);
			metrics.all().stream().filter(metric -> funnel.main() || metric.kind() == Metric.Kind.VOLUME || metric.kind() == Metric.Kind.CONVERSION).forEach(found::add);
		}
		return found;
	}

	/** How a metric of the catalogue is counted today. Keep it where a later change of the funnel shall change nothing. */
	public Counted counted(Metric metric) {
		var pipeline = metric.step() == null ? null
				: processes.funnels().stream().filter(funnel -> funnel.step(metric.step().code()).isPresent()).findFirst().map(Funnel::dealPipeline).orElse(null);
		return new Counted(metric.code(), metric.step(), metric.from(), pipeline);
	}

	/**
	 * Counts, one statement for each thing that is counted and each thousand people; a day on which nothing happened has no line.
	 *
	 * @param from the first moment that counts, on the wall clock of the company; of rows that have a day only, its day counts
	 * @param until the first moment that counts no more; of rows that have a day only, its day counts unless it is midnight
	 */
	public List<DayFigure> count(List<Counted> what, Collection<Days> whose, LocalDateTime from, LocalDateTime until) {
		var found = new ArrayList<DayFigure>();
		var all = List.copyOf(whose);
		for (int at = 0; at < all.size(); at += AT_ONCE) {
			var some = all.subList(at, Math.min(all.size(), at + AT_ONCE));
			for (int i = 0; i < what.size(); i++) {
				count(what.get(i), i, some, from, until, found);
			}
		}
		return merged(found);
	}

	/** What is divided and what it is divided by come from two statements. */
	private static List<DayFigure> merged(List<DayFigure> found) {
		record Key(long personId, LocalDate day, int counted) {
		}
		var merged = new LinkedHashMap<Key, DayFigure>();
		found.forEach(one -> merged.merge(new Key(one.personId(), one.day(), one.counted()), one,
				(first, second) -> new DayFigure(first.personId(), first.day(), first.counted(), first.quantity().add(second.quantity()),
						first.divisor() == null ? second.divisor() : second.divisor() == null ? first.divisor() : first.divisor().add(second.divisor()))));
		return List.copyOf(merged.values());
	}

	private void count(Counted what, int place, List<Days> whose, LocalDateTime from, LocalDateTime until, List<DayFigure> found) {
		if (what.step() != null) {
			read(place, "count(*)", what.from() == null ? NONE : "0", of(what.step(), what.dealPipeline()), whose, from, until, found);
			if (what.from() != null) {
				read(place, "0", "count(*)", of(what.from(), what.dealPipeline()), whose, from, until, found);
			}
			return;
		}
		var won = new Rows("deal", "closed_on", "e.state = 'WON'", List.of());
		switch (what.code()) {
			case "DEALS_WON" -> read(place, "count(*)", NONE, won, whose, from, until, found);
			case "MRR" -> read(place, "sum(" + MRR + ")", NONE, won, whose, from, until, found);
			case "MRR_PER_CUSTOMER" -> read(place, "sum(" + MRR + ")", "count(" + MRR + ")", won, whose, from, until, found);
			case "DAYS_TO_CLOSE" -> read(place, "sum(case when e.created_on <= e.closed_on then cast(e.closed_on - e.created_on as integer) end)",
					"count(case when e.created_on <= e.closed_on then 1 end)", won, whose, from, until, found);
			case "DISCOUNT" -> read(place, "sum(e.discount)", "count(e.discount)", won, whose, from, until, found);
			case "MRR_LOST" -> lost("sum(e.mrr)", place, whose, from, until, found);
			case "CHURN" -> {
				lost("count(*)", place, whose, from, until, found);
				held(place, whose, from.toLocalDate(), found);
			}
			default -> throw new IllegalArgumentException("Nothing is counted by day as " + what.code());
		}
	}

	private static Rows of(Funnel.Step step, String dealPipeline) {
		var arguments = new ArrayList<Object>();
		var where = new ArrayList<String>();
		switch (step.fedBy()) {
			case LEADS_WORKED, DEALS_CREATED -> { }
			case ACTIVITY -> {
				where.add("e.type = ?");
				arguments.add(step.feedValue());
				rule("e.outcome", step, where, arguments);
			}
			case DEALS_IN_STAGE -> rule("e.stage", step, where, arguments);
			case DEALS_WON -> where.add("e.state = 'WON'");
		}
		if (dealPipeline != null && step.fedBy().table().equals("deal")) {
			where.add("e.pipeline = ?");
			arguments.add(dealPipeline);
		}
		return new Rows(step.fedBy().table(), step.fedBy().day(), String.join(" and ", where), arguments);
	}

	private static void rule(String column, Funnel.Step step, List<String> where, List<Object> arguments) {
		if (step.rule() != FeedRule.ALL) {
			where.add(StepRows.rule(column, step));
			step.values().stream().map(Funnel::compared).forEach(arguments::add);
		}
	}

	private void read(int place, String quantity, String divisor, Rows rows, List<Days> whose, LocalDateTime from, LocalDateTime until, List<DayFigure> found) {
		var arguments = new ArrayList<>(rows.arguments());
		var where = new ArrayList<String>();
		if (!rows.where().isEmpty()) {
			where.add(rows.where());
		}
		where.add("e." + rows.day() + " between ? and ?");
		arguments.add(Date.valueOf(from.toLocalDate()));
		arguments.add(Date.valueOf(lastDay(until)));
		if (rows.table().equals("activity") && !(isMidnight(from) && isMidnight(until))) {
			where.add("e.happened_at >= ? and e.happened_at < ?");
			arguments.add(Timestamp.valueOf(from));
			arguments.add(Timestamp.valueOf(until));
		}
		lines(em.createNativeQuery("select e.owner_id, e." + rows.day() + ", " + quantity + ", " + divisor + days(whose) + " join " + rows.table() + " e on e.owner_id = w.p and e."
				+ rows.day() + " between w.f and w.l where " + String.join(" and ", where) + " group by e.owner_id, e." + rows.day()), arguments, place, found);
	}

	/** Customers are lost once, by their first cancellation, never before they were won. */
	private void lost(String quantity, int place, List<Days> whose, LocalDateTime from, LocalDateTime until, List<DayFigure> found) {
		lines(em.createNativeQuery("select e.owner_id, e.lost_on, " + quantity + ", " + NONE + " from (" + losses(whose) + ") e join (" + values(whose)
				+ ") w on w.p = e.owner_id and e.lost_on between w.f and w.l where e.nth = 1 and e.lost_on between ? and ? group by e.owner_id, e.lost_on"),
				List.of(Date.valueOf(from.toLocalDate()), Date.valueOf(lastDay(until))), place, found);
	}

	/** Customers there were when the first day began stand as the divisor of that day. */
	private void held(int place, List<Days> whose, LocalDate first, List<DayFigure> found) {
		var start = Date.valueOf(first);
		var people = whose.stream().filter(days -> !days.first().isAfter(first)).map(Days::personId).distinct().toList();
		if (people.isEmpty()) {
			return;
		}
		lines(em.createNativeQuery("select e.owner_id, cast(? as date), cast(0 as numeric(19, 4)), count(*) from deal e where e.owner_id in ("
				+ people.stream().map(String::valueOf).collect(Collectors.joining(", "))
				+ ") and e.state = 'WON' and e.closed_on < ? and not exists (select 1 from cancellation x where x.source_id = e.source_id and x.deal_external_id = e.external_id and x.cancelled_on < ?)"
				+ " group by e.owner_id"), List.of(start, start, start), place, found);
	}

	private static String losses(List<Days> whose) {
		return MonthRecount.LOST + " and d.owner_id in ("
				+ whose.stream().map(Days::personId).distinct().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
	}

	private static String days(List<Days> whose) {
		return " from (" + values(whose) + ") w";
	}

	/** Ids and days are numbers and dates of ours, written out: thousands of arguments would be slower. */
	private static String values(List<Days> whose) {
		return "select * from (values " + whose.stream().map(days -> "(cast(" + days.personId() + " as bigint), date '" + days.first() + "', date '" + days.last() + "')").collect(Collectors.joining(", "))
				+ ") as v(p, f, l)";
	}

	private static void lines(Query query, List<Object> arguments, int place, List<DayFigure> found) {
		for (int i = 0; i < arguments.size(); i++) {
			query.setParameter(i + 1, arguments.get(i));
		}
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			var quantity = number(row[2]);
			var divisor = number(row[3]);
			if (quantity != null || divisor != null && divisor.signum() != 0) {
				found.add(new DayFigure(((Number) row[0]).longValue(), Columns.day(row[1]), place, quantity == null ? BigDecimal.ZERO : quantity, divisor));
			}
		}
	}

	private static BigDecimal number(Object value) {
		return value == null ? null : Quantities.plain(value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString()));
	}

	private static boolean isMidnight(LocalDateTime moment) {
		return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
	}

	/** The last day on which something can count before that moment. */
	private static LocalDate lastDay(LocalDateTime until) {
		return isMidnight(until) ? until.toLocalDate().minusDays(1) : until.toLocalDate();
	}
}
