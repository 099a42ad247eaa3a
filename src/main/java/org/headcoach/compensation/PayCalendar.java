package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The company's settings for pay and the first month that is not closed. Its one row is locked by whoever posts or closes. */
@Entity
@Table(name = "pay_calendar")
public class PayCalendar {

	static final short ONLY = 1;

	@Id
	private short id;

	@Column(name = "first_open")
	private LocalDate firstOpen;

	@Column(name = "first_goal")
	private String firstGoal;

	@Column(name = "adjustment_limit")
	private BigDecimal adjustmentLimit;

	@Column(name = "usual_factor")
	private BigDecimal usualFactor;

	@Column(name = "hold_until_accepted")
	private boolean holdUntilAccepted;

	@Column(name = "answer_days")
	private int answerDays;

	@Column(name = "pay_on_day")
	private int payOnDay;

	@Column(name = "computed_at")
	private Instant computedAt;

	@Version
	private int version;

	protected PayCalendar() {
	}

	void change(PaySettings settings) {
		if (settings.adjustmentLimit().signum() < 0 || settings.usualFactor().compareTo(BigDecimal.ONE) <= 0 || settings.answerDays() < 1 || settings.payOnDay() < 1
				|| settings.payOnDay() > 28) {
			throw new BusinessException("compensation.settings.error.range");
		}
		firstGoal = settings.firstGoal();
		adjustmentLimit = settings.adjustmentLimit();
		usualFactor = settings.usualFactor();
		holdUntilAccepted = settings.holdUntilAccepted();
		answerDays = settings.answerDays();
		payOnDay = settings.payOnDay();
	}

	/** Pay begins with this month unless an earlier one is open or closed already. */
	void beginWith(YearMonth month) {
		if (firstOpen == null) {
			firstOpen = month.atDay(1);
		}
	}

	/** Pay begins earlier, as long as nothing was closed. */
	void beginEarlier(YearMonth month) {
		firstOpen = month.atDay(1);
	}

	void close(YearMonth month) {
		firstOpen = month.plusMonths(1).atDay(1);
	}

	void computed(Instant when) {
		computedAt = when;
	}

	/** Null before anybody was put on a plan. */
	public YearMonth firstOpen() {
		return firstOpen == null ? null : YearMonth.from(firstOpen);
	}

	public PaySettings settings() {
		return new PaySettings(version, firstGoal, adjustmentLimit, usualFactor, holdUntilAccepted, answerDays, payOnDay);
	}

	public Instant computedAt() {
		return computedAt;
	}
}
