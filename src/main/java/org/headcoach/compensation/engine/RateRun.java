package org.headcoach.compensation.engine;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs credits through a rate table: each takes its place above those before it in the window, and its slices are cut there.
 * A month's pay is what is owed at its end less what was owed at the end of the month before (year to date less paid: G29).
 */
public final class RateRun {

	/** A sale's place between two totals. */
	private record Place(Credit credit, BigDecimal from, BigDecimal to) {
	}

	private final Function<YearMonth, RateTable> tables;
	private final Window window;
	private final Month yearStarts;
	private final RefundRule refunds;
	private final Function<String, List<Slice>> paidEarlier;

	/**
	 * @param tables the table that holds in a window, by the window's first month, with its thresholds in units
	 * @param paidEarlier the slices by which a source was paid before the credits that will be given, empty when it was not
	 */
	public RateRun(Function<YearMonth, RateTable> tables, Window window, Month yearStarts, RefundRule refunds, Function<String, List<Slice>> paidEarlier) {
		this.tables = tables;
		this.window = window;
		this.yearStarts = yearStarts;
		this.refunds = refunds;
		this.paidEarlier = paidEarlier;
	}

	/** One table for ever, windows of the calendar's year, no refund of what came before. */
	public static RateRun of(RateTable table, Window window) {
		return new RateRun(month -> table, window, Month.JANUARY, RefundRule.AT_THE_RATE_PAID, source -> List.of());
	}

	/**
	 * What each credit earned and when, by month, then in the order of the credits.
	 *
	 * @param credits in any order; those of a window have to be complete from its start
	 */
	public List<Earned> earned(List<Credit> credits) {
		var sorted = new ArrayList<>(credits);
		sorted.sort(Credit.ORDER);
		var earned = new ArrayList<Earned>(sorted.size());
		// what was paid for a sale is only asked for by its refund
		var paid = hasRefunds(sorted) ? new HashMap<String, List<Slice>>() : null;
		RateTable sound = null;
		int at = 0;
		while (at < sorted.size()) {
			var month = sorted.get(at).month();
			var start = window.start(month, yearStarts);
			int end = at + 1;
			for (; end < sorted.size(); end++) {
				if (!sorted.get(end).isIn(month)) {
					month = sorted.get(end).month();
					if (!window.start(month, yearStarts).equals(start)) {
						break;
					}
				}
			}
			var table = tables.apply(start);
			if (table != sound) {
				sound = table.sound();
			}
			if (window == Window.DEAL) {
				byDeal(table, sorted.subList(at, end), earned, paid);
			} else {
				running(table, sorted.subList(at, end), earned, paid);
			}
			at = end;
		}
		return earned;
	}

	private static boolean hasRefunds(List<Credit> credits) {
		for (var credit : credits) {
			if (credit.reverses() != null) {
				return true;
			}
		}
		return false;
	}

	private void byDeal(RateTable table, List<Credit> credits, List<Earned> earned, Map<String, List<Slice>> paid) {
		YearMonth month = null;
		for (var credit : credits) {
			if (credit.quotaOnly()) {
				continue;
			}
			month = credit.month(month);
			var slices = credit.reverses() != null && refunds == RefundRule.AT_THE_RATE_PAID ? unwound(credit, paid) : null;
			if (slices == null) {
				slices = table.slices(table.baseTier(credit.base()), BigDecimal.ZERO, credit.base());
			}
			add(credit, month, slices, false, earned, paid);
		}
	}

	private void running(RateTable table, List<Credit> credits, List<Earned> earned, Map<String, List<Slice>> paid) {
		var lifts = table.reachesBack();
		var places = new ArrayList<Place>();
		var bySource = new HashMap<String, Credit>();
		var kept = new HashMap<String, BigDecimal>();
		var total = BigDecimal.ZERO;
		var base = 0;
		int at = 0;
		while (at < credits.size()) {
			var month = credits.get(at).month();
			int end = at;
			var reached = total;
			while (end < credits.size() && credits.get(end).isIn(month)) {
				reached = lifts ? reached.add(credits.get(end).base()) : reached;
				end++;
			}
			var newBase = lifts ? table.baseTier(reached) : 0;
			if (newBase != base) {
				for (var place : places) {
					var lift = new ArrayList<>(table.slices(newBase, place.from(), place.to()));
					table.slices(base, place.from(), place.to()).forEach(slice -> lift.add(slice.negated()));
					var share = kept.getOrDefault(place.credit().source(), BigDecimal.ONE);
					if (share.signum() != 0) {
						add(place.credit(), month, share.equals(BigDecimal.ONE) ? lift : lift.stream().map(slice -> slice.times(share)).toList(), true, earned, paid);
					}
				}
				base = newBase;
			}
			for (; at < end; at++) {
				var credit = credits.get(at);
				var next = total.add(credit.base());
				if (credit.quotaOnly()) {
					total = next;
					continue;
				}
				var slices = credit.reverses() != null && refunds == RefundRule.AT_THE_RATE_PAID ? unwound(credit, paid) : null;
				if (slices == null) {
					slices = table.slices(base, total, next);
					if (lifts) {
						places.add(new Place(credit, total, next));
					}
					if (paid != null) {
						bySource.putIfAbsent(credit.source(), credit);
					}
				} else if (bySource.containsKey(credit.reverses())) {
					// what has been taken back is lifted no more
					kept.merge(credit.reverses(), BigDecimal.ONE.add(credit.base().divide(bySource.get(credit.reverses()).base(), Slice.DIGITS)),
							(before, now) -> before.add(now).subtract(BigDecimal.ONE));
				}
				add(credit, month, slices, false, earned, paid);
				total = next;
			}
		}
	}

	private static void add(Credit credit, YearMonth month, List<Slice> slices, boolean lift, List<Earned> earned, Map<String, List<Slice>> paid) {
		earned.add(new Earned(credit, month, slices, lift));
		if (paid == null) {
			return;
		}
		paid.merge(credit.source(), slices, (before, more) -> {
			var all = new ArrayList<>(before);
			all.addAll(more);
			return all;
		});
	}

	/** The sale's slices in proportion to what is taken back; null when the sale is not known, then the refund counts from the top. */
	private List<Slice> unwound(Credit refund, Map<String, List<Slice>> paid) {
		var slices = paid.getOrDefault(refund.reverses(), List.of());
		if (slices.isEmpty()) {
			slices = paidEarlier.apply(refund.reverses());
		}
		var sold = slices.stream().map(Slice::base).reduce(BigDecimal.ZERO, BigDecimal::add);
		if (sold.signum() == 0) {
			return null;
		}
		var share = refund.base().divide(sold, Slice.DIGITS);
		return slices.stream().map(slice -> slice.times(share)).toList();
	}
}
