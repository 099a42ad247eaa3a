package org.headcoach.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many repetitions took, in milliseconds. */
final class Timings {

	private final List<Double> millis = new ArrayList<>();

	synchronized void add(long nanos) {
		millis.add(nanos / 1e6);
	}

	/** The smallest time within which that share of all repetitions was done. */
	synchronized double within(double share) {
		var sorted = new ArrayList<>(millis);
		Collections.sort(sorted);
		return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
	}

	double median() {
		return within(0.5);
	}

	double p95() {
		return within(0.95);
	}

	double longest() {
		return within(1);
	}

	synchronized int count() {
		return millis.size();
	}
}
