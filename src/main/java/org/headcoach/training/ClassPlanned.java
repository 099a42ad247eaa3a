package org.headcoach.training;

import java.util.Set;

/**
 * A class was planned, a session of it added or moved, or it was called off: who learns and teaches there has to be told.
 *
 * @param lessonId the session that was added or moved; null for the class as a whole
 * @param people learners who are told; teachers are told of each of their sessions
 */
public record ClassPlanned(long classId, Long lessonId, Set<Long> people) {

	public ClassPlanned {
		people = Set.copyOf(people);
	}
}
