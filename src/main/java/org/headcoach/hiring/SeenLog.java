package org.headcoach.hiring;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who saw what of a candidate. Reading the same again within an hour is no new line. */
@ApplicationScoped
class SeenLog {

	private static final Duration SAME_LOOK = Duration.ofHours(1);

	/** One look. @param what PAGE, FILE, CARD, CARDS, EXPORT, INTERVIEW, LETTER, GROUPS, MERGE */
	record SeenRow(String name, String what, Instant at) implements Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** Writes down that the current account has seen this of a candidate. The system sees nobody. */
	void saw(long candidateId, String what) {
		var actor = current.get();
		if (actor.accountId() == null) {
			return;
		}
		var now = clock.now();
		if (em.createQuery("select s.id from CandidateSeen s where s.candidateId = :candidate and s.accountId = :account and s.what = :what and s.at > :since", Long.class).setParameter("candidate", candidateId)
				.setParameter("account", actor.accountId()).setParameter("what", what).setParameter("since", now.minus(SAME_LOOK)).setMaxResults(1).getResultList().isEmpty()) {
			em.persist(new CandidateSeen(candidateId, actor.accountId(), actor.name(), what, now));
		}
	}

	/** Whether the account saw that of the candidate before a moment. */
	boolean sawBefore(long candidateId, long accountId, String what, Instant moment) {
		return !em.createQuery("select s.id from CandidateSeen s where s.candidateId = :candidate and s.accountId = :account and s.what = :what and s.at < :moment", Long.class)
				.setParameter("candidate", candidateId).setParameter("account", accountId).setParameter("what", what).setParameter("moment", moment).setMaxResults(1).getResultList().isEmpty();
	}

	/** The latest first. */
	List<SeenRow> of(long candidateId, int most) {
		return em.createQuery("select s from CandidateSeen s where s.candidateId = :candidate order by s.at desc, s.id desc", CandidateSeen.class).setParameter("candidate", candidateId).setMaxResults(most)
				.getResultStream().map(one -> new SeenRow(one.byName(), one.what(), one.at())).toList();
	}
}
