package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.List;

/**
 * One rep on the metric that a plan fixed in advance: the baseline that was written into the plan and the window that has now closed, and what
 * the rep did before the baseline. For peers the same months are taken.
 *
 * @param earlier periods as long as the baseline, the earliest first, the last one ending where the baseline begins; n = 0 where there is nothing to count
 */
public record BeforeAndAfter(long personId, List<Observation> earlier, Observation before, Observation after) implements Serializable {

	public BeforeAndAfter {
		earlier = List.copyOf(earlier);
	}

	/** Of somebody of whom nothing earlier than the baseline is known. */
	public BeforeAndAfter(long personId, Observation before, Observation after) {
		this(personId, List.of(), before, after);
	}

	boolean measurable(int minimum) {
		return before.n() >= minimum && after.n() >= minimum;
	}

	/** Everything before the window in one. */
	Observation known() {
		Observation all = before;
		for (Observation one : earlier) {
			all = all.with(one);
		}
		return all;
	}
}
