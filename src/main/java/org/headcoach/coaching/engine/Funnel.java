package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The steps of a sales process in their order, by key: {@code leads_worked, connects, discovery_calls, demos, customers}. */
public record Funnel(List<String> steps) implements Serializable {

	public Funnel {
		steps = List.copyOf(steps);
		if (steps.size() < 2 || new HashSet<>(steps).size() < steps.size() || steps.stream().anyMatch(s -> s.isBlank() || s.contains(":"))) {
			throw new IllegalArgumentException("A funnel has two or more different steps, named without a colon: " + steps);
		}
	}

	/** Volume of the first step, every conversion, then what belongs to no step. */
	public List<Metric> metrics() {
		List<Metric> metrics = new ArrayList<>();
		metrics.add(volume());
		metrics.addAll(conversions());
		metrics.add(Metric.of(MetricKind.MRR_PER_CUSTOMER));
		metrics.add(Metric.of(MetricKind.DAYS_TO_CLOSE));
		metrics.add(Metric.of(MetricKind.DISCOUNT));
		metrics.add(Metric.of(MetricKind.CHURN));
		return List.copyOf(metrics);
	}

	public Metric volume() {
		return Metric.volume(steps.get(0));
	}

	public List<Metric> conversions() {
		List<Metric> conversions = new ArrayList<>();
		for (int i = 0; i + 1 < steps.size(); i++) {
			conversions.add(Metric.conversion(steps.get(i), steps.get(i + 1)));
		}
		return List.copyOf(conversions);
	}

	int positionOf(String step) {
		int position = steps.indexOf(step);
		if (position < 0) {
			throw new IllegalArgumentException("No step " + step + " in " + steps);
		}
		return position;
	}
}
