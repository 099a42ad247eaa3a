package org.headcoach.pipeline;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_FUNNEL;
import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_LINE;
import static org.headcoach.people.Permission.SEE_OWN_MONTH;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line.Place;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.FigurePages.*;
import org.headcoach.pipeline.MonthlyFigures.Part;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The door to figures: months of a team, a conversion peeled, the funnel and its editing. Who may see whom is {@link Reach}'s word. */
@ApplicationScoped
@Transactional
public class FigureService {

	/** Further back nobody compares, and pages grow long. */
	public static final int MOST_MONTHS = 24;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private SalesProcesses processes;

	@Inject
	private Onion onion;

	@Inject
	private Figures recount;

	@Inject
	private Audit audit;

	@Inject
	private Event<FunnelChanged> changed;

	@Inject
	private Event<MetricsAtRisk> atRisk;

	/**
	 * The figures of a team, a region, the company or everybody within reach: month by month, and in the month by team or person.
	 * A rep gets the own figures, with the team-mates' volumes and conversions where the company shows rankings.
	 *
	 * @throws NotHereException for a team or region outside the account's reach
	 */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public FiguresPage figures(FiguresAsk ask) {
		var month = ask.month();
		var metrics = processes.metrics();
		var first = month.minusMonths(Math.min(Math.max(ask.months(), 1), MOST_MONTHS));
		var days = workingDays(first, month);
		var scope = scope(ask.teamId(), ask.regionId(), month);
		var seen = members(scope, month);
		var teams = teamsOf(seen);
		var byTeam = !ask.byPerson() && teams.size() > 1;
		var withCompany = mayCompare() && scope.kind() != Scope.COMPANY;
		var board = figures.board(part(scope, seen), byTeam ? Part.teams(teams.keySet()) : scope.isTeam() ? Part.team(scope.id()) : Part.people(ids(seen)),
				byTeam, withCompany, first, month);
		var months = new ArrayList<MonthLine>();
		for (var each = month; !each.isBefore(first); each = each.minusMonths(1)) {
			months.add(new MonthLine(each, new Sums(board.total().in(MonthlyFigures.COMPANY, each), workingDays(scope, seen, days, each))));
		}
		var lines = byTeam ? teamLines(teams, board.lines(), days, month) : personLines(scope, seen, board.lines(), days, month);
		if (scope.kind() == Scope.TEAM && !mayCompare()) {
			var steps = metrics.funnel().steps().stream().map(Funnel.Step::code).collect(Collectors.toSet());
			months.replaceAll(line -> new MonthLine(line.month(), only(steps, line.sums())));
			lines = lines.stream().map(line -> line.own() ? line
					: new FigurePages.Line(line.id(), line.name(), line.second(), false, only(steps, line.now()), only(steps, line.before()))).toList();
		}
		var foreign = months.stream().limit(Math.max(1, months.size() - 1L)).mapToLong(line -> line.sums().quantities().count(Quantity.FOREIGN_DEALS)).sum();
		return new FiguresPage(metrics, scope.kind(), scope.kind() == Scope.LINE ? null : scope.id(), scope.name(), regions(month), months, byTeam, lines, months.get(0).sums(),
				withCompany ? new Sums(board.company().in(MonthlyFigures.COMPANY, month), days.ofCompany(month)) : null, figures.asOf(), people.company().currency().getCurrencyCode(),
				foreign);
	}

	/** People within reach by name, each with the months asked for; for callers that page. */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public List<PersonFigures> figuresByPerson(FiguresAsk ask, int offset, int limit) {
		var scope = scope(ask.teamId(), ask.regionId(), ask.month());
		var page = members(scope, ask.month()).stream().skip(offset).limit(limit).toList();
		var first = ask.month().minusMonths(Math.min(Math.max(ask.months(), 1), MOST_MONTHS) - 1L);
		var table = scope.isTeam() ? figures.inTeam(scope.id(), first, ask.month()) : figures.of(ids(page), first, ask.month());
		var days = workingDays(first, ask.month());
		return page.stream().map(place -> {
			var months = new ArrayList<MonthLine>();
			for (var month = first; !month.isAfter(ask.month()); month = month.plusMonths(1)) {
				months.add(new MonthLine(month, new Sums(table.in(place.personId(), month), daysOf(scope, place, days, month))));
			}
			return new PersonFigures(place.personId(), place.name(), place.teamId(), place.teamName(), months);
		}).toList();
	}

