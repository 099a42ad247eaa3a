package org.headcoach.compensation;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.people.PeopleService;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whose pay waits as a whole: because somebody holds it, or until the plan is accepted where the company wants that. */
@ApplicationScoped
class Holding {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private PeopleService people;

	Set<Long> people() {
		var held = em.createQuery("select h from PayHold h where h.releasedAt is null and h.source is null", PayHold.class).getResultStream().map(hold -> hold.person().id())
				.collect(Collectors.toCollection(HashSet::new));
		if (em.find(PayCalendar.class, PayCalendar.ONLY).settings().holdUntilAccepted()) {
			held.addAll(unaccepted());
		}
		return held;
	}

	/** Who has not accepted the version of a plan that pays them today. */
	private Set<Long> unaccepted() {
		var today = people.today();
		var accepted = em.createQuery("select r.version.id, r.person.id from PlanReceipt r", Object[].class).getResultStream().map(row -> row[0] + " " + row[1]).collect(Collectors.toSet());
		var published = plans.published();
		return plans.assignments().stream().flatMap(assignment -> Plans.held(assignment, published.getOrDefault(assignment.plan().id(), java.util.List.of())).stream())
				.filter(held -> held.holds(today) && !accepted.contains(held.version().id() + " " + held.assignment().person().id()))
				.map(held -> held.assignment().person().id()).collect(Collectors.toSet());
	}

	/** Sends what was closed on hold to payroll with the first open month, when nothing holds the person any more. The caller has the calendar's lock. */
	void letGo(long person, PayCalendar calendar) {
		em.flush();
		if (!people().contains(person)) {
			em.createQuery("select s from Statement s where s.person.id = :person and s.onHold = true and s.closedAt is not null and s.releasedIn is null", Statement.class)
					.setParameter("person", person).getResultList().forEach(statement -> statement.release(calendar.firstOpen()));
		}
	}
}
