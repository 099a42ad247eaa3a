package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.headcoach.shared.statistics.Ridge.Correlations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held-back regression against its own definition, computed by another way, and what it does to simulated people whose truth is known. */
class RidgeTest {

	private static final double[][] COLUMNS = {{8, 6, 7, 3, 9, 5, 4, 7, 6, 8}, {7, 6, 8, 2, 9, 4, 5, 7, 5, 9}, {3, 9, 4, 8, 6, 7, 2, 5, 9, 4}};
	private static final double[] Y = {120, 95, 130, 60, 140, 88, 70, 101, 97, 118};

	/** Points of their own, one for each figure, pull its coefficient to 0 as strongly as k does. */
	@ParameterizedTest(name = "k = {0}")
	@ValueSource(doubles = {0, 0.01, 0.3, 2, 50})
	void isLeastSquaresWithAPointForEachFigureThatPullsToNothing(double k) {
		var correlations = Correlations.of(COLUMNS, Y, once(10));
		var held = Ridge.at(correlations, k).coefficients();
		var among = correlations.among();
		for (int j = 0; j < 3; j++) {
			var left = k * held[j];
			for (int i = 0; i < 3; i++) {
				left += among[j][i] * held[i];
			}
			assertEquals(correlations.with()[j], left, 1e-12);
		}
	}

	@Test
	void isLeastSquaresWithoutStrength() {
		var ridge = Ridge.at(Correlations.of(COLUMNS, Y, once(10)), 0);
		var plane = LeastSquares.fit(Arrays.stream(COLUMNS).map(RidgeTest::standardized).toArray(double[][]::new), standardized(Y)).orElseThrow();
		assertArrayEquals(Arrays.copyOfRange(plane.coefficients(), 1, 4), ridge.coefficients(), 1e-10);
		assertEquals(plane.explained(), ridge.explained(), 1e-10);
	}

	/** The likelihood written out: y is normal with variance I + XX'/k, up to its scale; its highest point on a fine grid is the strength. */
	@Test
	void takesTheStrengthWhereTheLikelihoodIsHighest() {
		var columns = Arrays.stream(COLUMNS).map(RidgeTest::standardized).toArray(double[][]::new);
		var y = standardized(Y);
		var best = Double.NaN;
		var highest = Double.NEGATIVE_INFINITY;
		for (double log = Math.log(1e-4); log < Math.log(1e4); log += 0.002) {
			var covariance = new double[10][10];
			for (int a = 0; a < 10; a++) {
				for (int b = 0; b < 10; b++) {
					covariance[a][b] = a == b ? 1 : 0;
					for (var column : columns) {
						covariance[a][b] += column[a] * column[b] / Math.exp(log);
					}
				}
			}
			var cholesky = Cholesky.of(covariance);
			var solved = cholesky.solve(y);
			var square = 0.0;
			for (int a = 0; a < 10; a++) {
				square += solved[a] * y[a];
			}
			var likelihood = -0.5 * (9 * Math.log(square) + cholesky.logDeterminant());
			if (likelihood > highest) {
				highest = likelihood;
				best = Math.exp(log);
			}
		}
		assertEquals(best, Ridge.fit(Correlations.of(COLUMNS, Y, once(10))).strength(), 0.005 * best);
	}

	@Test
	void figuresThatSayTheSameShareWhatTheyExplain() {
		var twins = new double[][] {COLUMNS[0], COLUMNS[0]};
		var coefficients = Ridge.fit(Correlations.of(twins, Y, once(10))).coefficients();
		assertEquals(coefficients[0], coefficients[1], 1e-12);
		assertTrue(coefficients[0] > 0.3);
	}

	@Test
	void aFigureThatDoesNotVaryExplainsNothing() {
		var flat = new double[10];
		Arrays.fill(flat, 0.1);
		assertEquals(0, Ridge.fit(Correlations.of(new double[][] {COLUMNS[0], flat}, Y, once(10))).coefficients()[1]);
	}

	@Test
	void whereNothingMattersHardlyAnythingIsLeft() {
		var sum = 0.0;
		for (int seed = 0; seed < 50; seed++) {
			var random = new Random(seed);
			sum += Arrays.stream(Ridge.fit(drawn(random, 25, 8, 0)).coefficients()).map(Math::abs).max().orElseThrow();
		}
		assertTrue(sum / 50 < 0.12, "the largest of eight is " + sum / 50 + " on average");
	}

	@Test
	void manyPeopleMakeItLeastSquares() {
		var correlations = drawn(new Random(7), 5000, 4, 0.5);
		assertArrayEquals(Ridge.at(correlations, 0).coefficients(), Ridge.fit(correlations).coefficients(), 1e-3);
	}

	@Test
	void isNearerToTheTruthThanLeastSquaresWhereThereAreFewPeople() {
		var ridge = 0.0;
		var plain = 0.0;
		for (int seed = 0; seed < 100; seed++) {
			var correlations = drawn(new Random(seed), 20, 8, 0.3);
			ridge += error(Ridge.fit(correlations).coefficients());
			plain += error(Ridge.at(correlations, 0).coefficients());
		}
		assertTrue(ridge < plain / 2, ridge + " against " + plain);
	}

	/** The first half of the figures matter by 0.3 each before standardizing. */
	private static Correlations drawn(Random random, int people, int figures, double effect) {
		var columns = new double[figures][people];
		var y = new double[people];
		for (int i = 0; i < people; i++) {
			y[i] = random.nextGaussian();
			for (int j = 0; j < figures; j++) {
				columns[j][i] = random.nextGaussian();
				y[i] += j < figures / 2 ? effect * columns[j][i] : 0;
			}
		}
		return Correlations.of(columns, y, once(people));
	}

	private static double error(double[] coefficients) {
		var deviation = Math.sqrt(1 + 4 * 0.3 * 0.3);
		var sum = 0.0;
		for (int j = 0; j < coefficients.length; j++) {
			var truth = j < coefficients.length / 2 ? 0.3 / deviation : 0;
			sum += (coefficients[j] - truth) * (coefficients[j] - truth);
		}
		return sum;
	}

	private static int[] once(int people) {
		var once = new int[people];
		Arrays.fill(once, 1);
		return once;
	}

	private static double[] standardized(double[] values) {
		var mean = Arrays.stream(values).average().orElseThrow();
		var length = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum());
		return Arrays.stream(values).map(value -> (value - mean) / length).toArray();
	}
}
