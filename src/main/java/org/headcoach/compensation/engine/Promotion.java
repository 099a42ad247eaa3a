package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;

/**
 * What has to be reached, all of it, to move on to the plan of the next level. Time in the job is no reason.
 *
 * @param to the next level's name
 * @param installedBase MRR of the customers that somebody won and that are still there, in the plan's currency
 * @param averageNewMrr MRR won in a month, on average
 * @param averagePrepaid months that customers pay in advance, on average
 */
public record Promotion(String to, BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) implements Serializable {

	/** The full months that averages are taken of: long enough that one deal decides nothing, short enough to be moved. */
	public static final int MONTHS = 3;

	/**
	 * A customer that somebody won.
	 *
	 * @param mrr the own part of it, in the plan's currency; null when that is not known
	 * @param monthsAhead what it pays in advance; null when that is not known
	 * @param leftOn null while it stays
	 */
	public record Customer(LocalDate wonOn, BigDecimal mrr, Integer monthsAhead, LocalDate leftOn) {
	}

	/** How far somebody is; a figure is null when it is not known. */
	public record Reached(BigDecimal installedBase, BigDecimal averageNewMrr, BigDecimal averagePrepaid) implements Serializable {
	}

	/** What somebody has reached on a day: the customers who are there that day, and the averages of the last full months before it. */
	public static Reached reached(Collection<Customer> customers, LocalDate day) {
		var base = customers.stream().filter(customer -> !customer.wonOn().isAfter(day) && (customer.leftOn() == null || customer.leftOn().isAfter(day))).toList();
		var end = YearMonth.from(day).atDay(1);
		var lately = customers.stream().filter(customer -> customer.wonOn().isBefore(end) && !customer.wonOn().isBefore(end.minusMonths(MONTHS))).toList();
		var won = mrr(lately);
		return new Reached(mrr(base), won == null ? null : won.divide(BigDecimal.valueOf(MONTHS), Slice.DIGITS), averagePaidAhead(lately));
	}

	private static BigDecimal mrr(Collection<Customer> customers) {
		return customers.stream().anyMatch(customer -> customer.mrr() == null) ? null : customers.stream().map(Customer::mrr).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** The months that customers pay in advance, on average of those of whom it is known; null when of none. */
	public static BigDecimal averagePaidAhead(Collection<Customer> customers) {
		var known = customers.stream().map(Customer::monthsAhead).filter(Objects::nonNull).map(BigDecimal::valueOf).toList();
		return known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(known.size()), Slice.DIGITS);
	}

	/** Whether who has reached these three moves on; a figure that is not known is not reached. */
	public boolean isDue(Reached reached) {
		return isReached(reached.installedBase(), installedBase) && isReached(reached.averageNewMrr(), averageNewMrr) && isReached(reached.averagePrepaid(), averagePrepaid);
	}

	/** Whether a figure is enough; one that is not known is not, where anything is asked for. */
	public static boolean isReached(BigDecimal figure, BigDecimal least) {
		return figure == null ? least.signum() <= 0 : figure.compareTo(least) >= 0;
	}

	/** Whether a level follows and something has to be reached for it. */
	boolean isComplete() {
		return to != null && !to.isBlank() && installedBase.signum() >= 0 && averageNewMrr.signum() >= 0 && averagePrepaid.signum() >= 0
				&& installedBase.signum() + averageNewMrr.signum() + averagePrepaid.signum() > 0;
	}
}
