package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Estimates shrunk towards a group: rates, volumes, averages. */
class ShrinkageTest {

	@Test
	void findsTheSpreadThatTheRatesWereDrawnWith() {
		Random random = new Random(11);
		int people = 600;
		double[] k = new double[people];
		double[] n = new double[people];
		for (int i = 0; i < people; i++) {
			double rate = Draws.beta(random, 12, 28);
			n[i] = 30 + random.nextInt(100);
			k[i] = Draws.binomial(random, (int) n[i], rate);
		}
		BetaBinomial prior = BetaBinomial.fit(k, n).orElseThrow();
		assertEquals(0.30, prior.mean(), 0.01);
		assertEquals(40, prior.strength(), 8);
	}

	@Test
	void findsTheSpreadThatTheVolumesWereDrawnWith() {
		Random random = new Random(12);
		int people = 600;
		double[] k = new double[people];
		double[] t = new double[people];
		for (int i = 0; i < people; i++) {
			t[i] = 5 + random.nextInt(60);
			k[i] = Draws.poisson(random, t[i] * Draws.gamma(random, 16) * 8 / 16);
		}
		GammaPoisson prior = GammaPoisson.fit(k, t).orElseThrow();
		assertEquals(8, prior.mean(), 0.25);
		assertEquals(16, prior.shape(), 2.5);
	}

	@Test
	void findsTheSpreadThatTheAveragesWereDrawnWith() {
		Random random = new Random(13);
		int people = 600;
		double[] y = new double[people];
		double[] v = new double[people];
		for (int i = 0; i < people; i++) {
			v[i] = 0.3 / (3 + random.nextInt(20));
			y[i] = 6 + 0.25 * random.nextGaussian() + Math.sqrt(v[i]) * random.nextGaussian();
		}
		NormalNormal prior = NormalNormal.fit(y, v).orElseThrow();
		assertEquals(6, prior.mean(), 0.03);
		assertEquals(0.0625, prior.betweenVariance(), 0.012);
	}

	@Property(tries = 200)
	void aRateLiesBetweenTheOwnRateAndTheGroups(@ForAll @Size(min = 2, max = 15) List<@IntRange(max = 100_000) Integer> numbers) {
		double[] n = numbers.stream().mapToDouble(x -> x).toArray();
		double[] k = numbers.stream().mapToDouble(x -> Math.floor(x * ((x * 7919L) % 101) / 100.0)).toArray();
		for (int i = 0; i < n.length; i++) {
			k[i] = Math.min(k[i], n[i]);
		}
		Optional<BetaBinomial> fitted = BetaBinomial.fit(k, n);
		assertEquals(Arrays.stream(n).filter(x -> x > 0).count() >= 2, fitted.isPresent());
		fitted.ifPresent(prior -> {
			for (int i = 0; i < n.length; i++) {
				double own = n[i] == 0 ? prior.mean() : k[i] / n[i];
				assertBetween(own, prior.mean(), prior.posterior(k[i], n[i]).estimate());
			}
		});
	}

	@Property(tries = 200)
	void aVolumeLiesBetweenTheOwnPaceAndTheGroups(@ForAll @Size(min = 2, max = 15) List<@IntRange(max = 1_000_000) Integer> events) {
		double[] k = events.stream().mapToDouble(x -> x).toArray();
		double[] t = events.stream().mapToDouble(x -> 1 + x % 63).toArray();
		GammaPoisson prior = GammaPoisson.fit(k, t).orElseThrow();
		for (int i = 0; i < k.length; i++) {
			assertBetween(k[i] / t[i], prior.mean(), prior.posterior(k[i], t[i]).estimate());
		}
	}

	@Property(tries = 100)
	void theOrderOfPeopleDoesNotMatter(@ForAll @Size(min = 2, max = 10) List<@IntRange(min = 1, max = 500) Integer> numbers) {
		double[] n = numbers.stream().mapToDouble(x -> x).toArray();
		double[] k = Arrays.stream(n).map(x -> Math.floor(x * (x % 10) / 10)).toArray();
		BetaBinomial there = BetaBinomial.fit(k, n).orElseThrow();
		BetaBinomial back = BetaBinomial.fit(reversed(k), reversed(n)).orElseThrow();
		assertEquals(there.mean(), back.mean(), 1e-6);
		assertEquals(there.strength(), back.strength(), 1e-3 * there.strength());
	}

	@Property(tries = 200)
	void moreOwnDataOfTheSameRateNeverMakesTheIntervalWider(@ForAll @IntRange(min = 1, max = 20) int k, @ForAll @IntRange(min = 1, max = 20) int failures,
			@ForAll @IntRange(min = 1, max = 500) int strength) {
		double own = k / (double) (k + failures);
		BetaBinomial prior = new BetaBinomial(own, strength, 1e-3);
		double last = 2;
		for (int times = 1; times <= 1 << 14; times *= 4) {
			double width = prior.posterior(k * times, (k + failures) * times).interval(0.9).width();
			assertTrue(width <= last + 1e-12);
			last = width;
		}
	}

