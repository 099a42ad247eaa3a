package org.headcoach.training;

import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Role;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.CertificationService.Evaluator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to what is taught: curricula laid out from the methodology, their materials and the practicum, and who can teach which stage. For trainers; who learns by it sees it
 * through the class.
 */
@ApplicationScoped
@Transactional
public class CurriculumService {

	/** Deep sessions are as long as this unless somebody says otherwise. */
	public static final int DEEP_MINUTES = 90;
	public static final int OVERVIEW_MINUTES = 120;

	private static final int MOST_SESSIONS = 40;
	private static final int MOST_TASKS = 40;
	private static final int MOST_MATERIALS = 30;
	/** So many opportunities are needed before a conversion says anything. */
	private static final int ENOUGH = 30;
	private static final int HINT_MONTHS = 12;

	/** @param outdated whether a later version of the methodology is published */
	public record CurriculumRow(long id, String title, int methodologyNo, boolean outdated, long sessions, long minutes, long tasks, long classes, boolean retired) implements Serializable {
	}

	/** A task as it is proposed with a new curriculum. @param afterStage place, from 0, of the stage whose session it belongs to; null: of the whole curriculum */
	public record NewTask(Integer afterStage, String title, String about, int dueDays) implements Serializable {
	}

	/** @param overview title of the overview session @param deep title of a deep session, by the name of its stage @param formKey sent twice, it makes one curriculum */
	public record LayOut(String title, String overview, Map<String, String> deep, List<NewTask> practicum, String formKey) implements Serializable {
	}

	/** @param id null for a new one, then {@code version} too @param teacher a key of {@link #teachers}; null for nobody yet */
	public record WriteSession(long curriculumId, Long id, Integer version, Long partId, String title, String about, int minutes, String teacher) implements Serializable {
	}

	/** @param content of a file @param fileName of a file */
	public record AddMaterial(long sessionId, MaterialKind kind, String title, String address, String words, String fileName, byte[] content) implements Serializable {
	}

	/** @param id null for a new one, then {@code version} too @param sessionId null: of the whole curriculum */
	public record WriteTask(long curriculumId, Long id, Integer version, Long sessionId, String title, String about, int dueDays) implements Serializable {
	}

	private record LaidOut(int methodology, List<String> sessions, List<String> teachers, List<String> tasks) {
	}

	private record Written(String title, int minutes, String teacher) {
	}

	private record TaskWritten(String title, int dueDays) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Classes classes;

	@Inject
	private Bank bank;

	@Inject
	private MethodologyService methodology;

	@Inject
	private CertificationService certifications;

	@Inject
	private SalesProcesses processes;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ curricula

	/** All of them, those that are retired last. Needs TRAIN. */
	@Needs(TRAIN)
	public List<CurriculumRow> curricula() {
		var latest = methodology.latest().map(MethodologyVersion::versionNo).orElse(0);
		var sessions = classes.sessionsByCurriculum();
		var tasks = classes.tasksByCurriculum();
		var planned = classes.classesByCurriculum();
		return em.createQuery("select c, m.versionNo from Curriculum c, MethodologyVersion m where m.id = c.methodologyId order by c.retired, c.title, c.id", Object[].class).getResultStream().map(row -> {
			var curriculum = (Curriculum) row[0];
			var own = sessions.getOrDefault(curriculum.id(), List.of());
			return new CurriculumRow(curriculum.id(), curriculum.title(), (Integer) row[1], (Integer) row[1] < latest, own.size(), own.stream().mapToInt(CurriculumSession::minutes).sum(),
					tasks.getOrDefault(curriculum.id(), List.of()).size(), planned.getOrDefault(curriculum.id(), 0L), curriculum.isRetired());
		}).toList();
	}

