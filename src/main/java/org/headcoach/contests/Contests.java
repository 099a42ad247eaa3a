package org.headcoach.contests;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over contests, their teams and who is in them. */
@ApplicationScoped
class Contests {

	@PersistenceContext
	private EntityManager em;

	Contest find(long id) {
		return em.find(Contest.class, id);
	}

	/** The contest, with everybody else who wants it so waiting until the transaction ends. */
	Contest locked(long id) {
		var contest = em.find(Contest.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (contest != null) {
			em.refresh(contest);
		}
		return contest;
	}

	/** The latest first. */
	List<Contest> all() {
		return em.createQuery("select distinct c from Contest c left join fetch c.owner order by c.startsAt desc, c.id desc", Contest.class).getResultList();
	}

	/** Announced and not settled: those whose standings may change. */
	List<Contest> scored() {
		return em.createQuery("select c from Contest c where c.state = org.headcoach.contests.ContestState.ANNOUNCED order by c.id", Contest.class).getResultList();
	}

	Optional<Contest> sentBy(String formKey) {
		return em.createQuery("select c from Contest c where c.formKey = :key", Contest.class).setParameter("key", formKey).getResultStream().findFirst();
	}

	List<ContestTeam> teams(long contestId) {
		return em.createQuery("select t from ContestTeam t where t.contestId = :contest order by t.ordinal", ContestTeam.class).setParameter("contest", contestId).getResultList();
	}

	List<ContestMember> members(long contestId) {
		return em.createQuery("select m from ContestMember m join fetch m.person left join fetch m.team where m.contestId = :contest order by m.person.name, m.person.id, m.id", ContestMember.class)
				.setParameter("contest", contestId).getResultList();
	}

	/**
	 * Somebody who takes part, as a page reads it.
	 *
	 * @param teamId null while nobody has put the person into a team; so is its name
	 */
	record Player(long personId, String name, LocalDate leftOn, Long teamId, String team, LocalDate from, LocalDate until, String why) {
	}

	/** The members without the entities behind them: a page of a thousand changes none. */
	List<Player> roster(long contestId) {
		return rows("""
				select p.id, p.name, p.left_on, t.id as team_id, t.name as team_name, m.from_day, m.until_day, m.why from contest_member m join salesperson p on p.id = m.person_id
				left join contest_team t on t.id = m.team_id where m.contest_id = ? order by p.name, p.id, m.id""", contestId).stream()
				.map(row -> new Player(((Number) row[0]).longValue(), (String) row[1], Columns.day(row[2]), row[3] == null ? null : ((Number) row[3]).longValue(), (String) row[4],
						Columns.day(row[5]), Columns.day(row[6]), (String) row[7])).toList();
	}

	/** Who takes part, by contest, in one query. */
	Map<Long, Set<Long>> players(Collection<Contest> of) {
		return of.isEmpty() ? Map.of() : peopleByContest(em.createQuery("select m.contestId, m.person.id from ContestMember m where m.contestId in :contests", Object[].class)
				.setParameter("contests", of.stream().map(Contest::id).toList()).getResultList());
	}

	private static Map<Long, Set<Long>> peopleByContest(List<Object[]> members) {
		return members.stream().collect(Collectors.groupingBy(row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toCollection(TreeSet::new))));
	}

	/** How many people, by contest. */
	Map<Long, Long> playerCounts() {
		return byContest("select m.contestId, count(distinct m.person.id) from ContestMember m group by m.contestId");
	}

	/** The contests that somebody takes part in. */
	Set<Long> playedBy(Long personId) {
		return personId == null ? Set.of() : new HashSet<>(em.createQuery("select m.contestId from ContestMember m where m.person.id = :person", Long.class).setParameter("person", personId).getResultList());
	}

	/** How many teams, by contest. */
	Map<Long, Long> teamCounts() {
		return byContest("select t.contestId, count(t) from ContestTeam t group by t.contestId");
	}

	private Map<Long, Long> byContest(String jpql) {
		return em.createQuery(jpql, Object[].class).getResultList().stream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
	}

