package org.headcoach.coaching;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** A skill of the library as pages show it. */
public record SkillRow(long id, String name, String metric, String meaning, boolean active, int version, List<Activity> activities)
		implements Serializable {

	public record Activity(ActivityKind kind, String what, int usualCount) implements Serializable {
	}

	static SkillRow of(Skill skill) {
		return new SkillRow(skill.id(), skill.name(), skill.metric(), skill.meaning(), skill.active(), skill.version(),
				skill.activities().stream().sorted(Comparator.comparingInt(SkillActivity::ordinal)).map(a -> new Activity(a.kind(), a.what(), a.usualCount())).toList());
	}
}
