package org.headcoach.coaching;

import java.io.Serializable;

/** Both agree to the plan as it stands in this version. */
public record AgreeCoachingPlan(long planId, int version) implements Serializable {
}
