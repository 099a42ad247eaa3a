package org.headcoach.compensation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.headcoach.shared.Money;

/**
 * A reason why a month pays more or less than the one before.
 *
 * @param times lines of that sort in the month
 * @param timesBefore in the one before
 * @param difference above 0 when it makes the month pay more
 */
public record PayChange(Sort sort, int times, int timesBefore, Money difference) implements Serializable {

	/** What lines are about. */
	public enum Sort {
		SALES, CUSTOMERS_PAID, TAKEN_BACK, LIMITS, DRAW, ADJUSTED, CORRECTED, CARRIED;

		static Sort of(PayLine line) {
			if (line.isOfClosedMonth()) {
				return CORRECTED;
			}
			return switch (line.kind()) {
				case SALE, TIER_REACHED -> SALES;
				case CUSTOMER_PAID, WINDOW_PASSED -> CUSTOMERS_PAID;
				case REFUND, CLAWBACK -> TAKEN_BACK;
				case TO_FLOOR, ABOVE_CAP, CARRIED_OVER -> LIMITS;
				case DRAWN, DRAW_RECOVERED -> DRAW;
				case ADJUSTMENT -> ADJUSTED;
			};
		}
	}

	private static final int MOST = 2;

	/**
	 * The reasons that weigh most, those first that point the way in which the pay went.
	 *
	 * @param carried what the month took over from the one before, 0 or below; the same for the month before
	 */
	static List<PayChange> between(List<PayLine> before, Money carriedBefore, List<PayLine> now, Money carried) {
		var nothing = Money.zero(carried.currency());
		var sums = new EnumMap<Sort, Money>(Sort.class);
		var times = new EnumMap<Sort, Integer>(Sort.class);
		var timesBefore = new EnumMap<Sort, Integer>(Sort.class);
		now.forEach(line -> add(sums, times, line, line.amount()));
		before.forEach(line -> add(sums, timesBefore, line, line.amount().negated()));
		sums.merge(Sort.CARRIED, carried.minus(carriedBefore), Money::plus);
		var whole = sums.values().stream().reduce(nothing, Money::plus);
		var changes = new ArrayList<PayChange>();
		sums.forEach((sort, difference) -> {
			if (!difference.isZero()) {
				changes.add(new PayChange(sort, times.getOrDefault(sort, 0), timesBefore.getOrDefault(sort, 0), difference));
			}
		});
		changes.removeIf(change -> change.difference().signum() != whole.signum());
		changes.sort(Comparator.comparing((PayChange change) -> change.difference().amount().abs()).reversed());
		return List.copyOf(changes.subList(0, Math.min(MOST, changes.size())));
	}

	private static void add(Map<Sort, Money> sums, Map<Sort, Integer> times, PayLine line, Money amount) {
		var sort = Sort.of(line);
		sums.merge(sort, amount, Money::plus);
		times.merge(sort, 1, Integer::sum);
	}
}
