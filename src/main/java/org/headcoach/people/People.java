package org.headcoach.people;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

/** Queries over people, teams and regions. */
@ApplicationScoped
public class People {

	/** Which people: at work on the day, gone before it, or not yet there. */
	public enum State {
		AT_WORK, LEFT, COMING
	}

	/** One line of the people list: the place held on the day asked about, or the last one before it. */
	public record PersonRow(Long id, String name, String email, String externalId, Role role, String jobTitle, String segment, Long teamId, String teamName,
			String regionName, Long superiorId, String superiorName, LocalDate startedOn, LocalDate leftOn) implements Serializable {
	}

	/** Whom to list. Null parts do not narrow; {@code among} are the people whom the reader may see, null for all. */
	public record PeopleSearch(LocalDate day, String text, Role role, Long teamId, State state, Collection<Long> among, String sort,
			boolean descending, int first, int size) {
	}

	/** A place in somebody's history. */
	public record HeldRow(Long id, Role role, String jobTitle, String segment, Long teamId, String teamName, Long regionId, String regionName, Long superiorId,
			String superiorName, LocalDate from, LocalDate until) implements Serializable {

		/** The last day of it; null when it still holds. */
		public LocalDate lastDay() {
			return until == null ? null : until.minusDays(1);
		}

		/** Whether role, team and superior are the same; a title, segment or region of its own makes no other place of it. */
		boolean isLike(HeldRow other) {
			return role == other.role && Objects.equals(teamId, other.teamId) && Objects.equals(superiorId, other.superiorId);
		}
	}

	public record TeamRow(Long id, String name, Long regionId, String regionName, LocalDate closedOn, int version) implements Serializable {
	}

	public record RegionRow(Long id, String name) implements Serializable {
	}

	/** A name to choose. */
	public record Choice(Long id, String name) implements Serializable {
	}

	private static final Map<String, String> SORTS = Map.of("name", "lower(p.name)", "role", "h.role", "team", "lower(t.name)", "region", "lower(r.name)",
			"superior", "lower(s.name)", "start", "p.startedOn", "left", "p.leftOn");

	/** The place on the day, or for somebody who has left or not yet come the nearest one. */
	private static final String FROM = """
			from Salesperson p left join PositionHeld h on h.person = p and h.from = (
				select max(x.from) from PositionHeld x where x.person = p and (x.from <= :day or p.startedOn > :day and x.from = p.startedOn))
			left join h.team t left join h.region r left join h.superior s
			""";

	private static final String AT_WORK = " and p.startedOn <= :day and (p.leftOn is null or p.leftOn >= :day)"
			+ " and h.from <= :day and (h.until is null or h.until > :day)";

	@PersistenceContext
	private EntityManager em;

	List<PersonRow> search(PeopleSearch search) {
		var order = (search.sort() == null ? "lower(p.name)" : SORTS.getOrDefault(search.sort(), "lower(p.name)")) + (search.descending() ? " desc nulls last" : " asc nulls last");
		return fill(em.createQuery("""
				select new org.headcoach.people.People.PersonRow(p.id, p.name, p.email, p.externalId, h.role, h.jobTitle, h.segment, t.id, t.name,
					r.name, s.id, s.name, p.startedOn, p.leftOn)
				""" + FROM + where(search) + " order by " + order + ", p.id", PersonRow.class), search)
				.setFirstResult(search.first()).setMaxResults(search.size()).getResultList();
	}

	long count(PeopleSearch search) {
		return fill(em.createQuery("select count(p) " + FROM + where(search), Long.class), search).getSingleResult();
	}

	private static String where(PeopleSearch search) {
		// a comparison of constants such as 1 = 1 would make EclipseLink write all parameters into the text
		var where = new StringBuilder("where p.id is not null");
		if (search.among() != null) {
			where.append(search.among().isEmpty() ? " and p.id is null" : " and p.id in :among");
		}
		if (Like.contains(search.text()) != null) {
			where.append(" and (lower(p.name) like :text or lower(p.email) like :text or lower(p.externalId) like :text)");
		}
		if (search.role() != null) {
			where.append(" and h.role = :role");
		}
		if (search.teamId() != null) {
			where.append(" and t.id = :team");
		}
		if (search.state() == State.AT_WORK) {
			where.append(AT_WORK);
		} else if (search.state() == State.LEFT) {
			where.append(" and p.leftOn < :day");
		} else if (search.state() == State.COMING) {
			where.append(" and p.startedOn > :day");
		}
		return where.toString();
	}

	private static <T> TypedQuery<T> fill(TypedQuery<T> query, PeopleSearch search) {
		query.setParameter("day", search.day());
		if (search.among() != null && !search.among().isEmpty()) {
			query.setParameter("among", search.among());
		}
		if (Like.contains(search.text()) != null) {
			query.setParameter("text", Like.contains(search.text()));
		}
		if (search.role() != null) {
			query.setParameter("role", search.role());
		}
		if (search.teamId() != null) {
			query.setParameter("team", search.teamId());
		}
		return query;
	}

	/** All places of a person, newest first. */
	List<HeldRow> history(Long personId) {
		return em.createQuery("""
				select new org.headcoach.people.People.HeldRow(h.id, h.role, h.jobTitle, h.segment, t.id, t.name, r.id, r.name, s.id, s.name, h.from, h.until)
				from PositionHeld h left join h.team t left join h.region r left join h.superior s
				where h.person.id = :person order by h.from desc""", HeldRow.class).setParameter("person", personId).getResultList();
	}

	/** The places that hold on that day or later, of everybody: what the rules of the line are asked about. */
	LineHistory lineFrom(LocalDate day) {
		return new LineHistory(em.createQuery("""
				select new org.headcoach.people.LineHistory.Held(p.id, p.name, h.role, t.id, s.id, h.from, h.until)
				from PositionHeld h join h.person p left join h.team t left join h.superior s
				where h.until is null or h.until > :day order by h.from, h.id""", LineHistory.Held.class).setParameter("day", day).getResultList());
	}

	List<TeamRow> teams() {
		return em.createQuery("""
				select new org.headcoach.people.People.TeamRow(t.id, t.name, r.id, r.name, t.closedOn, t.version)
				from Team t left join t.region r order by lower(r.name) nulls last, lower(t.name), t.id""", TeamRow.class).getResultList();
	}

	List<RegionRow> regions() {
		return em.createQuery("select new org.headcoach.people.People.RegionRow(r.id, r.name) from Region r order by lower(r.name), r.id", RegionRow.class)
				.getResultList();
	}

	/** Names of people, by name. */
	List<Choice> choices() {
		return em.createQuery("select new org.headcoach.people.People.Choice(p.id, p.name) from Salesperson p order by lower(p.name), p.id", Choice.class)
				.getResultList();
	}

	/** Who else has this e-mail or number; either may be null. */
	Optional<String> nameOfOther(String email, String externalId, Long exceptPerson) {
		if (email == null && externalId == null) {
			return Optional.empty();
		}
		var same = new ArrayList<String>();
		if (email != null) {
			same.add("lower(p.email) = :email");
		}
		if (externalId != null) {
			same.add("p.externalId = :external");
		}
		var query = em.createQuery("select p.name from Salesperson p where p.id <> :except and (" + String.join(" or ", same) + ")", String.class)
				.setParameter("except", exceptPerson == null ? -1L : exceptPerson);
		if (email != null) {
			query.setParameter("email", email.toLowerCase(Locale.ROOT));
		}
		if (externalId != null) {
			query.setParameter("external", externalId);
		}
		return query.getResultStream().findFirst();
	}
}
