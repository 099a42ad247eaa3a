package org.headcoach.people;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_ACCOUNTS;
import static org.headcoach.people.Permission.EDIT_COMPANY;
import static org.headcoach.people.Permission.EDIT_PEOPLE;
import static org.headcoach.people.Permission.NOTHING;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.headcoach.people.LineHistory.Held;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.WorkingCalendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The door to people: the company and its calendar, regions and teams, the line over time. */
@ApplicationScoped
@Transactional
public class PeopleService {

	/** A place in the line. A rep's superior may be left out: then it is the team's manager. The region of a team's people is the team's. */
	public record Place(Role role, String jobTitle, String segment, Long teamId, Long regionId, Long superiorId) implements Serializable {
	}

	public record Hire(String name, String email, String externalId, LocalDate startedOn, Place place) implements Serializable {
	}

	public record ChangePerson(Long id, int version, String name, String email, String externalId, LocalDate startedOn) implements Serializable {
	}

	/** Another place from a day on. {@code reportsGoTo}: who takes over the person's reports that day; null leaves them with the person. */
	public record Move(Long personId, LocalDate from, Place place, Long reportsGoTo) implements Serializable {
	}

	/** Reps of a team who do not report to its manager, who could lead them from a day on. */
	public record Strays(LocalDate from, String team, List<String> names) implements Serializable {
	}

	/** The last day at work. {@code reportsGoTo} takes over the reports from the next day on. */
	public record Leave(Long personId, LocalDate lastDay, Long reportsGoTo) implements Serializable {
	}

	public record Rehire(Long personId, LocalDate from, Place place) implements Serializable {
	}

	public record ChangeCompany(int version, String name, String currency, String zone, int fiscalYearStartMonth, Set<DayOfWeek> workingDays,
			boolean rankingShown) implements Serializable {
	}

	/** A day off for everybody. */
	public record HolidayRow(LocalDate on, String name) implements Serializable {
	}

	/**
	 * A person in depth.
	 *
	 * @param place   where the person stands today, or stood or will stand next
	 * @param history every place held, the last one first
	 */
	public record PersonPage(Long id, int version, String name, String email, String externalId, LocalDate startedOn, LocalDate leftOn,
			People.HeldRow place, List<People.HeldRow> history, List<Line.Place> reports, boolean mayEdit, Long accountId) implements Serializable {

		/** Since when the person has held this role in this team under this superior; the first day of all for somebody without a place. */
		public LocalDate since() {
			if (place == null) {
				return startedOn;
			}
			var since = place.from();
			for (var held : history) {
				if (since.equals(held.until()) && held.isLike(place)) {
					since = held.from();
				}
			}
			return since;
		}
	}

	/** A team with who leads it and how many work in it. */
	public record TeamLine(Long id, String name, Long regionId, String regionName, LocalDate closedOn, int version, Long managerId, String managerName, long reps)
			implements Serializable {
	}

	/** Regions and teams as they stand on a day. */
	public record TeamsPage(LocalDate day, List<People.RegionRow> regions, List<TeamLine> teams, List<Branch> chart) implements Serializable {
	}

	/** Somebody in the organisation chart with the people below. */
	public record Branch(Line.Place place, List<Branch> reports) implements Serializable {
	}

	private record PersonState(String name, String email, String externalId, LocalDate startedOn, LocalDate leftOn) {
		static PersonState of(Salesperson person) {
			return new PersonState(person.name(), person.email(), person.externalId(), person.startedOn(), person.leftOn());
		}
	}

	private record PlaceState(Role role, String jobTitle, String segment, String team, String region, String superior, LocalDate from, LocalDate until) {
		static PlaceState of(PositionHeld held) {
			return new PlaceState(held.role(), held.jobTitle(), held.segment(), held.team() == null ? null : held.team().name(),
					held.region() == null ? null : held.region().name(), held.superior() == null ? null : held.superior().name(), held.from(), held.until());
		}
	}

	private record CompanyState(String name, Currency currency, ZoneId zone, int fiscalYearStartMonth, Set<DayOfWeek> workingDays, boolean rankingShown) {
		static CompanyState of(Company company) {
			return new CompanyState(company.name(), company.currency(), company.zone(), company.fiscalYearStartMonth(), company.workingDays(),
					company.rankingShown());
		}
	}

	private record TeamState(String name, String region, LocalDate closedOn) {
		static TeamState of(Team team) {
			return new TeamState(team.name(), team.region() == null ? null : team.region().name(), team.closedOn());
		}
	}

