package org.headcoach.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Difficulty;
import org.headcoach.training.engine.PictureFile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over questions, their versions and the parts they belong to. */
@ApplicationScoped
class Bank {

	@PersistenceContext
	private EntityManager em;

	List<Part> parts() {
		return em.createQuery("select p from Part p order by p.ordinal, p.id", Part.class).getResultList();
	}

	List<BankQuestion> questions() {
		return em.createQuery("select q from BankQuestion q join fetch q.part p order by p.ordinal, p.id, q.name, q.id", BankQuestion.class).getResultList();
	}

	BankQuestion find(long id) {
		return em.find(BankQuestion.class, id);
	}

	/** The question, with everybody else who changes it waiting. */
	BankQuestion locked(long id) {
		return em.find(BankQuestion.class, id, LockModeType.PESSIMISTIC_WRITE);
	}

	/** The question that asks the same, if one does. */
	Optional<BankQuestion> asking(String fingerprint) {
		return em.createQuery("select q from BankQuestion q where q.fingerprint = :print order by q.id", BankQuestion.class).setParameter("print", fingerprint).setMaxResults(1).getResultStream().findFirst();
	}

	List<QuestionVersion> versionsOf(long questionId) {
		return em.createQuery("select v from QuestionVersion v where v.questionId = :question order by v.versionNo desc", QuestionVersion.class).setParameter("question", questionId).getResultList();
	}

	/** What the part of each is called. */
	Map<Long, String> partsOf(Collection<Long> questionIds) {
		return questionIds.isEmpty() ? Map.of()
				: em.createQuery("select q.id, q.part.name from BankQuestion q where q.id in :ids", Object[].class).setParameter("ids", questionIds).getResultStream()
						.collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
	}

	/** The latest version of each. */
	Map<Long, QuestionVersion> latest(Collection<Long> questionIds) {
		return questionIds.isEmpty() ? Map.of()
				: em.createQuery("select v from QuestionVersion v, BankQuestion q where q.id = v.questionId and q.latestNo = v.versionNo and q.id in :ids", QuestionVersion.class)
						.setParameter("ids", questionIds).getResultStream().collect(Collectors.toMap(QuestionVersion::questionId, version -> version));
	}

	Map<Long, QuestionVersion> versions(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: em.createQuery("select v from QuestionVersion v where v.id in :ids", QuestionVersion.class).setParameter("ids", ids).getResultStream()
						.collect(Collectors.toMap(QuestionVersion::id, version -> version));
	}

	/** What an exam of these parts may draw, with how often the person has seen each question or one of its variants; null: nobody in particular. */
	List<Blueprint.Candidate> candidates(Collection<Long> parts, Long personId) {
		var rows = em.createQuery("select q.id, q.part.id, q.difficulty, q.family from BankQuestion q where q.retired = :retired and q.part.id in :parts", Object[].class).setParameter("retired", false).setParameter("parts", parts)
				.getResultList();
		var seen = personId == null ? Map.<Long, Integer>of() : seen(personId);
		var families = new HashMap<String, Integer>();
		rows.forEach(row -> families.merge((String) row[3], seen.getOrDefault((Long) row[0], 0), Integer::sum));
		var candidates = new ArrayList<Blueprint.Candidate>();
		for (var row : rows) {
			var family = (String) row[3];
			candidates.add(new Blueprint.Candidate((Long) row[0], (Long) row[1], (Difficulty) row[2], family, family.isEmpty() ? seen.getOrDefault((Long) row[0], 0) : families.get(family)));
		}
		return candidates;
	}

	private Map<Long, Integer> seen(long personId) {
		return em.createQuery("select q.questionId, count(q) from AttemptQuestion q, ExamAttempt a where a.id = q.attemptId and a.person.id = :person group by q.questionId", Object[].class)
				.setParameter("person", personId).getResultStream().collect(Collectors.toMap(row -> (Long) row[0], row -> ((Long) row[1]).intValue()));
	}

	Optional<PictureFile> picture(String print) {
		return Optional.ofNullable(em.find(QuestionPicture.class, print)).map(QuestionPicture::file);
	}

	/** Which of these pictures there are. */
	Set<String> pictures(Collection<String> prints) {
		return prints.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("select p.print from QuestionPicture p where p.print in :prints", String.class).setParameter("prints", prints).getResultList());
	}

	/** Whether a question of the attempt shows the picture. */
	boolean shows(long attemptId, String print) {
		return em.createQuery("select count(v) from QuestionVersion v, AttemptQuestion q where q.attemptId = :attempt and v.id = q.versionId and :print member of v.pictures", Long.class)
				.setParameter("attempt", attemptId).setParameter("print", print).getSingleResult() > 0;
	}

	/** In how many attempts each question stood. */
	Map<Long, Long> used() {
		return em.createQuery("select q.questionId, count(q) from AttemptQuestion q group by q.questionId", Object[].class).getResultStream()
				.collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
	}
}
