package org.headcoach.coaching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over the ledger of coaching time. Who may see what they find is asked in {@link CoachingTimeService}. */
@ApplicationScoped
class CoachingTimes {

	/** Minutes of one coach with one person on one kind of coaching. */
	public record Sum(long coachId, long personId, TimeKind kind, long minutes) {
	}

	@PersistenceContext
	private EntityManager em;

	/** What was logged with these people from the first to the last day, the latest first. */
	List<CoachingTimeRow> rows(Collection<Long> personIds, LocalDate first, LocalDate last) {
		return personIds.isEmpty() ? List.of() : em.createQuery("""
				select new org.headcoach.coaching.CoachingTimeRow(t.id, c.id, c.name, p.id, p.name, t.spentOn, t.minutes, t.kind, t.note, k.id)
				from CoachingTime t join t.coach c join t.person p left join t.checkIn k
				where p.id in :people and t.spentOn between :first and :last order by t.spentOn desc, t.id desc""", CoachingTimeRow.class)
				.setParameter("people", personIds).setParameter("first", first).setParameter("last", last).getResultList();
	}

	/** What one coach logged with one person on a day. */
	List<CoachingTime> on(long coachId, long personId, LocalDate day) {
		return em.createQuery("select t from CoachingTime t where t.coach.id = :coach and t.person.id = :person and t.spentOn = :day", CoachingTime.class)
				.setParameter("coach", coachId).setParameter("person", personId).setParameter("day", day).getResultList();
	}

	/** The agreed plans of these people and month on which no check-in was noted from that day on. */
	List<Long> plansWithoutCheckIn(CoachingMonth month, Collection<Long> personIds, LocalDate since) {
		return personIds.isEmpty() ? List.of() : em.createQuery("""
				select p.id from CoachingPlan p where p.status = :agreed and p.inMonth = :month and p.person.id in :people
				and not exists (select c from CheckIn c where c.plan = p and c.heldOn >= :since)""", Long.class)
				.setParameter("agreed", PlanStatus.AGREED).setParameter("month", month.first()).setParameter("people", personIds).setParameter("since", since)
				.getResultList();
	}

	/** The sums of these coaches from the first to the last day. */
	List<Sum> sums(Collection<Long> coachIds, LocalDate first, LocalDate last) {
		return coachIds.isEmpty() ? List.of() : em.createQuery("""
				select new org.headcoach.coaching.CoachingTimes$Sum(t.coach.id, t.person.id, t.kind, sum(t.minutes)) from CoachingTime t
				where t.coach.id in :coaches and t.spentOn between :first and :last group by t.coach.id, t.person.id, t.kind""", Sum.class)
				.setParameter("coaches", coachIds).setParameter("first", first).setParameter("last", last).getResultList();
	}
}
