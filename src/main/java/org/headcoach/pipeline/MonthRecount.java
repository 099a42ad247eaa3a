package org.headcoach.pipeline;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the figures of one due month anew, for all people with a mark on it, inside the caller's transaction: removes the old lines,
 * adds the new ones by one statement per kind of raw row, removes the marks it has read. Standard SQL for H2 and PostgreSQL.
 * The rules stand in {@code figures.md}; {@code FiguresByHand} in the tests says the same in plain Java.
 */
final class MonthRecount {

	/** Where a person stood: from a day on, until the day before another. Team and region 0: none. */
	record Stretch(long personId, LocalDate from, LocalDate until, long teamId, long regionId, String segment) {
	}

	/** A place held as the table has it; {@code until} is null for one still held. */
	record Held(long personId, LocalDate from, LocalDate until, Long teamId, Long regionId, String segment) {
	}

	static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
	static final LocalDate END = LocalDate.of(9999, 1, 1);

	private static final String TARGET = "insert into monthly_figure (person_id, in_month, metric, team_id, region_id, quantity) ";

	/** A step counts only what its process is about. */
	private static final String STEP = """
			join funnel_step f on f.fed_by = '%s'
			join sales_process p on p.id = f.process_id and (p.segment is null or p.segment = s.segment)
			""";

	private static final String DEAL_STEP = STEP.strip() + " and (p.deal_pipeline is null or p.deal_pipeline = e.pipeline)\n";

	private static final String BY_STEP = " group by s.person_id, f.code, s.team_id, s.region_id";

	private static final String COUNT_STEP = TARGET + """
			select s.person_id, cast(? as date), f.code, s.team_id, s.region_id, count(*)
			from figure_stretch s
			""";

	private static final String EVENT = """
			join %s e on e.owner_id = s.person_id and e.%2$s >= s.from_day and e.%2$s < s.until_day and e.%2$s >= ? and e.%2$s < ?
			""";

	private static final String COMPARED = "lower(trim(replace(replace(coalesce(%s, ''), '-', ' '), '_', ' ')))";

	private static final String NAMED = "exists (select 1 from funnel_step_value v where v.step_id = f.id and v.compared = "
			+ COMPARED + ")";

	private static final String LEADS_WORKED = COUNT_STEP + EVENT.formatted("lead", "first_worked_on") + STEP.formatted("LEADS_WORKED") + BY_STEP;

	/** By type before day, so that rows of types that no step counts are not touched; the index holds all that is read. */
	private static final String ACTIVITIES = COUNT_STEP + STEP.formatted("ACTIVITY") + EVENT.formatted("activity", "happened_on").strip() + """
			 and e.type = f.feed_value
			where f.feed_rule = 'ALL' or f.feed_rule = 'ONLY' and %1$s or f.feed_rule = 'EXCEPT' and not %1$s
			""".formatted(NAMED.formatted("e.outcome")) + BY_STEP;

	private static final String DEALS_CREATED = COUNT_STEP + EVENT.formatted("deal", "created_on") + DEAL_STEP.formatted("DEALS_CREATED") + BY_STEP;

	private static final String DEALS_IN_STAGE = COUNT_STEP + EVENT.formatted("deal", "created_on") + DEAL_STEP.formatted("DEALS_IN_STAGE")
			+ " where " + NAMED.formatted("e.stage") + BY_STEP;

	private static final String DEALS_WON = COUNT_STEP + EVENT.formatted("deal", "closed_on") + DEAL_STEP.formatted("DEALS_WON")
			+ " where e.state = 'WON'" + BY_STEP;

