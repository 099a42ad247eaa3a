package org.headcoach.shared.statistics;

import java.util.Arrays;

/**
 * Standardized regression that is held back: {@code (R + k I) b = r}, with the correlations R among the explaining figures and r of each with what is to be explained. With few people or figures that say nearly
 * the same, least squares gives wild numbers of both signs; held back, figures that say the same share what they explain (Hoerl and Kennard).
 * <p>
 * The strength is not chosen by hand. The true coefficients are taken as drawn from one normal distribution around 0, and k is where the restricted likelihood of what was seen is highest, between 0.0001 and
 * 10,000 (then nothing is left). More people make k smaller, and the answer goes to least squares.
 *
 * @param coefficients standard deviations of y for one standard deviation of each figure, the others held
 * @param strength k
 * @param explained the share of the variance of y that they explain among these people
 */
public record Ridge(double[] coefficients, double strength, double explained) {

	private static final double WEAKEST = 1e-4;
	private static final double STRONGEST = 1e4;
	private static final double DEPENDENT = 1e-8;

	/** Fits with the strength that the data ask for. */
	public static Ridge fit(Correlations correlations) {
		var parts = Eigen.of(correlations.among());
		var turned = parts.turn(correlations.with());
		return at(correlations, parts, turned, LogScaleSearch.highest(k -> logLikelihood(parts.values(), turned, correlations.people(), k), WEAKEST, STRONGEST));
	}

	/** Fits with a given strength; 0 is least squares. */
	public static Ridge at(Correlations correlations, double strength) {
		var parts = Eigen.of(correlations.among());
		return at(correlations, parts, parts.turn(correlations.with()), strength);
	}

	private static Ridge at(Correlations correlations, Eigen parts, double[] turned, double strength) {
		var held = new double[turned.length];
		for (int i = 0; i < held.length; i++) {
			held[i] = turned[i] / (parts.values()[i] + strength);
		}
		var coefficients = parts.turnBack(held);
		var explained = 0.0;
		for (int i = 0; i < coefficients.length; i++) {
			// 2 b'r - b'Rb, in the turned figures
			explained += 2 * held[i] * turned[i] - held[i] * held[i] * parts.values()[i];
		}
		return new Ridge(coefficients, strength, Math.max(0, Math.min(1, explained)));
	}

	/** Of y without its mean, up to what does not depend on k; y'y is the number of people. */
	private static double logLikelihood(double[] values, double[] turned, double people, double k) {
		var open = 1.0;
		var spread = 0.0;
		for (int i = 0; i < values.length; i++) {
			open -= turned[i] * turned[i] / (values[i] + k);
			spread += Math.log(1 + values[i] / k);
		}
		return -0.5 * ((people - 1) * Math.log(Math.max(open, 1e-12)) + spread);
	}

	/**
	 * What a standardized regression needs to know.
	 *
	 * @param among the correlations among the explaining figures, 1 on the diagonal
	 * @param with those with what is to be explained
	 */
	public record Correlations(double[][] among, double[] with, double people) {

		/**
		 * Of figures of which each person counts as often as told. What does not vary has correlation 0 with everything.
		 *
		 * @param columns one array for each explaining figure
		 */
		public static Correlations of(double[][] columns, double[] y, int[] counts) {
			var n = Arrays.stream(counts).sum();
			var size = columns.length;
			var standardized = new double[size + 1][];
			for (int j = 0; j <= size; j++) {
				standardized[j] = standardized(j == size ? y : columns[j], counts, n);
			}
			var among = new double[size][size];
			var with = new double[size];
			for (int j = 0; j < size; j++) {
				for (int k = 0; k < j; k++) {
					among[j][k] = product(standardized[j], standardized[k]);
					among[k][j] = among[j][k];
				}
				among[j][j] = 1;
				with[j] = product(standardized[j], standardized[size]);
			}
			return new Correlations(among, with, n);
		}

		/** Whether no figure is a mixture of others, so that least squares has one answer. */
		public boolean independent() {
			return Arrays.stream(Eigen.of(among).values()).allMatch(value -> value > DEPENDENT);
		}

		/** With mean 0 and sum of squares 1, each already times the root of its count. */
		private static double[] standardized(double[] values, int[] counts, int n) {
			var mean = 0.0;
			for (int i = 0; i < values.length; i++) {
				mean += counts[i] * values[i];
			}
			mean /= n;
			var standardized = new double[values.length];
			var squares = 0.0;
			for (int i = 0; i < values.length; i++) {
				standardized[i] = Math.sqrt(counts[i]) * (values[i] - mean);
				squares += standardized[i] * standardized[i];
			}
			var length = squares <= 1e-13 * n * mean * mean ? Double.POSITIVE_INFINITY : Math.sqrt(squares);
			for (int i = 0; i < values.length; i++) {
				standardized[i] /= length;
			}
			return standardized;
		}

		private static double product(double[] one, double[] other) {
			var sum = 0.0;
			for (int i = 0; i < one.length; i++) {
				sum += one[i] * other[i];
			}
			return sum;
		}
	}
}
