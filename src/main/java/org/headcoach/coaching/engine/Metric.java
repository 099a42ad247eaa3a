package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing on which people are compared. Steps are named by the funnel's own keys, not by position, so that a plan's target metric still
 * means the same after the funnel was edited.
 *
 * @param step the step counted (volume) or started from (conversion); null for the other kinds
 * @param next the step arrived at (conversion); null for the other kinds
 */
public record Metric(MetricKind kind, String step, String next) implements Serializable {

	private static final String SEPARATOR = ":";

	public Metric {
		Objects.requireNonNull(kind);
		boolean wellFormed = switch (kind) {
			case VOLUME -> step != null && next == null;
			case CONVERSION -> step != null && next != null && !step.equals(next);
			default -> step == null && next == null;
		};
		if (!wellFormed) {
			throw new IllegalArgumentException(kind + " of " + step + " and " + next);
		}
	}

	public static Metric volume(String step) {
		return new Metric(MetricKind.VOLUME, step, null);
	}

	public static Metric conversion(String step, String next) {
		return new Metric(MetricKind.CONVERSION, step, next);
	}

	/** A metric that belongs to no step: MRR per customer, days to close, discount, churn. */
	public static Metric of(MetricKind kind) {
		return new Metric(kind, null, null);
	}

	/** One word to store and to link by, as {@code CONVERSION:connects:discovery_calls}. */
	public String code() {
		return kind + (step == null ? "" : SEPARATOR + step) + (next == null ? "" : SEPARATOR + next);
	}

	/**
	 * The metric of a {@link #code()}.
	 *
	 * @throws IllegalArgumentException when it is none
	 */
	public static Metric parse(String code) {
		String[] parts = code.split(SEPARATOR, -1);
		if (parts.length > 3) {
			throw new IllegalArgumentException(code);
		}
		return new Metric(MetricKind.valueOf(parts[0]), parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
	}
}
