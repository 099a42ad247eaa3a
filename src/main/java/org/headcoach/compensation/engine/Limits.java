package org.headcoach.compensation.engine;

import java.io.Serializable;

import org.headcoach.shared.Money;

/**
 * The least and the most that a component pays; each is null where there is none.
 *
 * @param dealFloor the least that a deal earns
 * @param dealCap the most that a deal earns: its sale, lifts and refunds together
 * @param monthFloor the least for a month
 * @param monthCap the most for a month
 */
public record Limits(Money dealFloor, Money dealCap, Money monthFloor, Cap monthCap) implements Serializable {

	public static final Limits NONE = new Limits(null, null, null, null);

	public static Limits ofDeal(Money most) {
		return new Limits(null, most, null, null);
	}

	public static Limits ofMonth(Money most, boolean carried) {
		return new Limits(null, null, null, new Cap(most, carried));
	}
}
