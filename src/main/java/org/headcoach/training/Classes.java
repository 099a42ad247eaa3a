package org.headcoach.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over curricula, classes and what is handed in. */
@ApplicationScoped
class Classes {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** Whoever plans waits for whoever plans already. */
	void takeTurns() {
		em.createNativeQuery("select id from class_planning where id = 1 for update").getSingleResult();
	}

	/** Keeps a file. @throws org.headcoach.shared.BusinessException when it is too large or none that is taken */
	TrainingFile keep(String name, byte[] content) {
		var file = new TrainingFile(name, content, clock.now(), current.get().name());
		em.persist(file);
		// whatever names it by its number comes later
		em.flush();
		return file;
	}

	// ------------------------------------------------------------ curricula

	Map<Long, List<CurriculumSession>> sessionsByCurriculum() {
		return em.createQuery("select s from CurriculumSession s where s.removed = :no order by s.ordinal, s.id", CurriculumSession.class).setParameter("no", false).getResultStream()
				.collect(Collectors.groupingBy(CurriculumSession::curriculumId));
	}

	List<CurriculumSession> sessionsOf(long curriculumId) {
		return em.createQuery("select s from CurriculumSession s where s.curriculumId = :curriculum and s.removed = :no order by s.ordinal, s.id", CurriculumSession.class)
				.setParameter("curriculum", curriculumId).setParameter("no", false).getResultList();
	}

	Map<Long, List<PracticumTask>> tasksByCurriculum() {
		return em.createQuery("select t from PracticumTask t where t.removed = :no order by t.ordinal, t.id", PracticumTask.class).setParameter("no", false).getResultStream()
				.collect(Collectors.groupingBy(PracticumTask::curriculumId));
	}

	List<PracticumTask> tasksOf(long curriculumId) {
		return em.createQuery("select t from PracticumTask t where t.curriculumId = :curriculum and t.removed = :no order by t.ordinal, t.id", PracticumTask.class).setParameter("curriculum", curriculumId)
				.setParameter("no", false).getResultList();
	}

	Map<Long, Long> classesByCurriculum() {
		return counted("select c.curriculumId, count(c) from TrainingClass c group by c.curriculumId");
	}

	private Map<Long, Long> counted(String query) {
		return em.createQuery(query, Object[].class).getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
	}

	Map<Long, List<CurriculumPage.Material>> materials(Collection<Long> sessions) {
		return sessions.isEmpty() ? Map.of() : em.createQuery("select m from TrainingMaterial m where m.sessionId in :sessions order by m.id", TrainingMaterial.class).setParameter("sessions", sessions)
				.getResultStream().collect(Collectors.groupingBy(TrainingMaterial::sessionId, Collectors.mapping(CurriculumPage.Material::of, Collectors.toList())));
	}

	/** By person and step of the process: the score of the latest role play. */
	Map<Long, Map<String, Double>> scoresByStage() {
		var scores = new HashMap<Long, Map<String, Double>>();
		em.createQuery("select a.person.id, v.stage, a.score from Assessment a join a.rubric v where a.state = :settled and v.stage is not null order by a.meetsAt, a.id", Object[].class)
				.setParameter("settled", Assessment.State.SETTLED).getResultList()
				.forEach(row -> scores.computeIfAbsent((Long) row[0], person -> new HashMap<>()).put((String) row[1], ((Number) row[2]).doubleValue()));
		return scores;
	}

	// ------------------------------------------------------------ classes

	/** All of them, the latest first. */
	List<TrainingClass> all() {
		return em.createQuery("select c from TrainingClass c order by c.startsOn desc, c.id desc", TrainingClass.class).setHint("eclipselink.batch", "c.members").setHint("eclipselink.batch", "c.dues").getResultList();
	}

	/** Those in which somebody learns or has learned. */
	List<TrainingClass> ofMember(long person) {
		return em.createQuery("select c from TrainingClass c join c.members m where key(m) = :person order by c.startsOn desc, c.id desc", TrainingClass.class).setParameter("person", person).getResultList();
	}

