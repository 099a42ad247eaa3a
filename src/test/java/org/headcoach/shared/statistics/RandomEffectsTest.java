package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Pooling by precision. */
class RandomEffectsTest {

	@Test
	void weighsByPrecisionWhereTheValuesAgree() {
		RandomEffects pooled = RandomEffects.pool(new double[] { 1, 1.3 }, new double[] { 0.1, 0.2 });
		assertEquals(0, pooled.betweenVariance());
		assertEquals((1 / 0.1 + 1.3 / 0.2) / (1 / 0.1 + 1 / 0.2), pooled.mean(), 1e-12);
		assertEquals(Math.sqrt(1 / (1 / 0.1 + 1 / 0.2)), pooled.standardError(), 1e-12);
	}

	/** Worked by hand: weights 1 each, Q = 8, between-variance (8 - 2) / (3 - 1) = 3. */
	@Test
	void allowsForTrueDifferencesWhereTheyDisagree() {
		RandomEffects pooled = RandomEffects.pool(new double[] { -2, 0, 2 }, new double[] { 1, 1, 1 });
		assertEquals(3, pooled.betweenVariance(), 1e-12);
		assertEquals(0, pooled.mean(), 1e-12);
		assertEquals(Math.sqrt(4 / 3.0), pooled.standardError(), 1e-12);
		assertEquals(0.5, pooled.probabilityAbove(0), 1e-12);
	}

	@Test
	void theIntervalHoldsTheTruthAsOftenAsItSays() {
		Random random = new Random(5);
		int held = 0;
		int runs = 2000;
		for (int run = 0; run < runs; run++) {
			double[] y = new double[5];
			double[] v = new double[5];
			for (int i = 0; i < y.length; i++) {
				v[i] = 0.02 + 0.1 * random.nextDouble();
				y[i] = 0.3 + 0.2 * random.nextGaussian() + Math.sqrt(v[i]) * random.nextGaussian();
			}
			held += RandomEffects.pool(y, v).interval(0.9).contains(0.3) ? 1 : 0;
		}
		assertTrue(held >= 0.88 * runs && held <= 0.97 * runs, held + " of " + runs);
	}

	@Test
	void refusesToPoolOneValue() {
		assertThrows(IllegalArgumentException.class, () -> RandomEffects.pool(new double[] { 1 }, new double[] { 1 }));
		assertThrows(IllegalArgumentException.class, () -> RandomEffects.pool(new double[] { 1, 2 }, new double[] { 1, 0 }));
	}
}
