package org.headcoach.pipeline;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A question to the topics above, asked before a funnel is changed: who still measures by one of these metrics, which would vanish or count
 * something else? Observers add what they know and change nothing.
 */
public final class MetricsAtRisk {

	/** A person's plan of a month that targets one of the metrics. */
	public record PlanAtRisk(String person, YearMonth month, String metric) implements Serializable {
	}

	private final Set<String> codes;
	private final List<PlanAtRisk> plans = new ArrayList<>();

	MetricsAtRisk(Set<String> codes) {
		this.codes = Set.copyOf(codes);
	}

	/** Codes of metrics, such as {@code CONVERSION:CONNECTS:DISCOVERIES}. */
	public Set<String> codes() {
		return codes;
	}

	public void add(PlanAtRisk plan) {
		plans.add(plan);
	}

	List<PlanAtRisk> plans() {
		return List.copyOf(plans);
	}
}
