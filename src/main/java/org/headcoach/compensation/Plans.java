package org.headcoach.compensation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Modifier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over plans, their versions and who is on them. */
@ApplicationScoped
class Plans {

	/**
	 * The days in which a version pays somebody.
	 *
	 * @param until null while it does
	 */
	record Held(PlanVersion version, PlanAssignment assignment, LocalDate from, LocalDate until) {

		boolean holds(LocalDate day) {
			return !from.isAfter(day) && (until == null || !until.isBefore(day));
		}
	}

	@PersistenceContext
	private EntityManager em;

	List<PayPlan> all() {
		return em.createQuery("select p from PayPlan p order by p.archived, p.name", PayPlan.class).getResultList();
	}

	Optional<PayPlan> named(String name) {
		return em.createQuery("select p from PayPlan p where lower(p.name) = :name", PayPlan.class).setParameter("name", name.toLowerCase(java.util.Locale.ROOT)).getResultStream()
				.findFirst();
	}

	List<PlanVersion> versions(long planId) {
		return em.createQuery("select v from PlanVersion v where v.plan.id = :plan order by v.number desc", PlanVersion.class).setParameter("plan", planId).getResultList();
	}

	/** Published versions by plan, in the order in which they hold. */
	Map<Long, List<PlanVersion>> published() {
		return em.createQuery("select v from PlanVersion v join fetch v.plan where v.status = org.headcoach.compensation.PlanStatus.PUBLISHED order by v.effectiveFrom, v.number",
				PlanVersion.class).getResultList().stream().collect(Collectors.groupingBy(version -> version.plan().id()));
	}

	/** Whether what any published plan pays rests on what people hold. The words of the terms tell, so that they need not be read. */
	boolean payByTraining() {
		return em.createQuery("select count(v) from PlanVersion v where v.status = org.headcoach.compensation.PlanStatus.PUBLISHED and (v.termsText like :certification or v.termsText like :alone)", Long.class)
				.setParameter("certification", "%\"" + Modifier.certification(0).replace("0", "") + "%").setParameter("alone", "%\"" + Modifier.SELLS_ALONE + "\"%").getSingleResult() > 0;
	}

	List<PlanAssignment> assignments() {
		return em.createQuery("select a from PlanAssignment a join fetch a.person join fetch a.plan left join fetch a.quotas order by a.person.id, a.from, a.id", PlanAssignment.class)
				.getResultList().stream().distinct().toList();
	}

	List<PlanAssignment> assignments(Collection<Long> people) {
		if (people.isEmpty()) {
			return List.of();
		}
		return em.createQuery("select a from PlanAssignment a join fetch a.person join fetch a.plan left join fetch a.quotas where a.person.id in :people order by a.person.id, a.from, a.id",
				PlanAssignment.class).setParameter("people", people).getResultList().stream().distinct().toList();
	}

	List<PlanAssignment> assignedTo(long planId) {
		return em.createQuery("select a from PlanAssignment a join fetch a.person join fetch a.plan left join fetch a.quotas where a.plan.id = :plan order by a.person.name, a.from",
				PlanAssignment.class).setParameter("plan", planId).getResultList().stream().distinct().toList();
	}

	/** What an assignment comes to: one stretch of days for each version that held in it, the last ended by the person's last day. */
	static List<Held> held(PlanAssignment assignment, List<PlanVersion> published) {
		var versions = published.stream().sorted(Comparator.comparing(PlanVersion::effectiveFrom).thenComparing(PlanVersion::number)).toList();
		var held = new ArrayList<Held>();
		for (int i = 0; i < versions.size(); i++) {
			var version = versions.get(i);
			var from = later(assignment.from(), version.effectiveFrom());
			var until = earlier(earlier(assignment.until(), assignment.person().leftOn()), i + 1 < versions.size() ? versions.get(i + 1).effectiveFrom().minusDays(1) : null);
			if (until == null || !until.isBefore(from)) {
				held.add(new Held(version, assignment, from, until));
			}
		}
		return held;
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one == null || other != null && other.isBefore(one) ? other : one;
	}
}
