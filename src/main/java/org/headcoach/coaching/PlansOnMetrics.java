package org.headcoach.coaching;

import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.people.PeopleService;
import org.headcoach.pipeline.MetricsAtRisk;
import org.headcoach.pipeline.MetricsAtRisk.PlanAtRisk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Says whose plans would lose their target when a metric changes: those that are not agreed yet and those whose window is still open. */
@ApplicationScoped
class PlansOnMetrics {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PeopleService people;

	void asked(@Observes MetricsAtRisk question) {
		if (question.codes().isEmpty()) {
			return;
		}
		for (var row : em.createQuery("""
				select r.name, p.inMonth, p.metric from CoachingPlan p join p.person r
				where p.metric in :codes and (p.status <> :agreed or p.windowUntil >= :today) order by r.name, p.inMonth""", Object[].class)
				.setParameter("codes", question.codes()).setParameter("agreed", PlanStatus.AGREED).setParameter("today", people.today()).getResultList()) {
			question.add(new PlanAtRisk((String) row[0], YearMonth.from((LocalDate) row[1]), (String) row[2]));
		}
	}
}
