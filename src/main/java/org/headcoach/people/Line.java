package org.headcoach.people;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reporting line as it stood on one day: everybody who was at work, with role, team, region and superior. */
public final class Line implements Serializable {

	private static final long serialVersionUID = 1L;

	/** One person's place on that day. Team, region and superior may be missing. */
	public record Place(long personId, String name, String email, Role role, String jobTitle, String segment, Long teamId, String teamName,
			Long regionId, String regionName, Long superiorId, LocalDate startedOn, LocalDate leftOn) implements Serializable {
	}

	private final LocalDate day;
	private final Map<Long, Place> places = new LinkedHashMap<>();
	private final Map<Long, List<Place>> reports = new LinkedHashMap<>();

	public Line(LocalDate day, Collection<Place> everybody) {
		this.day = day;
		everybody.forEach(place -> places.put(place.personId(), place));
		everybody.stream().filter(place -> place.superiorId() != null)
				.forEach(place -> reports.computeIfAbsent(place.superiorId(), boss -> new ArrayList<>()).add(place));
	}

	public LocalDate day() {
		return day;
	}

	public Collection<Place> everybody() {
		return places.values();
	}

	/** Null when the person was not at work that day. */
	public Place of(Long personId) {
		return personId == null ? null : places.get(personId);
	}

	public List<Place> everybodyIn(Role role) {
		return places.values().stream().filter(place -> place.role() == role).toList();
	}

	public List<Place> directReportsOf(Long personId) {
		return List.copyOf(reports.getOrDefault(personId, List.of()));
	}

	/** Everybody below, at any depth; a circle in the line ends where it closes. */
	public List<Place> below(Long personId) {
		var found = new ArrayList<Place>();
		var seen = new HashSet<Long>();
		seen.add(personId);
		collect(personId, found, seen);
		return found;
	}

	private void collect(Long personId, List<Place> found, HashSet<Long> seen) {
		for (var report : reports.getOrDefault(personId, List.of())) {
			if (seen.add(report.personId())) {
				found.add(report);
				collect(report.personId(), found, seen);
			}
		}
	}

	public List<Place> repsBelow(Long personId) {
		return below(personId).stream().filter(place -> place.role() == Role.REP).toList();
	}

	/** Whether one is found by going up from the other; a circle in the line ends where it closes. */
	public boolean isAbove(Long superiorId, Long personId) {
		if (superiorId == null || superiorId.equals(personId)) {
			return false;
		}
		var seen = new HashSet<Long>();
		for (var place = of(personId); place != null && seen.add(place.personId()); place = of(place.superiorId())) {
			if (superiorId.equals(place.superiorId())) {
				return true;
			}
		}
		return false;
	}

	public List<Place> inTeam(Long teamId) {
		return places.values().stream().filter(place -> teamId != null && teamId.equals(place.teamId())).toList();
	}
}
