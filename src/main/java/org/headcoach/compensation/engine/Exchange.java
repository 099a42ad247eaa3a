package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

import org.headcoach.shared.Money;

/**
 * The rate at which money was changed, and its day: of a deal into the plan's currency, or of what is paid into the currency of the payroll.
 *
 * @param rate what one unit of the first currency is in the second
 */
public record Exchange(Currency from, Currency to, BigDecimal rate, LocalDate day) implements Serializable {

	/** Exact; what is paid is rounded by the plan's mode. */
	public Money of(Money amount) {
		if (!amount.currency().equals(from)) {
			throw new IllegalArgumentException(amount.currency() + " where " + from + " is wanted");
		}
		return Money.of(amount.amount().multiply(rate), to);
	}

	public Money paid(Money amount, RoundingMode rounding) {
		return of(amount).rounded(rounding);
	}

	/** What the same amount is more, or less, at another rate. */
	public Money difference(Money amount, Exchange earlier, RoundingMode rounding) {
		return paid(amount, rounding).minus(earlier.paid(amount, rounding));
	}

	/** The credit of a deal in a foreign currency, with the rate and its day on it. */
	public Credit credit(String source, LocalDate day, String name, Money whole, BigDecimal share) {
		of(whole);
		return Credit.from(source, day, new Credit.Origin(name, whole.amount(), from, share, rate, this.day));
	}
}
