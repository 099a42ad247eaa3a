package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;

import org.headcoach.shared.Money;

/** What a statement comes to, without the file that a closed one keeps. Its amounts mean what those of {@link Statement} do. */
public record StatementRow(Long id, Long personId, String name, LocalDate monthBegins, String currencyCode, BigDecimal carriedInAmount, BigDecimal bookedAmount, BigDecimal payAmount,
		BigDecimal carriedOutAmount, BigDecimal drawDebtAmount, BigDecimal heldAmount, String payoutCurrencyCode, BigDecimal payoutRate, LocalDate payoutRateOn, BigDecimal payoutAmount,
		boolean onHold, Instant approvedAt, String approvedByName, Instant closedAt, String hash, String engine, int version) implements Serializable {

	public YearMonth month() {
		return YearMonth.from(monthBegins);
	}

	public Currency currency() {
		return Currency.getInstance(currencyCode);
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, currency());
	}

	public Money carriedIn() {
		return money(carriedInAmount);
	}

	public Money booked() {
		return money(bookedAmount);
	}

	public Money pay() {
		return money(payAmount);
	}

	public Money carriedOut() {
		return money(carriedOutAmount);
	}

	public Money drawDebt() {
		return money(drawDebtAmount);
	}

	public Money held() {
		return money(heldAmount);
	}

	public Money payout() {
		return Money.of(payoutAmount, Currency.getInstance(payoutCurrencyCode));
	}

	/** Whether it is paid out in another currency than the plan's. */
	public boolean isChanged() {
		return !payoutCurrencyCode.equals(currencyCode);
	}
}
