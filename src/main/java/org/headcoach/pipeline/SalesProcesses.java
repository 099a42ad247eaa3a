package org.headcoach.pipeline;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Queries over sales processes. */
@ApplicationScoped
@Transactional
public class SalesProcesses {

	@PersistenceContext
	private EntityManager em;

	@Inject
	private FunnelsRead read;

	/** The main process first, then by name. */
	List<SalesProcess> all() {
		// every page asks for them: with their steps and what these name by one query
		return em.createQuery("select distinct p from SalesProcess p left join fetch p.steps s left join fetch s.values order by p.main desc, p.name, p.id, s.ordinal", SalesProcess.class)
				.getResultList();
	}

	/** All funnels, the main one first. There is always at least one. */
	public List<Funnel> funnels() {
		if (read.funnels() == null) {
			read.remember(all().stream().map(SalesProcess::funnel).toList());
		}
		return read.funnels();
	}

	/** After a change of any of them. */
	void forget() {
		read.forget();
	}

	/** The funnel that coaching and figures use. */
	public Funnel main() {
		return funnels().get(0);
	}

	/** The catalogue of the main funnel's metrics. */
	public Metrics metrics() {
		return Metrics.of(main());
	}
}
