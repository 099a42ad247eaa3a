package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** How much counts jump beyond chance. */
class DispersionTest {

	@Test
	void isAboutOneForDiceEvenWhenAllSlumpInOneMonth() {
		assertEquals(1, Dispersion.ofRates(counts(1), trials()), 0.06);
		assertEquals(1, Dispersion.ofVolumes(volumes(1), trials()), 0.06);
	}

	@Test
	void findsThatVolumesComeInBatches() {
		assertEquals(3, Dispersion.ofVolumes(volumes(3), trials()), 0.15);
	}

	@Test
	void isOneWhereTooLittleIsKnown() {
		assertEquals(1, Dispersion.ofVolumes(new double[][] { { 1, 40 } }, new double[][] { { 20, 20 } }));
		assertEquals(1, Dispersion.ofVolumes(new double[][] { { 5 }, { 90 } }, new double[][] { { 20 }, { 20 } }));
		assertEquals(1, Dispersion.ofRates(new double[0][0], new double[0][0]));
	}

	private static double[][] trials() {
		double[][] trials = new double[3000][3];
		for (double[] person : trials) {
			person[0] = 40;
			person[1] = 20;
			person[2] = 60;
		}
		return trials;
	}

	private static double[][] counts(double batch) {
		Random random = new Random(3);
		double[][] trials = trials();
		double[][] counts = new double[trials.length][3];
		for (int person = 0; person < trials.length; person++) {
			double level = 0.3 + 0.2 * random.nextDouble();
			for (int month = 0; month < 3; month++) {
				counts[person][month] = batch * Draws.binomial(random, (int) trials[person][month], level * (month == 1 ? 0.6 : 1));
			}
		}
		return counts;
	}

	private static double[][] volumes(int batch) {
		Random random = new Random(4);
		double[][] days = trials();
		double[][] counts = new double[days.length][3];
		for (int person = 0; person < days.length; person++) {
			double pace = 2 + 3 * random.nextDouble();
			for (int month = 0; month < 3; month++) {
				counts[person][month] = batch * Draws.poisson(random, days[person][month] * pace * (month == 1 ? 0.5 : 1) / batch);
			}
		}
		return counts;
	}
}
