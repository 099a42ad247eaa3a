package org.headcoach.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.headcoach.people.PeopleService;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.Key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Attempts and assignments as they are kept, and how an attempt comes to its end and its mark. */
@ApplicationScoped
class Attempts {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Bank bank;

	@Inject
	private PeopleService people;

	ExamAttempt find(long id) {
		return em.find(ExamAttempt.class, id);
	}

	/** The attempt, with everything else that changes it waiting: what is saved, handed in and graded comes one after the other. */
	ExamAttempt locked(long id) {
		var attempt = em.find(ExamAttempt.class, id, LockModeType.PESSIMISTIC_WRITE);
		if (attempt != null) {
			em.refresh(attempt);
		}
		return attempt;
	}

	Optional<ExamAssignment> assignment(long examId, long personId) {
		return em.createQuery("select a from ExamAssignment a join fetch a.exam where a.exam.id = :exam and a.person.id = :person", ExamAssignment.class).setParameter("exam", examId)
				.setParameter("person", personId).getResultStream().findFirst();
	}

	/** All of somebody's, with a second start at the same moment, of whatever exam, waiting for the first. */
	List<ExamAssignment> lockedAssignments(long personId) {
		return em.createQuery("select a from ExamAssignment a where a.person.id = :person order by a.id", ExamAssignment.class).setParameter("person", personId).setLockMode(LockModeType.PESSIMISTIC_WRITE)
				.getResultList();
	}

	List<ExamAssignment> assignmentsOf(long personId) {
		return em.createQuery("select a from ExamAssignment a join fetch a.exam where a.person.id = :person order by a.exam.title, a.id", ExamAssignment.class).setParameter("person", personId).getResultList();
	}

	/** All of all exams. */
	List<ExamAssignment> assignments() {
		return em.createQuery("select a from ExamAssignment a join fetch a.exam join fetch a.person", ExamAssignment.class).getResultList();
	}

	List<ExamAssignment> assignmentsOf(Collection<Long> people) {
		return people.isEmpty() ? List.of()
				: em.createQuery("select a from ExamAssignment a join fetch a.exam join fetch a.person where a.person.id in :people", ExamAssignment.class).setParameter("people", people).getResultList();
	}

	/** Everybody who has ever been given an exam. */
	Set<Long> learners() {
		return new HashSet<>(em.createQuery("select distinct a.person.id from ExamAssignment a", Long.class).getResultList());
	}

	/** Who has an exam that is not passed, or not for this day any more. */
	Set<Long> notPassed(LocalDate day) {
		var behind = new HashSet<Long>();
		for (var id : em.createNativeQuery("""
				select distinct a.person_id from exam_assignment a join exam e on e.id = a.exam_id where e.state <> 'DRAFT' and not exists (
				select 1 from exam_attempt t where t.exam_id = a.exam_id and t.person_id = a.person_id and t.passed = true and (t.valid_until is null or t.valid_until >= ?))""")
				.setParameter(1, day).getResultList()) {
			behind.add(((Number) id).longValue());
		}
		return behind;
	}

	/** Of open exams, due on one of these days, both included. */
	List<ExamAssignment> dueBetween(LocalDate first, LocalDate last) {
		return em.createQuery("select a from ExamAssignment a join fetch a.exam join fetch a.person where a.withdrawn = :withdrawn and a.exam.state = :open and a.dueOn between :first and :last order by a.exam.id, a.id",
				ExamAssignment.class).setParameter("withdrawn", false).setParameter("open", ExamState.OPEN).setParameter("first", first).setParameter("last", last).getResultList();
	}

	List<ExamAssignment> assignmentsTo(long examId) {
		return em.createQuery("select a from ExamAssignment a join fetch a.exam join fetch a.person p where a.exam.id = :exam order by p.name, p.id", ExamAssignment.class).setParameter("exam", examId)
				.getResultList();
	}

