package org.headcoach.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A month of pay: open, in review, closed, exported, paid. */
@Entity
@Table(name = "pay_month")
public class PayPeriod {

	@Id
	@Column(name = "in_month")
	private LocalDate month;

	@Enumerated(EnumType.STRING)
	private PeriodStatus status;

	@Column(name = "pay_on")
	private LocalDate payOn;

	@Column(name = "review_at")
	private Instant reviewAt;

	@Column(name = "closed_at")
	private Instant closedAt;

	@Column(name = "closed_by_name")
	private String closedByName;

	@Column(name = "exported_at")
	private Instant exportedAt;

	@Column(name = "paid_at")
	private Instant paidAt;

	@Version
	private int version;

	protected PayPeriod() {
	}

	PayPeriod(YearMonth month, LocalDate payOn) {
		this.month = month.atDay(1);
		this.payOn = payOn;
		this.status = PeriodStatus.OPEN;
	}

	void review(Instant now) {
		require(status == PeriodStatus.OPEN);
		status = PeriodStatus.IN_REVIEW;
		reviewAt = now;
	}

	/** Back from review: something has to be computed or changed first. */
	void reopenReview() {
		require(status == PeriodStatus.IN_REVIEW);
		status = PeriodStatus.OPEN;
		reviewAt = null;
	}

	void close(Instant now, String by) {
		require(status == PeriodStatus.IN_REVIEW);
		status = PeriodStatus.CLOSED;
		closedAt = now;
		closedByName = by;
	}

	/** As often as wanted; each time is counted elsewhere. */
	void export(Instant now) {
		require(status.isClosed());
		if (status == PeriodStatus.CLOSED) {
			status = PeriodStatus.EXPORTED;
			exportedAt = now;
		}
	}

	void pay(Instant now) {
		require(status == PeriodStatus.EXPORTED);
		status = PeriodStatus.PAID;
		paidAt = now;
	}

	private void require(boolean allowed) {
		if (!allowed) {
			throw new BusinessException("compensation.month.error." + status.name(), month);
		}
	}

	public YearMonth month() {
		return YearMonth.from(month);
	}

	public PeriodStatus status() {
		return status;
	}

	public LocalDate payOn() {
		return payOn;
	}

	/** When it was sent to its managers; null unless it is or was in review. */
	public Instant reviewAt() {
		return reviewAt;
	}

	public Instant closedAt() {
		return closedAt;
	}

	public String closedByName() {
		return closedByName;
	}

	public Instant exportedAt() {
		return exportedAt;
	}

	public Instant paidAt() {
		return paidAt;
	}
}
