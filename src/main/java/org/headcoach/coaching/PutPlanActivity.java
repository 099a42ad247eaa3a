package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;

/** A new activity of a plan ({@code activityId} null) or the new wording of one that is there. */
public record PutPlanActivity(long planId, int version, Long activityId, ActivityKind kind, String what, int plannedCount, LocalDate dueOn)
		implements Serializable {
}
