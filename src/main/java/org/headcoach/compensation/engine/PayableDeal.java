package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to a deal after it was won.
 *
 * @param wonOn the day of the sale
 * @param price the whole price, which payments add up to; null when that is not known
 * @param payments by the customer, in any order
 * @param cancelledOn the customer's last word; null while there is none
 */
public record PayableDeal(String source, LocalDate wonOn, BigDecimal price, List<CustomerPayment> payments, LocalDate cancelledOn) implements Serializable {

	public PayableDeal {
		payments = payments.stream().sorted(Comparator.comparing(CustomerPayment::day).thenComparing(CustomerPayment::id)).toList();
	}

	/** Months that the customer paid with the first payment; 0 before there is one. */
	public int monthsPaidAhead() {
		return payments.isEmpty() ? 0 : payments.get(0).monthsCovered();
	}

	/** The average of those who have paid; null when nobody has. */
	public static BigDecimal averagePaidAhead(Collection<PayableDeal> deals) {
		var paying = deals.stream().filter(deal -> !deal.payments().isEmpty()).toList();
		return paying.isEmpty() ? null
				: BigDecimal.valueOf(paying.stream().mapToInt(PayableDeal::monthsPaidAhead).sum()).divide(BigDecimal.valueOf(paying.size()), Slice.DIGITS);
	}
}
