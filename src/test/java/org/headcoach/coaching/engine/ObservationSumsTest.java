package org.headcoach.coaching.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;

import org.headcoach.coaching.engine.Observation.Sample;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What is summed up month by month says the same as the deals themselves. */
class ObservationSumsTest {

	@Property
	void amountsFromTheirSumsAreTheAmounts(@ForAll @Size(max = 60) List<@BigRange(min = "1", max = "90000") @Scale(2) BigDecimal> amounts) {
		double sum = 0;
		double logarithms = 0;
		double squares = 0;
		for (BigDecimal amount : amounts) {
			double value = amount.doubleValue();
			sum += value;
			logarithms += Math.log(value);
			squares += Math.log(value) * Math.log(value);
		}
		assertAlike(Sample.ofAmounts(amounts), Sample.ofLogarithmSums(amounts.size(), sum, logarithms, squares));
	}

	@Property
	void discountsFromTheirSumsAreTheDiscounts(@ForAll @Size(max = 60) List<@IntRange(max = 60) Integer> perCent) {
		double sum = 0;
		double squares = 0;
		for (int discount : perCent) {
			sum += discount / 100.0;
			squares += discount * discount / 10_000.0;
		}
		List<BigDecimal> shares = perCent.stream().map(discount -> BigDecimal.valueOf(discount, 2)).toList();
		assertAlike(Sample.ofDiscounts(shares), Sample.ofShareSums(shares.size(), sum, squares));
	}

	private static void assertAlike(Sample expected, Sample actual) {
		assertEquals(expected.n(), actual.n());
		assertEquals(expected.average(), actual.average(), 1e-9 * Math.max(1, expected.average()));
		assertEquals(expected.centre(), actual.centre(), 1e-9);
		assertEquals(expected.squares(), actual.squares(), 1e-7);
	}
}
