package org.headcoach.people;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over who held which place in the line when. */
@ApplicationScoped
public class Positions {

	private static final String PLACE = """
			select new org.headcoach.people.Line.Place(p.id, p.name, p.email, h.role, h.jobTitle, h.segment, t.id, t.name, r.id, r.name,
				s.id, p.startedOn, p.leftOn)
			from PositionHeld h join h.person p left join h.team t left join h.region r left join h.superior s
			""";

	private static final String HELD = """
			select new org.headcoach.people.Positions.Held(p.id, h.role, h.segment, t.id, coalesce(r.id, tr.id), s.id, h.from, h.until, p.startedOn, p.leftOn)
			from PositionHeld h join h.person p left join h.team t left join h.region r left join t.region tr left join h.superior s""";

	/** One place in the line with its dates; team, region and superior are null where there is none, {@code until} is null for a place still held. */
	public record Held(long personId, Role role, String segment, Long teamId, Long regionId, Long superiorId, LocalDate from, LocalDate until, LocalDate startedOn,
			LocalDate leftOn) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	/** Every place that anybody held on some day of the months, by person and time; one query. */
	public List<Held> heldBetween(YearMonth first, YearMonth last) {
		return em.createQuery(HELD + " where h.from <= :last and (h.until is null or h.until > :first) order by p.id, h.from", Held.class)
				.setParameter("first", first.atDay(1)).setParameter("last", last.atEndOfMonth()).getResultList();
	}

	/** The line on one day: who was at work, in the place held that day. */
	public Line on(LocalDate day) {
		return new Line(day, em.createQuery(PLACE + """
				where h.from <= :day and (h.until is null or h.until > :day)
				and p.startedOn <= :day and (p.leftOn is null or p.leftOn >= :day)
				order by p.name, p.id""", Line.Place.class).setParameter("day", day).getResultList());
	}

	/** The line of a month: everybody who was at work on some day of it, in the last place held in it. */
	public Line in(YearMonth month) {
		return in(month, month).get(month);
	}

	/** The lines of several months, the first to the last; one query. */
	public Map<YearMonth, Line> in(YearMonth first, YearMonth last) {
		var held = em.createQuery(PLACE.replace("select ", "select h.from, h.until, ") + """
				where h.from <= :last and (h.until is null or h.until > :first)
				and p.startedOn <= :last and (p.leftOn is null or p.leftOn >= :first)
				order by p.name, p.id, h.from""", Object[].class)
				.setParameter("first", first.atDay(1)).setParameter("last", last.atEndOfMonth()).getResultList();
		var lines = new LinkedHashMap<YearMonth, Line>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			lines.put(month, line(month, held));
		}
		return lines;
	}

	private static Line line(YearMonth month, List<Object[]> held) {
		var places = new LinkedHashMap<Long, Line.Place>();
		for (var row : held) {
			var until = (LocalDate) row[1];
			var place = (Line.Place) row[2];
			if (!((LocalDate) row[0]).isAfter(month.atEndOfMonth()) && (until == null || until.isAfter(month.atDay(1)))
					&& !place.startedOn().isAfter(month.atEndOfMonth()) && (place.leftOn() == null || !place.leftOn().isBefore(month.atDay(1)))) {
				places.put(place.personId(), place);
			}
		}
		return new Line(month.atEndOfMonth(), places.values());
	}
}
