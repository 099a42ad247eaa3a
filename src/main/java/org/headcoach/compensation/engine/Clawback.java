package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * What goes back when a customer cancels: never more than was paid, and from the month after.
 *
 * @param months the window. Who cancels on the day on which so many months are complete, or later, is kept.
 * @param share of what was paid, up to 1
 * @param proRata whether only the part of the window that was left is taken back
 */
public record Clawback(int months, BigDecimal share, boolean proRata) implements Serializable {

	public static Clawback all(int months) {
		return new Clawback(months, BigDecimal.ONE, false);
	}

	public boolean covers(LocalDate wonOn, LocalDate cancelledOn) {
		return cancelledOn.isBefore(wonOn.plusMonths(months));
	}

	/** The share of what was paid that goes back, 0 when the window was over. */
	public BigDecimal share(LocalDate wonOn, LocalDate cancelledOn) {
		if (!covers(wonOn, cancelledOn)) {
			return BigDecimal.ZERO;
		}
		if (!proRata) {
			return share;
		}
		var served = Math.max(0, ChronoUnit.MONTHS.between(wonOn, cancelledOn));
		return share.multiply(BigDecimal.valueOf(months - served)).divide(BigDecimal.valueOf(months), Slice.DIGITS);
	}

	/** The month in which it is taken. */
	public static YearMonth month(LocalDate cancelledOn) {
		return YearMonth.from(cancelledOn).plusMonths(1);
	}
}