	/** One of them with sessions, materials and practicum. Needs TRAIN. @throws NotHereException when there is none */
	@Needs(TRAIN)
	public CurriculumPage curriculum(long id) {
		var curriculum = found(em.find(Curriculum.class, id), "curriculum", id);
		var no = em.find(MethodologyVersion.class, curriculum.methodologyId()).versionNo();
		var parts = bank.parts().stream().collect(Collectors.toMap(Part::id, Part::name));
		var sessions = classes.sessionsOf(id);
		var materials = classes.materials(sessions.stream().map(CurriculumSession::id).toList());
		var titles = sessions.stream().collect(Collectors.toMap(CurriculumSession::id, CurriculumSession::title));
		return new CurriculumPage(id, curriculum.title(), no, methodology.latest().map(MethodologyVersion::versionNo).orElse(0) > no, curriculum.isRetired(),
				sessions.stream().map(session -> new CurriculumPage.Session(session.id(), session.version(), session.partId(), parts.get(session.partId()), session.title(), session.about(), session.minutes(),
						session.teacherKey(), session.teacherName(), materials.getOrDefault(session.id(), List.of()))).toList(),
				classes.tasksOf(id).stream().map(task -> new CurriculumPage.Task(task.id(), task.version(), task.sessionId(), titles.get(task.sessionId()), task.title(), task.about(), task.dueDays())).toList(),
				classes.classesByCurriculum().getOrDefault(id, 0L));
	}

	static <T> T found(T entity, String what, long id) {
		if (entity == null) {
			throw new NotHereException("No " + what + " " + id);
		}
		return entity;
	}

	/**
	 * Lays a curriculum out from the methodology that holds: one overview, then one deep session for each stage of the process, in its order, each with the teacher whose
	 * superpower the stage is (of several, who has been with the company longest). Needs TRAIN.
	 *
	 * @return its id; of the form's first one when it is sent again
	 * @throws BusinessException when no methodology is published
	 */
	@Needs(TRAIN)
	public long layOut(LayOut wanted) {
		classes.takeTurns();
		var sent = em.createQuery("select c.id from Curriculum c where c.formKey = :key", Long.class).setParameter("key", wanted.formKey()).getResultStream().findFirst();
		if (sent.isPresent()) {
			return sent.get();
		}
		var version = methodology.latest().orElseThrow(() -> new BusinessException("learn.curriculum.error.no-method"));
		var curriculum = new Curriculum(wanted.title(), version.id(), clock.now(), current.get().name(), wanted.formKey());
		em.persist(curriculum);
		em.flush();
		var teachers = strongest();
		var sessions = new ArrayList<CurriculumSession>();
		var overview = new CurriculumSession(curriculum.id(), 0, null);
		// who lays it out knows the whole
		overview.write(wanted.overview(), null, OVERVIEW_MINUTES, current.get().personId() != null ? null : certifications.evaluators(reach.today()).get("account-" + current.get().accountId()));
		sessions.add(overview);
		for (var stage : version.content().process()) {
			var session = new CurriculumSession(curriculum.id(), sessions.size(), stage.partId());
			session.write(wanted.deep().getOrDefault(stage.name(), stage.name()), stage.sellerDoes(), DEEP_MINUTES, teachers.get(stage.partId()));
			sessions.add(session);
		}
		sessions.forEach(em::persist);
		em.flush();
		var tasks = new ArrayList<PracticumTask>();
		for (var one : wanted.practicum()) {
			var task = new PracticumTask(curriculum.id(), tasks.size());
			task.write(one.afterStage() == null || one.afterStage() + 1 >= sessions.size() ? null : sessions.get(one.afterStage() + 1).id(), one.title(), one.about(), one.dueDays());
			tasks.add(task);
		}
		tasks.forEach(em::persist);
		em.flush();
		audit.record("LAY_OUT_CURRICULUM", "Curriculum", curriculum.id(), curriculum.title(), null, new LaidOut(version.versionNo(), sessions.stream().map(CurriculumSession::title).toList(),
				sessions.stream().map(CurriculumSession::teacherName).filter(Objects::nonNull).toList(), tasks.stream().map(PracticumTask::title).toList()));
		return curriculum.id();
	}

	/** By stage: of those whose superpower it is, who has been here longest. */
	private Map<Long, Evaluator> strongest() {
		var line = reach.today();
		var choices = certifications.evaluators(line);
		return superpowersKept().stream().filter(one -> line.of(one.personId()) != null).sorted(Comparator.comparing((Superpower one) -> line.of(one.personId()).startedOn()).thenComparing(Superpower::personId))
				.collect(Collectors.toMap(Superpower::partId, one -> choices.get("person-" + one.personId()), (longest, other) -> longest));
	}

