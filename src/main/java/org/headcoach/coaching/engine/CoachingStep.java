package org.headcoach.coaching.engine;

import java.util.Set;

import org.headcoach.shared.BusinessException;

/** The four half days of the monthly coaching rhythm, in their order. */
public enum CoachingStep {

	/** Day 1, morning: manager and rep each look at the rep's figures; the rep reviews the own month. */
	REVIEW,
	/** Day 1, afternoon: manager and rep build the plan together. */
	PLAN,
	/** Day 2, morning: the director inspects the managers' plans. */
	DIRECTOR_INSPECTS,
	/** Day 2, afternoon: the VP inspects with the directors. */
	VP_INSPECTS;

	/**
	 * Refuses a step whose predecessors are not done: no plan before the rep's review, no inspection of a plan that is not there, no VP before the
	 * director. A review or a plan may well be done before its half day, an inspection may not ({@link CoachingDays#requireBegun}); none may overtake
	 * another.
	 *
	 * @throws BusinessException {@code coaching.error.stepTooEarly} with this step and the one that is missing
	 */
	public void requireReached(Set<CoachingStep> done) {
		for (CoachingStep earlier : values()) {
			if (earlier == this) {
				return;
			}
			if (!done.contains(earlier)) {
				throw new BusinessException("coaching.error.stepTooEarly", this, earlier);
			}
		}
	}
}