	/** All that is known about won deals in one pass. */
	private static final String WINS = TARGET + """
			select person_id, cast(? as date), metric, team_id, region_id, quantity from (
				select g.person_id, k.metric, g.team_id, g.region_id,
					case k.metric when 'DEALS_WON' then g.deals when 'FOREIGN_DEALS' then g.strange
						when 'MRR_WON' then g.mrr when 'MRR_DEALS' then g.mrr_deals when 'MRR_LN_SUM' then g.mrr_ln when 'MRR_LN_SQUARES' then g.mrr_ln2
						when 'CLOSE_DAYS' then g.days when 'CLOSE_DEALS' then g.day_deals
						when 'CLOSE_LN_SUM' then g.days_ln when 'CLOSE_LN_SQUARES' then g.days_ln2
						when 'DISCOUNT_SUM' then g.discount when 'DISCOUNT_DEALS' then g.discount_deals else g.discount2 end as quantity
				from (
					select d.person_id, d.team_id, d.region_id, cast(count(*) as numeric(24, 8)) as deals,
						cast(sum(d.strange) as numeric(24, 8)) as strange,
						cast(sum(d.mrr) as numeric(24, 8)) as mrr, cast(count(d.mrr) as numeric(24, 8)) as mrr_deals,
						cast(sum(ln(d.mrr)) as numeric(24, 8)) as mrr_ln, cast(sum(ln(d.mrr) * ln(d.mrr)) as numeric(24, 8)) as mrr_ln2,
						cast(sum(d.days) as numeric(24, 8)) as days, cast(count(d.days) as numeric(24, 8)) as day_deals,
						cast(sum(ln(greatest(d.days, 0.5))) as numeric(24, 8)) as days_ln,
						cast(sum(ln(greatest(d.days, 0.5)) * ln(greatest(d.days, 0.5))) as numeric(24, 8)) as days_ln2,
						cast(sum(d.discount) as numeric(24, 8)) as discount, cast(count(d.discount) as numeric(24, 8)) as discount_deals,
						cast(sum(d.discount * d.discount) as numeric(24, 8)) as discount2
					from (
						select s.person_id, s.team_id, s.region_id, e.discount,
							case when e.currency <> c.currency then 1 else 0 end as strange,
							case when e.mrr > 0 and (e.currency is null or e.currency = c.currency) then e.mrr end as mrr,
							case when e.created_on <= e.closed_on then cast(e.closed_on - e.created_on as integer) end as days
						from figure_stretch s
						join deal e on e.owner_id = s.person_id and e.closed_on >= s.from_day and e.closed_on < s.until_day
							and e.closed_on >= ? and e.closed_on < ?
						cross join company c
						where e.state = 'WON'
					) d group by d.person_id, d.team_id, d.region_id
				) g
				cross join (values ('DEALS_WON'), ('FOREIGN_DEALS'), ('MRR_WON'), ('MRR_DEALS'), ('MRR_LN_SUM'), ('MRR_LN_SQUARES'), ('CLOSE_DAYS'),
					('CLOSE_DEALS'), ('CLOSE_LN_SUM'), ('CLOSE_LN_SQUARES'), ('DISCOUNT_SUM'), ('DISCOUNT_DEALS'), ('DISCOUNT_SQUARES')) as k(metric)
			) w where w.quantity <> 0""";

	/** A won deal is lost once, by its first cancellation ({@code nth} 1), never before it was won. More conditions may follow. */
	static final String LOST = """
			select d.owner_id, d.closed_on, greatest(d.closed_on, x.cancelled_on) as lost_on,
				case when x.mrr is not null then case when x.currency is null or x.currency = c.currency then x.mrr end
					when d.currency is null or d.currency = c.currency then d.mrr end as mrr,
				row_number() over (partition by d.id order by x.cancelled_on, x.external_id) as nth
			from cancellation x join deal d on d.source_id = x.source_id and d.external_id = x.deal_external_id
			cross join company c
			where d.state = 'WON' and d.closed_on is not null""";

	/** The loss is charged to the team in which the deal was won: customers held per team then add up. */
	private static final String LOSSES = TARGET + """
			select person_id, cast(? as date), metric, team_id, region_id, quantity from (
				select g.person_id, k.metric, g.team_id, g.region_id, case k.metric when 'CUSTOMERS_LOST' then g.customers else g.mrr end as quantity
				from (
					select s.person_id, s.team_id, s.region_id, cast(count(*) as numeric(24, 8)) as customers, cast(sum(e.mrr) as numeric(24, 8)) as mrr
					from (""" + LOST + """
					) e
					join figure_stretch s on s.person_id = e.owner_id and e.closed_on >= s.from_day and e.closed_on < s.until_day
					where e.nth = 1 and e.lost_on >= ? and e.lost_on < ?
					group by s.person_id, s.team_id, s.region_id
				) g
				cross join (values ('CUSTOMERS_LOST'), ('MRR_LOST')) as k(metric)
			) w where w.quantity <> 0""";

	private static final List<String> STATEMENTS = List.of(LEADS_WORKED, ACTIVITIES, DEALS_CREATED, DEALS_IN_STAGE, DEALS_WON, WINS, LOSSES);

	private final Connection connection;

	MonthRecount(Connection connection) {
		this.connection = connection;
	}

