package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * Units that count for somebody: their share of a deal, or of a refund.
 *
 * @param source what it comes from, one id per deal, refund or event
 * @param day on which it counts
 * @param base units; negative for a refund
 * @param reverses the source that a refund takes back; null for a sale
 */
public record Credit(String source, LocalDate day, BigDecimal base, String reverses) implements Serializable {

	/** By day, then by source: the same on every machine, whatever order the import had. */
	public static final Comparator<Credit> ORDER = Comparator.comparing(Credit::day).thenComparing(Credit::source);

	public static Credit sale(String source, LocalDate day, BigDecimal base) {
		return new Credit(source, day, base, null);
	}

	public YearMonth month() {
		return YearMonth.from(day);
	}
}
