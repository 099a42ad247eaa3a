package org.headcoach.coaching;

import java.util.List;

/**
 * A skill as somebody wrote it into the library.
 *
 * @param id null for a new one
 * @param version the version that was changed; ignored for a new one
 * @param metric the code of the metric in which it shows
 * @param activities in their order; lines without a text are left out
 */
public record WriteSkill(Long id, int version, String name, String metric, String meaning, List<SkillRow.Activity> activities) {

	public WriteSkill {
		activities = activities.stream().filter(activity -> activity.what() != null && !activity.what().isBlank()).toList();
	}
}