	private List<Superpower> superpowersKept() {
		return em.createQuery("select s from Superpower s", Superpower.class).getResultList();
	}

	/** Everybody who can teach: people at work, and accounts that train without a place in the line; by name. Needs TRAIN. */
	@Needs(TRAIN)
	public List<Evaluator> teachers() {
		return certifications.evaluators(reach.today()).values().stream().sorted(Comparator.comparing(Evaluator::name)).toList();
	}

	/** Null for nobody. @throws NotHereException for somebody who is not here */
	Evaluator teacher(String key) {
		if (key == null || key.isBlank()) {
			return null;
		}
		var found = certifications.evaluators(reach.today()).get(key);
		if (found == null) {
			throw new NotHereException("Nobody teaches by the word " + key);
		}
		return found;
	}

	/** Another title, and whether it is retired: then no class is planned by it. Needs TRAIN. */
	@Needs(TRAIN)
	public void change(long id, String title, boolean retired) {
		var curriculum = locked(id);
		var before = Map.of("title", curriculum.title(), "retired", curriculum.isRetired());
		curriculum.rename(title);
		curriculum.retire(retired);
		var after = Map.of("title", curriculum.title(), "retired", curriculum.isRetired());
		if (!before.equals(after)) {
			audit.record("CHANGE_CURRICULUM", "Curriculum", id, curriculum.title(), before, after);
		}
	}

	private Curriculum locked(long id) {
		classes.takeTurns();
		return found(em.find(Curriculum.class, id), "curriculum", id);
	}

	/**
	 * Writes a session, a new one behind the others. Classes that are planned keep title, time and teacher that they have. Needs TRAIN.
	 *
	 * @throws BusinessException when it has no title, or nobody could sit through it
	 */
	@Needs(TRAIN)
	public long writeSession(WriteSession wanted) {
		var curriculum = locked(wanted.curriculumId());
		var own = classes.sessionsOf(curriculum.id());
		if (wanted.partId() != null && bank.parts().stream().noneMatch(part -> part.id().equals(wanted.partId()))) {
			throw new NotHereException("No part " + wanted.partId());
		}
		CurriculumSession session;
		if (wanted.id() == null) {
			if (own.size() >= MOST_SESSIONS) {
				throw new BusinessException("learn.error.many", MOST_SESSIONS);
			}
			session = new CurriculumSession(curriculum.id(), own.stream().mapToInt(CurriculumSession::ordinal).max().orElse(-1) + 1, wanted.partId());
		} else {
			session = session(curriculum.id(), wanted.id());
			requireSame(session.version(), wanted.version(), session.title());
		}
		var before = wanted.id() == null ? null : new Written(session.title(), session.minutes(), session.teacherName());
		session.write(wanted.title(), wanted.about(), wanted.minutes(), teacher(wanted.teacher()));
		if (wanted.id() == null) {
			em.persist(session);
		}
		em.flush();
		audit.record("WRITE_SESSION", "Curriculum", curriculum.id(), curriculum.title(), before, new Written(session.title(), session.minutes(), session.teacherName()));
		return session.id();
	}

	private void requireSame(int version, Integer seen, String what) {
		if (seen == null || version != seen) {
			throw new ChangedMeanwhileException(what, null, clock.now());
		}
	}

