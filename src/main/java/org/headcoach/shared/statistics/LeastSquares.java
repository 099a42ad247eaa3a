package org.headcoach.shared.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * A straight plane through points: {@code y = b0 + b1 x1 + b2 x2 + ... + chance}, by Householder's orthogonal triangles (QR). Columns are first moved to
 * mean 0 and length 1, because figures such as a year beside an amount in millions cost a naive solution most of its digits.
 *
 * @param coefficients the constant first, then one for each column
 * @param standardErrors in the same order
 * @param residualDeviation the standard deviation of what the plane leaves open
 * @param explained the share of the variance of y that the plane explains (R squared)
 * @param degreesOfFreedom points less coefficients
 */
public record LeastSquares(double[] coefficients, double[] standardErrors, double residualDeviation, double explained, int degreesOfFreedom) {

	/** A column that keeps less than this part of its length beside the others says nothing of its own. */
	private static final double DEPENDENT = 1e-10;

	/**
	 * Fits the plane.
	 *
	 * @param columns one array for each explaining figure, all as long as y
	 * @return empty with no more points than coefficients, and where a column does not vary or is a mixture of others
	 */
	public static Optional<LeastSquares> fit(double[][] columns, double[] y) {
		var points = y.length;
		var size = columns.length;
		var freedom = points - size - 1;
		if (freedom < 1) {
			return Optional.empty();
		}
		var means = new double[size];
		var lengths = new double[size];
		var scaled = new double[size][];
		for (int j = 0; j < size; j++) {
			if (columns[j].length != points) {
				throw new IllegalArgumentException(columns[j].length + " figures for " + points + " points");
			}
			means[j] = mean(columns[j]);
			scaled[j] = centred(columns[j], means[j]);
			lengths[j] = length(scaled[j], 0);
			// what rounding leaves of a column in which all are equal is no spread
			if (lengths[j] <= 1e-12 * Math.abs(means[j]) * Math.sqrt(points) || lengths[j] == 0) {
				return Optional.empty();
			}
			for (int i = 0; i < points; i++) {
				scaled[j][i] /= lengths[j];
			}
		}
		var middle = mean(y);
		var rest = centred(y, middle);
		var whole = square(rest, 0);
		var diagonal = triangle(scaled, rest);
		if (Arrays.stream(diagonal).anyMatch(each -> Math.abs(each) < DEPENDENT)) {
			return Optional.empty();
		}
		var slopes = solved(scaled, diagonal, rest);
		var left = square(rest, size);
		var deviation = Math.sqrt(left / freedom);
		var inverse = inverse(scaled, diagonal);
		var coefficients = new double[size + 1];
		var errors = new double[size + 1];
		coefficients[0] = middle;
		for (int j = 0; j < size; j++) {
			coefficients[j + 1] = slopes[j] / lengths[j];
			coefficients[0] -= coefficients[j + 1] * means[j];
			errors[j + 1] = deviation * length(inverse[j], 0) / lengths[j];
		}
		errors[0] = deviation * Math.sqrt(1.0 / points + square(moved(inverse, means, lengths), 0));
		return Optional.of(new LeastSquares(coefficients, errors, deviation, whole == 0 ? 0 : 1 - left / whole, freedom));
	}

	/** Turns the columns into a triangle from above, in place: below and on the diagonal stand the mirrors, above it the triangle, whose diagonal is returned. */
	private static double[] triangle(double[][] columns, double[] y) {
		var diagonal = new double[columns.length];
		for (int j = 0; j < columns.length; j++) {
			var own = columns[j];
			var length = length(own, j);
			diagonal[j] = own[j] > 0 ? -length : length;
			own[j] -= diagonal[j];
			var norm = square(own, j);
			if (norm == 0) {
				continue;
			}
			for (int k = j + 1; k < columns.length; k++) {
				mirror(own, norm, j, columns[k]);
			}
			mirror(own, norm, j, y);
		}
		return diagonal;
	}

	private static void mirror(double[] mirror, double norm, int from, double[] column) {
		var product = 0.0;
		for (int i = from; i < column.length; i++) {
			product += mirror[i] * column[i];
		}
		var times = 2 * product / norm;
		for (int i = from; i < column.length; i++) {
			column[i] -= times * mirror[i];
		}
	}

	private static double[] solved(double[][] columns, double[] diagonal, double[] y) {
		var solution = new double[diagonal.length];
		for (int i = diagonal.length - 1; i >= 0; i--) {
			var sum = y[i];
			for (int k = i + 1; k < diagonal.length; k++) {
				sum -= columns[k][i] * solution[k];
			}
			solution[i] = sum / diagonal[i];
		}
		return solution;
	}

	/** The inverse of the triangle; its rows, squared, are the variances. */
	private static double[][] inverse(double[][] columns, double[] diagonal) {
		var size = diagonal.length;
		var inverse = new double[size][size];
		for (int at = 0; at < size; at++) {
			var unit = new double[size];
			unit[at] = 1;
			var column = solved(columns, diagonal, unit);
			for (int i = 0; i < size; i++) {
				inverse[i][at] = column[i];
			}
		}
		return inverse;
	}

	private static double[] moved(double[][] inverse, double[] means, double[] lengths) {
		var moved = new double[means.length];
		for (int i = 0; i < means.length; i++) {
			for (int k = 0; k < means.length; k++) {
				moved[k] += means[i] / lengths[i] * inverse[i][k];
			}
		}
		return moved;
	}

	/** Twice, so that what rounding lost of the first mean is added. */
	private static double mean(double[] values) {
		var first = Arrays.stream(values).sum() / values.length;
		return first + Arrays.stream(values).map(value -> value - first).sum() / values.length;
	}

	private static double[] centred(double[] values, double mean) {
		return Arrays.stream(values).map(value -> value - mean).toArray();
	}

	private static double square(double[] values, int from) {
		var sum = 0.0;
		for (int i = from; i < values.length; i++) {
			sum += values[i] * values[i];
		}
		return sum;
	}

	private static double length(double[] values, int from) {
		return Math.sqrt(square(values, from));
	}
}
