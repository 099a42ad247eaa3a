package org.headcoach.people;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.headcoach.shared.Columns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over who held which place in the line when. */
@ApplicationScoped
public class Positions {

	/** Plain SQL: a page asks for the places of a whole company, and no more than these columns of them. */
	private static final String PLACES = """
			select h.from_day, h.until_day, p.id, p.name, p.email, h.role, h.job_title, h.segment, t.id, t.name, r.id, r.name, h.superior_id, p.started_on, p.left_on
			from position_held h join salesperson p on p.id = h.person_id left join team t on t.id = h.team_id left join region r on r.id = h.region_id
			where h.from_day <= ?2 and (h.until_day is null or h.until_day > ?1) and p.started_on <= ?2 and (p.left_on is null or p.left_on >= ?1)
			order by p.name, p.id, h.from_day""";

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
		return between(day, day).on(day);
	}

	/** The line of a month: everybody who was at work on some day of it, in the last place held in it. */
	public Line in(YearMonth month) {
		return read(month, month).in(month);
	}

	/** The lines of several months, the first to the last; one query. */
	public Map<YearMonth, Line> in(YearMonth first, YearMonth last) {
		var places = read(first, last);
		var lines = new LinkedHashMap<YearMonth, Line>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			lines.put(month, places.in(month));
		}
		return lines;
	}

	/** Every place that somebody at work held on some day of the months; one query. */
	Places read(YearMonth first, YearMonth last) {
		return between(first.atDay(1), last.atEndOfMonth());
	}

	private Places between(LocalDate first, LocalDate last) {
		var stretches = new ArrayList<Stretch>();
		for (var row : em.createNativeQuery(PLACES).setParameter(1, Date.valueOf(first)).setParameter(2, Date.valueOf(last)).getResultList()) {
			var cells = (Object[]) row;
			stretches.add(new Stretch(Columns.day(cells[0]), Columns.day(cells[1]), new Line.Place(id(cells[2]), (String) cells[3], (String) cells[4], Role.valueOf((String) cells[5]), (String) cells[6],
					(String) cells[7], id(cells[8]), (String) cells[9], id(cells[10]), (String) cells[11], id(cells[12]), Columns.day(cells[13]), Columns.day(cells[14]))));
		}
		return new Places(stretches);
	}

	private static Long id(Object cell) {
		return cell == null ? null : ((Number) cell).longValue();
	}

	/** A place from a day on; until null while it is held, else to the day before. */
	public record Stretch(LocalDate from, LocalDate until, Line.Place place) {

		/** On how many of these days, both counted, somebody at work held it. */
		public long days(LocalDate first, LocalDate last) {
			var begin = Stream.of(from, place.startedOn(), first).max(LocalDate::compareTo).orElseThrow();
			var end = Stream.of(until == null ? last : until.minusDays(1), place.leftOn() == null ? last : place.leftOn(), last).min(LocalDate::compareTo).orElseThrow();
			return Math.max(0, ChronoUnit.DAYS.between(begin, end) + 1);
		}

		/** Whether it was held, by somebody at work, on some of these days. */
		boolean touches(LocalDate first, LocalDate last) {
			return !from.isAfter(last) && (until == null || until.isAfter(first)) && !place.startedOn().isAfter(last) && (place.leftOn() == null || !place.leftOn().isBefore(first));
		}
	}

	/** The places of some months, of which the line of each of their days and months can be told. */
	static final class Places {

		private final List<Stretch> byNameAndTime;

		private Places(List<Stretch> byNameAndTime) {
			this.byNameAndTime = byNameAndTime;
		}

		Line on(LocalDate day) {
			return line(day, day);
		}

		Line in(YearMonth month) {
			return line(month.atDay(1), month.atEndOfMonth());
		}

		/** In the month that runs nobody holds a place yet that begins later in it, except who begins to work with it. */
		Line in(YearMonth month, LocalDate today) {
			return YearMonth.from(today).equals(month) ? line(month.atDay(1), month.atEndOfMonth(), today) : in(month);
		}

		/** What was held on some day of the month, by name and time. */
		List<Stretch> stretches(YearMonth month) {
			return byNameAndTime.stream().filter(stretch -> stretch.touches(month.atDay(1), month.atEndOfMonth())).toList();
		}

		private Line line(LocalDate first, LocalDate last) {
			return line(first, last, last);
		}

		private Line line(LocalDate first, LocalDate last, LocalDate known) {
			var places = new LinkedHashMap<Long, Line.Place>();
			byNameAndTime.stream().filter(stretch -> stretch.touches(first, last)).filter(stretch -> !stretch.from().isAfter(known) || !places.containsKey(stretch.place().personId()))
					.forEach(stretch -> places.put(stretch.place().personId(), stretch.place()));
			return new Line(last, places.values());
		}
	}
}
