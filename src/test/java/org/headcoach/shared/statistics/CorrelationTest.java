package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published rank correlations, and what must hold for any. */
class CorrelationTest {

	/** Without ties: IQ and hours of television (Wikipedia). With ties: SciPy's documentation; Sullivan, Statistics, section 15.6 (R's cor.test); R's mtcars, mpg and wt. */
	@ParameterizedTest(name = "{0}: {3}")
	@CsvSource(delimiter = '|', value = {
			"IQ     | 106 100 86 101 99 103 97 113 112 110 | 7 27 2 50 28 29 20 12 6 17 | -0.175757576",
			"SciPy  | 1 2 3 4 5 | 5 6 7 8 7 | 0.8207826816681233",
			"clubs  | 100 102 103 101 105 100 99 105 | 257 264 274 266 277 263 258 275 | 0.9277782",
			"mtcars | 21 21 22.8 21.4 18.7 18.1 14.3 24.4 22.8 19.2 17.8 16.4 17.3 15.2 10.4 10.4 14.7 32.4 30.4 33.9 21.5 15.5 15.2 13.3 19.2 27.3 26 30.4 15.8 19.7 15 21.4"
					+ "| 2.62 2.875 2.32 3.215 3.44 3.46 3.57 3.19 3.15 3.44 3.44 4.07 3.73 3.78 5.25 5.424 5.345 2.2 1.615 1.835 2.465 3.52 3.435 3.84 3.845 1.935 2.14 1.513 3.17 2.77 3.57 2.78"
					+ "| -0.886422" })
	void ranksAgreeWithPublishedValues(String name, String x, String y, double rho) {
		var digits = name.equals("SciPy") ? 1e-15 : name.equals("mtcars") ? 5e-7 : 5e-8;
		assertEquals(rho, Correlation.spearman(numbers(x), numbers(y)), digits);
	}

	@Test
	void equalFiguresShareTheMeanOfTheirRanks() {
		assertArrayEquals(new double[] {2.5, 1, 2.5, 5, 5, 5}, MidRanks.of(3, 1, 3, 7, 7, 7).once());
		assertThrows(IllegalArgumentException.class, () -> MidRanks.of(3, Double.NaN));
	}

	@Test
	void hasNoAnswerWhereNothingVaries() {
		assertTrue(Double.isNaN(Correlation.spearman(new double[] {4, 4, 4}, new double[] {1, 2, 3})));
		assertTrue(Double.isNaN(Correlation.pearson(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3})));
		assertTrue(Double.isNaN(Correlation.pearson(new double[] {1}, new double[] {1})));
	}

	@Property
	void countingAFigureSeveralTimesIsTheSameAsWritingItSeveralTimes(@ForAll @Size(8) int[] x, @ForAll @Size(8) int[] y, @ForAll @Size(8) int[] some) {
		var counts = Arrays.stream(some).map(each -> Math.floorMod(each, 4)).toArray();
		var writtenX = written(x, counts);
		var writtenY = written(y, counts);
		var ranks = MidRanks.of(doubles(x)).with(counts);
		var others = MidRanks.of(doubles(y)).with(counts);
		if (writtenX.length > 1) {
			assertEquals(Correlation.spearman(writtenX, writtenY), Correlation.pearson(ranks, others, counts), 1e-9);
		}
	}

	@Property
	void duplicatingEverybodyChangesNothing(@ForAll @Size(9) int[] some, @ForAll @Size(9) int[] y) {
		var x = Arrays.stream(some).map(each -> Math.floorMod(each, 10)).toArray();
		var twice = new int[9];
		Arrays.fill(twice, 2);
		assertEquals(Correlation.spearman(doubles(x), doubles(y)), Correlation.spearman(written(x, twice), written(y, twice)), 1e-12);
	}

	@Property
	void staysBetweenMinusOneAndOneAndHasAnInterval(@ForAll @Size(min = 4, max = 20) int[] some) {
		var x = Arrays.stream(some).map(each -> Math.floorMod(each, 5)).toArray();
		var upwards = Correlation.spearman(doubles(x), doubles(x));
		if (!Double.isNaN(upwards)) {
			assertEquals(1, upwards, 1e-12);
			var interval = Correlation.interval(upwards, x.length, 0.9);
			assertTrue(-1 <= interval.low() && interval.high() <= 1);
		}
	}

	/** By hand: 0.3 among people whose scores spread two thirds as far: 0.3 * 1.5 / sqrt(1 + 0.09 * 1.25). */
	@Test
	void whatTheHiringLetThroughIsLessThanWhatWasThere() {
		assertEquals(0.45 / Math.sqrt(1.1125), Correlation.unrestricted(0.3, 1.5), 1e-15);
		assertEquals(0.3, Correlation.unrestricted(0.3, 1), 1e-15);
		assertEquals(0.4266, Correlation.unrestricted(0.3, 1.5), 5e-5);
	}

	private static double[] numbers(String text) {
		return Arrays.stream(text.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
	}

	private static double[] doubles(int[] values) {
		return Arrays.stream(values).asDoubleStream().toArray();
	}

	private static double[] written(int[] values, int[] counts) {
		var written = new double[Arrays.stream(counts).sum()];
		var at = 0;
		for (int i = 0; i < values.length; i++) {
			for (int k = 0; k < counts[i]; k++) {
				written[at++] = values[i];
			}
		}
		return written;
	}
}
