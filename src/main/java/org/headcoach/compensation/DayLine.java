package org.headcoach.compensation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Positions;

/** Who stood where on a day: above whom, and in which team. */
final class DayLine {

	private final Map<Long, TreeMap<LocalDate, Positions.Held>> places = new HashMap<>();

	/** Who was ever directly below; made when it is asked for. */
	private Map<Long, Set<Long>> reports;

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

	/** Everybody above these people, at any depth and on some day: whose pay may rest on theirs. */
	Set<Long> everAbove(Collection<Long> people) {
		return reached(people, person -> of(person).map(Positions.Held::superiorId).filter(Objects::nonNull));
	}

	/** Everybody below somebody, at any depth and on some day. */
	Set<Long> everBelow(long person) {
		if (reports == null) {
			reports = new HashMap<>();
			places.keySet().forEach(id -> of(id).map(Positions.Held::superiorId).filter(Objects::nonNull).forEach(superior -> reports.computeIfAbsent(superior, of -> new TreeSet<>()).add(id)));
		}
		return reached(Set.of(person), superior -> reports.getOrDefault(superior, Set.of()).stream());
	}

	/** Everybody who was in one of somebody's teams on some day, and the person. */
	Set<Long> everBeside(long person) {
		var teams = of(person).map(Positions.Held::teamId).filter(Objects::nonNull).collect(Collectors.toSet());
		var found = new TreeSet<>(Set.of(person));
		places.keySet().stream().filter(other -> of(other).anyMatch(place -> teams.contains(place.teamId()))).forEach(found::add);
		return found;
	}

	private Stream<Positions.Held> of(long person) {
		var own = places.get(person);
		return own == null ? Stream.of() : own.values().stream();
	}

	/** All that can be reached by steps from these; one of them only when it can be reached again. */
	private static Set<Long> reached(Collection<Long> from, Function<Long, Stream<Long>> steps) {
		var found = new TreeSet<Long>();
		var open = new ArrayDeque<>(from);
		while (!open.isEmpty()) {
			steps.apply(open.poll()).filter(found::add).forEach(open::add);
		}
		return found;
	}
}
