package org.headcoach.coaching;

import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.headcoach.people.Salesperson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over self-reviews. */
@ApplicationScoped
class SelfReviews {

	/** Whether somebody's self-review is in, and what skill the person chose. */
	public record State(long personId, OffsetDateTime submittedAt, Long skillId) implements Serializable {

		Instant sent() {
			return submittedAt == null ? null : submittedAt.toInstant();
		}
	}

	@PersistenceContext
	private EntityManager em;

	Optional<SelfReview> find(long personId, CoachingMonth month) {
		return em.createQuery("select s from SelfReview s where s.person.id = :person and s.inMonth = :month", SelfReview.class)
				.setParameter("person", personId).setParameter("month", month.first()).getResultStream().findFirst();
	}

	/** The person's review of the month; who asks next waits until this is written. */
	Optional<SelfReview> locked(long personId, CoachingMonth month) {
		em.find(Salesperson.class, personId, LockModeType.PESSIMISTIC_WRITE);
		return find(personId, month);
	}

	/** The person's review of the month, begun when there is none; two tabs of one person get the same. */
	SelfReview findOrBegin(long personId, CoachingMonth month, Supplier<SelfReview> begin) {
		return locked(personId, month).orElseGet(() -> {
			var review = begin.get();
			em.persist(review);
			em.flush();
			return review;
		});
	}

	boolean isSubmitted(long personId, CoachingMonth month) {
		return em.createQuery("select count(s) from SelfReview s where s.person.id = :person and s.inMonth = :month and s.submittedAt is not null", Long.class)
				.setParameter("person", personId).setParameter("month", month.first()).getSingleResult() > 0;
	}

	List<State> states(CoachingMonth month, Collection<Long> personIds) {
		return personIds.isEmpty() ? List.of() : em.createQuery("""
				select new org.headcoach.coaching.SelfReviews$State(r.id, s.submittedAt, k.id) from SelfReview s join s.person r left join s.skill k
				where s.inMonth = :month and r.id in :people""", State.class)
				.setParameter("month", month.first()).setParameter("people", personIds).getResultList();
	}
}
