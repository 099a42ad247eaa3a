package org.headcoach.compensation.engine;

import static org.headcoach.compensation.engine.RateRunTest.assertNumber;
import static org.headcoach.compensation.engine.RateRunTest.n;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class SplitTest {

	@Test
	void g23SharesAddUpAndAnOverlayComesOnTop() {
		var shares = List.of(new Split(1, n("0.5"), false), new Split(1, n("0.2"), true), new Split(2, n("0.5"), false));
		assertEquals(List.of(), Split.problems("deal", shares));
		assertEquals(List.of("5000.0", "2000.0", "5000.0"), shares.stream().map(share -> share.of(n("10000")).toPlainString()).toList());
	}

	@Test
	void sharesThatDoNotAddUpAreRefusedAndNameTheDeal() {
		var problems = Split.problems("Arden", List.of(new Split(1, n("0.5"), false), new Split(2, n("0.4"), false)));
		assertEquals(List.of(new Problem("", "compensation.problem.splits-sum", List.of("Arden", n("0.9")))), problems);
		assertEquals(List.of(), Split.problems("Arden", List.of()));
		assertEquals("compensation.problem.empty-split", Split.problems("Arden", List.of(new Split(1, n("1"), false), new Split(2, n("0"), false))).get(0).key());
	}

	@Test
	void g24AManagersRateStandsBesidesTheReps() {
		var deal = n("50000");
		assertNumber("4000", RateRunTest.table("0 8%").pay(deal));
		assertNumber("2000", RateRunTest.table("0 4%").pay(deal));
		assertNumber("2000", RateRunTest.table("0 2%").pay(n("20000").multiply(n("5"))));
	}
}
