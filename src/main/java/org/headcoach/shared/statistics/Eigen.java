package org.headcoach.shared.statistics;

/**
 * A small symmetric matrix as turns and stretches, by Jacobi's rotations: slow for large matrices, exact and short for a dozen figures.
 *
 * @param values never below 0: what rounding leaves below is 0
 * @param vectors in columns, in the order of the values
 */
record Eigen(double[] values, double[][] vectors) {

	private static final int MOST_ROUNDS = 60;
	private static final double DONE = 1e-24;

	static Eigen of(double[][] symmetric) {
		var size = symmetric.length;
		var matrix = new double[size][];
		var vectors = new double[size][size];
		for (int i = 0; i < size; i++) {
			matrix[i] = symmetric[i].clone();
			vectors[i][i] = 1;
		}
		for (int round = 0; round < MOST_ROUNDS && offDiagonal(matrix) > DONE * size; round++) {
			for (int p = 0; p < size; p++) {
				for (int q = p + 1; q < size; q++) {
					if (matrix[p][q] != 0) {
						rotate(matrix, vectors, p, q);
					}
				}
			}
		}
		var values = new double[size];
		for (int i = 0; i < size; i++) {
			values[i] = Math.max(0, matrix[i][i]);
		}
		return new Eigen(values, vectors);
	}

	double[] turn(double[] vector) {
		var turned = new double[vector.length];
		for (int i = 0; i < vector.length; i++) {
			for (int k = 0; k < vector.length; k++) {
				turned[k] += vectors[i][k] * vector[i];
			}
		}
		return turned;
	}

	double[] turnBack(double[] turned) {
		var vector = new double[turned.length];
		for (int i = 0; i < turned.length; i++) {
			for (int k = 0; k < turned.length; k++) {
				vector[i] += vectors[i][k] * turned[k];
			}
		}
		return vector;
	}

	private static double offDiagonal(double[][] matrix) {
		var sum = 0.0;
		for (int i = 0; i < matrix.length; i++) {
			for (int k = 0; k < i; k++) {
				sum += matrix[i][k] * matrix[i][k];
			}
		}
		return sum;
	}

	private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
		var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
		var tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
		var cosine = 1 / Math.sqrt(tangent * tangent + 1);
		var sine = tangent * cosine;
		for (int k = 0; k < matrix.length; k++) {
			var kp = matrix[k][p];
			var kq = matrix[k][q];
			matrix[k][p] = cosine * kp - sine * kq;
			matrix[k][q] = sine * kp + cosine * kq;
		}
		for (int k = 0; k < matrix.length; k++) {
			var pk = matrix[p][k];
			var qk = matrix[q][k];
			matrix[p][k] = cosine * pk - sine * qk;
			matrix[q][k] = sine * pk + cosine * qk;
			var vp = vectors[k][p];
			var vq = vectors[k][q];
			vectors[k][p] = cosine * vp - sine * vq;
			vectors[k][q] = sine * vp + cosine * vq;
		}
	}
}
