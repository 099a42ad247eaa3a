package org.headcoach.hiring.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

class SourceResultTest {

	@Test
	void h1_twentyHiresOfFiveHundredInterviewsAreFourPercent() {
		assertEquals(0.04, new SourceResult(500, 500, 20, null).conversion().orElseThrow(), 1e-15);
	}

	@Test
	void h2_fiveOfAThousandAreHalfAPercent() {
		assertEquals(0.005, new SourceResult(1_000, 1_000, 5, null).conversion().orElseThrow(), 1e-15);
	}

	@Test
	void h4_noHireOfFiftyIsZeroPercentAndHasNoCostPerHire() {
		var boards = new SourceResult(50, 12, 0, Money.of("4000", "USD"));
		assertEquals(0, boards.conversion().orElseThrow());
		assertEquals(0.24, boards.interviewRate().orElseThrow(), 1e-15);
		assertEquals(Optional.empty(), boards.costPerHire());
		assertEquals(0, boards.interval().orElseThrow().low());
		assertTrue(boards.interval().orElseThrow().high() > 0.04);
	}

	@Test
	void oneHiredOfOneIsNoSourceToPrefer() {
		assertEquals(Optional.empty(), new SourceResult(1, 1, 1, null).atLeast());
		assertTrue(new SourceResult(200, 60, 40, null).atLeast().orElseThrow() > new SourceResult(10, 6, 3, null).atLeast().orElseThrow());
	}

	@Test
	void nobodyWhoCameIsNoRate() {
		var none = new SourceResult(0, 0, 0, null);
		assertEquals(Optional.empty(), none.conversion());
		assertEquals(Optional.empty(), none.interval());
		assertEquals(Optional.empty(), none.costPerHire());
	}

	@Test
	void sharesTheCostAmongTheHires() {
		assertEquals(Money.of("333.33", "USD"), new SourceResult(10, 5, 3, Money.of("1000", "USD")).costPerHire().orElseThrow());
	}

	@Test
	void refusesMoreHiresThanPeople() {
		assertThrows(IllegalArgumentException.class, () -> new SourceResult(1, 1, 2, null));
	}
}
