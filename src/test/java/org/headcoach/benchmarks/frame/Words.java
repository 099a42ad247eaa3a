package org.headcoach.benchmarks.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** How many words there are: none. */
@Named
@ApplicationScoped
@Transactional
public class Words {

	@PersistenceContext
	private EntityManager em;

	public long getCount() {
		return em.createQuery("select count(w) from Word w", Long.class).getSingleResult();
	}
}