	/**
	 * Announced contests whose window touches another's, each with those of these people who are in it on the days from {@code first} to {@code last}: who has left it by
	 * then is in nobody's way.
	 *
	 * @param zone of the company, whose days these are
	 */
	Map<Contest, Set<Long>> overlapping(Contest contest, Collection<Long> people, LocalDate first, LocalDate last, ZoneId zone) {
		var found = new LinkedHashMap<Contest, Set<Long>>();
		if (people.isEmpty()) {
			return found;
		}
		// windows may be in different zones: a day more on both sides finds all of them, and the moments decide
		var others = em.createQuery("""
				select distinct c from Contest c where c.id <> :own and c.state in (org.headcoach.contests.ContestState.ANNOUNCED, org.headcoach.contests.ContestState.SETTLED)
				and c.startsAt < :ends and c.endsAt > :starts and exists (select m from ContestMember m where m.contestId = c.id and m.person.id in :people)
				order by c.startsAt""", Contest.class).setParameter("own", contest.id() == null ? 0L : contest.id()).setParameter("ends", contest.endsAt().plusDays(1))
				.setParameter("starts", contest.startsAt().minusDays(1)).setParameter("people", people).getResultList().stream()
				.filter(other -> other.window().overlaps(contest.window()) && !other.lastDay(zone).isBefore(first)).toList();
		if (!others.isEmpty()) {
			var in = peopleByContest(em.createQuery("select m.contestId, m.person.id from ContestMember m where m.contestId in :contests and m.person.id in :people"
					+ " and (m.until is null or m.until >= :first) and (m.from is null or m.from <= :last)", Object[].class).setParameter("contests", others.stream().map(Contest::id).toList())
					.setParameter("people", people).setParameter("first", first).setParameter("last", last).getResultList());
			others.stream().filter(other -> in.containsKey(other.id())).forEach(other -> found.put(other, in.get(other.id())));
		}
		return found;
	}

	List<ContestNote> notes(long contestId) {
		return em.createQuery("select n from ContestNote n where n.contestId = :contest order by n.at, n.id", ContestNote.class).setParameter("contest", contestId).getResultList();
	}

	boolean isNoteSent(String formKey) {
		return !em.createQuery("select n.id from ContestNote n where n.formKey = :key", Long.class).setParameter("key", formKey).getResultList().isEmpty();
	}

	/** The nights whose standings are kept. */
	Set<LocalDate> nights(long contestId) {
		var nights = new TreeSet<LocalDate>();
		for (var day : em.createNativeQuery("select night from contest_night where contest_id = " + contestId).getResultList()) {
			nights.add(Columns.day(day));
		}
		return nights;
	}

	/** The only column of a query. */
	List<Long> ids(String sql) {
		var ids = new ArrayList<Long>();
		for (var id : em.createNativeQuery(sql).getResultList()) {
			ids.add(((Number) id).longValue());
		}
		return ids;
	}

	/** Lets what two contests must agree on be decided one after the other: who announces or makes one waits here. Take it before any contest. */
	void takeTurns() {
		em.createNativeQuery("select id from company for update").getResultList();
	}

	/** What prizes have cost, by contest and then by currency. */
	Map<Long, Map<String, Money>> spent(Collection<Long> of) {
		var spent = new HashMap<Long, Map<String, Money>>();
		if (!of.isEmpty()) {
			rows("select contest_id, cost, currency from contest_prize where contest_id in (" + of.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")")
					.forEach(row -> spent.computeIfAbsent(((Number) row[0]).longValue(), id -> new TreeMap<>()).merge((String) row[2], Money.of((BigDecimal) row[1], Currency.getInstance((String) row[2])),
							Money::plus));
		}
		return spent;
	}

	@SuppressWarnings("unchecked")
	List<Object[]> rows(String sql, Object... arguments) {
		var query = em.createNativeQuery(sql);
		for (int i = 0; i < arguments.length; i++) {
			query.setParameter(i + 1, arguments[i]);
		}
		return new ArrayList<>(query.getResultList());
	}
}
