package org.headcoach.coaching;

import java.io.Serializable;
import java.util.Map;

/**
 * What a rep has written so far.
 *
 * @param seen the version that was before the rep's eyes, null where nothing had been written; when it was changed meanwhile, in another window, nothing is overwritten
 * @param looks by the code of the metric
 * @param skillId a skill of the library, or null with own words or none yet
 */
public record WriteSelfReview(CoachingMonth month, Integer seen, String howWasIt, String wentWell, String toImprove, Map<String, Look> looks, Long skillId,
		String ownSkill, String help) implements Serializable {

	/** What the rep sees in one chart, and why it is so. */
	public record Look(String sees, String why) implements Serializable {
	}

	public WriteSelfReview {
		looks = Map.copyOf(looks);
	}
}