	/** The sessions of these classes by class, in the order of their times. */
	Map<Long, List<ClassSession>> lessons(Collection<Long> classes) {
		return classes.isEmpty() ? Map.of() : em.createQuery("select s from ClassSession s where s.classId in :classes order by s.startsAt, s.id", ClassSession.class).setParameter("classes", classes)
				.setHint("eclipselink.batch", "s.attendance").getResultStream().collect(Collectors.groupingBy(ClassSession::classId));
	}

	List<ClassSession> lessons(long classId) {
		return lessons(List.of(classId)).getOrDefault(classId, List.of());
	}

	/** The sessions that somebody teaches, of classes that take place. */
	List<ClassSession> taughtBy(Actor actor) {
		return em.createQuery("select s from ClassSession s, TrainingClass c where c.id = s.classId and c.calledOffWhy is null and (s.teacherPersonId = :person or s.teacherAccountId = :account)"
				+ " order by s.startsAt, s.id", ClassSession.class).setParameter("person", actor.personId() == null ? -1L : actor.personId())
				.setParameter("account", actor.accountId() == null ? -1L : actor.accountId()).getResultList();
	}

	/** What is planned after a moment, of classes that take place: when teachers are busy. */
	List<ClassSession> plannedAfter(Instant moment) {
		return em.createQuery("select s from ClassSession s, TrainingClass c where c.id = s.classId and c.calledOffWhy is null and s.endsAt > :moment and s.teacherName is not null", ClassSession.class)
				.setParameter("moment", moment).getResultList();
	}

	/** Sessions that are over and nobody has written down who was there, of classes that take place. */
	List<ClassSession> unattended(Instant now) {
		return em.createQuery("select s from ClassSession s, TrainingClass c where c.id = s.classId and c.calledOffWhy is null and s.heldAt is null and s.endsAt <= :now order by s.startsAt, s.id", ClassSession.class)
				.setParameter("now", now).getResultList();
	}

	Map<Long, PracticumTask> tasks(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of() : em.createQuery("select t from PracticumTask t where t.id in :ids", PracticumTask.class).setParameter("ids", ids).getResultStream()
				.collect(Collectors.toMap(PracticumTask::id, Function.identity()));
	}

	// ------------------------------------------------------------ what is handed in

	/** Of these classes, the earliest first. */
	List<HandIn> handIns(Collection<Long> classes) {
		return classes.isEmpty() ? List.of() : em.createQuery("select h from HandIn h where h.classId in :classes order by h.handedInAt, h.id", HandIn.class).setParameter("classes", classes).getResultList();
	}

	/** Everything of one person for one task, the earliest first. */
	List<HandIn> handIns(long classId, long taskId, long person) {
		return em.createQuery("select h from HandIn h where h.classId = :class and h.taskId = :task and h.personId = :person order by h.handInNo", HandIn.class).setParameter("class", classId)
				.setParameter("task", taskId).setParameter("person", person).getResultList();
	}

	/** What waits for somebody to look at it, the oldest first. */
	List<HandIn> waiting() {
		return em.createQuery("select h from HandIn h, TrainingClass c where c.id = h.classId and c.calledOffWhy is null and h.verdict is null order by h.handedInAt, h.id", HandIn.class).getResultList();
	}

	Optional<TrainingFile> file(Long id) {
		return id == null ? Optional.empty() : Optional.ofNullable(em.find(TrainingFile.class, id));
	}

	/** Names of people, also of those who have left the company. */
	Map<Long, String> names(Collection<Long> persons) {
		var names = new HashMap<Long, String>();
		if (!persons.isEmpty()) {
			em.createQuery("select p.id, p.name from Salesperson p where p.id in :ids", Object[].class).setParameter("ids", new ArrayList<>(persons)).getResultList()
					.forEach(row -> names.put((Long) row[0], (String) row[1]));
		}
		return names;
	}
}
