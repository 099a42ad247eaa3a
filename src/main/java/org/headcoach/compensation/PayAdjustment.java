package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;

import org.headcoach.people.Actor;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An amount that somebody adds to a month by hand, with a reason. Above the company's limit it waits for a second pair of eyes. */
@Entity
@Table(name = "pay_adjustment")
public class PayAdjustment {

	/** Why. */
	public enum Reason {
		WRONG_DATA, LATE_DEAL, AGREED_EXCEPTION, CORRECTION, QUESTION_ANSWERED, OTHER
	}

	/** Whether it is paid. */
	public enum Status {
		WAITING, IN_FORCE, REFUSED, WITHDRAWN
	}

	/** What nobody is ever paid: more digits than the column holds. */
	private static final BigDecimal MOST = new BigDecimal("1e12");

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate month;

	private BigDecimal amount;
	private String currency;

	@Enumerated(EnumType.STRING)
	private Reason reason;

	private String note;

	@Column(name = "deal_source")
	private String dealSource;

	private String component;

	@Column(name = "quota_units")
	private BigDecimal quotaUnits;

	@Enumerated(EnumType.STRING)
	private Status status;

	@Column(name = "created_at")
	private Instant createdAt;

	@Column(name = "created_by")
	private Long createdBy;

	@Column(name = "created_by_name")
	private String createdByName;

	@Column(name = "decided_at")
	private Instant decidedAt;

	@Column(name = "decided_by_name")
	private String decidedByName;

	@Version
	private int version;

	protected PayAdjustment() {
	}

	/**
	 * @param dealSource the deal that it is about; null for none
	 * @param quotaUnits units that it adds to the attainment of a component; null when it does not count to quota
	 * @param needsSecond whether somebody else has to agree
	 */
	PayAdjustment(Salesperson person, YearMonth month, Money amount, Reason reason, String note, String dealSource, String component, BigDecimal quotaUnits, boolean needsSecond,
			Instant now, Actor by) {
		if (amount.isZero() && (quotaUnits == null || quotaUnits.signum() == 0)) {
			throw new BusinessException("compensation.adjustment.error.nothing");
		}
		if (amount.amount().abs().compareTo(MOST) >= 0 || quotaUnits != null && quotaUnits.abs().compareTo(MOST) >= 0) {
			throw new BusinessException("compensation.adjustment.error.too-large");
		}
		if (!amount.isRounded()) {
			throw new BusinessException("compensation.adjustment.error.digits", amount, Money.minorDigits(amount.currency()));
		}
		if (reason == null || note == null || note.isBlank()) {
			throw new BusinessException("compensation.adjustment.error.no-reason");
		}
		if (quotaUnits != null && component == null) {
			throw new BusinessException("compensation.adjustment.error.no-component");
		}
		this.person = person;
		this.month = month.atDay(1);
		this.amount = amount.amount();
		this.currency = amount.currency().getCurrencyCode();
		this.reason = reason;
		this.note = note.strip();
		this.dealSource = dealSource;
		this.component = quotaUnits == null ? null : component;
		this.quotaUnits = quotaUnits;
		this.status = needsSecond ? Status.WAITING : Status.IN_FORCE;
		this.createdAt = now;
		this.createdBy = by.accountId();
		this.createdByName = by.name();
	}

	/** @throws BusinessException when the same person who entered it decides */
	void decide(boolean agreed, Instant now, Actor by) {
		if (status != Status.WAITING) {
			throw new BusinessException("compensation.adjustment.error.decided");
		}
		if (createdBy != null && createdBy.equals(by.accountId())) {
			throw new BusinessException("compensation.adjustment.error.own");
		}
		status = agreed ? Status.IN_FORCE : Status.REFUSED;
		decidedAt = now;
		decidedByName = by.name();
	}

	void withdraw(Instant now, Actor by) {
		if (status == Status.REFUSED || status == Status.WITHDRAWN) {
			throw new BusinessException("compensation.adjustment.error.decided");
		}
		status = Status.WITHDRAWN;
		decidedAt = now;
		decidedByName = by.name();
	}

	/** Whether that account has entered it. */
	boolean isBy(Long accountId) {
		return createdBy != null && createdBy.equals(accountId);
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public YearMonth month() {
		return YearMonth.from(month);
	}

	public Money amount() {
		return Money.of(amount, Currency.getInstance(currency));
	}

	public Reason reason() {
		return reason;
	}

	public String note() {
		return note;
	}

	public String dealSource() {
		return dealSource;
	}

	public String component() {
		return component;
	}

	public BigDecimal quotaUnits() {
		return quotaUnits;
	}

	public Status status() {
		return status;
	}

	public Instant createdAt() {
		return createdAt;
	}

	public String createdByName() {
		return createdByName;
	}

	public Instant decidedAt() {
		return decidedAt;
	}

	public String decidedByName() {
		return decidedByName;
	}

	public int version() {
		return version;
	}
}
