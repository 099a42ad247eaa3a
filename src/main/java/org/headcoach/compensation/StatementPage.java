package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.shared.Money;

/**
 * A month of somebody's pay, down to the deal.
 *
 * @param months that have a statement which the reader may see, the latest first
 * @param payOn the day of the money
 * @param computedAt when pay was brought up to date last; null before the first time
 * @param sum what it comes to; null when nothing was computed for the month
 * @param before the month before; null without one
 * @param lines what was booked, in the statement's order
 * @param changes why it differs from the month before
 * @param zeros why nothing is paid; empty when something is
 * @param unheld what the plan asks the payee to have earned in training, and was missing at the end of the month
 * @param refused what does not count, and why
 * @param held of deals and of the person, in force
 * @param adjustments by hand, those that are waiting or refused too
 * @param questions about the month as a whole
 * @param plans by which the month was paid
 */
public record StatementPage(long personId, String name, YearMonth month, List<YearMonth> months, PeriodStatus status, LocalDate payOn, Instant closedAt, Instant computedAt,
		StatementRow sum, StatementRow before, List<PayLine> lines, List<PayChange> changes, List<ZeroReason> zeros, List<Unheld> unheld, List<PayeeFacts.Refused> refused, List<HeldRow> held,
		List<AdjustmentRow> adjustments, List<QuestionRow> questions, List<PlanUsed> plans, List<Attainment> attainments, ParkedRow parked, boolean own, boolean leads)
		implements Serializable {

	/** @param sourceName null when all of the person's pay is held */
	public record HeldRow(String sourceName, String reason, String by, Instant since) implements Serializable {
	}

	/**
	 * A part of the plan that pays less, or nothing, because something was not earned in training.
	 *
	 * @param component its name
	 * @param figure of the modifier
	 * @param missing how many certifications
	 * @param factor of what it pays without them
	 */
	public record Unheld(String component, String figure, int missing, BigDecimal factor) implements Serializable {
	}

	/** @param until null while it holds */
	public record PlanUsed(Long versionId, String name, int number, PlanTerms terms, LocalDate from, LocalDate until) implements Serializable {
	}

	/** Why somebody's pay is not posted. */
	public record ParkedRow(Long personId, Instant since, String key, List<Object> arguments) implements Serializable {
	}

	public boolean isClosed() {
		return sum != null && sum.closedAt() != null;
	}

	public Money pay() {
		return sum == null ? null : sum.pay();
	}

	/** More or less than the month before; null without one, or when the currency was another. */
	public Money difference() {
		return sum == null || before == null || !sum.currencyCode().equals(before.currencyCode()) ? null : sum.pay().minus(before.pay());
	}
}
