package org.headcoach.coaching;

import static org.headcoach.people.Permission.BE_SIGNED_IN;
import static org.headcoach.people.Permission.EDIT_SKILLS;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.headcoach.coaching.engine.Funnel;
import org.headcoach.coaching.engine.Metric;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to the skill library: what may be behind a figure that lies below the peers', and what is usually done about it. A skill that somebody has
 * used is retired, never removed; plans keep the name under which they chose it.
 */
@ApplicationScoped
@Transactional
public class SkillService {

	/** What the audit log keeps of a skill. */
	record Terms(String name, String metric, String meaning, boolean active, List<String> activities) {

		static Terms of(Skill skill) {
			return new Terms(skill.name(), skill.metric(), skill.meaning(), skill.active(),
					skill.activities().stream().map(a -> a.usualCount() + " x " + a.kind() + ": " + a.what()).toList());
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private Skills skills;

	@Inject
	private SalesProcesses processes;

	/** The whole library. Everybody. */
	@Needs(BE_SIGNED_IN)
	public SkillPage library() {
		var plans = counts("select p.skill.id, count(p) from CoachingPlan p where p.skill is not null group by p.skill.id");
		var used = new HashSet<>(plans.keySet());
		used.addAll(counts("select r.skill.id, count(r) from SelfReview r where r.skill is not null group by r.skill.id").keySet());
		return new SkillPage(skills.all(), metrics(), Map.copyOf(plans), java.util.Set.copyOf(used), current.get().may(EDIT_SKILLS));
	}

	private Map<Long, Long> counts(String query) {
		var counts = new HashMap<Long, Long>();
		em.createQuery(query, Object[].class).getResultList().forEach(row -> counts.put((Long) row[0], (Long) row[1]));
		return counts;
	}

	private List<String> metrics() {
		return new Funnel(processes.main().steps().stream().map(step -> step.code()).toList()).metrics().stream().map(Metric::code).toList();
	}

	/**
	 * Adds a skill or changes one. Directors and executives.
	 *
	 * @return its id
	 * @throws OptimisticLockException when it was changed since the writer saw it
	 */
	@Needs(EDIT_SKILLS)
	public long write(WriteSkill written) {
		var skill = written.id() == null ? null : opened(written.id(), written.version());
		requireName(written);
		if (!metrics().contains(written.metric()) && (skill == null || !skill.metric().equals(written.metric()))) {
			throw new BusinessException("coaching.skills.error.metric");
		}
		var before = skill == null ? null : Terms.of(skill);
		if (skill == null) {
			skill = new Skill(written.name(), written.metric(), written.meaning());
			em.persist(skill);
		} else {
			skill.change(written.name(), written.metric(), written.meaning());
			// lines that only changed their order or text leave the skill itself untouched: its version has to move all the same
			em.lock(skill, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
		}
		skill.practiseBy(written.activities());
		em.flush();
		audit.record(before == null ? "ADD_SKILL" : "CHANGE_SKILL", "Skill", skill.id(), skill.name(), before, Terms.of(skill));
		return skill.id();
	}

	private void requireName(WriteSkill written) {
		var name = written.name() == null ? "" : written.name().strip();
		if (skills.all().stream().anyMatch(skill -> skill.name().equalsIgnoreCase(name) && !Objects.equals(skill.id(), written.id()))) {
			throw new BusinessException("coaching.skills.error.name-taken", name);
		}
	}

	/** Takes a skill out of what can be chosen; plans that have it keep it. Directors and executives. */
	@Needs(EDIT_SKILLS)
	public void retire(long skillId, int version) {
		switchTo(false, skillId, version);
	}

	/** Lets a retired skill be chosen again. Directors and executives. */
	@Needs(EDIT_SKILLS)
	public void bringBack(long skillId, int version) {
		switchTo(true, skillId, version);
	}

	private void switchTo(boolean active, long skillId, int version) {
		var skill = opened(skillId, version);
		if (skill.active() == active) {
			return;
		}
		var before = Terms.of(skill);
		if (active) {
			skill.bringBack();
		} else {
			skill.retire();
		}
		audit.record(active ? "BRING_SKILL_BACK" : "RETIRE_SKILL", "Skill", skillId, skill.name(), before, Terms.of(skill));
	}

	/** Removes a skill that nobody has used; one that a plan or a self-review names is refused. Directors and executives. */
	@Needs(EDIT_SKILLS)
	public void remove(long skillId, int version) {
		var skill = opened(skillId, version);
		if (library().used().contains(skillId)) {
			throw new BusinessException("coaching.skills.error.used", skill.name());
		}
		em.remove(skill);
		audit.record("REMOVE_SKILL", "Skill", skillId, skill.name(), Terms.of(skill), null);
	}

	private Skill opened(long skillId, int version) {
		var skill = em.find(Skill.class, skillId, LockModeType.PESSIMISTIC_WRITE);
		if (skill == null) {
			throw new NotHereException("No skill " + skillId);
		}
		if (skill.version() != version) {
			throw new OptimisticLockException("Skill " + skillId + " is at version " + skill.version() + ", the change was made on " + version, null, skill);
		}
		return skill;
	}
}
