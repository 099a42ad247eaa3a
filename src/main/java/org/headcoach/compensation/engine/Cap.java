package org.headcoach.compensation.engine;

import java.io.Serializable;

import org.headcoach.shared.Money;

/**
 * The most that may be paid.
 *
 * @param carried whether what lies above is paid in a later month that has room, or is lost
 */
public record Cap(Money most, boolean carried) implements Serializable {

	/**
	 * @param pay what is paid now
	 * @param lost what never will be
	 * @param carry what waits for a month with room
	 */
	public record Outcome(Money pay, Money lost, Money carry) implements Serializable {
	}

	/** @param carry what waits from months before */
	public Outcome in(Money earned, Money carry) {
		var wanted = earned.plus(carry);
		var pay = wanted.min(most);
		var above = wanted.minus(pay);
		var none = Money.zero(earned.currency());
		return carried ? new Outcome(pay, none, above) : new Outcome(pay, above, none);
	}
}
