package org.headcoach.hiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How long candidates are kept, and when an interviewer is reminded. */
@ApplicationScoped
class Settings {

	@PersistenceContext
	private EntityManager em;

	/** Months after the last decision. */
	int keepMonths() {
		return ((Number) em.createNativeQuery("select keep_months from hiring_setting").getSingleResult()).intValue();
	}

	/** Hours after the end of an interview. */
	int remindHours() {
		return ((Number) em.createNativeQuery("select remind_hours from hiring_setting").getSingleResult()).intValue();
	}

	void change(int keepMonths, int remindHours) {
		em.createNativeQuery("update hiring_setting set keep_months = ?, remind_hours = ?, version = version + 1").setParameter(1, keepMonths).setParameter(2, remindHours).executeUpdate();
	}
}