	@Property(tries = 200)
	void aBetterOwnResultIsLessLikelyToLieBelow(@ForAll @IntRange(min = 1, max = 200) int n, @ForAll @IntRange(min = 1, max = 99) int at) {
		BetaBinomial prior = new BetaBinomial(0.4, 30, 1e-3);
		double last = 1.1;
		for (int k = 0; k <= n; k++) {
			double below = prior.posterior(k, n).probabilityBelow(at / 100.0);
			assertTrue(below <= last + 1e-12);
			last = below;
		}
	}

	@Test
	void keepsItsHeadWhereAllAreEqualOrNobodySucceeds() {
		BetaBinomial equal = BetaBinomial.fit(new double[] { 10, 10, 10, 10, 10, 10 }, new double[] { 40, 40, 40, 40, 40, 40 }).orElseThrow();
		assertEquals(0.25, equal.mean(), 1e-12);
		assertTrue(equal.strength() > 40 && equal.strength() < 1e5, "alike, but not infinitely: " + equal.strength());
		BetaBinomial none = BetaBinomial.fit(new double[] { 0, 0, 0 }, new double[] { 5, 9, 0 }).orElseThrow();
		assertTrue(none.mean() > 0 && none.mean() < 0.05);
		BetaBinomial all = BetaBinomial.fit(new double[] { 5, 9 }, new double[] { 5, 9 }).orElseThrow();
		assertTrue(all.mean() < 1 && all.mean() > 0.95);
		assertTrue(GammaPoisson.fit(new double[] { 0, 0 }, new double[] { 20, 20 }).orElseThrow().mean() > 0);
		assertTrue(NormalNormal.fit(new double[] { 5, 5, 5 }, new double[] { 1, 1, 1 }).orElseThrow().betweenVariance() > 0);
	}

	@Test
	void saysNothingAboutDifferencesWithFewerThanTwoPeople() {
		assertTrue(BetaBinomial.fit(new double[] { 3, 0 }, new double[] { 10, 0 }).isEmpty());
		assertTrue(GammaPoisson.fit(new double[] { 3, 0 }, new double[] { 10, 0 }).isEmpty());
		assertTrue(NormalNormal.fit(new double[] { 3 }, new double[] { 1 }).isEmpty());
	}

	@Test
	void aPersonWithoutDataIsExpectedToBeTypicalAndIsTheLeastSure() {
		BetaBinomial prior = BetaBinomial.fit(new double[] { 10, 20, 30, 15 }, new double[] { 50, 50, 50, 50 }).orElseThrow();
		assertEquals(prior.mean(), prior.posterior(0, 0).estimate(), 1e-12);
		assertTrue(prior.posterior(0, 0).interval(0.9).width() > prior.posterior(10, 50).interval(0.9).width());
	}

	/** The example of the documentation, section 3. */
	@Test
	void theWorkedExampleOfTheDocumentation() {
		BetaBinomial prior = BetaBinomial.fit(new double[] { 15, 17, 13, 14, 16, 16, 14, 6 }, new double[] { 45, 46, 44, 42, 48, 44, 46, 60 }).orElseThrow();
		assertEquals(0.301, prior.mean(), 0.0005);
		assertEquals(30.3, prior.strength(), 0.1);
		assertEquals(0.664, prior.ownWeight(60), 0.0005);
		assertEquals(0.168, prior.posterior(6, 60).estimate(), 0.0005);
	}

	@Test
	void staysExactWithAMillionTrials() {
		BetaBinomial prior = BetaBinomial.fit(new double[] { 500_000, 501_000, 520_000, 480_000 }, new double[] { 1e6, 1e6, 1e6, 1e6 }).orElseThrow();
		BetaPosterior posterior = prior.posterior(480_000, 1e6);
		assertEquals(0.48, posterior.estimate(), 1e-4);
		assertEquals(2 * 1.6449 * Math.sqrt(0.48 * 0.52 / 1e6), posterior.interval(0.9).width(), 2e-5);
		assertEquals(1, posterior.probabilityBelow(0.5), 1e-12);
	}

	@Test
	void refusesMoreSuccessesThanTrials() {
		assertThrows(IllegalArgumentException.class, () -> BetaBinomial.fit(new double[] { 3, 1 }, new double[] { 2, 2 }));
		assertThrows(IllegalArgumentException.class, () -> new BetaBinomial(0.5, 3, 0).posterior(3, 2));
	}

	private static void assertBetween(double one, double other, double value) {
		double slack = 1e-9 * Math.max(1, Math.abs(other));
		assertTrue(value >= Math.min(one, other) - slack && value <= Math.max(one, other) + slack, value + " between " + one + " and " + other);
	}

	private static double[] reversed(double[] values) {
		double[] reversed = new double[values.length];
		for (int i = 0; i < values.length; i++) {
			reversed[i] = values[values.length - 1 - i];
		}
		return reversed;
	}
}