	/** The months with marks, in order. */
	List<YearMonth> due() throws SQLException {
		var months = new ArrayList<YearMonth>();
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("select distinct in_month from month_due order by in_month")) {
			while (rows.next()) {
				months.add(YearMonth.from(rows.getDate(1).toLocalDate()));
			}
		}
		return months;
	}

	/** Waits until no other node computes; the lock ends with the transaction. */
	void lock() throws SQLException {
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("select id from figures_run where id = 1 for update")) {
			rows.next();
		}
	}

	/** Counts one month; returns how many people it was due for. */
	int recount(YearMonth month, Instant now) throws SQLException {
		var marks = marks(month);
		if (marks.isEmpty()) {
			return 0;
		}
		var people = marks.values().stream().distinct().sorted().toList();
		insert(stretches(people, held()));
		update("delete from monthly_figure where in_month = ? and exists (select 1 from figure_stretch s where s.person_id = monthly_figure.person_id)", month.atDay(1));
		var first = month.atDay(1);
		var next = month.plusMonths(1).atDay(1);
		for (var statement : STATEMENTS) {
			update(statement, first, first, next);
		}
		update("delete from figure_stretch");
		batch("delete from month_due where id = ?", marks.keySet(), (statement, id) -> statement.setLong(1, id));
		try (var statement = connection.prepareStatement("update figures_run set computed_at = ?, count_no = count_no + 1 where id = 1")) {
			statement.setTimestamp(1, Timestamp.from(now));
			statement.executeUpdate();
		}
		return people.size();
	}

	private Map<Long, Long> marks(YearMonth month) throws SQLException {
		var marks = new HashMap<Long, Long>();
		try (var statement = connection.prepareStatement("select id, person_id from month_due where in_month = ?")) {
			statement.setDate(1, Date.valueOf(month.atDay(1)));
			try (var rows = statement.executeQuery()) {
				while (rows.next()) {
					marks.put(rows.getLong(1), rows.getLong(2));
				}
			}
		}
		return marks;
	}

	private List<Held> held() throws SQLException {
		var held = new ArrayList<Held>();
		try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
				select h.person_id, h.from_day, h.until_day, h.team_id, coalesce(h.region_id, t.region_id), h.segment
				from position_held h left join team t on t.id = h.team_id order by h.person_id, h.from_day""")) {
			while (rows.next()) {
				held.add(new Held(rows.getLong(1), rows.getDate(2).toLocalDate(), rows.getDate(3) == null ? null : rows.getDate(3).toLocalDate(),
						rows.getObject(4, Long.class), rows.getObject(5, Long.class), rows.getString(6)));
			}
		}
		return held;
	}

	/**
	 * All of time for each person without gap or overlap: a later place ends an earlier one even where its end is missing,
	 * and time outside every place counts for no team.
	 *
	 * @param held by person and beginning
	 */
	static List<Stretch> stretches(Collection<Long> people, List<Held> held) {
		var places = new HashMap<Long, List<Held>>();
		held.forEach(place -> places.computeIfAbsent(place.personId(), id -> new ArrayList<>()).add(place));
		var stretches = new ArrayList<Stretch>();
		for (long person : people) {
			var at = BEGINNING;
			var own = places.getOrDefault(person, List.of());
			for (int i = 0; i < own.size(); i++) {
				var place = own.get(i);
				var until = place.until() == null ? END : place.until();
				if (i + 1 < own.size() && own.get(i + 1).from().isBefore(until)) {
					until = own.get(i + 1).from();
				}
				if (at.isBefore(place.from())) {
					stretches.add(new Stretch(person, at, place.from(), 0, 0, null));
				}
				if (place.from().isBefore(until)) {
					stretches.add(new Stretch(person, place.from(), until, orNone(place.teamId()), orNone(place.regionId()), place.segment()));
					at = until;
				}
			}
			if (at.isBefore(END)) {
				stretches.add(new Stretch(person, at, END, 0, 0, null));
			}
		}
		return stretches;
	}

	private static long orNone(Long id) {
		return id == null ? MonthlyFigures.NONE : id;
	}

	private void insert(List<Stretch> stretches) throws SQLException {
		batch("insert into figure_stretch (person_id, from_day, until_day, team_id, region_id, segment) values (?, ?, ?, ?, ?, ?)", stretches,
				(statement, stretch) -> {
					statement.setLong(1, stretch.personId());
					statement.setDate(2, Date.valueOf(stretch.from()));
					statement.setDate(3, Date.valueOf(stretch.until()));
					statement.setLong(4, stretch.teamId());
					statement.setLong(5, stretch.regionId());
					statement.setString(6, stretch.segment());
				});
	}

	private void update(String sql, LocalDate... days) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < days.length; i++) {
				statement.setDate(i + 1, Date.valueOf(days[i]));
			}
			statement.executeUpdate();
		}
	}

	private interface Filling<T> {
		void fill(PreparedStatement statement, T line) throws SQLException;
	}

	private <T> void batch(String sql, Collection<T> lines, Filling<T> filling) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (var line : lines) {
				filling.fill(statement, line);
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}
}
