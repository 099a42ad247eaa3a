package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * A line that is owed, with all its numbers: (sum of base x rate) x factors, of it the part that is due.
 *
 * @param month in which it is paid or taken
 * @param key what it is; of one key, what is owed is held against what was posted
 * @param slices of the whole credit; empty where the line is none of a credit's
 * @param factors by which the slices are multiplied
 * @param whole what the credit earned in all, exact
 */
public record Owed(YearMonth month, Key key, List<Slice> slices, List<Modifier.Factor> factors, BigDecimal whole, Money amount) implements Serializable {

	/** Kinds of lines, in the order of a statement. */
	public enum Kind {
		SALE, CUSTOMER_PAID, WINDOW_PASSED, REFUND, TIER_REACHED, CLAWBACK, TO_FLOOR, ABOVE_CAP, CARRIED_OVER, ADJUSTMENT, DRAWN, DRAW_RECOVERED
	}

	/**
	 * @param plan the version that owes it
	 * @param component code, empty for a line of the whole plan
	 * @param source the deal or refund, empty for a line of the month
	 * @param detail what tells lines of one kind and source apart: the instalment's number and its event
	 */
	public record Key(YearMonth month, String plan, String component, Kind kind, String source, String detail) implements Serializable, Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			var side = month.equals(other.month) ? 0 : month.compareTo(other.month);
			side = side == 0 ? plan.compareTo(other.plan) : side;
			side = side == 0 ? component.compareTo(other.component) : side;
			side = side == 0 ? kind.compareTo(other.kind) : side;
			side = side == 0 ? source.compareTo(other.source) : side;
			return side == 0 ? detail.compareTo(other.detail) : side;
		}
	}

	static int order(Owed one, Owed other) {
		return one.key.compareTo(other.key);
	}

	static Owed ofMonth(YearMonth month, String plan, String component, Kind kind, String source, Money amount) {
		return new Owed(month, new Key(month, plan, component, kind, source, ""), List.of(), List.of(), amount.amount(), amount);
	}
}