	private CurriculumSession session(long curriculumId, long id) {
		return classes.sessionsOf(curriculumId).stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> new NotHereException("No session " + id + " in curriculum " + curriculumId));
	}

	/** Changes places with the session before or after it; at the end of the list nothing happens. Needs TRAIN. */
	@Needs(TRAIN)
	public void moveSession(long curriculumId, long id, boolean up) {
		var curriculum = locked(curriculumId);
		var own = classes.sessionsOf(curriculumId);
		var session = session(curriculumId, id);
		var other = own.indexOf(session) + (up ? -1 : 1);
		if (other < 0 || other >= own.size()) {
			return;
		}
		var there = own.get(other);
		var ordinal = session.ordinal();
		session.moveTo(there.ordinal());
		there.moveTo(ordinal);
		em.flush();
		audit.record("MOVE_SESSION", "Curriculum", curriculumId, curriculum.title(), null, classes.sessionsOf(curriculumId).stream().map(CurriculumSession::title).toList());
	}

	/** Takes a session out; classes that are planned keep it. Needs TRAIN. */
	@Needs(TRAIN)
	public void removeSession(long curriculumId, long id) {
		var curriculum = locked(curriculumId);
		var session = session(curriculumId, id);
		session.remove();
		audit.record("REMOVE_SESSION", "Curriculum", curriculumId, curriculum.title(), Map.of("session", session.title()), null);
	}

	// ------------------------------------------------------------ materials

	/**
	 * Adds something to read, to watch or to keep; classes see it at once. Needs TRAIN.
	 *
	 * @throws BusinessException for more than 10 MB, for a file that is none of the kinds that are taken, an address that is no web page, a text without words
	 */
	@Needs(TRAIN)
	public long addMaterial(AddMaterial wanted) {
		classes.takeTurns();
		var session = found(em.find(CurriculumSession.class, wanted.sessionId()), "session", wanted.sessionId());
		if (classes.materials(List.of(session.id())).getOrDefault(session.id(), List.of()).size() >= MOST_MATERIALS) {
			throw new BusinessException("learn.error.many", MOST_MATERIALS);
		}
		var file = wanted.kind() == MaterialKind.FILE ? classes.keep(wanted.fileName(), wanted.content()) : null;
		var material = new TrainingMaterial(session.id(), wanted.kind(), wanted.title(), wanted.address(), wanted.words(), file, clock.now(), current.get().name());
		em.persist(material);
		em.flush();
		audit.record("ADD_MATERIAL", "Curriculum", session.curriculumId(), session.title(), null, Map.of("kind", material.kind(), "title", material.title()));
		return material.id();
	}

	/** Takes a material away, from classes too. Needs TRAIN. */
	@Needs(TRAIN)
	public void removeMaterial(long id) {
		var material = found(em.find(TrainingMaterial.class, id), "material", id);
		var session = em.find(CurriculumSession.class, material.sessionId());
		em.remove(material);
		em.flush();
		if (material.fileId() != null) {
			em.remove(em.find(TrainingFile.class, material.fileId()));
		}
		audit.record("REMOVE_MATERIAL", "Curriculum", session.curriculumId(), session.title(), Map.of("kind", material.kind(), "title", material.title()), null);
	}

	// ------------------------------------------------------------ practicum

	/** Writes a task of the practicum; classes that are planned get its words, not a new one. Needs TRAIN. @throws BusinessException when it has no title or says nothing */
	@Needs(TRAIN)
	public long writeTask(WriteTask wanted) {
		var curriculum = locked(wanted.curriculumId());
		var own = classes.tasksOf(curriculum.id());
		if (wanted.sessionId() != null) {
			session(curriculum.id(), wanted.sessionId());
		}
		PracticumTask task;
		if (wanted.id() == null) {
			if (own.size() >= MOST_TASKS) {
				throw new BusinessException("learn.error.many", MOST_TASKS);
			}
			task = new PracticumTask(curriculum.id(), own.stream().mapToInt(PracticumTask::ordinal).max().orElse(-1) + 1);
		} else {
			task = task(own, wanted.id());
			requireSame(task.version(), wanted.version(), task.title());
		}
		var before = wanted.id() == null ? null : new TaskWritten(task.title(), task.dueDays());
		task.write(wanted.sessionId(), wanted.title(), wanted.about(), wanted.dueDays());
		if (wanted.id() == null) {
			em.persist(task);
		}
		em.flush();
		audit.record("WRITE_TASK", "Curriculum", curriculum.id(), curriculum.title(), before, new TaskWritten(task.title(), task.dueDays()));
		return task.id();
	}

	private static PracticumTask task(List<PracticumTask> own, long id) {
		return own.stream().filter(one -> one.id() == id).findFirst().orElseThrow(() -> new NotHereException("No task " + id));
	}

	/** Takes a task out; classes that are planned keep it. Needs TRAIN. */
	@Needs(TRAIN)
	public void removeTask(long curriculumId, long id) {
		var curriculum = locked(curriculumId);
		var task = task(classes.tasksOf(curriculumId), id);
		task.remove();
		audit.record("REMOVE_TASK", "Curriculum", curriculumId, curriculum.title(), Map.of("task", task.title()), null);
	}

	// ------------------------------------------------------------ superpowers

	/** Who is strongest in which stage, with what the figures of the last twelve months and role plays point to; those who have been here longest first. Needs TRAIN. */
	@Needs(TRAIN)
	public SuperpowersPage superpowers() {
		var stages = bank.parts().stream().filter(part -> part.kind() == Part.Kind.SALES_PROCESS).toList();
		var names = stages.stream().collect(Collectors.toMap(Part::id, Part::name));
		var kept = superpowersKept().stream().collect(Collectors.toMap(Superpower::personId, Function.identity()));
		var people = reach.today().everybodyIn(Role.REP).stream().sorted(Comparator.comparing(Line.Place::startedOn).thenComparing(Line.Place::name).thenComparing(Line.Place::personId)).toList();
		var hints = hints(people.stream().map(Line.Place::personId).toList(), names);
		return new SuperpowersPage(stages.stream().map(part -> new SuperpowersPage.Stage(part.id(), part.name(), kept.values().stream().filter(one -> one.partId() == part.id()).count())).toList(),
				people.stream().map(place -> {
					var own = kept.get(place.personId());
					return new SuperpowersPage.Line(place.personId(), place.name(), place.teamName(), place.startedOn(), own == null ? null : own.partId(), own == null ? null : names.get(own.partId()),
							own == null ? null : own.note(), hints.get(place.personId()));
				}).toList());
	}

	/** One read of the rollups for everybody; a stage counts from 30 opportunities on. */
	private Map<Long, SuperpowersPage.Hint> hints(Collection<Long> persons, Map<Long, String> names) {
		var last = YearMonth.from(people.today()).minusMonths(1);
		var table = figures.of(persons, last.minusMonths(HINT_MONTHS - 1), last);
		var scores = classes.scoresByStage();
		var best = new HashMap<Long, SuperpowersPage.Hint>();
		methodology.stepsByPart().forEach((part, step) -> processes.main().before(step.code()).filter(before -> names.containsKey(part)).ifPresent(before -> {
			var rates = new HashMap<Long, Double>();
			persons.forEach(person -> {
				var of = of(table, person, before.code());
				if (of >= ENOUGH) {
					rates.put(person, of(table, person, step.code()) / (double) of);
				}
			});
			var sorted = rates.values().stream().sorted().toList();
			rates.forEach((person, rate) -> {
				var hint = new SuperpowersPage.Hint(part, names.get(part), rate, of(table, person, before.code()), (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2,
						scores.getOrDefault(person, Map.of()).get(step.code()));
				best.merge(person, hint, (one, other) -> above(other) > above(one) ? other : one);
			});
		}));
		best.values().removeIf(hint -> above(hint) <= 1);
		return best;
	}

	private static long of(FigureTable table, long person, String code) {
		return table.over(person).count(code);
	}

	/** How many times the median; 0 where nobody converts. */
	private static double above(SuperpowersPage.Hint hint) {
		return hint.median() == 0 ? 0 : hint.rate() / hint.median();
	}

	/** Records what somebody is strongest in. Needs TRAIN. @param partId a stage of the process; null: nothing any more */
	@Needs(TRAIN)
	public void recordSuperpower(long personId, Long partId, String note) {
		classes.takeTurns();
		var place = reach.today().of(personId);
		if (place == null) {
			throw new NotHereException("Person " + personId + " is not at work");
		}
		var stages = bank.parts().stream().filter(part -> part.kind() == Part.Kind.SALES_PROCESS).collect(Collectors.toMap(Part::id, Part::name));
		if (partId != null && !stages.containsKey(partId)) {
			throw new NotHereException("No stage " + partId);
		}
		var known = em.find(Superpower.class, personId);
		var before = known == null ? null : Map.of("stage", stages.get(known.partId()));
		if (partId == null) {
			if (known != null) {
				em.remove(known);
				audit.record("RECORD_SUPERPOWER", "Salesperson", personId, place.name(), before, null);
			}
			return;
		}
		var superpower = known == null ? new Superpower(personId) : known;
		superpower.say(partId, note, clock.now(), current.get().name());
		if (known == null) {
			em.persist(superpower);
		}
		audit.record("RECORD_SUPERPOWER", "Salesperson", personId, place.name(), before, Map.of("stage", stages.get(partId)));
	}
}
