package org.headcoach.shared.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Medians and quantiles by hand and by property. */
class QuantilesTest {

	@Test
	void takesTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
		assertEquals(3, Quantiles.median(9, 1, 3));
		assertEquals(2.5, Quantiles.median(4, 1, 2, 3));
		assertEquals(1.75, Quantiles.quantile(0.25, 4, 1, 2, 3));
		assertEquals(4, Quantiles.quantile(1, 4, 1, 2, 3));
	}

	@Test
	void weighsWhereHalfOfTheWeightIsReached() {
		assertEquals(10, Quantiles.weightedMedian(new double[] { 1, 2, 10 }, new double[] { 1, 1, 5 }));
		assertEquals(1.5, Quantiles.weightedMedian(new double[] { 2, 1 }, new double[] { 3, 3 }));
		assertEquals(2, Quantiles.weightedMedian(new double[] { 1, 2, 99 }, new double[] { 1, 1, 0.5 }));
	}

	@Property
	void equalWeightsGiveThePlainMedian(@ForAll @Size(min = 1, max = 20) double[] values) {
		double[] tame = Arrays.stream(values).map(v -> v % 1000).toArray();
		double[] ones = new double[tame.length];
		Arrays.fill(ones, 1);
		assertEquals(Quantiles.median(tame), Quantiles.weightedMedian(tame, ones), 1e-9);
	}

	@Property
	void theMedianOfOthersLeavesExactlyTheOwnValueOut(@ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = -5, max = 5) Double> some) {
		double[] values = some.stream().mapToDouble(x -> x).toArray();
		double[] byHand = IntStream.range(0, values.length).mapToDouble(
				own -> Quantiles.median(IntStream.range(0, values.length).filter(i -> i != own).mapToDouble(i -> values[i]).toArray())).toArray();
		assertArrayEquals(byHand, Quantiles.mediansOfOthers(values), 1e-12);
	}

	@Test
	void oneAloneHasNoOthers() {
		assertEquals(Double.NaN, Quantiles.mediansOfOthers(7)[0]);
		assertThrows(IllegalArgumentException.class, Quantiles::median);
	}
}
