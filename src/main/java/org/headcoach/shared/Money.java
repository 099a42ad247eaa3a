package org.headcoach.shared;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount in a currency. It never rounds unless {@link #rounded} asks for it and never mixes currencies.
 * Two amounts are equal when they are the same number: 2 and 2.00 are.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money>, Serializable {

	public Money {
		var least = minorDigits(currency);
		if (amount.scale() < least) {
			amount = amount.setScale(least);
		} else if (amount.scale() > least) {
			var stripped = amount.stripTrailingZeros();
			amount = stripped.scale() < least ? stripped.setScale(least) : stripped;
		}
	}

	public static Money of(BigDecimal amount, Currency currency) {
		return new Money(amount, currency);
	}

	/** @param amount such as 1234.50, with a full stop */
	public static Money of(String amount, String currency) {
		return new Money(new BigDecimal(amount), Currency.getInstance(currency));
	}

	public static Money zero(Currency currency) {
		return new Money(BigDecimal.ZERO, currency);
	}

	/** Digits after the point that money of this currency is paid in: 2 for the dollar, 0 for the yen, 3 for the dinar of Kuwait. */
	public static int minorDigits(Currency currency) {
		return Math.max(0, currency.getDefaultFractionDigits());
	}

	public Money plus(Money other) {
		return new Money(amount.add(other.in(currency)), currency);
	}

	public Money minus(Money other) {
		return new Money(amount.subtract(other.in(currency)), currency);
	}

	/** The exact product; nothing is rounded. */
	public Money times(BigDecimal factor) {
		return new Money(amount.multiply(factor), currency);
	}

	public Money negated() {
		return new Money(amount.negate(), currency);
	}

	public Money min(Money other) {
		return compareTo(other) <= 0 ? this : other;
	}

	public Money max(Money other) {
		return compareTo(other) >= 0 ? this : other;
	}

	/** What can be paid: rounded to the currency's minor unit. */
	public Money rounded(RoundingMode mode) {
		return isRounded() ? this : new Money(amount.setScale(minorDigits(currency), mode), currency);
	}

	public boolean isRounded() {
		return amount.scale() == minorDigits(currency);
	}

	/**
	 * Parts in the proportion of the weights that add up to this amount again. What is left over by rounding down goes, one minor unit each, to the
	 * parts that lost most; of equals the first.
	 *
	 * @throws IllegalArgumentException when the amount is not rounded, or when the weights are negative or all 0
	 */
	public List<Money> allocate(List<BigDecimal> weights) {
		var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		if (!isRounded() || sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
			throw new IllegalArgumentException("Cannot allocate " + this + " by " + weights);
		}
		var units = amount.unscaledValue();
		var scaled = weights.stream().map(weight -> new BigDecimal(units.abs()).multiply(weight)).toList();
		var parts = new ArrayList<>(scaled.stream().map(part -> part.divideToIntegralValue(sum)).toList());
		var left = new BigDecimal(units.abs()).subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).intValueExact();
		IntStream.range(0, parts.size()).boxed()
				.sorted(Comparator.comparing((Integer i) -> scaled.get(i).subtract(parts.get(i).multiply(sum)), Comparator.reverseOrder()).thenComparing(Comparator.naturalOrder()))
				.limit(left).forEach(i -> parts.set(i, parts.get(i).add(BigDecimal.ONE)));
		return parts.stream().map(part -> new Money((units.signum() < 0 ? part.negate() : part).scaleByPowerOfTen(-minorDigits(currency)), currency)).toList();
	}

	/** Parts as equal as minor units allow. */
	public List<Money> allocate(int parts) {
		return allocate(Collections.nCopies(parts, BigDecimal.ONE));
	}

	public int signum() {
		return amount.signum();
	}

	public boolean isZero() {
		return amount.signum() == 0;
	}

	private BigDecimal in(Currency wanted) {
		if (!wanted.equals(currency)) {
			throw new IllegalArgumentException(currency + " where " + wanted + " is wanted");
		}
		return amount;
	}

	@Override
	public int compareTo(Money other) {
		return amount.compareTo(other.in(currency));
	}

	@Override
	public String toString() {
		return amount.toPlainString() + " " + currency;
	}
}
