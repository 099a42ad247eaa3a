package org.headcoach.compensation;


import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.people.CurrentActor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Freezes a month: nothing may have changed since it was computed, and every statement keeps what it was computed from. */
@ApplicationScoped
class Closing {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Holding holding;

	@Inject
	private StatementFiles files;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** The caller's transaction holds the calendar's lock. */
	void close(PayPeriod period, PayCalendar calendar, boolean evenUnapproved) {
		var month = period.month();
		var statements = em.createQuery("select s from Statement s join fetch s.person where s.month = :month order by s.person.id", Statement.class)
				.setParameter("month", month.atDay(1)).getResultList();
		var missing = statements.stream().filter(statement -> statement.approvedAt() == null).count();
		if (missing > 0 && !evenUnapproved) {
			throw new BusinessException("compensation.month.error.unapproved", month.atDay(1), missing);
		}
		period.close(clock.now(), current.get().name());
		// a hold since the last computation counts as well
		var held = holding.people();
		statements.forEach(statement -> statement.hold(held.contains(statement.person().id())));
		files.freeze(statements, month, calendar);
		calendar.close(month);
	}
}
