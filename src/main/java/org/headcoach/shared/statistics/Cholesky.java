package org.headcoach.shared.statistics;

/** A small symmetric positive definite matrix, taken apart once to be solved often; only its lower half is read. */
final class Cholesky {

	private final double[][] lower;

	private Cholesky(double[][] lower) {
		this.lower = lower;
	}

	static Cholesky of(double[][] matrix) {
		int size = matrix.length;
		double[][] lower = new double[size][size];
		for (int i = 0; i < size; i++) {
			for (int j = 0; j <= i; j++) {
				double sum = matrix[i][j];
				for (int k = 0; k < j; k++) {
					sum -= lower[i][k] * lower[j][k];
				}
				if (i == j && !(sum > 0)) {
					throw new IllegalArgumentException("not positive definite");
				}
				lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
			}
		}
		return new Cholesky(lower);
	}

	double[] solve(double[] right) {
		int size = lower.length;
		double[] solution = new double[size];
		for (int i = 0; i < size; i++) {
			double sum = right[i];
			for (int k = 0; k < i; k++) {
				sum -= lower[i][k] * solution[k];
			}
			solution[i] = sum / lower[i][i];
		}
		for (int i = size - 1; i >= 0; i--) {
			double sum = solution[i];
			for (int k = i + 1; k < size; k++) {
				sum -= lower[k][i] * solution[k];
			}
			solution[i] = sum / lower[i][i];
		}
		return solution;
	}

	double[][] inverse() {
		double[][] inverse = new double[lower.length][];
		for (int i = 0; i < lower.length; i++) {
			double[] unit = new double[lower.length];
			unit[i] = 1;
			inverse[i] = solve(unit);
		}
		return inverse;
	}

	/** Of a normal distribution with this covariance, but for the constant that all of its size share. */
	double logDensity(double[] distance) {
		double square = 0;
		double[] standardised = new double[distance.length];
		for (int i = 0; i < distance.length; i++) {
			double sum = distance[i];
			for (int k = 0; k < i; k++) {
				sum -= lower[i][k] * standardised[k];
			}
			standardised[i] = sum / lower[i][i];
			square += standardised[i] * standardised[i];
		}
		return -(logDeterminant() + square) / 2;
	}

	double logDeterminant() {
		double sum = 0;
		for (int i = 0; i < lower.length; i++) {
			sum += Math.log(lower[i][i]);
		}
		return 2 * sum;
	}
}