	private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
	private static final int MOST_HOLIDAYS_AT_ONCE = 500;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private People people;

	@Inject
	private Positions positions;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private Event<PositionChanged> changes;

	@Inject
	private Event<CompanyChanged> companyChanges;

	@Inject
	private CompanyRead read;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ the company and its calendar

	/** The company; only the set-up page is reached before there is one. Anybody may ask. */
	@Needs(NOTHING)
	public Company company() {
		return findCompany().orElseThrow(() -> new IllegalStateException("The company has not been set up."));
	}

	/** Empty until the set-up page or the demo company has made it. Anybody may ask. */
	@Needs(NOTHING)
	public Optional<Company> findCompany() {
		if (read.company() == null) {
			managedCompany().ifPresent(read::remember);
		}
		return Optional.ofNullable(read.company());
	}

	private Optional<Company> managedCompany() {
		return em.createQuery("select c from Company c", Company.class).getResultStream().findFirst();
	}

	/** Today in the company's zone. Anybody may ask. */
	@Needs(NOTHING)
	public LocalDate today() {
		return company().dayOf(clock.now());
	}

	/** Days on which nobody works although the week says so. Anybody may ask. */
	@Needs(NOTHING)
	public Set<LocalDate> holidays() {
		if (read.holidays() == null) {
			read.remember(new TreeSet<>(em.createQuery("select h.on from Holiday h", LocalDate.class).getResultList()));
		}
		return read.holidays();
	}

	/** The days on which the company works. Anybody may ask. */
	@Needs(NOTHING)
	public WorkingCalendar calendar() {
		return new WorkingCalendar(company().workingDays(), holidays());
	}

	/** The same with their names, by day. Everybody who is signed in. */
	@Needs(BE_SIGNED_IN)
	public List<HolidayRow> namedHolidays() {
		return em.createQuery("select h from Holiday h order by h.on", Holiday.class).getResultStream().map(day -> new HolidayRow(day.on(), day.name())).toList();
	}

	/**
	 * Changes name, currency, zone, fiscal year, working week and whether reps see the team's ranking; another currency, zone or week marks
	 * the figures as due. Needs EDIT_COMPANY.
	 *
	 * @throws OptimisticLockException when somebody changed it since that version was read
	 */
	@Needs(EDIT_COMPANY)
	public void changeCompany(ChangeCompany change) {
		var company = managedCompany().orElseThrow();
		if (company.version() != change.version()) {
			throw new OptimisticLockException("The company was changed meanwhile", null, company);
		}
		if (change.workingDays() == null || change.workingDays().isEmpty()) {
			throw new BusinessException("people.company.error.working-days");
		}
		var before = CompanyState.of(company);
		company.change(AccountService.checkedName(change.name()), currency(change.currency()), zone(change.zone()), month(change.fiscalYearStartMonth()),
				change.workingDays(), change.rankingShown());
		var after = CompanyState.of(company);
		audit.record("CHANGE", "Company", company.id(), company.name(), before, after);
		read.forget();
		if (!before.currency().equals(after.currency()) || !before.zone().equals(after.zone()) || !before.workingDays().equals(after.workingDays())) {
			companyChanges.fire(new CompanyChanged());
		}
	}

	static Record stateOf(Company company) {
		return CompanyState.of(company);
	}

	static Currency currency(String code) {
		try {
			return Currency.getInstance(code == null ? "" : code.strip().toUpperCase(Locale.ROOT));
		} catch (IllegalArgumentException e) {
			throw new BusinessException("people.company.error.currency", String.valueOf(code));
		}
	}

	static ZoneId zone(String id) {
		try {
			return ZoneId.of(id == null ? "" : id.strip());
		} catch (DateTimeException e) {
			throw new BusinessException("people.company.error.zone", String.valueOf(id));
		}
	}

	private static int month(int number) {
		if (number < 1 || number > 12) {
			throw new BusinessException("people.company.error.month");
		}
		return number;
	}

