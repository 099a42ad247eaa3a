package org.headcoach.compensation.engine;

import java.io.Serializable;

import org.headcoach.shared.Money;

/**
 * What is paid of a month's postings. Nobody pays in: what is below 0 is carried to the months after.
 *
 * @param pay never below 0
 * @param carried 0 or below
 */
public record Balance(Money pay, Money carried) implements Serializable {

	/**
	 * @param carried from the month before, 0 or below
	 * @param posted what was booked in this month
	 */
	public static Balance of(Money carried, Money posted) {
		var sum = carried.plus(posted);
		var none = Money.zero(posted.currency());
		return new Balance(sum.max(none), sum.min(none));
	}
}
