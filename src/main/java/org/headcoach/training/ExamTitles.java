package org.headcoach.training;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What exams are called. */
@ApplicationScoped
class ExamTitles {

	@PersistenceContext
	private EntityManager em;

	/** By number, those that are closed too. */
	Map<Long, String> titles() {
		var titles = new HashMap<Long, String>();
		for (var each : em.createNativeQuery("select id, title from exam").getResultList()) {
			var row = (Object[]) each;
			titles.put(((Number) row[0]).longValue(), (String) row[1]);
		}
		return titles;
	}
}