	/** In the order in which they were begun. */
	List<ExamAttempt> ofPerson(long personId) {
		return em.createQuery("select a from ExamAttempt a join fetch a.exam where a.person.id = :person order by a.startedAt, a.id", ExamAttempt.class).setParameter("person", personId).getResultList();
	}

	List<ExamAttempt> ofExam(long examId) {
		return em.createQuery("select a from ExamAttempt a join fetch a.person p where a.exam.id = :exam order by p.name, p.id, a.attemptNo", ExamAttempt.class).setParameter("exam", examId).getResultList();
	}

	/** All at all exams, each person's in their order. */
	List<ExamAttempt> all() {
		return em.createQuery("select a from ExamAttempt a join fetch a.exam join fetch a.person order by a.attemptNo", ExamAttempt.class).getResultList();
	}

	List<ExamAttempt> ofPeople(Collection<Long> people) {
		return people.isEmpty() ? List.of()
				: em.createQuery("select a from ExamAttempt a join fetch a.exam join fetch a.person where a.person.id in :people order by a.attemptNo", ExamAttempt.class).setParameter("people", people)
						.getResultList();
	}

	List<AttemptQuestion> questions(long attemptId) {
		return em.createQuery("select q from AttemptQuestion q where q.attemptId = :attempt order by q.ordinal", AttemptQuestion.class).setParameter("attempt", attemptId).getResultList();
	}

	AttemptQuestion question(long attemptId, int ordinal) {
		return em.find(AttemptQuestion.class, new AttemptQuestion.Place(attemptId, ordinal));
	}

	/** Of all finished attempts of an exam, in one query. */
	List<AttemptQuestion> finishedQuestions(long examId) {
		return em.createQuery("select q from AttemptQuestion q, ExamAttempt a where a.id = q.attemptId and a.exam.id = :exam and a.finishedAt is not null order by q.attemptId, q.ordinal",
				AttemptQuestion.class).setParameter("exam", examId).getResultList();
	}

	/** The title of the exam that somebody sits now; null for none. */
	String running(long personId, Instant now) {
		return em.createQuery("select a.exam.title from ExamAttempt a where a.person.id = :person and a.finishedAt is null and a.endsAt >= :then", String.class).setParameter("person", personId)
				.setParameter("then", now.minus(ExamAttempt.GRACE)).getResultStream().findFirst().orElse(null);
	}

	/** Those whose time and grace are over. */
	List<Long> overdue(Instant now) {
		return em.createQuery("select a.id from ExamAttempt a where a.finishedAt is null and a.endsAt < :then order by a.id", Long.class).setParameter("then", now.minus(ExamAttempt.GRACE)).getResultList();
	}

	/** Ends an attempt that its holder has locked, and grades it. One that has ended stays as it is. */
	void finish(ExamAttempt attempt, ExamAttempt.End how, Instant now) {
		if (!attempt.isRunning()) {
			return;
		}
		attempt.finish(how, now);
		var questions = questions(attempt.id());
		var versions = bank.versions(questions.stream().map(AttemptQuestion::versionId).distinct().toList());
		questions.forEach(question -> question.grade(Grading.of(versions.get(question.versionId()).question().key()), question.versionId()));
		addUp(attempt, questions);
	}

	/** Adds up what the questions of an ended attempt have earned. */
	void addUp(ExamAttempt attempt, List<AttemptQuestion> questions) {
		var parts = questions.stream().map(AttemptQuestion::part).toList();
		var months = attempt.exam().rules().validMonths();
		attempt.mark(parts, months == null ? null : people.company().dayOf(attempt.finishedAt()).plusMonths(months));
	}

	/** The keys of questions, each read once. */
	Map<Long, Key> keys(Collection<Long> versionIds) {
		var keys = new HashMap<Long, Key>();
		bank.versions(versionIds).forEach((id, version) -> keys.put(id, version.question().key()));
		return keys;
	}
}
