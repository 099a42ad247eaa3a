package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.headcoach.shared.statistics.RepeatedFigures.Series;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What is to be expected of somebody, on figures whose making is known. */
class RepeatedFiguresTest {

	private static final double[] TIMES = { 0, 1, 2, 3, 4 };
	private static final double CHANCE = 0.01;
	private static final int LAST = 4;

	/** People who differ by 0.3, wander by {@code wander} and meet chance with a standard deviation of 0.1; every period lies 0.05 above the one before. */
	private static List<Series> people(Random random, int count, double wander) {
		List<Series> people = new ArrayList<>();
		for (int person = 0; person < count; person++) {
			double own = 0.3 * random.nextGaussian();
			double[] values = new double[TIMES.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = 0.05 * i + own + wander * random.nextGaussian() + Math.sqrt(CHANCE) * random.nextGaussian();
			}
			people.add(series(values));
		}
		return people;
	}

	private static Series series(double... values) {
		double[] variances = new double[values.length];
		java.util.Arrays.fill(variances, CHANCE);
		return new Series(values, variances);
	}

	@Test
	void whoeverWasLowOnceComesBackAndWhoeverWasAlwaysLowStays() {
		RepeatedFigures figures = RepeatedFigures.fit(TIMES, people(new Random(1), 40, 0.1));
		double typical = figures.forecast(series(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN), LAST).mean();
		double once = figures.forecast(series(0, 0.05, 0.1, -0.85, Double.NaN), LAST).mean();
		double always = figures.forecast(series(-1, -0.95, -0.9, -0.85, Double.NaN), LAST).mean();
		assertEquals(0.2, typical, 0.12);
		assertEquals(typical - 0.25, once, 0.12);
		assertEquals(typical - 1, always, 0.12);
	}

	@Test
	void findsWhatAPeriodDidToEverybody() {
		RepeatedFigures figures = RepeatedFigures.fit(TIMES, people(new Random(2), 200, 0.1));
		assertEquals(0.05, figures.change(3, 4), 0.03);
		assertEquals(0.2, figures.change(0, 4), 0.03);
	}

	@Test
	void ninetyPercentOfWhatComesLieInTheInterval() {
		Random random = new Random(3);
		int inside = 0;
		int all = 0;
		for (int run = 0; run < 40; run++) {
			List<Series> people = people(random, 20, 0.15);
			List<Series> learnt = new ArrayList<>(people.subList(5, 20));
			people.subList(0, 5).forEach(person -> learnt.add(person.before(LAST)));
			RepeatedFigures figures = RepeatedFigures.fit(TIMES, learnt);
			for (Series person : people.subList(0, 5)) {
				Forecast forecast = figures.forecast(person.before(LAST), LAST).widenedBy(CHANCE);
				inside += forecast.quantile(0.05) < person.values()[LAST] && person.values()[LAST] < forecast.quantile(0.95) ? 1 : 0;
				all++;
			}
		}
		assertEquals(0.9, inside / (double) all, 0.05);
	}

	@Test
	void whatIsNotKnownWidensTheForecast() {
		List<Series> people = people(new Random(4), 30, 0.1);
		RepeatedFigures figures = RepeatedFigures.fit(TIMES, people);
		double much = figures.forecast(series(0.1, 0.1, 0.1, 0.1, Double.NaN), LAST).variance();
		double little = figures.forecast(series(Double.NaN, Double.NaN, Double.NaN, 0.1, Double.NaN), LAST).variance();
		double nothing = figures.forecast(series(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN), LAST).variance();
		assertTrue(much < little && little < nothing, much + " " + little + " " + nothing);
		assertTrue(RepeatedFigures.fit(TIMES, people.subList(0, 5)).forecast(people.get(7).before(LAST), LAST).sharedVariance() > figures.forecast(people.get(7).before(LAST), LAST)
				.sharedVariance(), "few people say little about what a period did to all");
	}

	@Test
	void aPeriodInWhichNobodyHasAFigureDisturbsNothing() {
		List<Series> people = people(new Random(5), 20, 0.1).stream().map(s -> series(Double.NaN, s.values()[1], s.values()[2], s.values()[3], s.values()[4])).toList();
		double with = RepeatedFigures.fit(TIMES, people).forecast(people.get(0).before(LAST), LAST).mean();
		List<Series> shorter = people.stream().map(s -> series(s.values()[1], s.values()[2], s.values()[3], s.values()[4])).toList();
		assertEquals(RepeatedFigures.fit(new double[] { 1, 2, 3, 4 }, shorter).forecast(shorter.get(0).before(3), 3).mean(), with, 1e-9);
	}

	@Test
	void refusesAFigureWithoutItsVariance() {
		assertThrows(IllegalArgumentException.class, () -> new Series(new double[] { 1 }, new double[] { 0 }));
		assertThrows(IllegalArgumentException.class, () -> new Series(new double[] { 1 }, new double[] { 1, 2 }));
	}

	@Property(tries = 15)
	void aDifferentUnitMovesTheForecastByAsMuchAndTheOrderOfPeopleDoesNotMatter(@ForAll @LongRange(min = 1, max = 1000) long seed, @ForAll @DoubleRange(min = -5, max = 5) double shift) {
		List<Series> people = people(new Random(seed), 8, 0.1);
		List<Series> moved = new ArrayList<>(people.stream().map(s -> series(java.util.Arrays.stream(s.values()).map(v -> v + shift).toArray())).toList());
		Collections.reverse(moved);
		Forecast one = RepeatedFigures.fit(TIMES, people).forecast(people.get(0).before(LAST), LAST);
		Forecast other = RepeatedFigures.fit(TIMES, moved).forecast(moved.get(7).before(LAST), LAST);
		assertEquals(one.mean() + shift, other.mean(), 1e-6);
		assertEquals(one.variance(), other.variance(), 1e-6);
	}

	/** Worked by hand: the root of [[4, 2], [2, 5]] is [[2, 0], [1, 2]]. */
	@Test
	void takesAMatrixApart() {
		Cholesky matrix = Cholesky.of(new double[][] { { 4, 2 }, { 2, 5 } });
		assertArrayEquals(new double[] { 1, 2 }, matrix.solve(new double[] { 8, 12 }), 1e-12);
		assertEquals(Math.log(16), matrix.logDeterminant(), 1e-12);
		assertArrayEquals(new double[] { 5 / 16.0, -2 / 16.0 }, matrix.inverse()[0], 1e-12);
		assertThrows(IllegalArgumentException.class, () -> Cholesky.of(new double[][] { { 1, 2 }, { 2, 1 } }));
	}

	@Test
	void aForecastIsTheMixtureOfItsParts() {
		Forecast one = Forecast.of(List.of(new Forecast.Part(3, 1, 4)), 1);
		assertEquals(1 - 2 * 1.6448536, one.quantile(0.05), 1e-6);
		assertEquals(0.5, one.probabilityBelow(1), 1e-12);
		assertEquals(5, one.widenedBy(1).variance(), 1e-12);
		Forecast two = Forecast.of(List.of(new Forecast.Part(1, -1, 1), new Forecast.Part(1, 1, 1)), 0);
		assertEquals(0, two.mean(), 1e-12);
		assertEquals(2, two.variance(), 1e-12);
		assertEquals(0, two.quantile(0.5), 1e-9);
	}
}
