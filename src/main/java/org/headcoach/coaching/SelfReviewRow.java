package org.headcoach.coaching;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A self-review as pages show it. */
public record SelfReviewRow(String howWasIt, String wentWell, String toImprove, Map<String, WriteSelfReview.Look> looks, Long skillId,
		String skillName, String ownSkill, String help, Instant savedAt, Instant submittedAt, int version) implements Serializable {

	static SelfReviewRow of(SelfReview review) {
		var looks = new TreeMap<String, WriteSelfReview.Look>();
		review.looks().forEach((metric, look) -> looks.put(metric, new WriteSelfReview.Look(look.sees(), look.why())));
		return new SelfReviewRow(review.howWasIt(), review.wentWell(), review.toImprove(), looks, review.skill() == null ? null : review.skill().id(),
				review.skill() == null ? null : review.skill().name(), review.ownSkill(), review.help(), review.savedAt(), review.submittedAt(), review.version());
	}

	public boolean isSubmitted() {
		return submittedAt != null;
	}

	/** The skill that the rep would work on, by the library's name or in own words; null when nothing was chosen yet. */
	public String chosenSkill() {
		return skillName == null ? ownSkill : skillName;
	}
}
