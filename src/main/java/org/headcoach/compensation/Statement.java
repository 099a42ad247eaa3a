package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;

import org.headcoach.compensation.engine.Balance;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** What somebody is paid for a month: brought up to date with each run while the month is open, frozen with its hash when it is closed. */
@Entity
public class Statement {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate month;

	private String currency;

	@Column(name = "carried_in")
	private BigDecimal carriedIn;

	private BigDecimal booked;
	private BigDecimal pay;

	@Column(name = "carried_out")
	private BigDecimal carriedOut;

	@Column(name = "draw_debt")
	private BigDecimal drawDebt;

	private BigDecimal held;

	@Column(name = "payout_currency")
	private String payoutCurrency;

	@Column(name = "payout_rate")
	private BigDecimal payoutRate;

	@Column(name = "payout_rate_on")
	private LocalDate payoutRateOn;

	private BigDecimal payout;

	@Column(name = "on_hold")
	private boolean onHold;

	@Column(name = "released_in")
	private LocalDate releasedIn;

	@Column(name = "approved_at")
	private Instant approvedAt;

	@Column(name = "approved_by_name")
	private String approvedByName;

	@Column(name = "closed_at")
	private Instant closedAt;

	private String hash;
	private String engine;

	@Column(name = "file_text")
	private String fileText;

	@Version
	private int version;

	protected Statement() {
	}

	Statement(Salesperson person, YearMonth month) {
		this.person = person;
		this.month = month.atDay(1);
	}

	/**
	 * Brings it up to date. When the pay changes, an approval is void.
	 *
	 * @param rate from the plan's currency to the one it is paid out in, 1 for the same
	 * @return whether anything changed
	 */
	boolean update(Money carried, Money posted, Money debt, Money kept, Currency paidOutIn, BigDecimal rate, LocalDate rateOn, java.math.RoundingMode rounding) {
		requireOpen();
		var balance = Balance.of(carried, posted);
		var out = Money.of(balance.pay().amount().multiply(rate), paidOutIn).rounded(rounding);
		var before = state();
		var wasPaid = pay;
		currency = posted.currency().getCurrencyCode();
		carriedIn = carried.amount();
		booked = posted.amount();
		pay = balance.pay().amount();
		carriedOut = balance.carried().amount();
		drawDebt = debt.amount();
		held = kept.amount();
		payoutCurrency = paidOutIn.getCurrencyCode();
		payoutRate = rate;
		payoutRateOn = rateOn;
		payout = out.amount();
		if (wasPaid != null && wasPaid.compareTo(pay) != 0) {
			approvedAt = null;
			approvedByName = null;
		}
		return !before.equals(state());
	}

	private String state() {
		return booked == null ? "" : String.join(" ", currency, plain(carriedIn), plain(booked), plain(drawDebt), plain(held), payoutCurrency, plain(payoutRate), String.valueOf(payoutRateOn));
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	void approve(Instant now, String by) {
		requireOpen();
		approvedAt = now;
		approvedByName = by;
	}

	void hold(boolean yes) {
		onHold = yes;
	}

	/** What was closed on hold is handed to payroll with that month. */
	void release(YearMonth with) {
		if (closedAt != null && onHold && releasedIn == null) {
			releasedIn = with.atDay(1);
		}
	}

	/** @param text all that it was computed from and what came of it */
	void close(Instant now, String text, String itsHash, String engineVersion) {
		requireOpen();
		closedAt = now;
		fileText = text;
		hash = itsHash;
		engine = engineVersion;
	}

	private void requireOpen() {
		if (closedAt != null) {
			throw new BusinessException("compensation.statement.error.closed", person.name(), month);
		}
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, Currency.getInstance(currency));
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

	public Money carriedIn() {
		return money(carriedIn);
	}

	public Money booked() {
		return money(booked);
	}

	public Money pay() {
		return money(pay);
	}

	public Money carriedOut() {
		return money(carriedOut);
	}

	public Money drawDebt() {
		return money(drawDebt);
	}

	public Money held() {
		return money(held);
	}

	public Money payout() {
		return Money.of(payout, Currency.getInstance(payoutCurrency));
	}

	public BigDecimal payoutRate() {
		return payoutRate;
	}

	public LocalDate payoutRateOn() {
		return payoutRateOn;
	}

	public boolean isOnHold() {
		return onHold;
	}

	/** The month with which a held statement is handed to payroll; null while it is held, or was never. */
	public YearMonth releasedIn() {
		return releasedIn == null ? null : YearMonth.from(releasedIn);
	}

	public Instant approvedAt() {
		return approvedAt;
	}

	public String approvedByName() {
		return approvedByName;
	}

	public Instant closedAt() {
		return closedAt;
	}

	public String hash() {
		return hash;
	}

	public String engine() {
		return engine;
	}

	public String fileText() {
		return fileText;
	}

	public int version() {
		return version;
	}
}
