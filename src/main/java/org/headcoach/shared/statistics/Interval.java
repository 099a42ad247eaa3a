package org.headcoach.shared.statistics;

/** A closed interval of plausible values. */
public record Interval(double low, double high) {

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
