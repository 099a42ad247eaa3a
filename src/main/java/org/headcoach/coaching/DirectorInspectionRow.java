package org.headcoach.coaching;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/** One inspection of a director's month as pages show it; samples as in {@link DirectorInspection#samples()}. */
public record DirectorInspectionRow(long id, long directorId, int turn, InspectionOutcome outcome, String reason, int plans, int inspected,
		Map<Long, Boolean> samples, Instant inspectedAt, String inspectedBy) implements Serializable {

	static DirectorInspectionRow of(DirectorInspection inspection) {
		return new DirectorInspectionRow(inspection.id(), inspection.director().id(), inspection.turn(), inspection.outcome(), inspection.reason(),
				inspection.plans(), inspection.inspected(), inspection.samples(), inspection.inspectedAt(), inspection.inspectedBy());
	}

	public boolean isAccepted() {
		return outcome == InspectionOutcome.ACCEPTED;
	}
}
