package org.headcoach.pipeline;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.shared.WorkingCalendar;

/**
 * Days on which people were there to work, by the company's calendar: of a person in any role, of a team, region or the company
 * the days of its reps together. A rep who moves within a month gives each team the days spent in it.
 */
public final class WorkingDays implements Serializable {

	private static final long serialVersionUID = 1L;

	private record Key(long id, YearMonth month) implements Serializable {
	}

	private record InTeam(long teamId, long personId, YearMonth month) implements Serializable {
	}

	private final Map<Key, Integer> people = new HashMap<>();
	private final Map<Key, Integer> teams = new HashMap<>();
	private final Map<InTeam, Integer> peopleInTeams = new HashMap<>();
	private final Map<Key, Integer> regions = new HashMap<>();
	private final Map<Key, Integer> company = new HashMap<>();

	/** @param held every place held on some day of the months */
	public WorkingDays(WorkingCalendar calendar, List<Positions.Held> held, YearMonth first, YearMonth last) {
		for (var place : held) {
			for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
				var days = calendar.workingDays(latest(month.atDay(1), place.from(), place.startedOn()),
						earliest(month.atEndOfMonth(), place.until() == null ? null : place.until().minusDays(1), place.leftOn()));
				if (days > 0) {
					people.merge(new Key(place.personId(), month), days, Integer::sum);
					if (place.role() == Role.REP) {
						teams.merge(new Key(orNone(place.teamId()), month), days, Integer::sum);
						peopleInTeams.merge(new InTeam(orNone(place.teamId()), place.personId(), month), days, Integer::sum);
						regions.merge(new Key(orNone(place.regionId()), month), days, Integer::sum);
						company.merge(new Key(MonthlyFigures.COMPANY, month), days, Integer::sum);
					}
				}
			}
		}
	}

	public int ofPerson(long personId, YearMonth month) {
		return people.getOrDefault(new Key(personId, month), 0);
	}

	/** Of the days on which the person was in that team. */
	public int ofPersonIn(long teamId, long personId, YearMonth month) {
		return peopleInTeams.getOrDefault(new InTeam(teamId, personId, month), 0);
	}

	public int ofPeople(Collection<Long> personIds, YearMonth month) {
		return personIds.stream().mapToInt(id -> ofPerson(id, month)).sum();
	}

	public int ofTeam(long teamId, YearMonth month) {
		return teams.getOrDefault(new Key(teamId, month), 0);
	}

	public int ofRegion(long regionId, YearMonth month) {
		return regions.getOrDefault(new Key(regionId, month), 0);
	}

	public int ofCompany(YearMonth month) {
		return company.getOrDefault(new Key(MonthlyFigures.COMPANY, month), 0);
	}

	private static long orNone(Long id) {
		return id == null ? MonthlyFigures.NONE : id;
	}

	private static LocalDate latest(LocalDate first, LocalDate... others) {
		for (var other : others) {
			first = other != null && other.isAfter(first) ? other : first;
		}
		return first;
	}

	private static LocalDate earliest(LocalDate last, LocalDate... others) {
		for (var other : others) {
			last = other != null && other.isBefore(last) ? other : last;
		}
		return last;
	}
}
