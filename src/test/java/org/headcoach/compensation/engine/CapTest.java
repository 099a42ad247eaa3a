package org.headcoach.compensation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

import org.headcoach.shared.Money;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CapTest {

	private static Money usd(long amount) {
		return Money.of(BigDecimal.valueOf(amount), Currency.getInstance("USD"));
	}

	@Test
	void g14WhatLiesAboveTheCapIsLost() {
		var cap = new Cap(usd(3000), false);
		assertEquals(new Cap.Outcome(usd(3000), usd(600), usd(0)), cap.in(usd(3600), usd(0)));
		assertEquals(new Cap.Outcome(usd(2500), usd(0), usd(0)), cap.in(usd(2500), usd(0)));
	}

	@Test
	void g14OrItIsPaidLater() {
		var cap = new Cap(usd(3000), true);
		var first = cap.in(usd(3600), usd(0));
		assertEquals(new Cap.Outcome(usd(3000), usd(0), usd(600)), first);
		assertEquals(new Cap.Outcome(usd(3000), usd(0), usd(100)), cap.in(usd(2500), first.carry()));
	}

	@Property(tries = 200)
	void nothingIsLostBetweenCapsAndCarryOvers(@ForAll List<@IntRange(min = -500, max = 9000) Integer> earned, @ForAll boolean carried) {
		var cap = new Cap(usd(3000), carried);
		var carry = usd(0);
		var seen = usd(0);
		var whole = usd(0);
		for (var month : earned) {
			var outcome = cap.in(usd(month), carry);
			assertTrue(outcome.pay().compareTo(usd(3000)) <= 0);
			seen = seen.plus(outcome.pay()).plus(outcome.lost());
			whole = whole.plus(usd(month));
			carry = outcome.carry();
		}
		assertEquals(whole, seen.plus(carry));
	}
}
