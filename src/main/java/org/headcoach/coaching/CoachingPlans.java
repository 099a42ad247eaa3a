package org.headcoach.coaching;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Queries over coaching plans. Who may see what they find is asked in {@link CoachingService}. */
@ApplicationScoped
class CoachingPlans {

	private static final String ROW = """
			select new org.headcoach.coaching.PlanRow(p.id, r.id, r.name, p.inMonth, m.id, m.name, s.id, p.skillName, p.metric,
				p.baselineValue, p.targetValue, p.windowFrom, p.windowUntil, p.status, p.edition, p.talkAt, p.agreedAt, p.sentBackReason,
				coalesce((select sum(a.plannedCount) from PlanActivity a where a.plan = p), 0),
				coalesce((select sum(case when b.doneCount > b.plannedCount then b.plannedCount else b.doneCount end) from PlanActivity b where b.plan = p), 0))
			from CoachingPlan p join p.person r join p.manager m left join p.skill s
			""";

	@PersistenceContext
	private EntityManager em;

	Optional<CoachingPlan> find(long personId, CoachingMonth month) {
		return em.createQuery("select p from CoachingPlan p join fetch p.person join fetch p.manager where p.person.id = :person and p.inMonth = :month",
				CoachingPlan.class).setParameter("person", personId).setParameter("month", month.first()).getResultStream().findFirst();
	}

	CoachingPlan get(long planId) {
		return found(em.find(CoachingPlan.class, planId), planId);
	}

	/** Waits for whoever changes the plan right now, so that the second click meets what the first one did. */
	CoachingPlan lock(long planId) {
		return found(em.find(CoachingPlan.class, planId, LockModeType.PESSIMISTIC_WRITE), planId);
	}

	private static CoachingPlan found(CoachingPlan plan, long planId) {
		if (plan == null) {
			throw new NotHereException("No plan " + planId);
		}
		return plan;
	}

	/** The person's plan of the month, made as an empty draft when there is none. Two who ask at once get the same one. */
	CoachingPlan findOrBegin(long personId, CoachingMonth month, java.util.function.Supplier<CoachingPlan> begin) {
		em.find(Salesperson.class, personId, LockModeType.PESSIMISTIC_WRITE);
		return find(personId, month).orElseGet(() -> {
			var plan = begin.get();
			em.persist(plan);
			em.flush();
			return plan;
		});
	}

	/** The month's plans of these people, by name. */
	List<PlanRow> rows(CoachingMonth month, Collection<Long> personIds) {
		return personIds.isEmpty() ? List.of()
				: em.createQuery(ROW + " where p.inMonth = :month and r.id in :people order by r.name, r.id", PlanRow.class)
						.setParameter("month", month.first()).setParameter("people", personIds).getResultList();
	}

	/** A person's plans, the latest first. */
	List<PlanRow> history(long personId) {
		return em.createQuery(ROW + " where r.id = :person order by p.inMonth desc", PlanRow.class).setParameter("person", personId).getResultList();
	}

	/** The plan before that month, if any. */
	Optional<CoachingPlan> lastBefore(long personId, CoachingMonth month) {
		return em.createQuery("select p from CoachingPlan p where p.person.id = :person and p.inMonth < :month order by p.inMonth desc", CoachingPlan.class)
				.setParameter("person", personId).setParameter("month", month.first()).setMaxResults(1).getResultStream().findFirst();
	}

	List<CheckIn> checkIns(long planId) {
		return em.createQuery("select c from CheckIn c where c.plan.id = :plan order by c.heldOn desc, c.id desc", CheckIn.class)
				.setParameter("plan", planId).getResultList();
	}
}
