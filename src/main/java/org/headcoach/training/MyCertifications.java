package org.headcoach.training;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.headcoach.training.engine.LearningPath;

/**
 * What somebody has earned and what comes next.
 *
 * @param path null for whoever has none
 * @param titles of the certifications in it, by id
 * @param takes what each of them takes the reader now: the whole role play, or its renewal
 * @param planned own role plays to come
 * @param toScore role plays of others in which the person scores
 * @param past own results, the latest first
 */
public record MyCertifications(LearningPath.Progress path, Map<Long, String> titles, Map<Long, Takes> takes, List<Earned> earned, List<AssessmentRow> planned, List<AssessmentRow> toScore, List<AssessmentRow> past)
		implements Serializable {

	/** How many behaviours are scored, in how many minutes. */
	public record Takes(int behaviours, int minutes) implements Serializable {
	}

	public record Earned(Holding holding, String title, CertificationVersion.Level level) implements Serializable {
	}

	public Takes takes(long certificationId) {
		return takes.get(certificationId);
	}

	public String titleOf(long certificationId) {
		return titles.get(certificationId);
	}
}
