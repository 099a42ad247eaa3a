package org.headcoach.shared.statistics;

import java.io.Serializable;

/** A closed interval of plausible values. */
public record Interval(double low, double high) implements Serializable {

	public Interval {
		if (!(low <= high)) {
			throw new IllegalArgumentException("low " + low + " is not at most high " + high);
		}
	}

	public double width() {
		return high - low;
	}

	public boolean contains(double value) {
		return low <= value && value <= high;
	}
}
