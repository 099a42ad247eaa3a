package org.headcoach.people;

import static org.headcoach.people.Permission.IMPORT_DATA;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The people of a company as a list, the way an HR system or a spreadsheet hands it over: one line a person, or one line
 * for each place held since a day. A person is found again by number, e-mail or name. Unlike a move made by hand, a list
 * may leave out who led a team in earlier years: it tells where people stand now, not how the line came about.
 */
@ApplicationScoped
@Transactional
public class Roster {

	/** One line of the list. Blank cells are null. {@code validFrom} is the day since which the place is held. */
	public record Entry(long line, String externalId, String name, String email, Role role, String jobTitle, String segment, String team, String region,
			String superior, LocalDate startedOn, LocalDate leftOn, LocalDate validFrom) {
	}

	/** What a list says at all; everything else stays as it is on people who are known. */
	public enum Part {
		NUMBER, NAME, EMAIL, ROLE, JOB_TITLE, SEGMENT, TEAM, REGION, SUPERIOR, LEFT_ON, VALID_FROM
	}

	public enum Change {
		NEW, CHANGED, SAME
	}

	public record Difference(String field, String before, String after) implements Serializable {
	}

	/** What a line would do, or why it cannot. */
	public record Planned(Entry entry, Change change, List<Difference> differences, String problem, List<Object> arguments) {

		public boolean isRefused() {
			return problem != null;
		}
	}

	/** A place as it stood or stands. */
	public record PlaceImage(String role, String jobTitle, String segment, Long teamId, Long regionId, Long superiorId, LocalDate from, LocalDate until) {
	}

	/** A person with all places, as they stood or stand. */
	public record PersonImage(String name, String email, String externalId, LocalDate startedOn, LocalDate leftOn, List<PlaceImage> places) {
	}

	/** One person before and after; nothing before means new. */
	public record Touched(Long personId, PersonImage before, PersonImage after) {
	}

	/** What was done. */
	public record Applied(List<Planned> lines, List<Touched> people, List<Long> teams, List<Long> regions) {
	}

	private static final class Place {
		private Role role;
		private String jobTitle;
		private String segment;
		private String team;
		private String region;
		private Person superior;
		private LocalDate until;

		Place copy() {
			var copy = new Place();
			copy.role = role;
			copy.jobTitle = jobTitle;
			copy.segment = segment;
			copy.team = team;
			copy.region = region;
			copy.superior = superior;
			copy.until = until;
			return copy;
		}

		boolean overlaps(LocalDate from, LocalDate otherFrom, LocalDate otherUntil) {
			return (otherUntil == null || from.isBefore(otherUntil)) && (until == null || until.isAfter(otherFrom));
		}
	}

	private static final class Person {
		private Salesperson known;
		private String name;
		private String email;
		private String externalId;
		private LocalDate startedOn;
		private LocalDate leftOn;
		private final TreeMap<LocalDate, Place> places = new TreeMap<>();

		/** The place on the day, or the last one before it. */
		Map.Entry<LocalDate, Place> placeOn(LocalDate day) {
			var place = places.floorEntry(day);
			return place == null ? places.firstEntry() : place;
		}

		Map<String, String> told() {
			var told = new LinkedHashMap<String, String>();
			told.put("name", name);
			told.put("email", email);
			told.put("id", externalId);
			told.put("startedOn", text(startedOn));
			told.put("leftOn", text(leftOn));
			places.forEach((from, place) -> {
				told.put("role " + from, text(place.role));
				told.put("jobTitle " + from, place.jobTitle);
				told.put("segment " + from, place.segment);
				told.put("team " + from, place.team);
				told.put("region " + from, place.region);
				told.put("superior " + from, place.superior == null ? null : place.superior.name);
			});
			return told;
		}

		private static String text(Object value) {
			return value == null ? null : value.toString();
		}
	}

