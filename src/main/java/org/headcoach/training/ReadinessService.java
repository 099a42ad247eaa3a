package org.headcoach.training;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.LearningPath;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Who is ready: paths by role, the matrix of people and certifications, and the gate "ready to sell alone", which topics above may ask. A person sees the own line of
 * it, a leader those of the people below, a trainer all.
 */
@ApplicationScoped
@Transactional
public class ReadinessService {

	/** A role's path, in the order in which it is walked. */
	public record PathPage(Role role, List<PathLine> lines, List<CertificationRow> others) implements Serializable {
	}

	public record PathLine(long certificationId, String title, CertificationVersion.Level level, int inMonth, boolean gate) implements Serializable {
	}

	/** @param inMonth 1 is the first month at work */
	public record WriteStep(long certificationId, int inMonth, boolean gate) implements Serializable {
	}

	private static final int LAST_MONTH = 24;

	@Inject
	private Certifications certifications;

	@Inject
	private CertificationService service;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private Event<ReadinessChanged> changed;

	/** What is needed to judge anybody's path. */
	private final class Paths {

		private final Map<Role, List<LearningPath.Step>> steps;
		private final Map<Role, LocalDate> since = new HashMap<>();

		/** As they were on that day. */
		Paths(LocalDate on) {
			steps = certifications.paths(on);
			var zone = people.company().zone();
			var published = certifications.firstPublished();
			steps.forEach((role, own) -> own.stream().map(step -> published.get(step.certificationId()).atZone(zone).toLocalDate()).min(Comparator.naturalOrder())
					.ifPresent(day -> since.put(role, day)));
		}

		boolean has(Role role) {
			return !steps.getOrDefault(role, List.of()).isEmpty();
		}

		/** Null for a role without a path. Whoever was here before begins on the day on which the first certification of the path was published. */
		LearningPath.Progress of(Line.Place place, Map<Long, Holding> holdings, LocalDate day) {
			var own = steps.get(place.role());
			if (own == null || own.isEmpty()) {
				return null;
			}
			var from = since.get(place.role());
			return LearningPath.progress(own, place.startedOn().isBefore(from) ? from : place.startedOn(), Holding.forPath(holdings), day);
		}
	}

	/** The reader's own path; null without one. */
	LearningPath.Progress progressOf(long personId) {
		var place = reach.today().of(personId);
		return place == null ? null : new Paths(people.today()).of(place, service.holdings(List.of(personId), people.today()).getOrDefault(personId, Map.of()), people.today());
	}

	/**
	 * Whether people could sell alone on a day, by what they held then; the gate that other topics ask. People whom the reader does not see, or who were not at work that
	 * day, are left out. Everybody who is signed in may ask.
	 *
	 * @param day also one that is over: certificates that were earned later do not count, those that have ended since do
	 */
	@Needs(BE_SIGNED_IN)
	public Map<Long, Readiness> readiness(Collection<Long> personIds, LocalDate day) {
		var line = day.equals(people.today()) ? reach.today() : positions.on(day);
		var seen = new TreeSet<>(personIds);
		seen.removeIf(person -> line.of(person) == null || !service.seesPerson(person));
		var paths = new Paths(day);
		var holdings = service.holdings(seen, day);
		var titles = titles();
		var found = new LinkedHashMap<Long, Readiness>();
		for (var person : seen) {
			var progress = paths.of(line.of(person), holdings.getOrDefault(person, Map.of()), day);
			found.put(person, progress == null ? new Readiness(person, day, false, 0, 0, List.of())
					: new Readiness(person, day, progress.ready(), progress.done(), progress.stops().size(),
							progress.missing().stream().map(stop -> titles.get(stop.step().certificationId())).toList()));
		}
		return found;
	}

	/**
	 * How somebody stands today, certification by certification of the path; null for whom the reader does not see, who is not at work, or whose role has no path. Everybody who is signed in may ask.
	 */
	@Needs(BE_SIGNED_IN)
	public Standing standing(long personId) {
		var today = people.today();
		var place = reach.today().of(personId);
		if (place == null || !service.seesPerson(personId)) {
			return null;
		}
		var progress = new Paths(today).of(place, service.holdings(List.of(personId), today).getOrDefault(personId, Map.of()), today);
		if (progress == null) {
			return null;
		}
		var versions = certifications.latest().stream().collect(Collectors.toMap(version -> version.certification().id(), version -> version));
		var planned = certifications.plannedAt(List.of(personId)).getOrDefault(personId, Map.of());
		return new Standing(personId, progress.ready(), progress.done(), progress.stops().stream().map(stop -> {
			var id = stop.step().certificationId();
			return new Standing.Stop(id, versions.get(id).title(), versions.get(id).stage(), stop.step().gate(), stop.state(), stop.dueOn(), stop.late(), stop.held() == null ? null : stop.held().lastDay(), planned.get(id));
		}).toList());
	}

	private Map<Long, String> titles() {
		var titles = new HashMap<Long, String>();
		certifications.latest().forEach(version -> titles.put(version.certification().id(), version.title()));
		return titles;
	}

