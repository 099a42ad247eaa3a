package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A part of what was earned, and what it waits for.
 *
 * @param share of the whole, above 0
 * @param number with CUSTOMER_MONTH the month of the customer's contract that has to be paid, from 1; with AFTER_MONTHS how many months after the sale
 */
public record Instalment(BigDecimal share, Trigger trigger, int number) implements Serializable {

	/** What an instalment waits for. */
	public enum Trigger {

		/** Nothing: it is due with the sale. */
		AT_ONCE,

		/** The customer has paid for so many months; paying in advance brings it forward. */
		CUSTOMER_MONTH,

		/** So many months have passed since the sale, and the customer is still there. */
		AFTER_MONTHS,

		/** The customer's money: each payment releases the share of the price that it is. */
		SHARE_PAID
	}

	public static Instalment atCustomerMonth(String share, int month) {
		return new Instalment(new BigDecimal(share), Trigger.CUSTOMER_MONTH, month);
	}
}
