package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values of R's prop.test, and what must hold for any rate. */
class WilsonTest {

	@ParameterizedTest(name = "{0} of 10, corrected {1}, confidence {2}: {3}..{4}")
	@CsvSource({
			"3, true,  0.95, 0.08094782, 0.64632928",
			"3, true,  0.99, 0.0586329,  0.7169416",
			"3, false, 0.95, 0.1077913,  0.6032219",
			"3, false, 0.99, 0.07956632, 0.6799753" })
	void agreesWithPropTestOnBothSides(long successes, boolean corrected, double confidence, double low, double high) {
		Interval interval = Wilson.twoSided(successes, 10, confidence, corrected);
		assertEquals(low, interval.low(), 1e-7);
		assertEquals(high, interval.high(), 1e-7);
	}

	@ParameterizedTest(name = "at most: {0} of 10, corrected {1}, confidence {2}: 0..{3}")
	@CsvSource({
			"3, true,  0.95, 0.6043476",
			"3, true,  0.99, 0.6901811",
			"3, false, 0.95, 0.5583002",
			"3, false, 0.99, 0.6507187" })
	void agreesWithPropTestOnOneSide(long successes, boolean corrected, double confidence, double high) {
		Interval interval = Wilson.atMost(successes, 10, confidence, corrected);
		assertEquals(0, interval.low());
		assertEquals(high, interval.high(), 1e-7);
	}

	@Property
	void holdsTheRateAndStaysInsideZeroToOne(@ForAll @IntRange(min = 1, max = 1_000_000) int trials, @ForAll @IntRange(max = 1_000_000) int some,
			@ForAll boolean corrected) {
		int successes = (int) (trials * (some / 1_000_000.0));
		Interval interval = Wilson.twoSided(successes, trials, 0.9, corrected);
		assertTrue(interval.low() >= 0 && interval.high() <= 1);
		assertTrue(interval.contains(successes / (double) trials));
	}

	@Property
	void treatsFailuresAsTheMirrorOfSuccesses(@ForAll @IntRange(min = 1, max = 1000) int trials, @ForAll @IntRange(max = 1000) int some) {
		int successes = some % (trials + 1);
		Interval interval = Wilson.twoSided(successes, trials, 0.95, true);
		Interval mirror = Wilson.twoSided(trials - successes, trials, 0.95, true);
		assertEquals(1 - interval.high(), mirror.low(), 1e-12);
		assertEquals(Wilson.atLeast(successes, trials, 0.95, true).low(), 1 - Wilson.atMost(trials - successes, trials, 0.95, true).high(), 1e-12);
	}

	@Test
	void refusesWhatIsNoRate() {
		assertThrows(IllegalArgumentException.class, () -> Wilson.twoSided(0, 0, 0.95, false));
		assertThrows(IllegalArgumentException.class, () -> Wilson.twoSided(4, 3, 0.95, false));
		assertThrows(IllegalArgumentException.class, () -> Wilson.twoSided(1, 3, 1, false));
	}
}
