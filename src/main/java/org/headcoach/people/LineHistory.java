package org.headcoach.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Who held which place when, for everybody: the rules of the line are asked of it as it would stand after a change. */
public final class LineHistory {

	/** A place held from a day (inclusive) until another (exclusive, null = still). */
	public record Held(Long personId, String name, Role role, Long teamId, Long superiorId, LocalDate from, LocalDate until) {

		boolean holdsOn(LocalDate day) {
			return !day.isBefore(from) && (until == null || day.isBefore(until));
		}

		boolean overlaps(LocalDate first, LocalDate end) {
			return (end == null || from.isBefore(end)) && (until == null || until.isAfter(first));
		}
	}

	private final List<Held> all;

	public LineHistory(Collection<Held> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * As it stands after the person takes this place: the place that held on its first day ends there, one that began on
	 * that very day is replaced, later ones stay.
	 */
	public LineHistory with(Held place) {
		var changed = new ArrayList<Held>();
		for (var held : all) {
			if (!held.personId().equals(place.personId()) || !held.overlaps(place.from(), place.until())) {
				changed.add(held);
			} else if (held.from().isBefore(place.from())) {
				changed.add(new Held(held.personId(), held.name(), held.role(), held.teamId(), held.superiorId(), held.from(), place.from()));
			}
		}
		changed.add(place);
		return new LineHistory(changed);
	}

	/** As it stands when these people report to somebody else from a day on. */
	public LineHistory handedOver(Collection<Long> people, Long superiorId, LocalDate from) {
		var changed = new ArrayList<Held>();
		for (var held : all) {
			if (people.contains(held.personId()) && held.holdsOn(from)) {
				if (held.from().isBefore(from)) {
					changed.add(new Held(held.personId(), held.name(), held.role(), held.teamId(), held.superiorId(), held.from(), from));
				}
				changed.add(new Held(held.personId(), held.name(), held.role(), held.teamId(), superiorId, from, held.until()));
			} else {
				changed.add(held);
			}
		}
		return new LineHistory(changed);
	}

	public Optional<Held> of(Long personId, LocalDate day) {
		return all.stream().filter(held -> held.personId().equals(personId) && held.holdsOn(day)).findFirst();
	}

	/** Everybody who reports to that person on some day from {@code first} to {@code end} (exclusive, null = ever after). */
	public List<Held> reportsOf(Long personId, LocalDate first, LocalDate end) {
		return all.stream().filter(held -> personId.equals(held.superiorId()) && held.overlaps(first, end)).toList();
	}

	/** The days on which something begins or ends, the first day of the stretch included. */
	public List<LocalDate> turns(LocalDate first, LocalDate end) {
		var days = new TreeSet<LocalDate>();
		days.add(first);
		for (var held : all) {
			for (var day : new LocalDate[] {held.from(), held.until()}) {
				if (day != null && day.isAfter(first) && (end == null || day.isBefore(end))) {
					days.add(day);
				}
			}
		}
		return List.copyOf(days);
	}

	/** Whether the way up from the person comes back to somebody it already met. */
	public boolean isCircleAbove(Long personId, LocalDate day) {
		var seen = new HashSet<Long>();
		for (var at = personId; at != null; at = of(at, day).map(Held::superiorId).orElse(null)) {
			if (!seen.add(at)) {
				return true;
			}
		}
		return false;
	}

	/** Somebody else who manages the team on some day of the stretch. */
	public Optional<Held> otherManagerOf(Long teamId, Long personId, LocalDate first, LocalDate end) {
		return all.stream().filter(held -> held.role() == Role.MANAGER && Objects.equals(held.teamId(), teamId)
				&& !held.personId().equals(personId) && held.overlaps(first, end)).findFirst();
	}

	/** The manager of the team on that day. */
	public Optional<Held> managerOf(Long teamId, LocalDate day) {
		return all.stream().filter(held -> held.role() == Role.MANAGER && Objects.equals(held.teamId(), teamId) && held.holdsOn(day)).findFirst();
	}
}
