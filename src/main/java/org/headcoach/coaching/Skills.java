package org.headcoach.coaching;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Queries over the skill library. */
@ApplicationScoped
class Skills {

	@PersistenceContext
	private EntityManager em;

	/** The whole library by name, retired skills included. */
	List<SkillRow> all() {
		return em.createQuery("select distinct s from Skill s left join fetch s.activities order by s.name", Skill.class).getResultList().stream()
				.map(SkillRow::of).toList();
	}

	List<SkillRow> active() {
		return all().stream().filter(SkillRow::active).toList();
	}
}
