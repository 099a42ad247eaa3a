package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * A year's quota, spread over its months by seasonal weights, reduced for the part of a month in which somebody did not carry it, and for the ramp after hire.
 *
 * @param year the whole year's quota, in units of what is measured
 * @param seasons shares of the year that add up to 1: 1, 2, 4 or 12 of equal length
 * @param yearStarts first month of the fiscal year
 * @param ramp share of the quota in the first, second ... month after the start, above 0; after the last one all of it
 */
public record Quota(BigDecimal year, List<BigDecimal> seasons, Month yearStarts, Proration proration, List<BigDecimal> ramp) implements Serializable {

	/** How a month counts in which the quota was carried for a part. */
	public enum Proration {

		/** A month that was begun counts whole. */
		MONTHS,

		/** By calendar days. */
		DAYS
	}

	private static final MathContext DIGITS = Slice.DIGITS;

	public Quota {
		seasons = List.copyOf(seasons);
		ramp = List.copyOf(ramp);
	}

	/** The same every month. */
	public static Quota monthly(BigDecimal month) {
		return new Quota(month.multiply(BigDecimal.valueOf(12)), List.of(BigDecimal.ONE), Month.JANUARY, Proration.MONTHS, List.of());
	}

	public List<Problem> problems() {
		return Stream.of(
				year.signum() <= 0 ? Problem.of("compensation.problem.quota-not-above-zero", year) : null,
				seasons.isEmpty() || 12 % seasons.size() != 0 ? Problem.of("compensation.problem.seasons-count", seasons.size()) : null,
				seasons.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(BigDecimal.ONE) != 0 ? Problem.of("compensation.problem.seasons-sum",
						seasons.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) : null,
				ramp.stream().anyMatch(share -> share.signum() <= 0) ? Problem.of("compensation.problem.ramp-not-above-zero") : null)
				.filter(java.util.Objects::nonNull).toList();
	}

	/**
	 * A month's quota of somebody who carries it from a day to another, both counted; 0 when the month lies outside.
	 *
	 * @param until null when open
	 * @param rampFrom the first day in the role, from which the ramp counts; null without a ramp
	 */
	public BigDecimal of(YearMonth month, LocalDate from, LocalDate until, LocalDate rampFrom) {
		var first = from.isAfter(month.atDay(1)) ? from : month.atDay(1);
		var last = until != null && until.isBefore(month.atEndOfMonth()) ? until : month.atEndOfMonth();
		if (last.isBefore(first)) {
			return BigDecimal.ZERO;
		}
		var place = Math.floorMod(month.getMonthValue() - yearStarts.getValue(), 12);
		var monthsOfSeason = 12 / seasons.size();
		var whole = year.multiply(seasons.get(place / monthsOfSeason)).divide(BigDecimal.valueOf(monthsOfSeason), DIGITS);
		if (proration == Proration.DAYS) {
			whole = whole.multiply(BigDecimal.valueOf(last.getDayOfMonth() - first.getDayOfMonth() + 1L)).divide(BigDecimal.valueOf(month.lengthOfMonth()), DIGITS);
		}
		if (rampFrom == null || ramp.isEmpty()) {
			return whole;
		}
		var monthsIn = (int) java.time.temporal.ChronoUnit.MONTHS.between(YearMonth.from(rampFrom), month);
		return monthsIn < 0 || monthsIn >= ramp.size() ? whole : whole.multiply(ramp.get(monthsIn));
	}

	/** The sum of months, the first and the last counted. */
	public BigDecimal of(YearMonth first, YearMonth last, LocalDate from, LocalDate until, LocalDate rampFrom) {
		return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1)).map(month -> of(month, from, until, rampFrom))
				.reduce(BigDecimal.ZERO, BigDecimal::add);
	}
}
