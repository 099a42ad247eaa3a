package org.headcoach.compensation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.people.Positions;

/** Who stood where on a day: above whom, and in which team. */
final class DayLine {

	private final Map<Long, TreeMap<LocalDate, Positions.Held>> places = new HashMap<>();

	DayLine(Collection<Positions.Held> held) {
		held.forEach(place -> places.computeIfAbsent(place.personId(), id -> new TreeMap<>()).put(place.from(), place));
	}

	private Positions.Held of(long person, LocalDate day) {
		var own = places.get(person);
		var entry = own == null ? null : own.floorEntry(day);
		return entry == null || entry.getValue().until() != null && !entry.getValue().until().isAfter(day) ? null : entry.getValue();
	}

	/** At any depth; a circle ends where it closes. */
	boolean isAbove(long superior, long person, LocalDate day) {
		var seen = new HashSet<Long>();
		var at = of(person, day);
		while (at != null && at.superiorId() != null && seen.add(at.personId())) {
			if (at.superiorId() == superior) {
				return true;
			}
			at = of(at.superiorId(), day);
		}
		return false;
	}

	boolean areInOneTeam(long one, long other, LocalDate day) {
		var place = of(one, day);
		var otherPlace = of(other, day);
		return place != null && otherPlace != null && place.teamId() != null && place.teamId().equals(otherPlace.teamId());
	}

	/** Those of whom the test holds at a month's end. */
	List<Long> at(YearMonth month, java.util.function.BiPredicate<Long, LocalDate> test) {
		return places.keySet().stream().filter(id -> test.test(id, month.atEndOfMonth())).sorted().toList();
	}
}