	/** Adds days off; a day that is one already takes the new name. Returns how many are new or renamed. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public int addHolidays(List<HolidayRow> days) {
		if (days.isEmpty() || days.size() > MOST_HOLIDAYS_AT_ONCE) {
			throw new BusinessException("people.company.error.holidays", MOST_HOLIDAYS_AT_ONCE);
		}
		var asked = new TreeMap<LocalDate, String>();
		days.forEach(day -> asked.put(day.on(), holidayName(day)));
		var changed = new ArrayList<HolidayRow>();
		asked.forEach((on, name) -> {
			var known = em.find(Holiday.class, on);
			if (known == null) {
				em.persist(new Holiday(on, name));
				changed.add(new HolidayRow(on, name));
			} else if (!known.name().equals(name)) {
				em.remove(known);
				em.flush();
				em.persist(new Holiday(on, name));
				changed.add(new HolidayRow(on, name));
			}
		});
		if (!changed.isEmpty()) {
			audit.record("ADD_HOLIDAYS", "Company", company().id(), company().name(), null, changed);
			read.forget();
		}
		return changed.size();
	}

	private static String holidayName(HolidayRow day) {
		var name = day.name() == null ? "" : day.name().strip();
		if (day.on() == null || day.on().isBefore(EARLIEST) || name.isEmpty() || name.length() > 100) {
			throw new BusinessException("people.company.error.holiday");
		}
		return name;
	}

	/** Makes a day off a working day again. Needs EDIT_COMPANY. */
	@Needs(EDIT_COMPANY)
	public void removeHoliday(LocalDate on) {
		var day = em.find(Holiday.class, on);
		if (day == null) {
			throw new NotHereException("No holiday on " + on);
		}
		em.remove(day);
		audit.record("REMOVE_HOLIDAY", "Company", company().id(), company().name(), new HolidayRow(day.on(), day.name()), null);
		read.forget();
	}

	// ------------------------------------------------------------ reading the line

	/**
	 * People who match and whom the reader may see: all with EDIT_PEOPLE or SEE_COMPANY, else oneself and the line below, as
	 * it stands today or stood on the day asked about. {@code search.among} is ignored.
	 */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	public List<People.PersonRow> search(People.PeopleSearch search) {
		return people.search(within(search));
	}

	/** How many people {@link #search} finds. The same rights. */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	public long count(People.PeopleSearch search) {
		return people.count(within(search));
	}

	private People.PeopleSearch within(People.PeopleSearch search) {
		return new People.PeopleSearch(search.day(), search.text(), search.role(), search.teamId(), search.state(), visible(search.day()), search.sort(),
				search.descending(), search.first(), search.size());
	}

	/** Null for everybody. */
	private Collection<Long> visible(LocalDate day) {
		var actor = current.get();
		if (seesAll()) {
			return null;
		}
		var ids = new HashSet<Long>();
		if (actor.personId() != null) {
			ids.add(actor.personId());
			if (actor.may(SEE_LINE)) {
				reach.today().below(actor.personId()).forEach(place -> ids.add(place.personId()));
				positions.on(day).below(actor.personId()).forEach(place -> ids.add(place.personId()));
			}
		}
		return ids;
	}

	private boolean seesAll() {
		var actor = current.get();
		return actor == Actor.SYSTEM || actor.may(EDIT_PEOPLE) || actor.may(SEE_COMPANY);
	}

	/** Whether {@link #person} answers: a list of an earlier day also has people who are somebody else's now. */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	public boolean opens(Long personId) {
		return seesAll() || reach.reaches(personId, YearMonth.from(today()));
	}

