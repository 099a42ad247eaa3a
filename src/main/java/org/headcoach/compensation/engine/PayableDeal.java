package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
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
}
