package org.headcoach.contests;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.headcoach.contests.engine.DayCount;
import org.headcoach.contests.engine.Member;
import org.headcoach.contests.engine.Nights;
import org.headcoach.contests.engine.PersonScore;
import org.headcoach.contests.engine.Standings;
import org.headcoach.contests.engine.TeamStanding;
import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.pipeline.DataImported;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Columns;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * What everybody in a contest did, day by day, kept in step with the data: whoever changes the data adds marks, counting takes them up, counts these days of these
 * people anew and removes exactly the marks that it has read. Standings are made from it. It asks for no right; the services above do.
 */
@ApplicationScoped
@Transactional
class ScoreBoard {

	/** What is kept of one contest's standings until its counts change. */
	private record Kept(long countNo, LocalDate upTo, List<TeamStanding> standings) {
	}

	/** What has to be counted again; null: everybody, all days. */
	private record Mark(long contestId, Long personId, LocalDate day, Long batchId) {
	}

	/** A line of counts. */
	private record Key(long personId, LocalDate day, int behaviour) {
	}

	private record Count(BigDecimal quantity, BigDecimal divisor) {

		boolean isSame(Count other) {
			return other != null && quantity.compareTo(other.quantity) == 0
					&& (divisor == null ? other.divisor == null : other.divisor != null && divisor.compareTo(other.divisor) == 0);
		}
	}

	/** A late change of a day that had been in a night's standings. */
	record Move(long personId, LocalDate day, int behaviour, BigDecimal before, BigDecimal after, String source, Instant at) {
	}

	private static final int MOST_KEPT = 50;
	/** So many of anything stand in one statement. */
	private static final int AT_ONCE = 1_000;
	/** Days apart. */
	private static final int CLOSE = 4;

	@PersistenceContext
	private EntityManager em;

	@Resource(lookup = "java:app/jdbc/headcoach")
	private DataSource database;

	@Inject
	private Contests contests;

	@Inject
	private DailyFigures figures;

	@Inject
	private PeopleService people;

	@Inject
	private BusinessClock clock;

	private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

	// ------------------------------------------------------------ marks

	/** Marks what an import has touched in contests that still change. Part of the caller's transaction. */
	void mark(DataImported event) {
		if (!event.everybody() && event.personIds().isEmpty()) {
			return;
		}
		var scored = contests.scored();
		var players = contests.players(scored);
		var zone = people.company().zone();
		var marks = new ArrayList<Mark>();
		for (var contest : scored) {
			var own = players.getOrDefault(contest.id(), Set.of());
			if (own.isEmpty()) {
				continue;
			}
			// churn is held against the customers of the first day, whichever day of theirs has changed
			var isAnyDay = event.days() == null || contest.counting().stream().anyMatch(counting -> counting.code().equals("CHURN"));
			if (event.everybody()) {
				marks.add(new Mark(contest.id(), null, null, event.batchId()));
			} else if (isAnyDay) {
				event.personIds().stream().filter(own::contains).forEach(person -> marks.add(new Mark(contest.id(), person, null, event.batchId())));
			} else {
				event.days().stream().filter(touched -> own.contains(touched.personId()) && !touched.day().isBefore(contest.firstDay(zone)) && !touched.day().isAfter(contest.lastDay(zone)))
						.forEach(touched -> marks.add(new Mark(contest.id(), touched.personId(), touched.day(), event.batchId())));
			}
		}
		add(marks);
	}

	/** Marks everything of a contest: who plays when, or how days are counted, is another. */
	void markAll(long contestId) {
		add(List.of(new Mark(contestId, null, null, null)));
	}

	/** Marks everything of every contest whose standings may change. */
	void markEverything() {
		add(contests.scored().stream().map(contest -> new Mark(contest.id(), null, null, null)).toList());
	}

