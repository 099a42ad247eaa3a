package org.headcoach.coaching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over inspections. Who may see what they find is asked in {@link InspectionService}. */
@ApplicationScoped
class Inspections {

	@PersistenceContext
	private EntityManager em;

	/** The last inspection of each of these plans, of whatever edition. */
	Map<Long, PlanInspectionRow> last(Collection<Long> planIds) {
		var last = new HashMap<Long, PlanInspectionRow>();
		rows(planIds).forEach(row -> last.put(row.planId(), row));
		return last;
	}

	/** Every inspection of these plans, the earliest first. */
	List<PlanInspectionRow> rows(Collection<Long> planIds) {
		return planIds.isEmpty() ? List.of() : em.createQuery("""
				select new org.headcoach.coaching.PlanInspectionRow(i.id, p.id, i.edition, i.turn, i.outcome, i.skillClear, i.skillNote, i.decisionClear,
					i.decisionNote, i.planClear, i.planNote, i.reason, i.inspectedAt, i.inspectedBy, case when r.id is null then false else true end)
				from PlanInspection i join i.plan p left join i.reopenedBy r where p.id in :plans order by i.edition, i.turn""", PlanInspectionRow.class)
				.setParameter("plans", planIds).getResultList();
	}

	/** The accepted inspections of these plans that stand. */
	List<PlanInspection> standing(Collection<Long> planIds) {
		return planIds.isEmpty() ? List.of() : em.createQuery("""
				select i from PlanInspection i join i.plan p where p.id in :plans and i.edition = p.edition and i.outcome = :accepted
				and i.reopenedBy is null""", PlanInspection.class)
				.setParameter("plans", planIds).setParameter("accepted", InspectionOutcome.ACCEPTED).getResultList();
	}

	/** The last inspection of each of these directors in that month. */
	Map<Long, DirectorInspection> lastOfDirectors(CoachingMonth month, Collection<Long> directorIds) {
		var last = new HashMap<Long, DirectorInspection>();
		if (!directorIds.isEmpty()) {
			em.createQuery("select i from DirectorInspection i where i.inMonth = :month and i.director.id in :directors order by i.turn", DirectorInspection.class)
					.setParameter("month", month.first()).setParameter("directors", directorIds).getResultList()
					.forEach(inspection -> last.put(inspection.director().id(), inspection));
		}
		return last;
	}

	Optional<DirectorInspection> lastOfDirector(CoachingMonth month, long directorId) {
		return Optional.ofNullable(lastOfDirectors(month, List.of(directorId)).get(directorId));
	}
}
