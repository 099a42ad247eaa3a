package org.headcoach.coaching;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The skill library.
 *
 * @param skills all of them by name, retired ones included
 * @param metrics the codes of the metrics that a skill can show in, as the funnel stands
 * @param plans how many plans name a skill, by its id
 * @param used the ids of skills that a plan or a self-review names: they can be retired, not removed
 * @param mayEdit whether the reader may change the library
 */
public record SkillPage(List<SkillRow> skills, List<String> metrics, Map<Long, Long> plans, Set<Long> used, boolean mayEdit) implements Serializable {

	public long active() {
		return skills.stream().filter(SkillRow::active).count();
	}

	public long plansOf(long skillId) {
		return plans.getOrDefault(skillId, 0L);
	}

	/** Metrics that no active skill belongs to: a rep who is below peers there finds nothing in the library. */
	public List<String> uncovered() {
		return metrics.stream().filter(metric -> skills.stream().noneMatch(skill -> skill.active() && skill.metric().equals(metric))).toList();
	}
}
