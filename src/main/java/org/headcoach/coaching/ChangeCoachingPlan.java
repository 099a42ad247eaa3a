package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What the manager writes into an open plan.
 *
 * @param version the state of the plan that the change was made on
 * @param target in the metric's unit, a share for a rate (0.28 for 28 %); null while it is open
 */
public record ChangeCoachingPlan(long planId, int version, String howDecided, BigDecimal target, YearMonth windowFrom, YearMonth windowUntil)
		implements Serializable {
}
