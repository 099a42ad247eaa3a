package org.headcoach.coaching;

import java.util.Set;

/**
 * What the VP found with one director.
 *
 * @param turn how many inspections of this director and month the VP saw; 0 for the first
 * @param samples the plans that were looked at
 * @param again those of them that the director has to inspect once more; empty when it is accepted
 * @param reason why it is sent back; null when it is accepted
 */
public record InspectDirector(long directorId, CoachingMonth month, int turn, Set<Long> samples, Set<Long> again, InspectionOutcome outcome,
		String reason) {

	public InspectDirector {
		samples = Set.copyOf(samples);
		again = Set.copyOf(again);
	}
}
