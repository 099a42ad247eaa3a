package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

import org.headcoach.shared.Money;

/**
 * What customers pay in the year in which they are won, against what is paid for winning them. Three to four is usual for inside sales.
 */
public record CommissionRatio(Money revenue, Money commission) implements Serializable {

	/**
	 * @param sold MRR, by the month in which it was won; every customer pays from then on
	 * @param last month that is counted
	 */
	public static CommissionRatio of(Collection<Credit> sold, YearMonth last, Money commission) {
		var revenue = BigDecimal.ZERO;
		for (var credit : sold) {
			var months = ChronoUnit.MONTHS.between(credit.month(), last) + 1;
			revenue = revenue.add(credit.base().multiply(BigDecimal.valueOf(Math.max(0, months))));
		}
		return new CommissionRatio(Money.of(revenue, commission.currency()), commission);
	}

	/** Null when nothing was paid, or less was paid than taken back. */
	public BigDecimal ratio() {
		return commission.signum() <= 0 ? null : revenue.amount().divide(commission.amount(), Slice.DIGITS);
	}
}
