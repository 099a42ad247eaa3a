package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * All that whoever runs pay has to know of a month.
 *
 * @param firstOpen the first month that is not closed; null before anybody is on a plan
 * @param paid what is paid out, one amount a currency
 * @param heldBack of it what stays here because people are on hold, one amount a currency
 * @param forecast what open deals would add if each of them were won today, by probability; null for a month that is closed
 * @param waiting whose pay waits for computation; null: everybody's
 */
public record PayMonthPage(YearMonth month, PeriodStatus status, LocalDate payOn, Instant reviewAt, Instant closedAt, String closedBy, Instant exportedAt, Instant paidAt,
		YearMonth firstOpen, Instant computedAt, LocalDate today, List<Money> paid, List<Money> heldBack, Forecast forecast, List<PersonRow> people, List<ParkedRow> parked,
		List<String> waiting, List<QuestionRow> questions, List<HoldRow> holds, List<AdjustmentRow> adjustmentsWaiting, RunRow lastRun) implements Serializable {

	/** Why pay is zero. */
	public enum Zero {
		/** Nothing that counts was known. */
		NOTHING_COUNTED,
		/** What was earned went into what had to be taken back. */
		TAKEN_BACK,
		/** What was earned is held back. */
		HELD,
		/** What was earned is taken off again. */
		SET_OFF
	}

	/**
	 * Somebody's month. Amounts are in {@code currency}, the plan's; {@code payout} is in the currency in which the person is paid.
	 *
	 * @param usual what was paid on average in the three months before; null when fewer are known
	 * @param zero why nothing is paid; null when something is
	 * @param releasedIn the month with which a held statement goes to payroll
	 */
	public record PersonRow(long personId, String name, String team, String plan, Money pay, Money carriedIn, Money booked, Money held, Money carriedOut, Money payout, boolean onHold,
			YearMonth releasedIn, Instant approvedAt, String approvedBy, BigDecimal usual, Zero zero, boolean parked, int openQuestions) implements Serializable {

		/** More than twice, or less than half, of what was usual. */
		public boolean isUnusual() {
			return usual != null && usual.signum() > 0
					&& (pay.amount().compareTo(usual.multiply(BigDecimal.valueOf(2))) > 0 || pay.amount().multiply(BigDecimal.valueOf(2)).compareTo(usual) < 0);
		}

		/** Against what was usual; null when that is not known. */
		public BigDecimal change() {
			return usual == null ? null : pay.amount().subtract(usual);
		}
	}

	/**
	 * Somebody whose pay is not posted.
	 *
	 * @param reasonKey the sentence, filled with {@code arguments}, which also says what to do
	 * @param passMonth with {@code passUpTo}: what may be let pass; null when something has to be mended instead
	 */
	public record ParkedRow(long personId, String name, Instant since, String reasonKey, List<Object> arguments, YearMonth passMonth, Money passUpTo) implements Serializable {
	}

	/** @param late past the day by which it should be answered */
	public record QuestionRow(long id, long personId, String name, YearMonth month, String asked, Instant askedAt, LocalDate dueOn, boolean late) implements Serializable {
	}

	/** @param personId null: everybody's part of the deal; @param source null: all that the person gets */
	public record HoldRow(long id, int version, Long personId, String name, String source, String deal, YearMonth from, String reason, Instant heldAt, String heldBy, Instant releasedAt,
			String releasedBy) implements Serializable {
	}

	/**
	 * A computation.
	 *
	 * @param total people to compute; {@code people} of them are done
	 * @param brokenOff it has not ended and has been silent for so long that it never will
	 */
	public record RunRow(long id, Instant startedAt, Instant finishedAt, String by, String engine, int total, int people, int posted, int parked, boolean brokenOff)
			implements Serializable {

		public boolean isRunning() {
			return finishedAt == null && !brokenOff;
		}
	}

	/**
	 * What open deals are worth by their probability.
	 *
	 * @param deals how many open deals have a probability
	 * @param amount by currency of the plans: what they would add, each by its probability
	 */
	public record Forecast(int deals, List<Money> amount) implements Serializable {
	}

	/** Statements that no manager has approved. */
	public long unapproved() {
		return people.stream().filter(person -> person.approvedAt() == null).count();
	}

	public List<PersonRow> zeros() {
		return people.stream().filter(person -> person.zero() != null).toList();
	}

	public List<PersonRow> unusual() {
		return people.stream().filter(person -> person.isUnusual() && person.zero() == null).toList();
	}

	/** Whether it is the month that can be reviewed and closed next. */
	public boolean isFirstOpen() {
		return month.equals(firstOpen);
	}

	/** Whether its last day has passed. */
	public boolean isOver() {
		return month.isBefore(YearMonth.from(today));
	}

	public boolean isComputed() {
		return computedAt != null && waiting != null && waiting.isEmpty();
	}
}