	/** How many people {@link #figuresByPerson} has. */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public int countByPerson(FiguresAsk ask) {
		return members(scope(ask.teamId(), ask.regionId(), ask.month()), ask.month()).size();
	}

	/**
	 * A conversion one level deeper, for a person or a team, beside the others: team-mates for a person, everybody else for a team.
	 *
	 * @throws NotHereException for a person or team out of reach, a step that has none before it, a cut that says nothing about the step
	 */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public PeelPage peel(PeelAsk ask) {
		var peeling = peeling(ask);
		var counted = peeling.by().isShare() ? shares(peeling) : rates(peeling);
		var own = peeling.own();
		var person = own.size() == 1 && ask.teamId() == null ? own.get(0) : null;
		var team = person == null ? peeling.scope().kind() == Scope.TEAM ? peeling.scope().id() : null : person.teamId();
		var table = figures.of(everybody(peeling), peeling.first(), peeling.last());
		var metric = Metrics.conversion(peeling.from(), peeling.to());
		return new PeelPage(Metrics.of(peeling.funnel()), metric, peeling.by(), ways(peeling),
				person == null ? peeling.scope().name() : person.name(), person == null ? null : person.personId(), team,
				person == null ? peeling.scope().name() : person.teamName(), peeling.first(), ask.month(), counted.subList(0, counted.size() - 1),
				counted.get(counted.size() - 1), metric.of(over(table, ids(own))),
				peeling.others() == null ? null : metric.of(over(table, ids(peeling.others()))));
	}