	/** A person with places and reports; 404 unless the reader edits people or reaches the person in this month. */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE, SEE_OWN_MONTH})
	public PersonPage person(Long personId) {
		var person = em.find(Salesperson.class, personId);
		var today = today();
		if (person == null || !opens(personId)) {
			throw new NotHereException("No person " + personId + " for " + current.get().name());
		}
		var history = people.history(personId);
		var place = history.stream().filter(held -> !held.from().isAfter(today)).findFirst()
				.or(() -> history.stream().reduce((later, earlier) -> earlier)).orElse(null);
		var account = current.get().may(EDIT_ACCOUNTS)
				? em.createQuery("select a.id from Account a where a.person.id = :person", Long.class).setParameter("person", personId).getResultStream().findFirst().orElse(null)
				: null;
		return new PersonPage(person.id(), person.version(), person.name(), person.email(), person.externalId(), person.startedOn(), person.leftOn(), place,
				history, positions.on(today).directReportsOf(personId), current.get().may(EDIT_PEOPLE), account);
	}

	/** Regions, teams and the organisation chart on a day, as far as the reader sees them. */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE})
	public TeamsPage teams(LocalDate day) {
		var line = positions.on(day);
		var all = seesAll();
		var own = current.get().personId();
		var visible = all ? line.everybody() : ownAndBelow(line, own);
		var teamIds = new HashSet<Long>();
		visible.forEach(place -> teamIds.add(place.teamId()));
		var teams = people.teams().stream().filter(team -> all || teamIds.contains(team.id())).map(team -> teamLine(team, line)).toList();
		var regionIds = new HashSet<Long>();
		teams.forEach(team -> regionIds.add(team.regionId()));
		var regions = people.regions().stream().filter(region -> all || regionIds.contains(region.id())).toList();
		var roots = all ? line.everybody().stream().filter(place -> line.of(place.superiorId()) == null).sorted(LineOrder.BY_ROLE).toList()
				: Optional.ofNullable(line.of(own)).stream().toList();
		return new TeamsPage(day, regions, teams, roots.stream().map(place -> branch(place, line, new HashSet<>())).toList());
	}

	private static List<Line.Place> ownAndBelow(Line line, Long own) {
		var found = new ArrayList<Line.Place>();
		if (line.of(own) != null) {
			found.add(line.of(own));
			found.addAll(line.below(own));
		}
		return found;
	}

	private static TeamLine teamLine(People.TeamRow team, Line line) {
		var members = line.inTeam(team.id());
		var manager = members.stream().filter(place -> place.role() == Role.MANAGER).findFirst();
		return new TeamLine(team.id(), team.name(), team.regionId(), team.regionName(), team.closedOn(), team.version(),
				manager.map(Line.Place::personId).orElse(null), manager.map(Line.Place::name).orElse(null),
				members.stream().filter(place -> place.role() == Role.REP).count());
	}

	private static Branch branch(Line.Place place, Line line, Set<Long> above) {
		above.add(place.personId());
		var reports = line.directReportsOf(place.personId()).stream().filter(report -> !above.contains(report.personId())).sorted(LineOrder.BY_ROLE)
				.map(report -> branch(report, line, new HashSet<>(above))).toList();
		return new Branch(place, reports);
	}

	private static final class LineOrder {
		static final java.util.Comparator<Line.Place> BY_ROLE = java.util.Comparator.comparing(Line.Place::role).reversed()
				.thenComparing(Line.Place::name).thenComparing(Line.Place::personId);
	}

	/** Everybody's name, to choose from. Needs EDIT_PEOPLE or EDIT_ACCOUNTS. */
	@Needs({EDIT_PEOPLE, EDIT_ACCOUNTS})
	public List<People.Choice> names() {
		return people.choices();
	}

	/** Teams that are open today. Needs EDIT_PEOPLE, SEE_COMPANY or SEE_LINE; those within reach only. */
	@Needs({EDIT_PEOPLE, SEE_COMPANY, SEE_LINE})
	public List<People.Choice> openTeams() {
		var today = today();
		return teams(today).teams().stream().filter(team -> team.closedOn() == null || team.closedOn().isAfter(today))
				.map(team -> new People.Choice(team.id(), team.name())).toList();
	}

	/** All regions. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public List<People.RegionRow> regions() {
		return people.regions();
	}

	// ------------------------------------------------------------ changing the line

	/** Takes a new person in, with the first place from the first day on. Needs EDIT_PEOPLE. Returns the person's number. */
	@Needs(EDIT_PEOPLE)
	public Long hire(Hire hire) {
		lockLine();
		var name = AccountService.checkedName(hire.name());
		var email = AccountService.checkedEmail(hire.email());
		var externalId = checkedExternalId(hire.externalId());
		refuseTwins(email, externalId, null);
		var person = new Salesperson(name, email, externalId, checkedDay(hire.startedOn()));
		em.persist(person);
		em.flush();
		audit.record("HIRE", "Person", person.id(), person.name(), null, PersonState.of(person));
		take(person, hire.startedOn(), null, hire.place());
		return person.id();
	}

	/** Corrects name, e-mail, number and first day; with the first day the first place begins. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void changePerson(ChangePerson change) {
		lockLine();
		var person = existing(change.id());
		if (person.version() != change.version()) {
			throw new OptimisticLockException("Person " + person.id() + " was changed meanwhile", null, person);
		}
		var before = PersonState.of(person);
		var email = AccountService.checkedEmail(change.email());
		var externalId = checkedExternalId(change.externalId());
		refuseTwins(email, externalId, person.id());
		var start = checkedDay(change.startedOn());
		if (!start.equals(person.startedOn())) {
			startOn(person, start);
		}
		person.change(AccountService.checkedName(change.name()), email, externalId, start, person.leftOn());
		audit.record("CHANGE", "Person", person.id(), person.name(), before, PersonState.of(person));
	}

	private void startOn(Salesperson person, LocalDate start) {
		var places = placesOf(person);
		if (places.isEmpty()) {
			return;
		}
		var first = places.get(0);
		if (first.until() != null && !start.isBefore(first.until())) {
			throw new BusinessException("people.line.error.start-after-move", person.name(), first.until());
		}
		var earlier = start.isBefore(first.from()) ? start : first.from();
		var place = new Held(person.id(), person.name(), first.role(), idOf(first.team()), idOf(first.superior()), start, first.until());
		refuseReportsBefore(person, earlier, start);
		LineRules.check(place, people.lineFrom(earlier).with(place));
		first.startOn(start);
		changes.fire(new PositionChanged(person.id(), earlier));
	}

	private void refuseReportsBefore(Salesperson person, LocalDate earlier, LocalDate start) {
		if (earlier.isBefore(start)) {
			var reports = LineRules.names(people.lineFrom(earlier).reportsOf(person.id(), earlier, start));
			if (!reports.isEmpty()) {
				throw new BusinessException("people.line.error.has-reports", person.name(), reports, reports.size());
			}
		}
	}

	/**
	 * Gives a person another place from a day on; before that day everything stays as it was. A place that began on that
	 * very day is replaced, moves planned for later stay. Needs EDIT_PEOPLE.
	 */
	@Needs(EDIT_PEOPLE)
	public void move(Move move) {
		lockLine();
		var person = existing(move.personId());
		var from = checkedDay(move.from());
		if (!person.worksOn(from)) {
			throw new BusinessException("people.line.error.not-employed", person.name(), from);
		}
		if (move.reportsGoTo() != null) {
			handOver(person, from, move.reportsGoTo());
		}
		var next = placesOf(person).stream().map(PositionHeld::from).filter(day -> day.isAfter(from)).findFirst();
		take(person, from, next.orElse(person.leftOn() == null ? null : person.leftOn().plusDays(1)), move.place());
	}

	private void take(Salesperson person, LocalDate from, LocalDate until, Place place) {
		var line = people.lineFrom(from);
		var team = openTeam(place.teamId());
		var region = team != null ? team.region() : place.regionId() == null ? null : found(Region.class, place.regionId());
		var superiorId = place.superiorId() != null || place.role() != Role.REP || team == null ? place.superiorId()
				: line.managerOf(team.id(), from).map(Held::personId)
						.orElseThrow(() -> new BusinessException("people.line.error.team-without-manager", team.name(), from));
		var superior = superiorId == null ? null : existing(superiorId);
		var held = new Held(person.id(), person.name(), Objects.requireNonNull(place.role()), idOf(team), superiorId, from, until);
		LineRules.check(held, line.with(held));
		var before = placesOf(person).stream().filter(one -> one.holdsOn(from)).findFirst().orElse(null);
		var beforeState = before == null ? null : PlaceState.of(before);
		PositionHeld now;
		if (before != null && before.from().equals(from)) {
			before.becomes(place.role(), text(place.jobTitle(), 100), text(place.segment(), 60), team, region, superior);
			now = before;
		} else {
			if (before != null) {
				before.endBefore(from);
			}
			now = new PositionHeld(person, place.role(), text(place.jobTitle(), 100), text(place.segment(), 60), team, region, superior, from, until);
			em.persist(now);
		}
		em.flush();
		audit.record(beforeState == null ? "TAKE_PLACE" : "MOVE", "Person", person.id(), person.name(), beforeState, PlaceState.of(now));
		changes.fire(new PositionChanged(person.id(), from));
	}

	private void handOver(Salesperson person, LocalDate from, Long successorId) {
		if (successorId.equals(person.id())) {
			throw new BusinessException("people.line.error.oneself", person.name());
		}
		var successor = existing(successorId);
		var affected = em.createQuery("""
				select h from PositionHeld h where h.superior = :person and (h.until is null or h.until > :from) order by h.id""", PositionHeld.class)
				.setParameter("person", person).setParameter("from", from).getResultList();
		for (var held : affected) {
			if (held.person().equals(successor)) {
				// the successor moves up; whom the successor reports to is another decision
				continue;
			}
			var before = PlaceState.of(held);
			var begin = held.from().isBefore(from) ? from : held.from();
			PositionHeld now = held;
			if (held.from().isBefore(from)) {
				now = new PositionHeld(held.person(), held.role(), held.jobTitle(), held.segment(), held.team(), held.region(), successor, from, held.until());
				held.endBefore(from);
				em.persist(now);
			} else {
				held.becomes(held.role(), held.jobTitle(), held.segment(), held.team(), held.region(), successor);
			}
			em.flush();
			audit.record("MOVE", "Person", now.person().id(), now.person().name(), before, PlaceState.of(now));
			changes.fire(new PositionChanged(now.person().id(), begin));
		}
		var after = people.lineFrom(from);
		affected.stream().filter(held -> !held.person().equals(successor)).forEach(held -> {
			var begin = held.from().isBefore(from) ? from : held.from();
			after.of(held.person().id(), begin).ifPresent(place -> LineRules.check(place, after));
		});
	}

	/**
	 * Reps of a manager's team who report to somebody else, as they do after a time without a manager; {@code from} is the day on which the manager could lead them. Empty
	 * where there are none. Needs EDIT_PEOPLE.
	 */
	@Needs(EDIT_PEOPLE)
	public Optional<Strays> strays(Long managerId) {
		return leads(existing(managerId)).map(place -> new Strays(leadsFrom(place), place.team().name(), straysOf(place).stream().map(held -> held.person().name()).distinct().toList()))
				.filter(strays -> !strays.names().isEmpty());
	}

	/** Lets all reps of the manager's team report to the manager from that day on; before it everything stays as it was. Returns how many. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public int takeTeam(Long managerId) {
		lockLine();
		var place = leads(existing(managerId)).orElseThrow(() -> new NotHereException("Person " + managerId + " manages no team"));
		var from = leadsFrom(place);
		var strays = straysOf(place);
		for (var held : strays) {
			take(held.person(), held.from().isBefore(from) ? from : held.from(), held.until(),
					new Place(held.role(), held.jobTitle(), held.segment(), idOf(held.team()), null, managerId));
		}
		return (int) strays.stream().map(PositionHeld::person).distinct().count();
	}

	/** The place in which somebody manages a team, today or from a later day on. */
	private Optional<PositionHeld> leads(Salesperson manager) {
		return placesOf(manager).stream().filter(held -> held.role() == Role.MANAGER && held.team() != null && (held.until() == null || held.until().isAfter(today()))).reduce((one, later) -> later);
	}

	private LocalDate leadsFrom(PositionHeld place) {
		return place.from().isAfter(today()) ? place.from() : today();
	}

	private List<PositionHeld> straysOf(PositionHeld place) {
		return em.createQuery("""
				select h from PositionHeld h where h.team = :team and h.role = :rep and h.superior <> :manager and (h.until is null or h.until > :from)
				order by h.person.name, h.person.id, h.from""", PositionHeld.class)
				.setParameter("team", place.team()).setParameter("rep", Role.REP).setParameter("manager", place.person()).setParameter("from", leadsFrom(place)).getResultList();
	}

	/** Takes the last place back, as if the move had never been made; the one before holds again. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void takeBackLastMove(Long personId) {
		lockLine();
		var person = existing(personId);
		var places = placesOf(person);
		if (places.size() < 2) {
			throw new BusinessException("people.line.error.only-place", person.name());
		}
		var last = places.get(places.size() - 1);
		var before = places.get(places.size() - 2);
		if (!last.from().equals(before.until())) {
			throw new BusinessException("people.line.error.rehired", person.name());
		}
		var lastState = PlaceState.of(last);
		var again = new Held(person.id(), person.name(), before.role(), idOf(before.team()), idOf(before.superior()), last.from(), last.until());
		LineRules.check(again, people.lineFrom(last.from()).with(again));
		if (before.team() != null) {
			openTeam(before.team().id());
		}
		before.endBefore(last.until());
		em.remove(last);
		em.flush();
		audit.record("TAKE_BACK_MOVE", "Person", person.id(), person.name(), lastState, PlaceState.of(before));
		changes.fire(new PositionChanged(person.id(), last.from()));
	}

	/**
	 * Ends the employment after its last day. Whoever reports to the person after that day is handed over, or the leave is
	 * refused with their names. The history stays; the account ends with the last day. Needs EDIT_PEOPLE.
	 */
	@Needs(EDIT_PEOPLE)
	public void leave(Leave leave) {
		lockLine();
		var person = existing(leave.personId());
		var lastDay = checkedDay(leave.lastDay());
		if (lastDay.isBefore(person.startedOn())) {
			throw new BusinessException("people.line.error.left-before-start", person.name(), person.startedOn());
		}
		if (person.leftOn() != null && person.leftOn().isBefore(today())) {
			throw new BusinessException("people.line.error.left-already", person.name(), person.leftOn());
		}
		var end = lastDay.plusDays(1);
		var places = placesOf(person);
		places.stream().filter(held -> !held.from().isBefore(end)).findFirst().ifPresent(planned -> {
			throw new BusinessException("people.line.error.move-planned", person.name(), planned.from());
		});
		if (leave.reportsGoTo() != null) {
			handOver(person, end, leave.reportsGoTo());
		}
		var reports = LineRules.names(people.lineFrom(end).reportsOf(person.id(), end, null));
		if (!reports.isEmpty()) {
			throw new BusinessException("people.line.error.has-reports", person.name(), reports, reports.size());
		}
		var before = PersonState.of(person);
		if (!places.isEmpty()) {
			places.get(places.size() - 1).endBefore(end);
		}
		var earliest = person.leftOn() != null && person.leftOn().isBefore(lastDay) ? person.leftOn().plusDays(1) : end;
		person.change(person.name(), person.email(), person.externalId(), person.startedOn(), lastDay);
		em.flush();
		audit.record("LEAVE", "Person", person.id(), person.name(), before, PersonState.of(person));
		changes.fire(new PositionChanged(person.id(), earliest));
	}

	/** Takes somebody back who has left, in a new place; the time between stays empty. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void rehire(Rehire rehire) {
		lockLine();
		var person = existing(rehire.personId());
		var from = checkedDay(rehire.from());
		if (person.leftOn() == null || !from.isAfter(person.leftOn())) {
			throw new BusinessException("people.line.error.not-left", person.name());
		}
		var before = PersonState.of(person);
		person.change(person.name(), person.email(), person.externalId(), person.startedOn(), null);
		audit.record("REHIRE", "Person", person.id(), person.name(), before, PersonState.of(person));
		take(person, from, null, rehire.place());
	}

	// ------------------------------------------------------------ regions and teams

	/** Needs EDIT_PEOPLE; the name must be free. Returns the region's number. */
	@Needs(EDIT_PEOPLE)
	public Long createRegion(String name) {
		var region = new Region(freeName(Region.class, name, null));
		em.persist(region);
		em.flush();
		audit.record("CREATE", "Region", region.id(), region.name(), null, java.util.Map.of("name", region.name()));
		return region.id();
	}

	/** Needs EDIT_PEOPLE; the name must be free. @param seen the name that is replaced; when somebody gave another meanwhile, nothing is overwritten */
	@Needs(EDIT_PEOPLE)
	public void renameRegion(Long regionId, String seen, String name) {
		var region = found(Region.class, regionId);
		requireSeen(seen, region.name(), region);
		var before = region.name();
		region.rename(freeName(Region.class, name, regionId));
		audit.record("RENAME", "Region", regionId, region.name(), java.util.Map.of("name", before), java.util.Map.of("name", region.name()));
	}

	/** Needs EDIT_PEOPLE; the name must be free. The region may be null. Returns the team's number. */
	@Needs(EDIT_PEOPLE)
	public Long createTeam(String name, Long regionId) {
		var team = new Team(freeName(Team.class, name, null), regionId == null ? null : found(Region.class, regionId));
		em.persist(team);
		em.flush();
		audit.record("CREATE", "Team", team.id(), team.name(), null, TeamState.of(team));
		return team.id();
	}

	private static void requireSeen(String seen, String name, Object whose) {
		if (!name.equals(seen)) {
			throw new OptimisticLockException(seen + " is called " + name + " meanwhile", null, whose);
		}
	}

	/** Needs EDIT_PEOPLE; the name must be free. @param seen the name that is replaced; when somebody gave another meanwhile, nothing is overwritten */
	@Needs(EDIT_PEOPLE)
	public void renameTeam(Long teamId, String seen, String name) {
		var team = found(Team.class, teamId);
		requireSeen(seen, team.name(), team);
		var before = TeamState.of(team);
		team.rename(freeName(Team.class, name, teamId));
		audit.record("RENAME", "Team", teamId, team.name(), before, TeamState.of(team));
	}

	/** Moves a team with everybody in it to another region from a day on; before that day its people stay in the old one. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void moveTeam(Long teamId, Long regionId, LocalDate from) {
		lockLine();
		var team = found(Team.class, teamId);
		var region = found(Region.class, regionId);
		checkedDay(from);
		var before = TeamState.of(team);
		team.moveTo(region);
		for (var held : em.createQuery("select h from PositionHeld h where h.team = :team and (h.until is null or h.until > :from) order by h.id", PositionHeld.class)
				.setParameter("team", team).setParameter("from", from).getResultList()) {
			if (held.from().isBefore(from)) {
				var now = new PositionHeld(held.person(), held.role(), held.jobTitle(), held.segment(), team, region, held.superior(), from, held.until());
				held.endBefore(from);
				em.persist(now);
			} else {
				held.becomes(held.role(), held.jobTitle(), held.segment(), team, region, held.superior());
			}
			changes.fire(new PositionChanged(held.person().id(), from));
		}
		audit.record("MOVE", "Team", teamId, team.name(), before, TeamState.of(team));
	}

	/** Closes an empty team from a day on; refused with the names of who is in it on that day or later. Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void closeTeam(Long teamId, LocalDate on) {
		lockLine();
		var team = found(Team.class, teamId);
		var inside = em.createQuery("""
				select distinct p.name from PositionHeld h join h.person p where h.team = :team and (h.until is null or h.until > :on) order by p.name""", String.class)
				.setParameter("team", team).setParameter("on", checkedDay(on)).setMaxResults(10).getResultList();
		if (!inside.isEmpty()) {
			throw new BusinessException("people.teams.error.not-empty", team.name(), inside);
		}
		var before = TeamState.of(team);
		team.close(on);
		audit.record("CLOSE", "Team", teamId, team.name(), before, TeamState.of(team));
	}

	/** Needs EDIT_PEOPLE. */
	@Needs(EDIT_PEOPLE)
	public void reopenTeam(Long teamId) {
		var team = found(Team.class, teamId);
		var before = TeamState.of(team);
		team.reopen();
		audit.record("REOPEN", "Team", teamId, team.name(), before, TeamState.of(team));
	}

	// ------------------------------------------------------------ what several need

	/** One change of the line at a time: two that are right alone may make a circle together. */
	private void lockLine() {
		em.createQuery("select c from Company c", Company.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
	}

	private Salesperson existing(Long personId) {
		return found(Salesperson.class, personId);
	}

	private <T> T found(Class<T> type, Long id) {
		var found = id == null ? null : em.find(type, id);
		if (found == null) {
			throw new NotHereException("No " + type.getSimpleName() + " " + id);
		}
		return found;
	}

	private Team openTeam(Long teamId) {
		if (teamId == null) {
			return null;
		}
		var team = found(Team.class, teamId);
		if (team.closedOn() != null) {
			throw new BusinessException("people.line.error.team-closed", team.name(), team.closedOn());
		}
		return team;
	}

	private List<PositionHeld> placesOf(Salesperson person) {
		return em.createQuery("select h from PositionHeld h where h.person = :person order by h.from", PositionHeld.class)
				.setParameter("person", person).getResultList();
	}

	private static Long idOf(Team team) {
		return team == null ? null : team.id();
	}

	private static Long idOf(Salesperson person) {
		return person == null ? null : person.id();
	}

	private void refuseTwins(String email, String externalId, Long except) {
		people.nameOfOther(email, externalId, except).ifPresent(name -> {
			throw new BusinessException("people.person.error.twin", name);
		});
	}

	private String freeName(Class<?> type, String name, Long except) {
		var plain = AccountService.checkedName(name);
		if (plain.length() > 100 || em.createQuery("select count(x) from " + type.getSimpleName() + " x where lower(x.name) = :name and x.id <> :except", Long.class)
				.setParameter("name", plain.toLowerCase(Locale.ROOT)).setParameter("except", except == null ? -1L : except).getSingleResult() > 0) {
			throw new BusinessException("people.teams.error.name", plain);
		}
		return plain;
	}

	private static String checkedExternalId(String text) {
		return text(text, 100);
	}

	/** Null for nothing. */
	private static String text(String text, int longest) {
		if (text == null || text.isBlank()) {
			return null;
		}
		if (text.strip().length() > longest) {
			throw new BusinessException("people.error.text", longest);
		}
		return text.strip();
	}

	private LocalDate checkedDay(LocalDate day) {
		if (day == null || day.isBefore(EARLIEST) || day.isAfter(today().plusYears(2))) {
			throw new BusinessException("people.error.day");
		}
		return day;
	}
}