	private void add(List<Mark> marks) {
		if (marks.isEmpty()) {
			return;
		}
		em.flush();
		try (var connection = database.getConnection();
				var insert = connection.prepareStatement("insert into contest_due (contest_id, person_id, on_day, batch_id) values (?, ?, ?, ?)")) {
			for (var mark : marks) {
				insert.setLong(1, mark.contestId());
				insert.setObject(2, mark.personId(), Types.BIGINT);
				insert.setDate(3, mark.day() == null ? null : Date.valueOf(mark.day()));
				insert.setObject(4, mark.batchId(), Types.BIGINT);
				insert.addBatch();
			}
			insert.executeBatch();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Contests with marks. */
	List<Long> due() {
		var found = new ArrayList<Long>();
		for (var id : em.createNativeQuery("select distinct contest_id from contest_due order by contest_id").getResultList()) {
			found.add(((Number) id).longValue());
		}
		return found;
	}

	// ------------------------------------------------------------ counting

	/**
	 * Counts what is marked of one contest. Two nodes take turns at the contest's row; the second finds nothing to do.
	 *
	 * @return whether anything has changed
	 */
	boolean count(long contestId) {
		var contest = contests.locked(contestId);
		var marks = contests.rows("select id, person_id, on_day, batch_id from contest_due where contest_id = " + contestId);
		if (contest == null || marks.isEmpty()) {
			return false;
		}
		var changed = contest.state() == ContestState.ANNOUNCED && count(contest, marks);
		for (int at = 0; at < marks.size(); at += AT_ONCE) {
			em.createNativeQuery("delete from contest_due where id in ("
					+ marks.subList(at, Math.min(marks.size(), at + AT_ONCE)).stream().map(mark -> mark[0].toString()).collect(Collectors.joining(", ")) + ")").executeUpdate();
		}
		return changed;
	}

	private boolean count(Contest contest, List<Object[]> marks) {
		var players = new HashSet<Long>();
		contests.members(contest.id()).forEach(member -> players.add(member.person().id()));
		var zone = people.company().zone();
		var first = contest.firstDay(zone);
		var last = contest.lastDay(zone);
		var whose = days(marks, players, first, last);
		var batchId = marks.stream().map(mark -> mark[3]).filter(Objects::nonNull).map(id -> ((Number) id).longValue()).max(Long::compare).orElse(null);
		var before = stored(contest.id(), whose);
		var after = counted(contest, whose);
		var changed = new TreeMap<Key, Count>((one, other) -> {
			var order = Long.compare(one.personId(), other.personId());
			order = order != 0 ? order : one.day().compareTo(other.day());
			return order != 0 ? order : Integer.compare(one.behaviour(), other.behaviour());
		});
		after.forEach((key, count) -> {
			if (!count.isSame(before.get(key))) {
				changed.put(key, count);
			}
		});
		before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> changed.put(key, null));
		write(contest, before, changed, batchId);
		// who plays when may be another without any other count
		var isOther = !changed.isEmpty() || marks.stream().anyMatch(mark -> mark[1] == null);
		var at = clock.now();
		em.createNativeQuery("update contest set count_no = count_no + " + (isOther ? 1 : 0) + ", counted_at = ? where id = " + contest.id())
				.setParameter(1, Timestamp.from(at)).executeUpdate();
		return isOther;
	}

	/** The days that marks are about; all days of somebody hold every single one. */
	private static List<DailyFigures.Days> days(List<Object[]> marks, Set<Long> players, LocalDate first, LocalDate last) {
		var everybody = marks.stream().anyMatch(mark -> mark[1] == null);
		var whole = new HashSet<Long>(everybody ? players : Set.of());
		marks.stream().filter(mark -> mark[1] != null && mark[2] == null).map(mark -> ((Number) mark[1]).longValue()).filter(players::contains).forEach(whole::add);
		var found = new ArrayList<DailyFigures.Days>();
		whole.forEach(person -> found.add(new DailyFigures.Days(person, first, last)));
		var single = new HashMap<Long, TreeSet<LocalDate>>();
		marks.stream().filter(mark -> mark[1] != null && mark[2] != null).forEach(mark -> {
			var person = ((Number) mark[1]).longValue();
			var day = Columns.day(mark[2]);
			if (players.contains(person) && !whole.contains(person) && !day.isBefore(first) && !day.isAfter(last)) {
				single.computeIfAbsent(person, id -> new TreeSet<>()).add(day);
			}
		});
		single.forEach((person, days) -> stretches(person, days, found));
		return found;
	}

	/** Days that are close together are counted with those between them: a stretch costs little more than a day, many days cost more than all. */
	private static void stretches(long personId, TreeSet<LocalDate> days, List<DailyFigures.Days> found) {
		var from = days.first();
		var until = from;
		for (var day : days) {
			if (day.isAfter(until.plusDays(CLOSE))) {
				found.add(new DailyFigures.Days(personId, from, until));
				from = day;
			}
			until = day;
		}
		found.add(new DailyFigures.Days(personId, from, until));
	}

	private Map<Key, Count> counted(Contest contest, Collection<DailyFigures.Days> whose) {
		var zone = people.company().zone();
		var window = contest.window();
		var found = new HashMap<Key, Count>();
		figures.count(contest.counting().stream().map(Contest.Counting::counted).toList(), whose, LocalDateTime.ofInstant(window.start(), zone), LocalDateTime.ofInstant(window.end(), zone))
				.forEach(one -> found.put(new Key(one.personId(), one.day(), one.counted()), new Count(one.quantity(), one.divisor())));
		return found;
	}

	/** What is kept of these days, and nothing else: a small import reads little. */
	private Map<Key, Count> stored(long contestId, List<DailyFigures.Days> whose) {
		var found = new HashMap<Key, Count>();
		for (int at = 0; at < whose.size(); at += AT_ONCE) {
			var some = whose.subList(at, Math.min(whose.size(), at + AT_ONCE)).stream()
					.map(days -> "(cast(" + days.personId() + " as bigint), date '" + days.first() + "', date '" + days.last() + "')").collect(Collectors.joining(", "));
			for (var row : contests.rows("select c.person_id, c.on_day, c.behaviour, c.quantity, c.divisor from (select * from (values " + some + ") as v(p, f, l)) w join contest_count c on c.contest_id = "
					+ contestId + " and c.person_id = w.p and c.on_day between w.f and w.l")) {
				found.put(new Key(((Number) row[0]).longValue(), Columns.day(row[1]), ((Number) row[2]).intValue()), new Count((BigDecimal) row[3], (BigDecimal) row[4]));
			}
		}
		return found;
	}

	private void write(Contest contest, Map<Key, Count> before, Map<Key, Count> changed, Long batchId) {
		if (changed.isEmpty()) {
			return;
		}
		var shown = shown(contest);
		var members = shown == null ? Map.<Long, List<Member>>of() : members(contest).stream().collect(Collectors.groupingBy(Member::personId));
		try (var connection = database.getConnection();
				var delete = connection.prepareStatement("delete from contest_count where contest_id = ? and person_id = ? and on_day = ? and behaviour = ?");
				var insert = connection.prepareStatement("insert into contest_count (quantity, divisor, contest_id, person_id, on_day, behaviour) values (?, ?, ?, ?, ?, ?)");
				var update = connection.prepareStatement("update contest_count set quantity = ?, divisor = ? where contest_id = ? and person_id = ? and on_day = ? and behaviour = ?");
				var move = connection.prepareStatement("insert into contest_move (id, contest_id, person_id, on_day, behaviour, quantity_before, quantity_after, batch_id, at)"
						+ " select nextval('ids'), ?, ?, ?, ?, ?, ?, ?, ?")) {
			for (var entry : changed.entrySet()) {
				var key = entry.getKey();
				var old = before.get(key);
				var now = entry.getValue();
				if (now == null) {
					fill(delete, 1, contest.id(), key);
					delete.addBatch();
				} else {
					var written = old == null ? insert : update;
					written.setBigDecimal(1, now.quantity());
					written.setBigDecimal(2, now.divisor());
					fill(written, 3, contest.id(), key);
					written.addBatch();
				}
				if (shown != null && !key.day().isAfter(shown) && members.getOrDefault(key.personId(), List.of()).stream().anyMatch(member -> isIn(member, key.day()))) {
					fill(move, 1, contest.id(), key);
					move.setBigDecimal(5, old == null ? BigDecimal.ZERO : old.quantity());
					move.setBigDecimal(6, now == null ? BigDecimal.ZERO : now.quantity());
					move.setObject(7, batchId);
					move.setTimestamp(8, Timestamp.from(clock.now()));
					move.addBatch();
				}
			}
			delete.executeBatch();
			insert.executeBatch();
			update.executeBatch();
			move.executeBatch();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The last day of the data that a night's standings have shown; null before the first night. */
	private LocalDate shown(Contest contest) {
		return contests.nights(contest.id()).stream().max(LocalDate::compareTo).flatMap(night -> contest.nightlyAt() == null ? Optional.empty()
				: Nights.moment(contest.startsAt(), contest.endsAt(), contest.zone(), contest.nightlyAt(), night)).map(moment -> dayOf(contest, moment.minusNanos(1))).orElse(null);
	}

	private static boolean isIn(Member member, LocalDate day) {
		return (member.from() == null || !day.isBefore(member.from())) && (member.until() == null || !day.isAfter(member.until()));
	}

	private static void fill(PreparedStatement statement, int first, long contestId, Key key) throws SQLException {
		statement.setLong(first, contestId);
		statement.setLong(first + 1, key.personId());
		statement.setDate(first + 2, Date.valueOf(key.day()));
		statement.setInt(first + 3, key.behaviour());
	}

	// ------------------------------------------------------------ standings

	/** The standings as they are now: up to today while it runs, up to its last day afterwards; of a settled one the result as it was frozen. */
	List<TeamStanding> standings(Contest contest) {
		if (contest.state() == ContestState.SETTLED) {
			return result(contest.id());
		}
		var upTo = dayOf(contest, clock.now());
		synchronized (kept) {
			var found = kept.get(contest.id());
			if (found != null && found.countNo() == contest.countNo() && found.upTo().equals(upTo) && contest.state() != ContestState.DRAFT) {
				return found.standings();
			}
		}
		var standings = standings(contest, upTo);
		synchronized (kept) {
			kept.put(contest.id(), new Kept(contest.countNo(), upTo, standings));
			if (kept.size() > MOST_KEPT) {
				kept.remove(kept.keySet().iterator().next());
			}
		}
		return standings;
	}

	/** What the judge has confirmed. What a day added is not part of it. */
	private List<TeamStanding> result(long contestId) {
		var people = new HashMap<Long, List<PersonScore>>();
		contests.rows("select team_id, person_id, points from contest_result_person where contest_id = " + contestId + " order by points desc, person_id").forEach(row -> people
				.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>()).add(new PersonScore(((Number) row[1]).longValue(), plain(row[2]), null, List.of(), List.of())));
		return contests.rows("select team_id, place, points, per_head, score from contest_result where contest_id = " + contestId + " order by place, team_id").stream()
				.map(row -> new TeamStanding(((Number) row[0]).longValue(), ((Number) row[1]).intValue(), plain(row[2]), plain(row[3]), plain(row[4]), null, 0,
						people.getOrDefault(((Number) row[0]).longValue(), List.of()))).toList();
	}

	private static BigDecimal plain(Object number) {
		return number == null ? null : Standings.plain((BigDecimal) number);
	}

	/** The day of the data up to which things count at a moment: the company's, and the contest's last at most. */
	LocalDate dayOf(Contest contest, Instant moment) {
		var zone = people.company().zone();
		var day = LocalDate.ofInstant(moment, zone);
		return day.isAfter(contest.lastDay(zone)) ? contest.lastDay(zone) : day;
	}

	/** The standings as they would have been on the evening of that day, by what is known now. */
	List<TeamStanding> standings(Contest contest, LocalDate upTo) {
		var zone = people.company().zone();
		return Standings.of(contest.scoring(), members(contest), counts(contest.id()), contest.firstDay(zone), contest.lastDay(zone), people.calendar(), upTo);
	}

	/** Who is in which team when; somebody who has left the company is in it until the last day there. */
	List<Member> members(Contest contest) {
		var first = contest.firstDay(people.company().zone());
		return contests.members(contest.id()).stream().filter(member -> member.team() != null).map(member -> {
			var from = member.from() == null ? first : member.from();
			var until = member.until();
			var left = member.person().leftOn();
			if (left != null && (until == null || left.isBefore(until))) {
				until = left;
			}
			return new Member(member.person().id(), member.team().id(), from, until);
		}).toList();
	}

	List<DayCount> counts(long contestId) {
		return contests.rows("select person_id, on_day, behaviour, quantity, divisor from contest_count where contest_id = " + contestId).stream()
				.map(row -> new DayCount(((Number) row[0]).longValue(), Columns.day(row[1]), ((Number) row[2]).intValue(), (BigDecimal) row[3], (BigDecimal) row[4])).toList();
	}

	/** What changed late, the latest first. */
	List<Move> moves(long contestId, int most) {
		var query = em.createNativeQuery("select m.person_id, m.on_day, m.behaviour, m.quantity_before, m.quantity_after, b.file_name, m.at from contest_move m"
				+ " left join import_batch b on b.id = m.batch_id where m.contest_id = " + contestId + " order by m.at desc, m.id desc").setMaxResults(most);
		var found = new ArrayList<Move>();
		for (var each : query.getResultList()) {
			var row = (Object[]) each;
			found.add(new Move(((Number) row[0]).longValue(), Columns.day(row[1]), ((Number) row[2]).intValue(), (BigDecimal) row[3], (BigDecimal) row[4], (String) row[5], Columns.moment(row[6])));
		}
		return found;
	}
}
