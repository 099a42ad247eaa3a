package org.headcoach.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.headcoach.training.engine.ItemAnalysis.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Held against the table that K. L. Wuensch (East Carolina University, "KR20.txt") works through: ten students, a quiz of ten items, p of each item and a variance of the totals of 5.84.
 * From these KR-20 follows as 10/9 x (1 - 2.18/5.84).
 */
class ItemAnalysisTest {

	private static final String[] STUDENTS = {"1111110110", "1011011101", "1111011001", "0010001000", "0000010010", "1110111111", "1101110111", "1111111101", "0101111101", "1101101110"};

	private static double[][] table() {
		return Arrays.stream(STUDENTS).map(line -> line.chars().mapToDouble(c -> c - '0').toArray()).toArray(double[][]::new);
	}

	@Test
	void facilityIsTheShareThatIsRight() {
		var facility = ItemAnalysis.of(table()).items().stream().map(ItemAnalysis.Item::facility).toList();
		var published = new double[] {.7, .7, .6, .7, .6, .8, .7, .7, .5, .6};
		IntStream.range(0, 10).forEach(i -> assertEquals(published[i], facility.get(i), 1e-9, "item " + (i + 1)));
	}

	@Test
	void reliabilityIsKr20OfThePublishedTable() {
		var analysis = ItemAnalysis.of(table());
		assertEquals(10.0 / 9 * (1 - 2.18 / 5.84), analysis.reliability(), 1e-9);
		assertEquals(0.6963, analysis.reliability(), 5e-5);
		assertEquals(10, analysis.reliableOf());
	}

	/** The textbook's way: (M right - M all) / s of the rest x root of p / q, with the item taken out of the totals. */
	@Test
	void discriminationIsThePointBiserialWithTheRestOfTheTest() {
		var table = table();
		var items = ItemAnalysis.of(table).items();
		for (int i = 0; i < 10; i++) {
			var item = i;
			var rests = Arrays.stream(table).mapToDouble(line -> Arrays.stream(line).sum() - line[item]).toArray();
			var p = Arrays.stream(table).mapToDouble(line -> line[item]).average().orElseThrow();
			var mean = Arrays.stream(rests).average().orElseThrow();
			var deviation = Math.sqrt(Arrays.stream(rests).map(rest -> (rest - mean) * (rest - mean)).average().orElseThrow());
			var right = IntStream.range(0, 10).filter(a -> table[a][item] == 1).mapToDouble(a -> rests[a]).average().orElseThrow();
			assertEquals((right - mean) / deviation * Math.sqrt(p / (1 - p)), items.get(i).discrimination(), 1e-9, "item " + (i + 1));
		}
	}

	@Test
	void aWrongKeyShowsAsANegativeDiscrimination() {
		var table = table();
		for (var line : table) {
			line[0] = 1 - line[0];
		}
		var analysis = ItemAnalysis.of(table);
		assertEquals(Verdict.MISLEADS, analysis.items().get(0).verdict());
		assertTrue(analysis.items().get(1).discrimination() > 0);
	}

	@Test
	void drawnQuestionsAreHeldAgainstWhereTheyStood() {
		var table = table();
		table[0][3] = Double.NaN;
		table[1][3] = Double.NaN;
		var analysis = ItemAnalysis.of(table);
		assertEquals(8, analysis.items().get(3).n());
		assertEquals(5 / 8.0, analysis.items().get(3).facility(), 1e-9);
		assertNull(analysis.items().get(3).discrimination(), "too few");
		assertNull(analysis.reliability(), "not everybody had the same questions");
	}

	@ParameterizedTest
	@CsvSource({"10, 0.5, 0.40, VERY_GOOD", "10, 0.5, 0.396, VERY_GOOD", "10, 0.5, 0.39, GOOD", "10, 0.5, 0.30, GOOD", "10, 0.5, 0.29, WEAK", "10, 0.5, 0.20, WEAK", "10, 0.5, 0.19, POOR", "10, 0.5, 0.06, POOR", "10, 0.5, -0.3, POOR",
			"10, 0.5, -0.55, POOR", "10, 0.5, -0.56, MISLEADS", "100, 0.5, -0.3, MISLEADS", "100, 0.5, -0.1, POOR", "12, 1, , EVERYBODY", "12, 0, , NOBODY", "12, 0.5, , FEW", "9, 1, , FEW", "0, , , FEW"})
	void theVerdictFollowsEbelAndMisleadingIsMoreThanChance(int n, Double facility, Double discrimination, Verdict verdict) {
		assertEquals(verdict, new ItemAnalysis.Item(n, facility, discrimination).verdict());
	}

	@Test
	void tooLittleDataSaysNothing() {
		var analysis = ItemAnalysis.of(Arrays.copyOf(table(), 5));
		assertNull(analysis.reliability());
		assertTrue(analysis.items().stream().allMatch(item -> item.discrimination() == null && item.n() == 5));
		assertEquals(0, ItemAnalysis.of(new double[0][]).attempts());
		assertNull(ItemAnalysis.of(IntStream.range(0, 12).mapToObj(i -> new double[] {1, 1}).toArray(double[][]::new)).reliability());
	}
}
