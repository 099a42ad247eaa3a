package org.headcoach.coaching;

import java.io.Serializable;
import java.util.Map;

/**
 * What a rep has written so far.
 *
 * @param looks by the code of the metric
 * @param skillId a skill of the library, or null with own words or none yet
 */
public record WriteSelfReview(CoachingMonth month, String howWasIt, String wentWell, String toImprove, Map<String, Look> looks, Long skillId,
		String ownSkill, String help) implements Serializable {

	/** What the rep sees in one chart, and why it is so. */
	public record Look(String sees, String why) implements Serializable {
	}

	public WriteSelfReview {
		looks = Map.copyOf(looks);
	}
}
