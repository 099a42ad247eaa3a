package org.headcoach.coaching.engine;

import java.io.Serializable;

/**
 * One rep on the metric that a plan fixed in advance: the baseline that was written into the plan and the window that has now closed.
 * For peers the same months are taken.
 */
public record BeforeAndAfter(long personId, Observation before, Observation after) implements Serializable {

	boolean measurable(int minimum) {
		return before.n() >= minimum && after.n() >= minimum;
	}
}
