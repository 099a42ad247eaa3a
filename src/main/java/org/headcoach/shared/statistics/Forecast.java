package org.headcoach.shared.statistics;

import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What is to be expected of one person in one period: normal distributions, each with its weight. Weights need not sum up to 1.
 *
 * @param mean what is expected
 * @param variance how far the true figure may lie from it
 * @param sharedVariance the part of it that is the same for everybody in that period
 */
public record Forecast(List<Part> parts, double mean, double variance, double sharedVariance) {

	/** One of them. */
	public record Part(double weight, double mean, double variance) {
	}

	private static final int HALVINGS = 60;
	/** So many standard deviations lie around every quantile that is asked for. */
	private static final double FAR = 12;

	static Forecast of(List<Part> parts, double sharedVariance) {
		double weights = parts.stream().mapToDouble(Part::weight).sum();
		double mean = parts.stream().mapToDouble(part -> part.weight * part.mean).sum() / weights;
		double variance = parts.stream().mapToDouble(part -> part.weight * (part.variance + (part.mean - mean) * (part.mean - mean))).sum() / weights;
		return new Forecast(parts.stream().map(part -> new Part(part.weight / weights, part.mean, part.variance)).toList(), mean, variance, Math.min(sharedVariance, variance));
	}

	/** The same for a figure that chance moves around the true one by that variance. */
	public Forecast widenedBy(double chance) {
		return new Forecast(parts.stream().map(part -> new Part(part.weight, part.mean, part.variance + chance)).toList(), mean, variance + chance, sharedVariance);
	}

	public double probabilityBelow(double value) {
		return parts.stream().mapToDouble(part -> part.weight * NormalDistribution.of(part.mean, Math.sqrt(part.variance)).cumulativeProbability(value)).sum();
	}

	/** The value below which the figure lies with the given probability. */
	public double quantile(double probability) {
		if (!(probability > 0 && probability < 1)) {
			throw new IllegalArgumentException("probability " + probability);
		}
		double low = parts.stream().mapToDouble(part -> part.mean - FAR * Math.sqrt(part.variance)).min().orElseThrow();
		double high = parts.stream().mapToDouble(part -> part.mean + FAR * Math.sqrt(part.variance)).max().orElseThrow();
		for (int i = 0; i < HALVINGS; i++) {
			double middle = (low + high) / 2;
			if (probabilityBelow(middle) < probability) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return (low + high) / 2;
	}
}
