package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;

/**
 * Units that count for somebody: their share of a deal, or of a refund.
 *
 * @param source what it comes from, one id per deal, refund or event
 * @param day on which it counts
 * @param base units; negative for a refund
 * @param reverses the source that a refund takes back; null for a sale
 * @param quotaOnly whether it counts to attainment but earns nothing itself
 * @param origin what the units were made from; null when they are what the source says
 */
public record Credit(String source, LocalDate day, BigDecimal base, String reverses, boolean quotaOnly, Origin origin) implements Serializable {

	/**
	 * How units came about: whole x share x rate.
	 *
	 * @param name the deal's or the customer's
	 * @param whole what the CRM says
	 * @param currency of the whole; null when it is no money
	 * @param share of the payee, 1 is all
	 * @param rate of exchange into the plan's currency, 1 when there is nothing to change
	 * @param rateDay the day of the rate; null when there was nothing to change
	 */
	public record Origin(String name, BigDecimal whole, Currency currency, BigDecimal share, BigDecimal rate, LocalDate rateDay) implements Serializable {
	}

	/** By day, then by source: the same on every machine, whatever order the import had. */
	public static final Comparator<Credit> ORDER = (one, other) -> {
		var side = one.day.compareTo(other.day);
		return side == 0 ? one.source.compareTo(other.source) : side;
	};

	public static Credit sale(String source, LocalDate day, BigDecimal base) {
		return new Credit(source, day, base, null, false, null);
	}

	public static Credit refund(String source, LocalDate day, BigDecimal base, String reverses) {
		return new Credit(source, day, base, reverses, false, null);
	}

	public static Credit from(String source, LocalDate day, Origin origin) {
		return new Credit(source, day, origin.whole().multiply(origin.share()).multiply(origin.rate()), null, false, origin);
	}

	/** The same object for a month that is known already. */
	YearMonth month(YearMonth known) {
		return isIn(known) ? known : month();
	}

	boolean isIn(YearMonth month) {
		return month != null && day.getMonthValue() == month.getMonthValue() && day.getYear() == month.getYear();
	}

	public YearMonth month() {
		return YearMonth.of(day.getYear(), day.getMonthValue());
	}
}
