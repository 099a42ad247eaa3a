package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST's Statistical Reference Datasets with their certified values: y first, then the explaining figures. */
class LeastSquaresTest {

	private static final String NORRIS = """
			0.1,0.2
			338.8,337.4
			118.1,118.2
			888,884.6
			9.2,10.1
			228.1,226.5
			668.5,666.3
			998.5,996.3
			449.1,448.6
			778.9,777
			559.2,558.2
			0.3,0.4
			0.1,0.6
			778.1,775.5
			668.8,666.9
			339.3,338
			448.9,447.5
			10.8,11.6
			557.7,556
			228.3,228.1
			998,995.8
			888.8,887.6
			119.6,120.2
			0.3,0.3
			0.6,0.3
			557.6,556.8
			339.3,339.1
			888,887.2
			998.5,999
			778.9,779
			10.2,11.1
			117.6,118.3
			228.9,229.2
			668.4,669.1
			449.2,448.9
			0.2,0.5
			""";

	private static final String LONGLEY = """
			60323,83,234289,2356,1590,107608,1947
			61122,88.5,259426,2325,1456,108632,1948
			60171,88.2,258054,3682,1616,109773,1949
			61187,89.5,284599,3351,1650,110929,1950
			63221,96.2,328975,2099,3099,112075,1951
			63639,98.1,346999,1932,3594,113270,1952
			64989,99,365385,1870,3547,115094,1953
			63761,100,363112,3578,3350,116219,1954
			66019,101.2,397469,2904,3048,117388,1955
			67857,104.6,419180,2822,2857,118734,1956
			68169,108.4,442769,2936,2798,120445,1957
			66513,110.8,444546,4681,2637,121950,1958
			68655,112.6,482704,3813,2552,123366,1959
			69564,114.2,502601,3931,2514,125368,1960
			69331,115.7,518173,4806,2572,127852,1961
			70551,116.9,554894,4007,2827,130081,1962
			""";

	private static final LeastSquares OF_NORRIS = fit(NORRIS).orElseThrow();
	private static final LeastSquares OF_LONGLEY = fit(LONGLEY).orElseThrow();

	@ParameterizedTest(name = "Norris B{0} = {1}, standard error {2}")
	@CsvSource({
			"0, -0.262323073774029, 0.232818234301152",
			"1,  1.00211681802045,  0.429796848199937E-03" })
	void agreesWithNorrisToElevenDigits(int term, double estimate, double standardError) {
		agree(estimate, OF_NORRIS.coefficients()[term], 11);
		agree(standardError, OF_NORRIS.standardErrors()[term], 11);
	}

	@ParameterizedTest(name = "Longley B{0} = {1}, standard error {2}")
	@CsvSource({
			"0, -3482258.63459582,      890420.383607373",
			"1,  15.0618722713733,      84.9149257747669",
			"2, -0.358191792925910E-01, 0.334910077722432E-01",
			"3, -2.02022980381683,      0.488399681651699",
			"4, -1.03322686717359,      0.214274163161675",
			"5, -0.511041056535807E-01, 0.226073200069370",
			"6,  1829.15146461355,      455.478499142212" })
	void agreesWithLongleyToElevenDigits(int term, double estimate, double standardError) {
		agree(estimate, OF_LONGLEY.coefficients()[term], 11);
		agree(standardError, OF_LONGLEY.standardErrors()[term], 11);
	}

	@Test
	void leavesOpenWhatNistCertifies() {
		agree(0.884796396144373, OF_NORRIS.residualDeviation(), 11);
		agree(0.999993745883712, OF_NORRIS.explained(), 11);
		assertEquals(34, OF_NORRIS.degreesOfFreedom());
		agree(304.854073561965, OF_LONGLEY.residualDeviation(), 11);
		agree(0.995479004577296, OF_LONGLEY.explained(), 11);
		assertEquals(9, OF_LONGLEY.degreesOfFreedom());
	}

	@Test
	void saysNothingWhereTheAnswerIsNotUnique() {
		double[] x = {1, 2, 3, 4, 5, 6};
		double[] y = {2, 1, 4, 3, 6, 5};
		assertEquals(Optional.empty(), LeastSquares.fit(new double[][] {x, {2, 4, 6, 8, 10, 12}}, y));
		assertEquals(Optional.empty(), LeastSquares.fit(new double[][] {{0.1, 0.1, 0.1, 0.1, 0.1, 0.1}}, y));
		assertEquals(Optional.empty(), LeastSquares.fit(new double[][] {{1, 2}}, new double[] {1, 2}));
		assertThrows(IllegalArgumentException.class, () -> LeastSquares.fit(new double[][] {{1, 2, 3}}, y));
	}

	@Test
	void findsAPlaneThatFitsExactly() {
		var plane = LeastSquares.fit(new double[][] {{1, 2, 3, 4, 5}, {1, 0, 1, 0, 2}}, new double[] {4, 3, 8, 7, 15}).orElseThrow();
		assertEquals(-1, plane.coefficients()[0], 1e-12);
		assertEquals(2, plane.coefficients()[1], 1e-12);
		assertEquals(3, plane.coefficients()[2], 1e-12);
		assertEquals(1, plane.explained(), 1e-12);
	}

	private static Optional<LeastSquares> fit(String table) {
		var lines = table.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toList();
		var columns = new double[lines.get(0).length][lines.size()];
		for (int i = 0; i < lines.size(); i++) {
			for (int j = 0; j < columns.length; j++) {
				columns[j][i] = lines.get(i)[j];
			}
		}
		return LeastSquares.fit(Arrays.copyOfRange(columns, 1, columns.length), columns[0]);
	}

	/** NIST's measure: the logarithm of the relative error. */
	private static void agree(double certified, double computed, int digits) {
		var same = certified == computed ? 15 : -Math.log10(Math.abs(computed - certified) / Math.abs(certified));
		assertTrue(same >= digits, () -> computed + " agrees with " + certified + " to " + same + " digits");
	}
}
