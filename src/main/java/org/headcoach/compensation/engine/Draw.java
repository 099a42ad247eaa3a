package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;

import org.headcoach.shared.Money;

/**
 * A guaranteed amount a month, and what becomes of what was paid without being earned.
 *
 * @param months how many months have one, from the first on the plan
 * @param recoveryFrom the number of the month, counted from the first as 1, from which the debt is taken out of earnings
 * @param recoveryShare how much of what may be taken is taken, up to 1
 * @param floor pay never falls below this by recovery, in months without a draw too; null for none
 */
public record Draw(Type type, Money amount, int months, int recoveryFrom, BigDecimal recoveryShare, Money floor) implements Serializable {

	/** Peers use one word for all three. */
	public enum Type {

		/** Pay is the larger of earned and draw; nothing is owed back. */
		NON_RECOVERABLE,

		/** What tops earnings up to the draw is owed back, out of earnings above the draw. */
		RECOVERABLE,

		/** Paid besides the earnings, and owed back in the months after. */
		ADVANCE
	}

	/**
	 * @param pay what is paid this month
	 * @param drawn of it, what was not earned
	 * @param recovered taken out of earnings for former draws
	 * @param debt owed back at the end of the month
	 */
	public record Outcome(Money pay, Money drawn, Money recovered, Money debt) implements Serializable {
	}

	/** Recovered from the first month on, in full, with no floor but the draw itself. */
	public static Draw of(Type type, Money amount, int months) {
		return new Draw(type, amount, months, 1, BigDecimal.ONE, null);
	}

	/**
	 * One month.
	 *
	 * @param number of the month on the plan, from 1
	 * @param earned what the components owe, rounded
	 * @param debt owed back at the end of the month before
	 */
	public Outcome in(long number, Money earned, Money debt) {
		var hasDraw = number >= 1 && number <= months;
		var none = Money.zero(earned.currency());
		return switch (type) {
			case NON_RECOVERABLE -> {
				var pay = hasDraw ? earned.max(amount) : earned;
				yield new Outcome(pay, pay.minus(earned), none, none);
			}
			case RECOVERABLE -> {
				var least = hasDraw ? floor == null ? amount : amount.max(floor) : floor == null ? none : floor;
				var recovered = recovery(number, earned.minus(least), debt);
				var kept = earned.minus(recovered);
				var pay = hasDraw ? kept.max(amount) : kept;
				yield new Outcome(pay, pay.minus(kept), recovered, debt.minus(recovered).plus(pay.minus(kept)));
			}
			case ADVANCE -> {
				var recovered = hasDraw ? none : recovery(number, floor == null ? earned : earned.minus(floor), debt);
				var drawn = hasDraw ? amount : none;
				yield new Outcome(earned.plus(drawn).minus(recovered), drawn, recovered, debt.minus(recovered).plus(drawn));
			}
		};
	}

	private Money recovery(long number, Money above, Money debt) {
		if (number < recoveryFrom || above.signum() <= 0) {
			return Money.zero(debt.currency());
		}
		return above.times(recoveryShare).rounded(java.math.RoundingMode.DOWN).min(debt);
	}
}
