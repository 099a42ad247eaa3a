package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.headcoach.shared.Money;

/**
 * What this month would come to if more were won today and its customers made their first payment at once. Nothing of it is kept.
 *
 * @param attainment of the component that is asked about, with nothing supposed; null when the plan has nothing that can be supposed
 * @param reached with what is supposed
 * @param now what is booked for the month as things stand
 * @param then what would be
 * @param earned what the supposed deals earn in all, also later
 * @param components what each would be
 * @param deals open ones, by what they would pay, the most first
 * @param expected what the open deals pay, each by itself, by their probability
 */
public record WhatIf(Attainment attainment, BigDecimal reached, Money now, Money then, Money earned, List<Row> components, List<Open> deals, Money expected) implements Serializable {

	/**
	 * What is supposed.
	 *
	 * @param more units of the component that is asked about, 0 or above
	 * @param deals open ones that are won
	 */
	public record Suppose(BigDecimal more, Set<Long> deals) implements Serializable {

		public static final Suppose NOTHING = new Suppose(BigDecimal.ZERO, Set.of());

		public Suppose {
			deals = Set.copyOf(deals);
		}

		boolean isNothing() {
			return more.signum() == 0 && deals.isEmpty();
		}
	}

	/** @param component code; empty for what holds for the whole plan */
	public record Row(String component, String name, Money now, Money then) implements Serializable {
	}

	/**
	 * An open deal.
	 *
	 * @param probability per cent; null when nobody said so
	 * @param pay what it would earn in all if it alone were won today
	 */
	public record Open(long id, String name, BigDecimal mrr, BigDecimal amount, String currency, BigDecimal probability, Money pay, boolean won) implements Serializable {
	}

	/** What is due this month of what is supposed. */
	public Money due() {
		return then.minus(now);
	}

	/** What comes with later payments. */
	public Money later() {
		return earned.minus(due());
	}
}
