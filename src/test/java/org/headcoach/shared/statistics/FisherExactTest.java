package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values of R's fisher.test, two-sided. */
class FisherExactTest {

	@ParameterizedTest(name = "{0} and {1} against {2} and {3}: p = {4}")
	@CsvSource({
			"100,  2, 1000,  5, 0.1300759363430016",
			"  2,  7,    8,  2, 0.02301413756522116",
			"  5,  1,   10, 10, 0.1973244147157191",
			"  5, 15,   20, 20, 0.09580440012477633",
			"  5, 16,   16, 25, 0.2697004098849359",
			" 10,  5,   10,  1, 0.1973244147157192" })
	void agreesWithR(int one, int oneNot, int other, int otherNot, double p) {
		assertEquals(p, FisherExact.twoSided(one, oneNot, other, otherNot), 1e-11);
		assertEquals(p, FisherExact.twoSided(other, otherNot, one, oneNot), 1e-11);
		assertEquals(p, FisherExact.twoSided(oneNot, one, otherNot, other), 1e-11);
	}

	@Test
	void findsNothingInATableWithoutOneSide() {
		assertEquals(1, FisherExact.twoSided(0, 12, 0, 30), 1e-12);
		assertEquals(1, FisherExact.twoSided(0, 0, 3, 4), 1e-12);
		assertEquals(1, FisherExact.twoSided(0, 0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> FisherExact.twoSided(-1, 3, 4, 5));
	}
}
