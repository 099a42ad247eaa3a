package org.headcoach.people;

import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The log of what was changed: who, when, from where, what, before, after. It is written in the transaction of the
 * change, so a change without its line cannot be committed, and a line without its change neither.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Audit {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<Recorded> recorded;

	/**
	 * Appends one line in the name of the current actor.
	 *
	 * @param action what was done, in capitals: {@code AGREE_PLAN}; its text is {@code people.audit.action.AGREE_PLAN} where one exists
	 * @param subjectType what it was done to: {@code CoachingPlan}
	 * @param subjectId its number or key; null for the company as a whole
	 * @param subjectName its name at that time, as people know it
	 * @param before a record or map, null for something new
	 * @param after a record or map, null for something removed
	 */
	public void record(String action, String subjectType, Object subjectId, String subjectName, Object before, Object after) {
		var actor = current.get();
		em.persist(new AuditEntry(clock.now(), actor.accountId(), actor.name(), current.address(), action, subjectType,
				subjectId == null ? null : subjectId.toString(), subjectName, AuditText.of(before), AuditText.of(after)));
		recorded.fire(new Recorded(action));
	}
}