	/** Everybody, as the list would leave them. */
	private static final class Draft {
		private final List<Person> people = new ArrayList<>();
		private final Map<String, Person> byNumber = new HashMap<>();
		private final Map<String, Person> byEmail = new HashMap<>();
		private final Map<String, List<Person>> byName = new HashMap<>();
		private final List<Planned> lines = new ArrayList<>();
		private final Set<Person> changed = new HashSet<>();

		void add(Person person) {
			people.add(person);
			index(person);
		}

		void index(Person person) {
			if (person.externalId != null) {
				byNumber.put(plain(person.externalId), person);
			}
			if (person.email != null) {
				byEmail.put(plain(person.email), person);
			}
			var same = byName.computeIfAbsent(plain(person.name), name -> new ArrayList<>());
			if (!same.contains(person)) {
				same.add(person);
			}
		}
	}

	private static final class Refused extends Exception {
		private static final long serialVersionUID = 1L;
		private final transient List<Object> arguments;

		Refused(String key, Object... arguments) {
			super(key, null, false, false);
			this.arguments = List.of(arguments);
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Audit audit;

	@Inject
	private Event<PositionChanged> changes;

	/** What the list would do, line by line; nothing is written. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public List<Planned> plan(List<Entry> entries, Set<Part> told, LocalDate today) {
		return settled(entries, told, today).lines;
	}

	/** Writes the lines that can be written, in the caller's transaction. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public Applied apply(List<Entry> entries, Set<Part> told, LocalDate today) {
		em.createQuery("select c from Company c", Company.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
		return write(settled(entries, told, today));
	}

	/** Puts people back as they stood before, and takes away who is new. The caller has seen that {@link #stands} holds. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public void putBack(List<Touched> people, List<Long> teams, List<Long> regions) {
		em.createQuery("select c from Company c", Company.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
		people.forEach(touched -> placesOf(touched.personId()).forEach(em::remove));
		em.flush();
		for (var touched : people) {
			var person = em.find(Salesperson.class, touched.personId());
			audit.record("UNDO_IMPORT", "Person", person.id(), person.name(), touched.after(), touched.before());
			if (touched.before() == null) {
				em.remove(person);
				continue;
			}
			var before = touched.before();
			person.change(before.name(), before.email(), before.externalId(), before.startedOn(), before.leftOn());
			before.places().forEach(place -> em.persist(new PositionHeld(person, Role.valueOf(place.role()), place.jobTitle(), place.segment(),
					found(Team.class, place.teamId()), found(Region.class, place.regionId()), found(Salesperson.class, place.superiorId()), place.from(), place.until())));
			changes.fire(new PositionChanged(person.id(), before.startedOn()));
		}
		em.flush();
		teams.forEach(id -> removeUnused(Team.class, id, "select count(h) from PositionHeld h where h.team.id = :id"));
		em.flush();
		regions.forEach(id -> removeUnused(Region.class, id, "select count(t) from Team t where t.region.id = :id"));
		em.flush();
	}

	/** Whether a person still stands exactly so. Needs IMPORT_DATA. */
	@Needs(IMPORT_DATA)
	public boolean stands(Long personId, PersonImage image) {
		var person = em.find(Salesperson.class, personId);
		return person != null && image.equals(image(person));
	}

	private <T> void removeUnused(Class<T> type, Long id, String uses) {
		var thing = em.find(type, id);
		if (thing != null && em.createQuery(uses, Long.class).setParameter("id", id).getSingleResult() == 0
				&& (type != Region.class || em.createQuery("select count(h) from PositionHeld h where h.region.id = :id", Long.class).setParameter("id", id).getSingleResult() == 0)) {
			em.remove(thing);
		}
	}

	private <T> T found(Class<T> type, Long id) {
		return id == null ? null : em.find(type, id);
	}

	private List<PositionHeld> placesOf(Long personId) {
		return em.createQuery("select h from PositionHeld h where h.person.id = :id order by h.from", PositionHeld.class).setParameter("id", personId).getResultList();
	}

	private PersonImage image(Salesperson person) {
		return new PersonImage(person.name(), person.email(), person.externalId(), person.startedOn(), person.leftOn(),
				placesOf(person.id()).stream().map(held -> new PlaceImage(held.role().name(), held.jobTitle(), held.segment(), held.team() == null ? null : held.team().id(),
						held.region() == null ? null : held.region().id(), held.superior() == null ? null : held.superior().id(), held.from(), held.until())).toList());
	}

	// ------------------------------------------------------------ thinking

	/** A refused line must leave no trace, so the rest is thought through again without it, until nothing more is refused. */
	private Draft settled(List<Entry> entries, Set<Part> told, LocalDate today) {
		var refused = new HashMap<Entry, Planned>();
		while (true) {
			var draft = draft(entries.stream().filter(entry -> !refused.containsKey(entry)).toList(), told, today);
			var more = draft.lines.stream().filter(Planned::isRefused).toList();
			if (more.isEmpty()) {
				var settled = new HashMap<Entry, Planned>(refused);
				draft.lines.forEach(line -> settled.put(line.entry(), line));
				draft.lines.clear();
				entries.forEach(entry -> draft.lines.add(settled.get(entry)));
				return draft;
			}
			more.forEach(line -> refused.put(line.entry(), line));
		}
	}

	private Draft draft(List<Entry> entries, Set<Part> told, LocalDate today) {
		var draft = new Draft();
		existing().forEach(draft::add);
		var sorted = new ArrayList<>(entries);
		sorted.sort((one, other) -> {
			var days = Objects.requireNonNullElse(one.validFrom(), LocalDate.MIN).compareTo(Objects.requireNonNullElse(other.validFrom(), LocalDate.MIN));
			return days != 0 ? days : Long.compare(one.line(), other.line());
		});
		var whose = new HashMap<Entry, Person>();
		var before = new HashMap<Entry, Map<String, String>>();
		var fresh = new HashSet<Person>();
		var problems = new HashMap<Entry, Refused>();
		for (var entry : sorted) {
			try {
				var person = whom(entry, told, draft);
				if (person == null) {
					person = new Person();
					fresh.add(person);
					person.startedOn = entry.startedOn();
					person.name = entry.name();
					person.email = entry.email();
					person.externalId = entry.externalId();
					draft.add(person);
				}
				whose.put(entry, person);
			} catch (Refused e) {
				problems.put(entry, e);
			}
		}
		for (var entry : sorted) {
			var person = whose.get(entry);
			if (person != null) {
				before.put(entry, person.told());
				try {
					tell(entry, told, person, draft, today);
				} catch (Refused e) {
					problems.put(entry, e);
				}
			}
		}
		for (var entry : sorted) {
			if (whose.containsKey(entry) && !problems.containsKey(entry)) {
				try {
					check(entry, whose.get(entry), draft, told, today);
				} catch (Refused e) {
					problems.put(entry, e);
				}
			}
		}
		for (var entry : entries) {
			var problem = problems.get(entry);
			var person = whose.get(entry);
			if (problem != null) {
				draft.lines.add(new Planned(entry, null, List.of(), problem.getMessage(), problem.arguments));
				continue;
			}
			var differences = fresh.contains(person) ? List.<Difference>of() : differences(before.get(entry), person.told(), entry);
			var change = fresh.contains(person) ? Change.NEW : differences.isEmpty() ? Change.SAME : Change.CHANGED;
			if (change != Change.SAME) {
				draft.changed.add(person);
			}
			draft.lines.add(new Planned(entry, change, differences, null, List.of()));
		}
		return draft;
	}

	private List<Person> existing() {
		var people = new LinkedHashMap<Long, Person>();
		em.createQuery("select p from Salesperson p order by p.id", Salesperson.class).getResultList().forEach(known -> {
			var person = new Person();
			person.known = known;
			person.name = known.name();
			person.email = known.email();
			person.externalId = known.externalId();
			person.startedOn = known.startedOn();
			person.leftOn = known.leftOn();
			people.put(known.id(), person);
		});
		em.createQuery("select h from PositionHeld h left join fetch h.team left join fetch h.region", PositionHeld.class).getResultList().forEach(held -> {
			var place = new Place();
			place.role = held.role();
			place.jobTitle = held.jobTitle();
			place.segment = held.segment();
			place.team = held.team() == null ? null : held.team().name();
			place.region = held.region() == null ? null : held.region().name();
			place.superior = held.superior() == null ? null : people.get(held.superior().id());
			place.until = held.until();
			people.get(held.person().id()).places.put(held.from(), place);
		});
		return List.copyOf(people.values());
	}

	/** The person whom a line means; null for somebody new. */
	private static Person whom(Entry entry, Set<Part> told, Draft draft) throws Refused {
		var byNumber = entry.externalId() == null ? null : draft.byNumber.get(plain(entry.externalId()));
		var byEmail = entry.email() == null ? null : draft.byEmail.get(plain(entry.email()));
		if (byNumber != null && byEmail != null && byNumber != byEmail) {
			throw new Refused("people.roster.problem.two-people", byNumber.name, byEmail.name);
		}
		if (byNumber != null || byEmail != null) {
			var found = byNumber != null ? byNumber : byEmail;
			draft.index(found);
			return found;
		}
		var named = draft.byName.getOrDefault(plain(entry.name()), List.of()).stream()
				.filter(person -> entry.externalId() == null || person.externalId == null).toList();
		if (named.size() > 1) {
			throw new Refused("people.roster.problem.name-twice", entry.name());
		}
		if (!named.isEmpty() && entry.email() != null && named.get(0).email != null) {
			// a new address or another person of that name: only the number could tell
			throw new Refused("people.roster.problem.other-address", entry.name(), named.get(0).email);
		}
		return named.isEmpty() ? null : named.get(0);
	}

	private static void tell(Entry entry, Set<Part> told, Person person, Draft draft, LocalDate today) throws Refused {
		var superior = told.contains(Part.SUPERIOR) && entry.superior() != null ? superior(entry, draft) : null;
		if (superior == person) {
			throw new Refused("people.line.error.oneself", entry.name());
		}
		person.name = entry.name();
		person.email = told.contains(Part.EMAIL) && entry.email() != null ? entry.email() : person.email;
		person.externalId = told.contains(Part.NUMBER) && entry.externalId() != null ? entry.externalId() : person.externalId;
		if (entry.startedOn() != null && !entry.startedOn().equals(person.startedOn) && !person.places.isEmpty()) {
			var first = person.places.firstEntry();
			if (first.getKey().equals(person.startedOn) && (first.getValue().until == null || entry.startedOn().isBefore(first.getValue().until))) {
				person.places.put(entry.startedOn(), person.places.remove(first.getKey()));
			}
		}
		person.startedOn = entry.startedOn() == null ? person.startedOn : entry.startedOn();
		var from = entry.validFrom() != null ? entry.validFrom()
				: person.places.isEmpty() ? person.startedOn : person.placeOn(today).getKey();
		var standing = person.placeOn(from);
		var place = standing == null ? new Place() : standing.getValue().copy();
		place.role = told.contains(Part.ROLE) && entry.role() != null ? entry.role() : place.role == null ? Role.REP : place.role;
		place.jobTitle = told.contains(Part.JOB_TITLE) ? entry.jobTitle() : place.jobTitle;
		place.segment = told.contains(Part.SEGMENT) ? entry.segment() : place.segment;
		place.team = told.contains(Part.TEAM) ? entry.team() : place.team;
		place.region = told.contains(Part.REGION) ? region(entry.region()) : place.region;
		place.superior = told.contains(Part.SUPERIOR) ? superior : place.superior;
		if (entry.validFrom() == null && standing != null && !isSame(place, standing.getValue()) && standing.getKey().isBefore(today)
				&& !today.equals(person.startedOn)) {
			// a list without dates says where people stand today, not since when
			from = today;
		}
		put(person, from, place);
		if (told.contains(Part.LEFT_ON)) {
			person.leftOn = entry.leftOn();
			var last = person.places.lastEntry();
			if (person.leftOn != null && last.getKey().isAfter(person.leftOn)) {
				throw new Refused("people.roster.problem.place-after-leaving", entry.name(), last.getKey());
			}
			last.getValue().until = person.leftOn == null ? null : person.leftOn.plusDays(1);
		}
	}

	private static void put(Person person, LocalDate from, Place place) {
		var earlier = person.places.lowerEntry(from);
		if (earlier != null && (earlier.getValue().until == null || earlier.getValue().until.isAfter(from))) {
			earlier.getValue().until = from;
		}
		var later = person.places.higherEntry(from);
		place.until = later != null ? later.getKey() : person.leftOn == null ? null : person.leftOn.plusDays(1);
		person.places.put(from, place);
	}

	private static boolean isSame(Place one, Place other) {
		return one.role == other.role && Objects.equals(one.jobTitle, other.jobTitle) && Objects.equals(one.segment, other.segment)
				&& Objects.equals(one.team, other.team) && Objects.equals(one.region, other.region) && one.superior == other.superior;
	}

	/** Who leads several regions stands above them all. */
	private static String region(String text) {
		return text == null || text.contains(";") ? null : text;
	}

	private static Person superior(Entry entry, Draft draft) throws Refused {
		var text = plain(entry.superior());
		var found = draft.byEmail.getOrDefault(text, draft.byNumber.get(text));
		if (found != null) {
			return found;
		}
		var named = draft.byName.getOrDefault(text, List.of());
		if (named.size() != 1) {
			throw new Refused(named.isEmpty() ? "people.roster.problem.superior-unknown" : "people.roster.problem.superior-twice", entry.superior());
		}
		return named.get(0);
	}

	private static void check(Entry entry, Person person, Draft draft, Set<Part> told, LocalDate today) throws Refused {
		var from = entry.validFrom() != null ? entry.validFrom() : person.places.containsKey(today) ? today : person.placeOn(today).getKey();
		var place = person.places.get(from);
		if (from.isBefore(person.startedOn)) {
			throw new Refused("people.roster.problem.place-before-start", person.name, from);
		}
		if (place.role == Role.REP && place.team == null) {
			throw new Refused("people.roster.problem.rep-without-team", person.name);
		}
		if (place.role == Role.MANAGER && place.team == null) {
			throw new Refused("people.line.error.manager-needs-team", person.name);
		}
		if (place.role == Role.MANAGER) {
			for (var other : draft.people) {
				for (var held : other.places.entrySet()) {
					if (other != person && held.getValue().role == Role.MANAGER && plain(place.team).equals(plain(held.getValue().team))
							&& held.getValue().overlaps(held.getKey(), from, place.until)) {
						throw new Refused("people.line.error.team-has-manager", other.name, held.getKey());
					}
				}
			}
		}
		if (place.superior == null && place.role == Role.REP) {
			place.superior = managerOf(place.team, from, place.until, draft);
			if (place.superior == null) {
				throw new Refused("people.line.error.team-without-manager", place.team, from);
			}
		}
		if (place.superior != null) {
			for (var held : place.superior.places.entrySet()) {
				if (held.getValue().overlaps(held.getKey(), from, place.until) && !LineRules.isAbove(held.getValue().role, place.role)) {
					throw new Refused("people.line.error.superior-not-above", place.superior.name, person.name, held.getKey().isAfter(from) ? held.getKey() : from);
				}
			}
		}
		var seen = new HashSet<Person>();
		for (var at = person; at != null;) {
			if (!seen.add(at)) {
				throw new Refused("people.line.error.circle", person.name, from);
			}
			var above = at.placeOn(from);
			at = above == null ? null : above.getValue().superior;
		}
	}

	private static Person managerOf(String team, LocalDate from, LocalDate until, Draft draft) {
		for (var other : draft.people) {
			for (var held : other.places.entrySet()) {
				if (held.getValue().role == Role.MANAGER && plain(team).equals(plain(held.getValue().team)) && held.getValue().overlaps(held.getKey(), from, until)) {
					return other;
				}
			}
		}
		return null;
	}

	private static List<Difference> differences(Map<String, String> before, Map<String, String> after, Entry entry) {
		var fields = new LinkedHashMap<>(after);
		fields.putAll(before);
		var differences = new ArrayList<Difference>();
		for (var field : fields.keySet()) {
			var own = entry.validFrom() == null || !field.contains(" ") || field.endsWith(entry.validFrom().toString());
			if (own && !Objects.equals(before.get(field), after.get(field))) {
				differences.add(new Difference(field.contains(" ") ? field.substring(0, field.indexOf(' ')) : field, before.get(field), after.get(field)));
			}
		}
		return differences;
	}

	private static String plain(String text) {
		return text == null ? "" : text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	// ------------------------------------------------------------ writing

	private Applied write(Draft draft) {
		var regions = named("select r from Region r", Region.class, Region::name);
		var teams = named("select t from Team t", Team.class, Team::name);
		var madeRegions = new ArrayList<Region>();
		var madeTeams = new ArrayList<Team>();
		var before = new HashMap<Person, PersonImage>();
		for (var person : draft.people) {
			if (draft.changed.contains(person)) {
				if (person.known == null) {
					person.known = new Salesperson(person.name, person.email, person.externalId, person.startedOn);
					em.persist(person.known);
				} else {
					before.put(person, image(person.known));
				}
				person.known.change(person.name, person.email, person.externalId, person.startedOn, person.leftOn);
			}
		}
		em.flush();
		before.keySet().forEach(person -> placesOf(person.known.id()).forEach(em::remove));
		em.flush();
		for (var person : draft.changed) {
			for (var held : person.places.entrySet()) {
				var place = held.getValue();
				var region = place.region == null ? null : regions.computeIfAbsent(plain(place.region), name -> made(new Region(place.region), madeRegions));
				var team = place.team == null ? null : teams.computeIfAbsent(plain(place.team), name -> made(new Team(place.team, region), madeTeams));
				if (team != null && team.region() == null && region != null) {
					team.moveTo(region);
				}
				em.persist(new PositionHeld(person.known, place.role, place.jobTitle, place.segment, team, region == null && team != null ? team.region() : region,
						place.superior == null ? null : place.superior.known, held.getKey(), place.until));
			}
		}
		em.flush();
		var touched = new ArrayList<Touched>();
		for (var person : draft.people) {
			if (draft.changed.contains(person)) {
				var one = new Touched(person.known.id(), before.get(person), image(person.known));
				touched.add(one);
				audit.record("IMPORT", "Person", one.personId(), person.name, one.before(), one.after());
				changes.fire(new PositionChanged(one.personId(), one.before() == null || person.startedOn.isBefore(one.before().startedOn()) ? person.startedOn
						: one.before().startedOn()));
			}
		}
		return new Applied(draft.lines, touched, madeTeams.stream().map(Team::id).toList(), madeRegions.stream().map(Region::id).toList());
	}

	private <T> T made(T thing, Collection<T> made) {
		em.persist(thing);
		made.add(thing);
		return thing;
	}

	private <T> Map<String, T> named(String query, Class<T> type, Function<T, String> name) {
		var found = new HashMap<String, T>();
		em.createQuery(query, type).getResultList().forEach(thing -> found.put(plain(name.apply(thing)), thing));
		return found;
	}
}