	/** The leads, activities or deals behind a slice, latest first, so many from the offset on. Same rights as {@link #peel}. */
	@Needs({SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public Behind behind(BehindAsk ask, int offset, int limit) {
		var peeling = peeling(ask.peel());
		var names = peeling.own().stream().collect(Collectors.toMap(Place::personId, Place::name));
		if (peeling.by() == PeelBy.PERSON && ask.slice() != null && names.keySet().stream().noneMatch(id -> id.toString().equals(ask.slice()))) {
			throw new NotHereException("No person " + ask.slice() + " in this peel");
		}
		if (ask.slice() != null && !isWellFormed(peeling.by(), ask.slice())) {
			throw new NotHereException(ask.slice() + " is no slice by " + peeling.by());
		}
		var total = onion.count(behind(peeling, ask));
		var rows = onion.list(behind(peeling, ask), offset, limit).stream().map(row -> new BehindRow(row.day(), names.get(row.ownerId()), row.externalId(), row.what(),
				row.detail(), row.company(), row.origin(), row.persona(), row.mrr(), row.currency())).toList();
		return new Behind(rows, total);
	}

	/** All funnels, the main one first. Anybody who is signed in may ask: the steps say nothing about people. */
	@Needs(BE_SIGNED_IN)
	public List<Funnel> funnels() {
		return processes.funnels();
	}

	/** The sales processes for editing, with what occurs in the data for the lists of choice. */
	@Needs(EDIT_FUNNEL)
	public FunnelsPage funnelsPage() {
		return new FunnelsPage(processes.all().stream().map(process -> new FunnelVersion(process.funnel(), process.version())).toList(),
				texts("select distinct type from activity"), texts("select distinct outcome from activity"), texts("select distinct stage from deal"),
				texts("select distinct segment from position_held"), texts("select distinct pipeline from deal"));
	}

	/**
	 * What a definition would count in that month, over the whole company, beside what is counted now. Changes nothing.
	 *
	 * @param names how a step is called in the caller's language
	 * @throws BusinessException for a definition that could not be saved
	 */
	@Needs(EDIT_FUNNEL)
	public List<PreviewLine> preview(Funnel definition, YearMonth month, Function<Funnel.Step, String> names) {
		var known = codes(processes.all());
		SalesProcess.check(definition, known, names);
		var now = figures.company(month, month).in(MonthlyFigures.COMPANY, month);
		return definition.steps().stream().map(step -> new PreviewLine(step, known.contains(step.code()) ? now.count(step.code()) : null,
				onion.count(StepRows.of(definition, step).ownedBySomebody().between(month.atDay(1), month.atEndOfMonth())))).toList();
	}

	/**
	 * Plans that target a metric which this definition takes away or counts differently, by person: to be warned of before saving. Names and months
	 * only; what stands in a plan is not the editor's business. Changes nothing.
	 */
	@Needs(EDIT_FUNNEL)
	public List<MetricsAtRisk.PlanAtRisk> plansAtRisk(Funnel definition) {
		if (definition.id() == null) {
			return List.of();
		}
		var question = new MetricsAtRisk(changedMetrics(find(processes.all(), definition.id()).funnel(), definition.steps()));
		atRisk.fire(question);
		return question.plans();
	}

	/** The same for a process that is removed as a whole. */
	@Needs(EDIT_FUNNEL)
	public List<MetricsAtRisk.PlanAtRisk> plansAtRiskWithout(Long processId) {
		var question = new MetricsAtRisk(changedMetrics(find(processes.all(), processId).funnel(), List.of()));
		atRisk.fire(question);
		return question.plans();
	}

	/** Codes of metrics of the funnel that other steps would not have, or would count differently. */
	static Set<String> changedMetrics(Funnel now, List<Funnel.Step> then) {
		var kept = new HashMap<String, Metric>();
		if (then.size() > 1) {
			Metrics.of(new Funnel(now.id(), now.name(), now.main(), now.segment(), now.dealPipeline(), then)).all().forEach(metric -> kept.put(metric.code(), metric));
		}
		return Metrics.of(now).all().stream().filter(metric -> metric.step() != null)
				.filter(metric -> kept.get(metric.code()) == null || !metric.step().countsLike(kept.get(metric.code()).step())
						|| metric.from() != null && !metric.from().countsLike(kept.get(metric.code()).from()))
				.map(Metric::code).collect(Collectors.toSet());
	}

	/**
	 * Saves a sales process, new where its id is null, and marks all figures as due; they are counted anew after the commit.
	 *
	 * @param names how a step is called in the caller's language: no two steps may be called the same
	 * @return its id
	 * @throws BusinessException for a definition that cannot hold
	 * @throws OptimisticLockException when somebody saved it since that version was read
	 */
	@Needs(EDIT_FUNNEL)
	public Long define(Funnel definition, Integer version, Function<Funnel.Step, String> names) {
		var all = processes.all();
		var process = definition.id() == null ? new SalesProcess(false) : find(all, definition.id());
		var before = definition.id() == null ? null : process.funnel();
		if (before != null && !Objects.equals(version, process.version())) {
			throw new OptimisticLockException("Sales process " + definition.id(), null, process);
		}
		var name = SalesProcess.blankToNull(definition.name());
		if (name == null && (before == null || before.name() != null)) {
			throw new BusinessException("pipeline.funnel.error.process-name");
		}
		if (all.stream().anyMatch(other -> other != process && name != null && name.equalsIgnoreCase(other.funnel().name()))) {
			throw new BusinessException("pipeline.funnel.error.process-twice", name);
		}
		process.define(definition, codes(all.stream().filter(other -> other != process).toList()), names);
		if (definition.main() && all.stream().anyMatch(other -> other != process && other.funnel().main())) {
			all.forEach(other -> other.becomeMain(false));
		}
		if (definition.main()) {
			process.becomeMain(true);
		}
		if (before == null) {
			em.persist(process);
		} else {
			// a step that changes leaves the process itself untouched: its version has to move all the same
			em.lock(process, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
		}
		em.flush();
		finish(before == null ? "CREATE_FUNNEL" : "CHANGE_FUNNEL", process.id(), before, process.funnel());
		return process.id();
	}

	/**
	 * Removes a sales process with the figures of its steps.
	 *
	 * @throws BusinessException for the main one: another has to become it first
	 */
	@Needs(EDIT_FUNNEL)
	public void remove(Long processId) {
		var process = find(processes.all(), processId);
		var before = process.funnel();
		if (before.main()) {
			throw new BusinessException("pipeline.funnel.error.main");
		}
		em.remove(process);
		em.flush();
		finish("REMOVE_FUNNEL", processId, before, null);
	}

	/** How many months wait to be counted anew: progress after a change of the funnel. */
	@Needs({EDIT_FUNNEL, SEE_OWN_MONTH, SEE_LINE, SEE_COMPANY})
	public MonthlyFigures.AsOf asOf() {
		return figures.asOf();
	}

	private void finish(String action, Long id, Funnel before, Funnel after) {
		processes.forget();
		audit.record(action, "SalesProcess", id, Objects.requireNonNullElse(after == null ? before.name() : after.name(), "Standard"), before, after);
		recount.markEverything();
		changed.fire(new FunnelChanged());
	}

	private static SalesProcess find(List<SalesProcess> all, Long id) {
		return all.stream().filter(process -> process.id().equals(id)).findFirst().orElseThrow(() -> new NotHereException("No sales process " + id));
	}

	private static Set<String> codes(List<SalesProcess> all) {
		return all.stream().flatMap(process -> process.funnel().steps().stream()).map(Funnel.Step::code).collect(Collectors.toSet());
	}

	private List<String> texts(String sql) {
		var texts = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
		for (var text : em.createNativeQuery(sql).setMaxResults(500).getResultList()) {
			if (text != null && !text.toString().isBlank()) {
				texts.add(text.toString());
			}
		}
		return List.copyOf(texts);
	}

	/**
	 * Whose figures are asked for. {@code id} is a team's, region's or person's, also that of a line that is one team; null otherwise. {@code teams} are those of a line that is
	 * several whole teams.
	 */
	private record Whose(Scope kind, Long id, String name, List<Long> teams) {

		Whose(Scope kind, Long id, String name) {
			this(kind, id, name, List.of());
		}

		boolean isTeam() {
			return kind == Scope.TEAM || kind == Scope.LINE && id != null;
		}
	}

	private Whose scope(Long teamId, Long regionId, YearMonth month) {
		var actor = current.get();
		if (teamId != null) {
			var team = reach.in(month).inTeam(teamId).stream().filter(place -> place.role() == Role.REP).toList();
			if (team.isEmpty() || !seesTeam(team, month)) {
				throw new NotHereException(actor.name() + " does not reach team " + teamId + " in " + month);
			}
			return new Whose(Scope.TEAM, teamId, team.get(0).teamName());
		}
		if (regionId != null) {
			var inRegion = reach.in(month).everybody().stream().filter(place -> regionId.equals(place.regionId()) && place.role() == Role.REP).toList();
			if (inRegion.isEmpty() || !inRegion.stream().allMatch(place -> reach.sees(place.personId(), month))) {
				throw new NotHereException(actor.name() + " does not reach region " + regionId + " in " + month);
			}
			return new Whose(Scope.REGION, regionId, inRegion.get(0).regionName());
		}
		if (actor.may(SEE_COMPANY)) {
			return new Whose(Scope.COMPANY, null, people.company().name());
		}
		if (!actor.may(SEE_LINE)) {
			return new Whose(Scope.PERSON, actor.personId(), actor.name());
		}
		var teams = teamsOfLine(month);
		return teams.size() == 1 ? new Whose(Scope.LINE, teams.get(0), null) : new Whose(Scope.LINE, null, null, teams);
	}

	/** Where the whole line is whole teams, its figures are the teams', as they were while people came and went. None for a line that has a part of a team or somebody outside all. */
	private List<Long> teamsOfLine(YearMonth month) {
		var teams = reach.reps(month).stream().map(Place::teamId).distinct().toList();
		return teams.stream().allMatch(team -> team != null && reach.in(month).inTeam(team).stream().filter(place -> place.role() == Role.REP)
				.allMatch(place -> reach.sees(place.personId(), month))) ? teams.stream().sorted().toList() : List.of();
	}

	/** Who leads sees teams whose reps are all within reach; a rep the own team where rankings are shown. */
	private boolean seesTeam(List<Place> team, YearMonth month) {
		if (mayCompare()) {
			return team.stream().allMatch(place -> reach.sees(place.personId(), month));
		}
		return people.company().rankingShown() && team.stream().anyMatch(place -> Long.valueOf(place.personId()).equals(current.get().personId()));
	}

	private boolean mayCompare() {
		return current.get().may(SEE_LINE) || current.get().may(SEE_COMPANY);
	}

	/** The reps of the scope in the month, by name: only those within reach, except a rep's team-mates where rankings are shown. */
	private List<Place> reps(Whose scope, YearMonth month) {
		var line = reach.in(month);
		return switch (scope.kind()) {
			case TEAM -> line.inTeam(scope.id()).stream().filter(place -> place.role() == Role.REP).toList();
			case REGION -> line.everybodyIn(Role.REP).stream().filter(place -> scope.id().equals(place.regionId())).toList();
			case COMPANY, LINE -> reach.reps(month);
			case PERSON -> line.everybody().stream().filter(place -> Long.valueOf(place.personId()).equals(scope.id())).toList();
		};
	}

	/** Whose lines stand in a table of figures. In a team: who was in it on some day of the month, also those who have moved on, so that the lines add up to the team's. */
	private List<Place> members(Whose scope, YearMonth month) {
		if (!scope.isTeam()) {
			return reps(scope, month);
		}
		var places = new LinkedHashMap<Long, Place>();
		reach.stretches(month).stream().map(Positions.Stretch::place).filter(place -> place.role() == Role.REP && scope.id().equals(place.teamId())).forEach(place -> places.put(place.personId(), place));
		return List.copyOf(places.values());
	}

	/** What a rep may know of team-mates: the steps of the funnel, no money. */
	private static Sums only(Set<String> codes, Sums sums) {
		return new Sums(new Quantities(sums.quantities().byCode().entrySet().stream().filter(entry -> codes.contains(entry.getKey()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))), sums.workingDays());
	}

	private WorkingDays workingDays(YearMonth first, YearMonth last) {
		return new WorkingDays(people.calendar(), positions.heldBetween(first, last), first, last);
	}

	private List<RegionChoice> regions(YearMonth month) {
		if (!mayCompare()) {
			return List.of();
		}
		var byRegion = reach.in(month).everybodyIn(Role.REP).stream().filter(place -> place.regionId() != null).collect(Collectors.groupingBy(Place::regionId));
		return byRegion.values().stream().filter(reps -> reps.stream().allMatch(place -> reach.sees(place.personId(), month)))
				.map(reps -> new RegionChoice(reps.get(0).regionId(), reps.get(0).regionName())).sorted(Comparator.comparing(RegionChoice::name)).toList();
	}

	private static Part part(Whose scope, List<Place> seen) {
		return switch (scope.kind()) {
			case COMPANY -> Part.EVERYBODY;
			case REGION -> Part.region(scope.id());
			case TEAM -> Part.team(scope.id());
			case LINE -> scope.id() != null ? Part.team(scope.id()) : scope.teams().isEmpty() ? Part.people(ids(seen)) : Part.teams(scope.teams());
			case PERSON -> Part.people(ids(seen));
		};
	}

	private static int workingDays(Whose scope, List<Place> seen, WorkingDays days, YearMonth month) {
		return switch (scope.kind()) {
			case COMPANY -> days.ofCompany(month);
			case REGION -> days.ofRegion(scope.id(), month);
			case TEAM -> days.ofTeam(scope.id(), month);
			case LINE -> scope.id() != null ? days.ofTeam(scope.id(), month)
					: scope.teams().isEmpty() ? days.ofPeople(ids(seen), month) : scope.teams().stream().mapToInt(team -> days.ofTeam(team, month)).sum();
			case PERSON -> days.ofPeople(ids(seen), month);
		};
	}

	private static Map<Long, Place> teamsOf(List<Place> seen) {
		var teams = new LinkedHashMap<Long, Place>();
		seen.stream().filter(place -> place.teamId() != null).sorted(Comparator.comparing(Place::teamName)).forEach(place -> teams.putIfAbsent(place.teamId(), place));
		return teams;
	}

	private static List<FigurePages.Line> teamLines(Map<Long, Place> teams, FigureTable table, WorkingDays days, YearMonth month) {
		var before = month.minusMonths(1);
		return teams.values().stream().map(team -> new FigurePages.Line(team.teamId(), team.teamName(), team.regionName(), false,
				new Sums(table.in(team.teamId(), month), days.ofTeam(team.teamId(), month)),
				new Sums(table.in(team.teamId(), before), days.ofTeam(team.teamId(), before)))).toList();
	}

	/** In a team: what each did while in it. Elsewhere: what each did. */
	private List<FigurePages.Line> personLines(Whose scope, List<Place> seen, FigureTable table, WorkingDays days, YearMonth month) {
		var before = month.minusMonths(1);
		return seen.stream().map(place -> new FigurePages.Line(place.personId(), place.name(), place.teamName(),
				Long.valueOf(place.personId()).equals(current.get().personId()),
				new Sums(table.in(place.personId(), month), daysOf(scope, place, days, month)),
				new Sums(table.in(place.personId(), before), daysOf(scope, place, days, before)))).toList();
	}

	private static int daysOf(Whose scope, Place place, WorkingDays days, YearMonth month) {
		return scope.isTeam() ? days.ofPersonIn(scope.id(), place.personId(), month) : days.ofPerson(place.personId(), month);
	}

	private static List<Long> ids(List<Place> places) {
		return places.stream().map(Place::personId).toList();
	}

	/** A question about a conversion, with rights checked: own are cut, others (null: not shown) are compared with. */
	private record Peeling(Funnel funnel, Funnel.Step from, Funnel.Step to, PeelBy by, Whose scope, List<Place> own, List<Place> others, YearMonth first,
			YearMonth last) {
	}

	private Peeling peeling(PeelAsk ask) {
		var month = ask.month();
		var funnel = processes.funnels().stream().filter(f -> f.step(ask.step()).isPresent()).findFirst()
				.orElseThrow(() -> new NotHereException("No step " + ask.step()));
		var from = funnel.before(ask.step()).orElseThrow(() -> new NotHereException("No step before " + ask.step()));
		var line = reach.in(month);
		Whose scope;
		List<Place> own;
		List<Place> others = null;
		if (ask.personId() != null || ask.teamId() == null && !mayCompare()) {
			var person = ask.personId() == null ? current.get().personId() : ask.personId();
			reach.require(person, month);
			var place = line.of(person);
			if (place == null) {
				throw new NotHereException("Person " + person + " was not at work in " + month);
			}
			scope = new Whose(Scope.PERSON, person, place.name());
			own = List.of(place);
			if (mayCompare() || people.company().rankingShown()) {
				others = line.inTeam(place.teamId()).stream().filter(p -> p.role() == Role.REP && p.personId() != person).toList();
			}
		} else {
			if (!mayCompare()) {
				throw new NotHereException("A team's conversions are peeled by those who lead it");
			}
			scope = scope(ask.teamId(), null, month);
			own = reps(scope, month);
			var inside = new LinkedHashSet<>(ids(own));
			others = scope.kind() == Scope.COMPANY ? null : line.everybodyIn(Role.REP).stream().filter(place -> !inside.contains(place.personId())).toList();
		}
		var first = month.minusMonths(Math.min(Math.max(ask.months(), 1), MOST_MONTHS) - 1L);
		var peeling = new Peeling(funnel, from, funnel.step(ask.step()).orElseThrow(), ask.by(), scope, own, others, first, month);
		if (!ways(peeling).contains(ask.by())) {
			throw new NotHereException("No cut by " + ask.by() + " of " + ask.step());
		}
		return peeling;
	}

	private static List<PeelBy> ways(Peeling peeling) {
		var ways = new ArrayList<>(List.of(PeelBy.ORIGIN, PeelBy.PERSONA));
		if (peeling.from().fedBy() == Feed.ACTIVITY) {
			ways.add(PeelBy.OUTCOME);
		}
		if (peeling.to().fedBy() == Feed.DEALS_WON) {
			ways.add(PeelBy.LOST_REASON);
		}
		ways.add(PeelBy.WEEKDAY);
		if (peeling.own().size() > 1) {
			ways.add(PeelBy.PERSON);
		}
		ways.add(PeelBy.MONTH);
		return ways;
	}

	/** The rows to count for one side of a peel. */
	private static StepRows rows(Peeling peeling, boolean arrived, Collection<Long> owners) {
		var rows = switch (peeling.by()) {
			case OUTCOME -> StepRows.everyOutcome(peeling.funnel(), peeling.from());
			case LOST_REASON -> StepRows.lostDeals(peeling.funnel());
			default -> StepRows.of(peeling.funnel(), arrived ? peeling.to() : peeling.from());
		};
		return rows.between(peeling.first().atDay(1), peeling.last().atEndOfMonth()).ownedBy(owners);
	}

	private StepRows behind(Peeling peeling, BehindAsk ask) {
		var rows = rows(peeling, ask.arrived(), ids(peeling.own()));
		return ask.slice() == null ? rows : onion.in(rows, peeling.by(), ask.slice());
	}

	private static boolean isWellFormed(PeelBy by, String slice) {
		return switch (by) {
			case WEEKDAY -> slice.matches("[1-7]");
			case MONTH -> slice.matches("\\d{4}-(0[1-9]|1[0-2])");
			case PERSON -> slice.matches("\\d{1,18}");
			default -> true;
		};
	}

	/** The last one is the total. */
	private List<Slice> shares(Peeling peeling) {
		var own = ids(peeling.own());
		var counts = onion.count(rows(peeling, false, everybody(peeling)), peeling.by());
		var total = counts.values().stream().mapToLong(owners -> sum(owners, own)).sum();
		var others = peeling.others() == null ? null : ids(peeling.others());
		var totalOfOthers = others == null ? 0 : counts.values().stream().mapToLong(owners -> sum(owners, others)).sum();
		var slices = counts.entrySet().stream().map(entry -> {
			var mine = sum(entry.getValue(), own);
			return new Slice(entry.getKey(), null, mine, total, divide(mine, total), others == null ? null : divide(sum(entry.getValue(), others), totalOfOthers));
		}).filter(slice -> slice.from() > 0 || slice.others() != null && slice.others().isKnown() && slice.others().value().signum() > 0)
				.sorted(Comparator.comparingLong(Slice::from).reversed()).collect(Collectors.toCollection(ArrayList::new));
		slices.add(new Slice(null, null, total, total, divide(total, total), others == null ? null : divide(totalOfOthers, totalOfOthers)));
		return slices;
	}

	/** The last one is the total. */
	private List<Slice> rates(Peeling peeling) {
		var from = counts(peeling, false);
		var to = counts(peeling, true);
		var own = ids(peeling.own());
		var others = peeling.others() == null ? null : ids(peeling.others());
		var keys = new TreeSet<>(from.keySet());
		keys.addAll(to.keySet());
		var slices = new ArrayList<Slice>();
		var whole = new long[4];
		for (var key : keys) {
			var ownFrom = sum(from.getOrDefault(key, Map.of()), own);
			var ownTo = sum(to.getOrDefault(key, Map.of()), own);
			var othersFrom = others == null ? 0 : sum(from.getOrDefault(key, Map.of()), others);
			var othersTo = others == null ? 0 : sum(to.getOrDefault(key, Map.of()), others);
			whole[0] += ownFrom;
			whole[1] += ownTo;
			whole[2] += othersFrom;
			whole[3] += othersTo;
			if (ownFrom > 0 || ownTo > 0) {
				slices.add(new Slice(key, nameOf(peeling, key), ownFrom, ownTo, divide(ownTo, ownFrom),
						others == null || peeling.by() == PeelBy.PERSON ? null : divide(othersTo, othersFrom)));
			}
		}
		if (peeling.by() != PeelBy.WEEKDAY && peeling.by() != PeelBy.MONTH) {
			slices.sort(Comparator.comparingLong(Slice::from).reversed());
		}
		slices.add(new Slice(null, null, whole[0], whole[1], divide(whole[1], whole[0]), others == null ? null : divide(whole[3], whole[2])));
		return slices;
	}

	private static String nameOf(Peeling peeling, String key) {
		return peeling.by() == PeelBy.PERSON ? peeling.own().stream().filter(place -> key.equals(String.valueOf(place.personId()))).map(Place::name).findFirst().orElse(null)
				: null;
	}

	private Map<String, Map<Long, Long>> counts(Peeling peeling, boolean arrived) {
		if (peeling.by() == PeelBy.PERSON || peeling.by() == PeelBy.MONTH) {
			var step = arrived ? peeling.to() : peeling.from();
			var table = figures.of(everybody(peeling), peeling.first(), peeling.last());
			var counts = new HashMap<String, Map<Long, Long>>();
			for (var id : table.ids()) {
				for (var month = peeling.first(); !month.isAfter(peeling.last()); month = month.plusMonths(1)) {
					// somebody else's rows keep their owner, so that they count as the others' and make no slice of their own
					counts.computeIfAbsent(peeling.by() == PeelBy.MONTH ? month.toString() : id.toString(), key -> new HashMap<>())
							.merge(id, table.in(id, month).count(step.code()), Long::sum);
				}
			}
			return counts;
		}
		return onion.count(rows(peeling, arrived, everybody(peeling)), peeling.by());
	}

	private static Quantities over(FigureTable table, List<Long> people) {
		return people.stream().map(table::over).reduce(Quantities.NONE, Quantities::plus);
	}

	private static List<Long> everybody(Peeling peeling) {
		var everybody = new ArrayList<>(ids(peeling.own()));
		if (peeling.others() != null) {
			everybody.addAll(ids(peeling.others()));
		}
		return everybody;
	}

	private static long sum(Map<Long, Long> byOwner, Collection<Long> owners) {
		return owners.stream().mapToLong(owner -> byOwner.getOrDefault(owner, 0L)).sum();
	}

	private static Metric.Figure divide(long dividend, long divisor) {
		return Metric.divide(java.math.BigDecimal.valueOf(dividend), java.math.BigDecimal.valueOf(divisor));
	}
}
