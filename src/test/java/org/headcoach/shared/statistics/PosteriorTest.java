package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every posterior promises. */
class PosteriorTest {

	static Stream<Posterior> posteriors() {
		return Stream.of(new BetaPosterior(3, 17), new BetaPosterior(400_000, 600_000), new BetaPosterior(0.5, 0.5), new GammaPosterior(40, 20),
				new GammaPosterior(1e6, 60), new NormalPosterior(-1, 2), new LogNormalPosterior(6, 0.2));
	}

	@ParameterizedTest
	@MethodSource("posteriors")
	void leavesFivePercentOnEachSideOfTheNinetyPercentInterval(Posterior posterior) {
		Interval interval = posterior.interval(0.9);
		assertEquals(0.05, posterior.probabilityBelow(interval.low()), 1e-6);
		assertEquals(0.05, posterior.probabilityAbove(interval.high()), 1e-6);
		assertTrue(interval.contains(posterior.estimate()));
	}

	@ParameterizedTest
	@MethodSource("posteriors")
	void belowAndAboveAddUpToOneAndBelowOnlyGrows(Posterior posterior) {
		double last = 0;
		for (double share : List.of(0.01, 0.2, 0.5, 0.8, 0.99)) {
			double value = posterior.quantile(share);
			assertEquals(1, posterior.probabilityBelow(value) + posterior.probabilityAbove(value), 1e-9);
			assertTrue(posterior.probabilityBelow(value) > last);
			last = posterior.probabilityBelow(value);
		}
	}

	@ParameterizedTest
	@MethodSource("posteriors")
	void wideningKeepsTheEstimateAndAddsTheVariance(Posterior posterior) {
		double extra = posterior.variance() / 4;
		Posterior widened = posterior.widenedBy(extra);
		assertEquals(posterior.estimate(), widened.estimate(), 1e-9 * Math.abs(posterior.estimate()));
		assertEquals(posterior.variance() + extra, widened.variance(), 1e-9 * posterior.variance());
		assertTrue(widened.interval(0.9).width() > posterior.interval(0.9).width());
		assertEquals(posterior, posterior.widenedBy(0));
	}

	@Test
	void logarithmsOfLargeCountsFollowTheDeltaMethod() {
		BetaPosterior rate = new BetaPosterior(30_000, 70_000);
		assertEquals(Math.log(0.3), rate.logMean(), 1e-4);
		assertEquals(0.7 / 30_000, rate.logVariance(), 1e-8);
		GammaPosterior pace = new GammaPosterior(10_000, 500);
		assertEquals(Math.log(20), pace.logMean(), 1e-4);
		assertEquals(1e-4, pace.logVariance(), 1e-7);
		assertEquals(Double.NaN, new NormalPosterior(-1, 1).logMean());
	}

	@Test
	void refusesWhatIsNoDistribution() {
		assertThrows(IllegalArgumentException.class, () -> new BetaPosterior(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new GammaPosterior(1, 0));
		assertThrows(IllegalArgumentException.class, () -> new NormalPosterior(1, 0));
		assertThrows(IllegalArgumentException.class, () -> new NormalPosterior(1, 1).interval(1));
	}
}
