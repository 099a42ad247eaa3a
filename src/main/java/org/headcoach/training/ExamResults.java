package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

import org.headcoach.training.engine.Marks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What exams came to, for topics above that hold it against something else. It asks for no right: callers show of it what their account may see. */
@ApplicationScoped
@Transactional
public class ExamResults {

	/** Somebody's first attempt at an exam, marked to the end. @param percent from 0 to 100, in two decimals */
	public record FirstAttempt(long personId, long examId, BigDecimal percent) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	/** Everybody's first attempts that have ended and wait for no mark, in one query. */
	public List<FirstAttempt> firstAttempts() {
		return em.createQuery("select a.person.id, a.exam.id, a.points, a.ofPoints from ExamAttempt a where a.attemptNo = 1 and a.finishedAt is not null and a.points is not null and a.waiting = 0 order by a.exam.id, a.person.id",
				Object[].class).getResultStream().map(row -> new FirstAttempt((Long) row[0], (Long) row[1], new Marks((BigDecimal) row[2], (BigDecimal) row[3], 0).percent())).toList();
	}
}
