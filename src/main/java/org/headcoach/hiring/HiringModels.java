package org.headcoach.hiring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over hiring models, their versions and characteristics. */
@ApplicationScoped
class HiringModels {

	@PersistenceContext
	private EntityManager em;

	HiringModel find(long id) {
		return em.find(HiringModel.class, id);
	}

	HiringModelVersion version(long id) {
		return em.find(HiringModelVersion.class, id);
	}

	List<HiringModel> all() {
		return em.createQuery("select m from HiringModel m order by m.name", HiringModel.class).getResultList();
	}

	/** The latest first. */
	List<HiringModelVersion> versions(long modelId) {
		return em.createQuery("select v from HiringModelVersion v where v.modelId = :model order by v.versionNo desc", HiringModelVersion.class).setParameter("model", modelId).getResultList();
	}

	/** The one that holds; empty before the first is published. */
	Optional<HiringModelVersion> published(long modelId) {
		return versions(modelId).stream().filter(version -> version.state() == VersionState.PUBLISHED).findFirst();
	}

	Optional<HiringModelVersion> draft(long modelId) {
		return versions(modelId).stream().filter(version -> version.state() == VersionState.DRAFT).findFirst();
	}

	List<Characteristic> characteristics(long versionId) {
		return em.createQuery("select c from Characteristic c where c.versionId = :version order by c.ordinal", Characteristic.class).setParameter("version", versionId).getResultList();
	}

	/** Weights by code, in the order of the card. */
	static Map<String, Double> weights(List<Characteristic> characteristics) {
		var weights = new LinkedHashMap<String, Double>();
		characteristics.forEach(one -> weights.put(one.code(), one.weight().doubleValue()));
		return weights;
	}
}
