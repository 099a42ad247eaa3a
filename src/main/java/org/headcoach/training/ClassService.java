package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TAKE_EXAMS;
import static org.headcoach.people.Permission.TRAIN;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Reach;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.ChangedMeanwhileException;
import org.headcoach.shared.NotHereException;
import org.headcoach.training.CertificationService.Evaluator;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.engine.Schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to classes: a trainer plans them, teachers write down who was there, learners hand in what the practicum asks for and get it reviewed. What somebody sees of a class
 * says {@link ClassReach}; what is none of it does not exist.
 */
@ApplicationScoped
@Transactional
public class ClassService {

	private static final int AHEAD_MONTHS = 2;
	private static final int DUE_DAYS = 3;
	private static final Schedule.Rhythm USUAL = new Schedule.Rhythm(Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0), 2);

	/**
	 * Plans a class.
	 *
	 * @param people by id
	 * @param teams whose people learn too, as the teams stand on the first day
	 * @param formKey sent twice, it makes one class
	 */
	public record PlanClass(long curriculumId, String title, LocalDate startsOn, Collection<Long> people, Collection<Long> teams, Schedule.Rhythm rhythm, String place, String formKey) implements Serializable {
		public PlanClass {
			people = List.copyOf(people);
			teams = List.copyOf(teams);
		}
	}

	/** Moves a session. @param starts on the clock of the company @param teacher a key of {@link CurriculumService#teachers}; null for nobody yet */
	public record MoveLesson(long lessonId, int version, LocalDateTime starts, int minutes, String place, String teacher) implements Serializable {
	}

	/** Hands something in: words, an address on the web, a file; at least one of them. */
	public record HandInTask(long classId, long taskId, String words, String address, String fileName, byte[] content) implements Serializable {
	}

	/** @param version of the hand-in as it was read */
	public record ReviewHandIn(long handInId, int version, boolean accepted, String words) implements Serializable {
	}

	/** A line of the list. @param there share of sessions at which people were there, in percent; null before the first is written down */
	public record ClassRow(long id, String title, String curriculum, LocalDate startsOn, LocalDate endsOn, ClassState state, long people, long held, long sessions, Long there, long unattended, long waiting)
			implements Serializable {
	}

	/** What the form for a class offers. */
	public record Choices(List<CurriculumService.CurriculumRow> curricula, List<Line.Place> people, Map<String, Long> teams) implements Serializable {
	}

	/** Something handed in that waits for the reader. */
	public record Waiting(long classId, String className, long taskId, String task, long personId, String person, LocalDateTime since) implements Serializable {
	}

	/** A session that the reader has to write down. */
	public record Unattended(long lessonId, String title, String className, LocalDateTime startsAt) implements Serializable {
	}

	/** What waits for who trains or teaches. */
	public record Desk(List<Waiting> waiting, List<Unattended> unattended) implements Serializable {
	}

	/** What the front page says. @param lessons of today, in which the reader learns or teaches @param tasks that are late, sent back, or due within three days */
	public record Today(List<MyLearning.Lesson> lessons, List<MyLearning.Task> tasks, Desk desk) implements Serializable {
	}

	/** An appointment for a calendar. */
	public record Appointment(long lessonId, int sequenceNo, String title, String className, String teacher, String place, Instant starts, Instant ends) implements Serializable {
	}

	/** A file to be sent. */
	public record Download(String name, String type, byte[] content) implements Serializable {
	}

	private record Planned(String curriculum, LocalDate startsOn, int people, List<String> sessions) {
	}

	private record Moved(LocalDateTime starts, LocalDateTime ends, String teacher, String place) {
	}

	private record Reviewed(String task, String person, int no, HandIn.Verdict verdict) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Classes classes;

	@Inject
	private ClassReach within;

	@Inject
	private ExamQuiet quiet;

	@Inject
	private CurriculumService curricula;

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
	private BusinessClock clock;

	@Inject
	private Event<ClassPlanned> planned;

	// ------------------------------------------------------------ planning

	/** What the form for a class offers: people at work now or within two months, the newest first. Needs TRAIN. */
	@Needs(TRAIN)
	public Choices choices() {
		var today = people.today();
		var found = new LinkedHashMap<Long, Line.Place>();
		reach.today().everybody().forEach(place -> found.put(place.personId(), place));
		positions.on(today.plusMonths(AHEAD_MONTHS)).everybody().forEach(place -> found.putIfAbsent(place.personId(), place));
		var teams = new TreeMap<String, Long>();
		found.values().stream().filter(place -> place.teamId() != null).forEach(place -> teams.put(place.teamName(), place.teamId()));
		return new Choices(curricula.curricula().stream().filter(row -> !row.retired() && row.sessions() > 0).toList(), found.values().stream()
				.sorted(Comparator.comparing(Line.Place::startedOn).reversed().thenComparing(Line.Place::name).thenComparing(Line.Place::personId)).toList(), new LinkedHashMap<>(teams));
	}

	/**
	 * Plans a class: every session of the curriculum in its order, on working days, when its teacher is free; and the days on which its tasks are due. Needs TRAIN.
	 *
	 * @return its id; of the form's first one when it is sent again
	 * @throws BusinessException when nobody learns, somebody learns where he or she teaches, or the sessions find no room
	 */
	@Needs(TRAIN)
	public long plan(PlanClass wanted) {
		classes.takeTurns();
		var sent = em.createQuery("select c.id from TrainingClass c where c.formKey = :key", Long.class).setParameter("key", wanted.formKey()).getResultStream().findFirst();
		if (sent.isPresent()) {
			return sent.get();
		}
		var curriculum = CurriculumService.found(em.find(Curriculum.class, wanted.curriculumId()), "curriculum", wanted.curriculumId());
		var sessions = classes.sessionsOf(curriculum.id());
		if (curriculum.isRetired() || sessions.isEmpty()) {
			throw new BusinessException("learn.class.error.curriculum");
		}
		if (wanted.startsOn() == null) {
			throw new BusinessException("learn.class.error.first-day");
		}
		var one = new TrainingClass(curriculum.id(), wanted.title(), wanted.startsOn(), wanted.place(), clock.now(), current.get().name(), wanted.formKey());
		var line = positions.on(wanted.startsOn());
		line.everybody().stream().filter(place -> wanted.people().contains(place.personId()) || place.teamId() != null && wanted.teams().contains(place.teamId())).forEach(place -> one.join(place.personId()));
		if (!one.members().containsAll(wanted.people())) {
			throw new BusinessException("learn.class.error.not-at-work");
		}
		if (one.members().isEmpty()) {
			throw new BusinessException("learn.class.error.nobody");
		}
		sessions.forEach(session -> requireTeaches(one, session.teacherPersonId(), session.teacherName()));
		em.persist(one);
		em.flush();
		layOut(one, sessions, wanted.startsOn(), wanted.rhythm());
		var lessons = classes.lessons(one.id());
		audit.record("PLAN_CLASS", "TrainingClass", one.id(), one.title(), null,
				new Planned(curriculum.title(), one.startsOn(), one.members().size(), lessons.stream().map(lesson -> at(lesson.startsAt()) + " " + lesson.title()).toList()));
		planned.fire(new ClassPlanned(one.id(), null, one.members()));
		return one.id();
	}

	/** Plans these sessions one after the other from a day on, and the days of tasks that have none yet. */
	private void layOut(TrainingClass one, List<CurriculumSession> sessions, LocalDate first, Schedule.Rhythm rhythm) {
		var zone = people.company().zone();
		var slots = Schedule.of(sessions.stream().map(session -> new Schedule.Lesson(session.minutes(), session.teacherKey())).toList(), first, rhythm, people.calendar(),
				busy(first.atStartOfDay(zone).toInstant(), zone, null));
		for (int i = 0; i < sessions.size(); i++) {
			var session = sessions.get(i);
			var lesson = new ClassSession(one.id(), session.id(), session.title());
			lesson.plan(slots.get(i).starts().atZone(zone).toInstant(), slots.get(i).ends().atZone(zone).toInstant(), one.place(),
					session.teacherName() == null ? null : new Evaluator(session.teacherPersonId(), session.teacherAccountId(), session.teacherName()));
			em.persist(lesson);
		}
		em.flush();
		var lessons = classes.lessons(one.id());
		classes.tasksOf(one.curriculumId()).stream().filter(task -> !one.dues().containsKey(task.id())).forEach(task -> one.due(task.id(), dueOn(task, one, lessons)));
		em.flush();
	}

	/** What the curriculum has got since the class was planned; nothing for a class that has ended. */
	private List<CurriculumSession> added(TrainingClass one, List<ClassSession> lessons) {
		var state = state(one, lessons);
		return state == ClassState.OVER || state == ClassState.CALLED_OFF ? List.of()
				: classes.sessionsOf(one.curriculumId()).stream().filter(session -> lessons.stream().noneMatch(lesson -> lesson.sessionId() == session.id())).toList();
	}

	/**
	 * Takes in what was added to the curriculum since: behind the last session of the class, two a day between nine and five, from where it can be moved; tasks that are new get their days, and everybody is told.
	 * Needs TRAIN.
	 *
	 * @return how many sessions
	 * @throws BusinessException when somebody would learn where he or she teaches
	 */
	@Needs(TRAIN)
	public int takeIn(long classId) {
		var one = planning(classId);
		var before = classes.lessons(classId);
		var added = added(one, before);
		if (added.isEmpty()) {
			return 0;
		}
		added.forEach(session -> requireTeaches(one, session.teacherPersonId(), session.teacherName()));
		var last = endsOn(one, before);
		layOut(one, added, (last.isBefore(people.today()) ? people.today() : last).plusDays(1), USUAL);
		var fresh = classes.lessons(classId).stream().filter(lesson -> before.stream().noneMatch(other -> other.id().equals(lesson.id()))).toList();
		audit.record("TAKE_IN_SESSIONS", "TrainingClass", classId, one.title(), null, Map.of("sessions", fresh.stream().map(lesson -> at(lesson.startsAt()) + " " + lesson.title()).toList()));
		fresh.forEach(lesson -> planned.fire(new ClassPlanned(classId, lesson.id(), one.members())));
		return fresh.size();
	}

	private static void requireTeaches(TrainingClass one, Long teacher, String name) {
		if (teacher != null && one.members().contains(teacher)) {
			throw new BusinessException("learn.class.error.learns", name);
		}
	}

	/** By teacher, on the clock of the company. */
	private Map<String, List<Schedule.Slot>> busy(Instant from, ZoneId zone, Long except) {
		return classes.plannedAfter(from).stream().filter(lesson -> !lesson.id().equals(except)).collect(Collectors.groupingBy(ClassSession::teacherKey, Collectors.mapping(lesson -> slot(lesson, zone), Collectors.toList())));
	}

	private static Schedule.Slot slot(ClassSession lesson, ZoneId zone) {
		return new Schedule.Slot(lesson.startsAt().atZone(zone).toLocalDateTime(), lesson.endsAt().atZone(zone).toLocalDateTime());
	}

	private LocalDate dueOn(PracticumTask task, TrainingClass one, List<ClassSession> lessons) {
		var from = lessons.stream().filter(lesson -> Objects.equals(task.sessionId(), lesson.sessionId())).findFirst().map(lesson -> at(lesson.startsAt()).toLocalDate()).orElse(one.startsOn());
		return people.calendar().onOrAfter(from.plusDays(task.dueDays()));
	}

	private LocalDateTime at(Instant moment) {
		return moment == null ? null : moment.atZone(people.company().zone()).toLocalDateTime();
	}

	private TrainingClass found(long id) {
		return CurriculumService.found(em.find(TrainingClass.class, id), "class", id);
	}

	private TrainingClass planning(long id) {
		classes.takeTurns();
		var one = found(id);
		if (one.isCalledOff()) {
			throw new BusinessException("learn.class.error.called-off");
		}
		return one;
	}

	/**
	 * Moves a session by hand, or gives it another place or teacher; the tasks that follow it move along, and everybody is told. Needs TRAIN.
	 *
	 * @throws BusinessException on a day off, when the teacher teaches elsewhere at that time, when the class has another session then, or when it was held already
	 */
	@Needs(TRAIN)
	public void move(MoveLesson wanted) {
		classes.takeTurns();
		var lesson = CurriculumService.found(em.find(ClassSession.class, wanted.lessonId()), "session", wanted.lessonId());
		var one = planning(lesson.classId());
		if (lesson.version() != wanted.version()) {
			throw new ChangedMeanwhileException(lesson.title(), null, clock.now());
		}
		if (lesson.heldAt() != null) {
			throw new BusinessException("learn.class.error.held", lesson.title());
		}
		if (wanted.starts() == null || wanted.minutes() < CurriculumSession.SHORTEST || wanted.minutes() > CurriculumSession.LONGEST) {
			throw new BusinessException("learn.session.error.minutes", CurriculumSession.SHORTEST, CurriculumSession.LONGEST);
		}
		if (!people.calendar().isWorkingDay(wanted.starts().toLocalDate())) {
			throw new BusinessException("learn.class.error.day-off", wanted.starts().toLocalDate());
		}
		var teacher = curricula.teacher(wanted.teacher());
		var zone = people.company().zone();
		var slot = new Schedule.Slot(wanted.starts(), wanted.starts().plusMinutes(wanted.minutes()));
		if (teacher != null) {
			requireTeaches(one, teacher.personId(), teacher.name());
			if (busy(Instant.EPOCH, zone, lesson.id()).getOrDefault(teacher.key(), List.of()).stream().anyMatch(slot::overlaps)) {
				throw new BusinessException("learn.class.error.teacher-busy", teacher.name(), wanted.starts());
			}
		}
		classes.lessons(one.id()).stream().filter(other -> !other.id().equals(lesson.id()) && slot(other, zone).overlaps(slot)).findFirst().ifPresent(other -> {
			throw new BusinessException("learn.class.error.class-busy", other.title());
		});
		var before = new Moved(at(lesson.startsAt()), at(lesson.endsAt()), lesson.teacherName(), lesson.place());
		lesson.plan(slot.starts().atZone(zone).toInstant(), slot.ends().atZone(zone).toInstant(), wanted.place(), teacher);
		em.flush();
		var lessons = classes.lessons(one.id());
		classes.tasks(one.dues().keySet()).values().stream().filter(task -> Objects.equals(task.sessionId(), lesson.sessionId())).forEach(task -> one.due(task.id(), dueOn(task, one, lessons)));
		var after = new Moved(at(lesson.startsAt()), at(lesson.endsAt()), lesson.teacherName(), lesson.place());
		if (!before.equals(after)) {
			audit.record("MOVE_CLASS_SESSION", "TrainingClass", one.id(), one.title(), before, after);
			planned.fire(new ClassPlanned(one.id(), lesson.id(), one.members()));
		}
	}

	/** Lets people learn in a class that is planned already. Needs TRAIN. @throws BusinessException when somebody teaches there */
	@Needs(TRAIN)
	public void join(long classId, Collection<Long> persons) {
		var one = planning(classId);
		var line = reach.today();
		var later = positions.on(people.today().plusMonths(AHEAD_MONTHS));
		var fresh = new TreeSet<Long>();
		for (var person : persons) {
			if (line.of(person) == null && later.of(person) == null) {
				throw new NotHereException("Person " + person + " is not at work");
			}
			classes.lessons(classId).stream().filter(lesson -> person.equals(lesson.teacherPersonId())).findFirst().ifPresent(lesson -> {
				throw new BusinessException("learn.class.error.learns", lesson.teacherName());
			});
			if (!one.members().contains(person)) {
				one.join(person);
				fresh.add(person);
			}
		}
		if (!fresh.isEmpty()) {
			audit.record("JOIN_CLASS", "TrainingClass", classId, one.title(), null, Map.of("people", classes.names(fresh).values()));
			planned.fire(new ClassPlanned(classId, null, fresh));
		}
	}

	/** Lets somebody leave the class; what was written down and handed in stays. Needs TRAIN. */
	@Needs(TRAIN)
	public void leave(long classId, long person) {
		var one = planning(classId);
		if (!one.members().contains(person)) {
			throw new NotHereException("Person " + person + " does not learn in class " + classId);
		}
		one.leave(person);
		audit.record("LEAVE_CLASS", "TrainingClass", classId, one.title(), Map.of("people", classes.names(List.of(person)).values()), null);
	}

	/** Calls a class off; it stays, with the reason. Needs TRAIN. @throws BusinessException without one */
	@Needs(TRAIN)
	public void callOff(long classId, String why) {
		var one = planning(classId);
		one.callOff(why);
		audit.record("CALL_OFF_CLASS", "TrainingClass", classId, one.title(), null, Map.of("why", why));
		planned.fire(new ClassPlanned(classId, null, one.members()));
	}

	// ------------------------------------------------------------ reading

	/** The classes that the reader sees: for who trains all, else those in which the reader teaches or learns or people below do; the latest first. */
	@Needs({TRAIN, TAKE_EXAMS, SEE_READINESS})
	public List<ClassRow> classes() {
		var all = classes.all();
		var ids = all.stream().map(TrainingClass::id).toList();
		var lessons = classes.lessons(ids);
		var handIns = classes.handIns(ids).stream().collect(Collectors.groupingBy(HandIn::classId));
		var titles = em.createQuery("select c.id, c.title from Curriculum c", Object[].class).getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
		var tasks = classes.tasks(all.stream().flatMap(one -> one.dues().keySet().stream()).collect(Collectors.toSet()));
		return all.stream().filter(one -> within.sees(one, lessons.getOrDefault(one.id(), List.of()))).map(one -> row(one, titles.get(one.curriculumId()), lessons.getOrDefault(one.id(), List.of()),
				handIns.getOrDefault(one.id(), List.of()), tasks)).toList();
	}

	private ClassRow row(TrainingClass one, String curriculum, List<ClassSession> own, List<HandIn> handIns, Map<Long, PracticumTask> tasks) {
		var seen = within.people(one, own);
		var was = own.stream().flatMap(lesson -> lesson.attendance().entrySet().stream()).filter(entry -> seen.contains(entry.getKey())).map(Map.Entry::getValue).toList();
		return new ClassRow(one.id(), one.title(), curriculum, one.startsOn(), endsOn(one, own), state(one, own), one.members().size(), own.stream().filter(lesson -> lesson.heldAt() != null).count(), own.size(),
				was.isEmpty() ? null : Math.round(100.0 * was.stream().filter(Was::isThere).count() / was.size()),
				one.isCalledOff() ? 0 : own.stream().filter(lesson -> isUnattended(lesson) && within.attends(one, lesson)).count(),
				one.isCalledOff() ? 0 : handIns.stream().filter(turn -> turn.verdict() == null && tasks.containsKey(turn.taskId()) && within.reviews(one, tasks.get(turn.taskId()).sessionId(), own)).count());
	}

	private boolean isUnattended(ClassSession lesson) {
		return lesson.heldAt() == null && !lesson.endsAt().isAfter(clock.now());
	}

	private LocalDate endsOn(TrainingClass one, List<ClassSession> lessons) {
		return lessons.stream().map(lesson -> at(lesson.endsAt()).toLocalDate()).max(Comparator.naturalOrder()).orElse(one.startsOn());
	}

	private ClassState state(TrainingClass one, List<ClassSession> lessons) {
		var now = clock.now();
		return one.isCalledOff() ? ClassState.CALLED_OFF : lessons.stream().allMatch(lesson -> lesson.endsAt().isBefore(now)) ? ClassState.OVER
				: lessons.stream().allMatch(lesson -> lesson.startsAt().isAfter(now)) ? ClassState.PLANNED : ClassState.RUNNING;
	}

	/** A class with its sessions, and people as far as the reader sees them. @throws NotHereException when the reader has nothing to do with it */
	@Needs({TRAIN, TAKE_EXAMS, SEE_READINESS})
	public ClassPage page(long classId) {
		var one = found(classId);
		var lessons = classes.lessons(classId);
		within.require(one, lessons);
		var curriculum = em.find(Curriculum.class, one.curriculumId());
		var seen = within.people(one, lessons);
		var tasks = classes.tasks(one.dues().keySet());
		var handIns = classes.handIns(List.of(classId));
		var names = classes.names(seen);
		return new ClassPage(classId, one.title(), one.curriculumId(), curriculum.title(), one.startsOn(), endsOn(one, lessons), one.place(), one.calledOffWhy(), state(one, lessons), within.trains(),
				lessons.stream().anyMatch(within::teaches), within.trains() ? added(one, lessons).stream().map(CurriculumSession::title).toList() : List.of(),
				lessons.stream().map(lesson -> lesson(one, lesson, seen)).toList(),
				tasks.values().stream().sorted(Comparator.comparing((PracticumTask task) -> one.dues().get(task.id())).thenComparing(PracticumTask::ordinal).thenComparing(PracticumTask::id))
						.map(task -> new ClassPage.Task(task.id(), task.title(), one.dues().get(task.id()), within.reviews(one, task.sessionId(), lessons))).toList(),
				seen.stream().map(person -> new ClassPage.Person(person, names.get(person), !one.members().contains(person), wasOf(person, lessons), statesOf(person, one, handIns)))
						.sorted(Comparator.comparing(ClassPage.Person::name).thenComparing(ClassPage.Person::personId)).toList());
	}

	private ClassPage.Lesson lesson(TrainingClass one, ClassSession lesson, Set<Long> seen) {
		var was = lesson.attendance();
		return new ClassPage.Lesson(lesson.id(), lesson.version(), lesson.sessionId(), lesson.title(), at(lesson.startsAt()), at(lesson.endsAt()), lesson.place(), lesson.teacherKey(), lesson.teacherName(),
				lesson.heldAt() != null, !lesson.endsAt().isAfter(clock.now()), was.entrySet().stream().filter(entry -> seen.contains(entry.getKey()) && entry.getValue().isThere()).count(),
				was.keySet().stream().filter(seen::contains).count(), !one.isCalledOff() && within.attends(one, lesson));
	}

	private static Map<Long, Was> wasOf(long person, List<ClassSession> lessons) {
		var was = new HashMap<Long, Was>();
		lessons.stream().filter(lesson -> lesson.attendance().containsKey(person)).forEach(lesson -> was.put(lesson.id(), lesson.attendance().get(person)));
		return was;
	}

	private Map<Long, TaskState> statesOf(long person, TrainingClass one, List<HandIn> handIns) {
		var states = new HashMap<Long, TaskState>();
		one.dues().forEach((task, due) -> states.put(task, state(handIns.stream().filter(turn -> turn.classId() == one.id() && turn.taskId() == task && turn.personId() == person).toList(), due)));
		return states;
	}

	private TaskState state(List<HandIn> turns, LocalDate due) {
		if (turns.stream().anyMatch(turn -> turn.verdict() == HandIn.Verdict.ACCEPTED)) {
			return TaskState.ACCEPTED;
		}
		if (turns.stream().anyMatch(turn -> turn.verdict() == null)) {
			return TaskState.WAITING;
		}
		return turns.stream().anyMatch(turn -> turn.verdict() == HandIn.Verdict.AGAIN) ? TaskState.AGAIN : due.isBefore(people.today()) ? TaskState.LATE : TaskState.OPEN;
	}

	private ClassSession lessonOf(long lessonId) {
		return CurriculumService.found(em.find(ClassSession.class, lessonId), "session", lessonId);
	}

	/** A session of a class, with its materials. @throws NotHereException when the reader has nothing to do with the class @throws ExamRunsException while the reader sits an exam */
	@Needs({TRAIN, TAKE_EXAMS, SEE_READINESS})
	public LessonPage lesson(long lessonId) {
		quiet.require();
		var lesson = lessonOf(lessonId);
		var one = found(lesson.classId());
		var lessons = classes.lessons(one.id());
		within.require(one, lessons);
		var own = current.get().personId();
		var session = em.find(CurriculumSession.class, lesson.sessionId());
		var shown = lesson(one, lesson, within.people(one, lessons));
		var who = new TreeSet<>(one.members());
		who.addAll(lesson.attendance().keySet());
		var names = classes.names(who);
		var handIns = within.learns(one) ? classes.handIns(List.of(one.id())) : List.<HandIn>of();
		return new LessonPage(one.id(), one.title(), shown, session.about(), classes.materials(List.of(session.id())).getOrDefault(session.id(), List.of()),
				classes.tasks(one.dues().keySet()).values().stream().filter(task -> Objects.equals(task.sessionId(), session.id())).sorted(Comparator.comparing(PracticumTask::ordinal))
						.map(task -> new LessonPage.Task(task.id(), task.title(), one.dues().get(task.id()), within.learns(one) ? statesOf(own, one, handIns).get(task.id()) : null)).toList(),
				lesson.heldByName(), own == null ? null : lesson.attendance().get(own), clock.now().isBefore(lesson.startsAt()),
				shown.attends() ? who.stream().map(person -> new LessonPage.Roll(person, names.get(person), lesson.attendance().get(person))).sorted(Comparator.comparing(LessonPage.Roll::name)).toList() : List.of());
	}

	/** What the reader learns and teaches; without materials while the reader sits an exam. Everybody who learns or trains; without a place in the line there is nothing. */
	@Needs({TAKE_EXAMS, TRAIN})
	public MyLearning mine() {
		var own = current.get().personId();
		var learns = own == null ? List.<TrainingClass>of() : classes.ofMember(own).stream().filter(within::learns).toList();
		var ids = learns.stream().map(TrainingClass::id).toList();
		var lessons = classes.lessons(ids);
		var handIns = classes.handIns(ids).stream().filter(turn -> turn.personId() == own).toList();
		var on = learns.stream().filter(one -> !one.isCalledOff()).toList();
		var teaches = classes.taughtBy(current.get()).stream().filter(lesson -> lesson.endsAt().isAfter(clock.now())).toList();
		var sessions = new HashSet<Long>();
		lessons.values().forEach(of -> of.forEach(lesson -> sessions.add(lesson.sessionId())));
		var exam = quiet.title();
		var materials = exam == null ? classes.materials(sessions) : Map.<Long, List<CurriculumPage.Material>>of();
		var tasks = classes.tasks(on.stream().flatMap(one -> one.dues().keySet().stream()).collect(Collectors.toSet()));
		var due = new ArrayList<MyLearning.Task>();
		on.forEach(one -> statesOf(own, one, handIns).forEach((task, state) -> due.add(new MyLearning.Task(one.id(), one.title(), task, tasks.get(task).title(), one.dues().get(task), state))));
		due.sort(Comparator.comparing(MyLearning.Task::dueOn).thenComparing(MyLearning.Task::taskId));
		return new MyLearning(
				learns.stream().map(one -> own(one, lessons.getOrDefault(one.id(), List.of()), own)).toList(),
				sorted(on.stream().flatMap(one -> lessons.getOrDefault(one.id(), List.of()).stream().filter(lesson -> lesson.endsAt().isAfter(clock.now()))
						.map(lesson -> new MyLearning.Lesson(one.id(), one.title(), lesson(one, lesson, Set.of(own)), materials.getOrDefault(lesson.sessionId(), List.of()))))),
				sorted(teaches.stream().map(lesson -> taught(lesson))), List.copyOf(due),
				on.stream().flatMap(one -> lessons.getOrDefault(one.id(), List.of()).stream().filter(lesson -> lesson.attendance().containsKey(own) && !lesson.attendance().get(own).isThere())
						.map(lesson -> new MyLearning.Missed(one.id(), lesson(one, lesson, Set.of(own)), lesson.attendance().get(own), materials.getOrDefault(lesson.sessionId(), List.of())))).toList(), exam);
	}

	private MyLearning.Lesson taught(ClassSession lesson) {
		var one = found(lesson.classId());
		return new MyLearning.Lesson(one.id(), one.title(), lesson(one, lesson, Set.of()), List.of());
	}

	private static List<MyLearning.Lesson> sorted(Stream<MyLearning.Lesson> lessons) {
		return lessons.sorted(Comparator.comparing((MyLearning.Lesson one) -> one.lesson().starts()).thenComparing(one -> one.lesson().id())).toList();
	}

	private MyLearning.Own own(TrainingClass one, List<ClassSession> lessons, long person) {
		var was = wasOf(person, lessons);
		return new MyLearning.Own(one.id(), one.title(), state(one, lessons), one.startsOn(), endsOn(one, lessons), was.values().stream().filter(Was::isThere).count(), was.size(), lessons.size());
	}

	/** What waits for a review by the reader, and sessions that the reader has to write down; empty for who neither trains nor teaches. */
	@Needs({TRAIN, TAKE_EXAMS})
	public Desk desk() {
		var teaches = classes.taughtBy(current.get());
		if (!within.trains() && teaches.isEmpty()) {
			return new Desk(List.of(), List.of());
		}
		var waiting = classes.waiting();
		var unattended = classes.unattended(clock.now());
		var concerned = Stream.concat(waiting.stream().map(HandIn::classId), unattended.stream().map(ClassSession::classId)).collect(Collectors.toSet());
		var lessons = classes.lessons(concerned);
		var of = concerned.stream().map(this::found).collect(Collectors.toMap(TrainingClass::id, Function.identity()));
		var tasks = classes.tasks(waiting.stream().map(HandIn::taskId).collect(Collectors.toSet()));
		var names = classes.names(waiting.stream().map(HandIn::personId).collect(Collectors.toSet()));
		return new Desk(
				waiting.stream().filter(turn -> within.reviews(of.get(turn.classId()), tasks.get(turn.taskId()).sessionId(), lessons.getOrDefault(turn.classId(), List.of())))
						.map(turn -> new Waiting(turn.classId(), of.get(turn.classId()).title(), turn.taskId(), tasks.get(turn.taskId()).title(), turn.personId(), names.get(turn.personId()), at(turn.handedInAt()))).toList(),
				unattended.stream().filter(lesson -> within.attends(of.get(lesson.classId()), lesson))
						.map(lesson -> new Unattended(lesson.id(), lesson.title(), of.get(lesson.classId()).title(), at(lesson.startsAt()))).toList());
	}

	/** What the front page says of classes: sessions of today, tasks that cannot wait, what waits at the desk. */
	@Needs({TRAIN, TAKE_EXAMS})
	public Today today() {
		var today = people.today();
		var mine = mine();
		return new Today(Stream.concat(mine.ahead().stream(), mine.teaching().stream()).filter(one -> one.lesson().starts().toLocalDate().equals(today)).toList(),
				mine.owed().stream().filter(task -> task.state() != TaskState.OPEN || !task.dueOn().isAfter(today.plusDays(DUE_DAYS))).toList(), desk());
	}

	// ------------------------------------------------------------ attendance

	/**
	 * Writes down who was at a session; written again it corrects. For its teacher, and who trains; never by somebody who learns there.
	 *
	 * @param was by person, everybody who learns there
	 * @throws BusinessException before it has begun, or when somebody is missing
	 */
	@Needs({TRAIN, TAKE_EXAMS})
	public void attend(long lessonId, Map<Long, Was> was) {
		classes.takeTurns();
		var lesson = lessonOf(lessonId);
		var one = found(lesson.classId());
		if (one.isCalledOff() || !within.attends(one, lesson)) {
			throw new NotHereException(current.get().name() + " does not write down session " + lessonId);
		}
		if (clock.now().isBefore(lesson.startsAt())) {
			throw new BusinessException("learn.attend.error.early", at(lesson.startsAt()));
		}
		var expected = new TreeSet<>(one.members());
		expected.addAll(lesson.attendance().keySet());
		if (!expected.containsAll(was.keySet())) {
			throw new NotHereException("Somebody who does not learn in class " + one.id());
		}
		if (!was.keySet().containsAll(one.members()) || was.values().stream().anyMatch(Objects::isNull)) {
			throw new BusinessException("learn.attend.error.missing");
		}
		var before = lesson.heldAt() == null ? null : new TreeMap<>(lesson.attendance());
		lesson.attended(was, clock.now(), current.get().name());
		em.flush();
		audit.record("ATTEND_SESSION", "TrainingClass", one.id(), one.title() + ": " + lesson.title(), before, new TreeMap<>(lesson.attendance()));
	}

	// ------------------------------------------------------------ practicum

	/**
	 * A task with everything that was handed in. For the person, and who reviews it.
	 *
	 * @param personId null: the reader
	 */
	@Needs({TRAIN, TAKE_EXAMS})
	public TaskPage task(long classId, long taskId, Long personId) {
		var one = found(classId);
		var task = taskOf(one, taskId);
		var person = personId == null ? current.get().personId() : personId;
		var own = person != null && person.equals(current.get().personId());
		var reviews = within.reviews(one, task.sessionId(), classes.lessons(classId));
		if (person == null || !one.everybody().contains(person) || !own && !reviews) {
			throw new NotHereException("No task " + taskId + " of person " + personId + " for " + current.get().name());
		}
		var turns = new ArrayList<>(classes.handIns(classId, taskId, person));
		var state = state(turns, one.dues().get(taskId));
		turns.sort(Comparator.comparing(HandIn::handInNo).reversed());
		return new TaskPage(classId, one.title(), taskId, task.title(), task.about(), one.dues().get(taskId), person, classes.names(List.of(person)).get(person), state,
				own && within.learns(one) && !one.isCalledOff(), !own && reviews,
				turns.stream().map(turn -> new TaskPage.Turn(turn.id(), turn.version(), turn.handInNo(), turn.words(), turn.address(), turn.fileName(), turn.byteSize(), at(turn.handedInAt()), turn.verdict(),
						turn.review(), at(turn.reviewedAt()), turn.reviewedByName())).toList());
	}

	private PracticumTask taskOf(TrainingClass one, long taskId) {
		if (!one.dues().containsKey(taskId)) {
			throw new NotHereException("No task " + taskId + " in class " + one.id());
		}
		return em.find(PracticumTask.class, taskId);
	}

	/**
	 * Hands something in. What waited for a review is replaced by it and stays readable. For who learns in the class.
	 *
	 * @throws BusinessException when nothing is handed in, or the task is accepted already
	 */
	@Needs(TAKE_EXAMS)
	public void handIn(HandInTask wanted) {
		// one after the other: the number of a hand-in is the next one
		classes.takeTurns();
		var one = found(wanted.classId());
		var task = taskOf(one, wanted.taskId());
		if (!within.learns(one) || one.isCalledOff()) {
			throw new NotHereException(current.get().name() + " does not learn in class " + wanted.classId());
		}
		var own = current.get().personId();
		var turns = classes.handIns(one.id(), task.id(), own);
		if (state(turns, people.today()) == TaskState.ACCEPTED) {
			throw new BusinessException("learn.task.error.accepted");
		}
		turns.stream().filter(turn -> turn.verdict() == null).forEach(HandIn::replace);
		var file = wanted.content() == null || wanted.content().length == 0 ? null : classes.keep(wanted.fileName(), wanted.content());
		em.persist(new HandIn(one.id(), task.id(), own, turns.size() + 1, wanted.words(), wanted.address(), file, clock.now()));
		em.flush();
		audit.record("HAND_IN", "TrainingClass", one.id(), one.title(), null, Map.of("task", task.title(), "no", turns.size() + 1));
	}

	/**
	 * Accepts what was handed in, or sends it back with words. For who trains, and who teaches the task's session.
	 *
	 * @throws BusinessException when it is sent back without a word, or does not wait any more
	 */
	@Needs({TRAIN, TAKE_EXAMS})
	public void review(ReviewHandIn wanted) {
		classes.takeTurns();
		var turn = CurriculumService.found(em.find(HandIn.class, wanted.handInId()), "hand-in", wanted.handInId());
		var one = found(turn.classId());
		var task = em.find(PracticumTask.class, turn.taskId());
		if (!within.reviews(one, task.sessionId(), classes.lessons(one.id()))) {
			throw new NotHereException(current.get().name() + " does not review task " + task.id());
		}
		if (turn.version() != wanted.version()) {
			throw new ChangedMeanwhileException(task.title(), turn.reviewedByName(), turn.reviewedAt() == null ? turn.handedInAt() : turn.reviewedAt());
		}
		turn.review(wanted.accepted(), wanted.words(), clock.now(), current.get().name());
		em.flush();
		audit.record("REVIEW_HAND_IN", "TrainingClass", one.id(), one.title(), null,
				new Reviewed(task.title(), classes.names(List.of(turn.personId())).get(turn.personId()), turn.handInNo(), turn.verdict()));
	}

	// ------------------------------------------------------------ files and calendars

	/** A file of a session, for who learns or teaches in a class that has it, and for who trains. @throws ExamRunsException while the reader sits an exam */
	@Needs({TRAIN, TAKE_EXAMS})
	public Download material(long materialId) {
		quiet.require();
		var material = CurriculumService.found(em.find(TrainingMaterial.class, materialId), "material", materialId);
		if (!within.trains() && !learnsOrTeaches(material.sessionId())) {
			throw new NotHereException(current.get().name() + " does not see material " + materialId);
		}
		return download(material.fileId());
	}

	private boolean learnsOrTeaches(long sessionId) {
		return em.createQuery("select s from ClassSession s where s.sessionId = :session", ClassSession.class).setParameter("session", sessionId).getResultStream()
				.anyMatch(lesson -> within.teaches(lesson) || within.learns(found(lesson.classId())));
	}

	/** What somebody has handed in as a file, for the person and who reviews it. */
	@Needs({TRAIN, TAKE_EXAMS})
	public Download handedIn(long handInId) {
		var turn = CurriculumService.found(em.find(HandIn.class, handInId), "hand-in", handInId);
		var one = found(turn.classId());
		if (!Objects.equals(turn.personId(), current.get().personId()) && !within.reviews(one, em.find(PracticumTask.class, turn.taskId()).sessionId(), classes.lessons(one.id()))) {
			throw new NotHereException(current.get().name() + " does not see hand-in " + handInId);
		}
		return download(turn.fileId());
	}

	private Download download(Long fileId) {
		return classes.file(fileId).map(file -> new Download(file.name(), file.contentType(), file.content())).orElseThrow(() -> new NotHereException("No file " + fileId));
	}

	/**
	 * Sessions for a calendar.
	 *
	 * @param classId null: all sessions in which the reader learns or teaches
	 */
	@Needs({TRAIN, TAKE_EXAMS, SEE_READINESS})
	public List<Appointment> appointments(Long classId) {
		if (classId != null) {
			var one = found(classId);
			var lessons = classes.lessons(classId);
			within.require(one, lessons);
			return one.isCalledOff() ? List.of() : appointments(lessons, Map.of(classId, one));
		}
		var own = current.get().personId();
		var all = own == null ? new HashMap<Long, TrainingClass>()
				: classes.ofMember(own).stream().filter(one -> within.learns(one) && !one.isCalledOff()).collect(Collectors.toMap(TrainingClass::id, Function.identity(), (one, same) -> one, HashMap::new));
		var lessons = new ArrayList<ClassSession>();
		classes.lessons(all.keySet()).values().forEach(lessons::addAll);
		classes.taughtBy(current.get()).stream().filter(lesson -> !all.containsKey(lesson.classId())).forEach(lessons::add);
		lessons.forEach(lesson -> all.computeIfAbsent(lesson.classId(), this::found));
		return appointments(lessons, all);
	}

	private static List<Appointment> appointments(List<ClassSession> lessons, Map<Long, TrainingClass> of) {
		return lessons.stream().sorted(Comparator.comparing(ClassSession::startsAt).thenComparing(ClassSession::id)).map(lesson -> new Appointment(lesson.id(), lesson.sequenceNo(), lesson.title(),
				of.get(lesson.classId()).title(), lesson.teacherName(), lesson.place(), lesson.startsAt(), lesson.endsAt())).toList();
	}
}
