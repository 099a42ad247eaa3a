package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * When an earned amount is paid, and what is taken back of it.
 *
 * @param instalments shares that add up to 1; one due at once when nothing is said
 * @param clawback null when nothing is
 */
public record PaySchedule(List<Instalment> instalments, Clawback clawback) implements Serializable {

	public PaySchedule {
		instalments = List.copyOf(instalments);
	}

	public static PaySchedule atOnce(Clawback clawback) {
		return new PaySchedule(List.of(new Instalment(BigDecimal.ONE, Instalment.Trigger.AT_ONCE, 0)), clawback);
	}

	boolean needsPrice() {
		return instalments.stream().anyMatch(part -> part.trigger() == Instalment.Trigger.SHARE_PAID);
	}

	public List<Problem> problems() {
		var sum = instalments.stream().map(Instalment::share).reduce(BigDecimal.ZERO, BigDecimal::add);
		var problems = new ArrayList<Problem>();
		if (sum.compareTo(BigDecimal.ONE) != 0) {
			problems.add(Problem.of("compensation.problem.instalments-sum", sum));
		}
		if (instalments.stream().anyMatch(part -> part.share().signum() <= 0)) {
			problems.add(Problem.of("compensation.problem.empty-instalment"));
		}
		if (clawback != null && (clawback.months() <= 0 || clawback.share().signum() <= 0 || clawback.share().compareTo(BigDecimal.ONE) > 0)) {
			problems.add(Problem.of("compensation.problem.clawback", clawback.months(), clawback.share()));
		}
		return problems;
	}

	/**
	 * Everything that has fallen due for a deal up to a day, in the order of the days. The parts are rounded so that all of them add up to the whole, rounded.
	 *
	 * @param deal has a price when an instalment waits for shares of it
	 * @param earned the whole, exact
	 */
	public List<Due> due(PayableDeal deal, Money earned, LocalDate until, RoundingMode rounding) {
		var events = new ArrayList<Due>(2);
		var paid = isAtOnce() ? atOnce(deal, earned, until, rounding, events) : released(deal, earned, until, rounding, events);
		if (clawback != null && isGone(deal, until)) {
			var back = paid.times(clawback.share(deal.wonOn(), deal.cancelledOn())).rounded(rounding);
			if (!back.isZero()) {
				events.add(new Due(deal.source(), Clawback.month(deal.cancelledOn()), deal.cancelledOn(), Due.Because.CLAWBACK, 0, "", back.negated()));
			}
		}
		return events;
	}

	/** Adds what was released, and says how much it is. */
	private Money released(PayableDeal deal, Money earned, LocalDate until, RoundingMode rounding, List<Due> events) {
		var shareDue = BigDecimal.ZERO;
		var paid = Money.zero(earned.currency());
		for (var release : releases(deal, until)) {
			shareDue = shareDue.add(release.share());
			var sum = earned.times(shareDue).rounded(rounding);
			if (!sum.equals(paid)) {
				events.add(new Due(deal.source(), month(release.day()), release.day(), release.because(), release.number(), release.event(), sum.minus(paid)));
				paid = sum;
			}
		}
		return paid;
	}

	/** The same for what waits for nothing, which most plans pay most of the time. */
	private static Money atOnce(PayableDeal deal, Money earned, LocalDate until, RoundingMode rounding, List<Due> events) {
		var whole = deal.wonOn().isAfter(until) ? Money.zero(earned.currency()) : earned.rounded(rounding);
		if (!whole.isZero()) {
			events.add(new Due(deal.source(), month(deal.wonOn()), deal.wonOn(), Due.Because.SALE, 1, "", whole));
		}
		return whole;
	}

	private boolean isAtOnce() {
		return instalments.size() == 1 && instalments.get(0).trigger() == Instalment.Trigger.AT_ONCE && instalments.get(0).share().compareTo(BigDecimal.ONE) == 0;
	}

	private static YearMonth month(LocalDate day) {
		return YearMonth.of(day.getYear(), day.getMonthValue());
	}

	/** A share that becomes payable. */
	private record Release(LocalDate day, BigDecimal share, Due.Because because, int number, String event) {
	}

	private List<Release> releases(PayableDeal deal, LocalDate until) {
		var releases = new ArrayList<Release>();
		for (int i = 0; i < instalments.size(); i++) {
			var part = instalments.get(i);
			switch (part.trigger()) {
				case AT_ONCE -> release(releases, deal, until, new Release(deal.wonOn(), part.share(), Due.Because.SALE, i + 1, ""));
				case AFTER_MONTHS -> release(releases, deal, until, new Release(deal.wonOn().plusMonths(part.number()), part.share(), Due.Because.WINDOW_PASSED, i + 1, ""));
				case CUSTOMER_MONTH -> {
					var months = 0;
					for (var payment : deal.payments()) {
						var before = months;
						months += payment.monthsCovered();
						if (before < part.number() && months >= part.number()) {
							release(releases, deal, until, new Release(payment.day(), part.share(), Due.Because.CUSTOMER_PAID, i + 1, payment.id()));
						}
					}
				}
				case SHARE_PAID -> {
					var sum = BigDecimal.ZERO;
					var released = BigDecimal.ZERO;
					for (var payment : deal.payments()) {
						sum = sum.add(payment.amount());
						var share = part.share().multiply(sum.max(BigDecimal.ZERO).min(deal.price())).divide(deal.price(), Slice.DIGITS);
						release(releases, deal, until, new Release(payment.day(), share.subtract(released), Due.Because.CUSTOMER_PAID, i + 1, payment.id()));
						released = share;
					}
				}
			}
		}
		releases.sort(Comparator.comparing(Release::day).thenComparing(Release::number));
		return releases;
	}

	/** Nothing is released any more once the customer is gone: what was not paid is not taken back either (G17). */
	private void release(List<Release> releases, PayableDeal deal, LocalDate until, Release release) {
		var isAfterEnd = isGone(deal, until) && release.because() != Due.Because.SALE && !release.day().isBefore(deal.cancelledOn());
		if (!release.day().isAfter(until) && !isAfterEnd) {
			releases.add(release);
		}
	}

	private static boolean isGone(PayableDeal deal, LocalDate until) {
		return deal.cancelledOn() != null && !deal.cancelledOn().isAfter(until);
	}
}
