package org.headcoach.coaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PlanPageTest {

	private static Evidence evidence(String metric, Double value, Double peers) {
		return new Evidence(metric, 3, true, null, null, value, null, null, null, peers, "BELOW", 64, null, null, null, List.of(), null);
	}

	@ParameterizedTest(name = "{0}: {1} against {2} aims at {3}")
	@CsvSource({"CONVERSION:DEMOS:CUSTOMERS, 0.20, 0.32, 0.28", "CONVERSION:DEMOS:CUSTOMERS, 0.40, 0.33, 0.44", "MRR_PER_CUSTOMER, 537, 749, 679", "DISCOUNT, 0.20, 0.05, 0.10",
			"CHURN, 0.02, 0.05, 0.01", "DAYS_TO_CLOSE, 43, 20, 27"})
	void proposesTwoThirdsOfTheWayToThePeersOrATenthMore(String metric, double value, double peers, BigDecimal target) {
		assertEquals(0, target.compareTo(PlanPage.proposedTarget(evidence(metric, value, peers))), () -> "is " + PlanPage.proposedTarget(evidence(metric, value, peers)));
	}

	@Test
	void kDProposesNothingWithoutABaseline() {
		assertNull(PlanPage.proposedTarget(evidence("CONVERSION:DEMOS:CUSTOMERS", null, 0.33)));
	}

	@Property
	void whatIsProposedLiesAboveTheBaseline(@ForAll @DoubleRange(min = 0.01, max = 3000) double value, @ForAll @DoubleRange(min = 0.01, max = 3000) double peers) {
		assertTrue(PlanPage.proposedTarget(evidence("MRR_PER_CUSTOMER", value, peers)).compareTo(BigDecimal.valueOf(value)) > 0);
	}

	@Test
	void novemberTalksAboutOctobersFigures() {
		var november = CoachingMonth.after(YearMonth.of(2026, 10));
		assertEquals(YearMonth.of(2026, 11), november.month());
		assertEquals(YearMonth.of(2026, 10), november.figures());
		assertEquals("2026-11-01", november.first().toString());
	}
}