	/** The matrix of today: people whom the reader sees (of one team, where one is given) and certifications that are not retired. */
	@Needs({SEE_READINESS, TRAIN})
	public ReadinessPage matrix(Long teamId) {
		var today = people.today();
		var actor = current.get();
		var line = reach.today();
		var seen = line.everybody().stream().filter(place -> actor.may(TRAIN) || actor.may(Permission.SEE_COMPANY) || line.isAbove(actor.personId(), place.personId())).toList();
		var everybody = seen.stream().filter(place -> teamId == null || teamId.equals(place.teamId())).toList();
		var latest = certifications.latest();
		var versions = latest.stream().filter(version -> !version.certification().isRetired()).toList();
		var stages = service.stages();
		var persons = everybody.stream().map(Line.Place::personId).toList();
		var holdings = service.holdings(persons, today);
		var planned = certifications.plannedAt(persons);
		var paths = new Paths(today);
		var titles = latest.stream().collect(Collectors.toMap(version -> version.certification().id(), CertificationVersion::title));
		var lines = new ArrayList<ReadinessPage.Line>();
		for (var place : everybody) {
			var own = holdings.getOrDefault(place.personId(), Map.of());
			var progress = paths.of(place, own, today);
			if (progress == null && own.isEmpty()) {
				continue;
			}
			var next = progress == null ? null : progress.next();
			lines.add(new ReadinessPage.Line(place.personId(), place.name(), place.teamId(), place.teamName(), place.startedOn(), versions.stream()
					.map(version -> cell(own.get(version.certification().id()), planned.getOrDefault(place.personId(), Map.of()).get(version.certification().id()))).toList(),
					progress == null ? null : progress.ready(), next == null ? null : titles.get(next.step().certificationId()), next != null && next.late()));
		}
		var columns = new ArrayList<ReadinessPage.Column>();
		for (int i = 0; i < versions.size(); i++) {
			var at = i;
			var version = versions.get(i);
			columns.add(new ReadinessPage.Column(version.certification().id(), version.title(), version.level(), CertificationService.stage(version.stage(), stages),
					(int) lines.stream().filter(one -> one.cells().get(at).isHeld()).count()));
		}
		var teams = seen.stream().filter(place -> place.teamId() != null && paths.has(place.role())).map(place -> new ReadinessPage.Team(place.teamId(), place.teamName())).distinct()
				.sorted(Comparator.comparing(ReadinessPage.Team::name)).toList();
		return new ReadinessPage(today, teams, columns, lines);
	}

	private static ReadinessPage.Cell cell(Holding holding, LocalDateTime planned) {
		return holding == null ? new ReadinessPage.Cell(null, null, null, planned) : new ReadinessPage.Cell(holding.state(), holding.lastDay(), holding.number(), planned);
	}

	/** Everybody at work whose next certification was due. */
	List<DeskPage.Late> late(Line line, Map<Long, String> titles, Map<Long, Map<Long, LocalDateTime>> planned) {
		var today = people.today();
		var paths = new Paths(today);
		var holdings = service.holdings(line.everybody().stream().map(Line.Place::personId).toList(), today);
		var late = new ArrayList<DeskPage.Late>();
		for (var place : line.everybody()) {
			var progress = paths.of(place, holdings.getOrDefault(place.personId(), Map.of()), today);
			var next = progress == null ? null : progress.next();
			// what has expired stands among what expires
			if (next != null && next.late() && next.state() == LearningPath.State.NEXT && titles.containsKey(next.step().certificationId())) {
				late.add(new DeskPage.Late(place.personId(), place.name(), next.step().certificationId(), titles.get(next.step().certificationId()), next.dueOn(),
						planned.getOrDefault(place.personId(), Map.of()).containsKey(next.step().certificationId())));
			}
		}
		late.sort(Comparator.comparing(DeskPage.Late::dueOn).thenComparing(DeskPage.Late::person));
		return late;
	}

	/** A role's path and what is not in it. Needs TRAIN. */
	@Needs(TRAIN)
	public PathPage path(Role role) {
		var rows = new LinkedHashMap<Long, CertificationRow>();
		service.catalogue().forEach(row -> rows.put(row.id(), row));
		var lines = certifications.paths(people.today()).getOrDefault(role, List.of()).stream()
				.map(step -> new PathLine(step.certificationId(), rows.get(step.certificationId()).title(), rows.get(step.certificationId()).level(), step.inMonth(), step.gate())).toList();
		lines.forEach(line -> rows.remove(line.certificationId()));
		return new PathPage(role, lines, rows.values().stream().filter(row -> !row.retired()).toList());
	}

	/**
	 * Says what somebody new in a role earns month by month. It holds for everybody in the role from today on; what was earned stays earned, and of days before the path as it
	 * was then goes on to hold. Needs TRAIN.
	 */
	@Needs(TRAIN)
	public void writePath(Role role, List<WriteStep> wanted) {
		var steps = new ArrayList<LearningPath.Step>();
		var known = titles();
		for (var step : wanted) {
			if (!known.containsKey(step.certificationId()) || steps.stream().anyMatch(other -> other.certificationId() == step.certificationId())) {
				throw new BusinessException("training.cert.error.path");
			}
			if (step.inMonth() < 1 || step.inMonth() > LAST_MONTH) {
				throw new BusinessException("training.cert.error.path-month", LAST_MONTH);
			}
			steps.add(new LearningPath.Step(step.certificationId(), step.inMonth(), steps.size(), step.gate()));
		}
		var before = certifications.paths(people.today()).getOrDefault(role, List.of());
		certifications.takeTurns();
		certifications.writePath(role, people.today(), steps, current.get().name());
		changed.fire(new ReadinessChanged(Set.of()));
		audit.record("WRITE_PATH", "Path", role, role.name(), Map.of("steps", before.toString()), Map.of("steps", steps.toString()));
	}
}
