package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

import org.headcoach.shared.Money;

/**
 * Pay over what was reached, as straight slopes that lie end to end from 0: exact, with the jumps of tiers that reach back and the flat parts of caps and floors.
 * <p>
 * A component's curve runs over units within its window. A plan's runs over attainment (1 is every target met), shows a month's pay, and takes what
 * belongs to longer windows in equal months. Refunds, instalments and clawbacks are not in it: it says what is earned, not when it is paid.
 *
 * @param target what 100 % is, in the curve's units; null when there is none
 */
public record PayCurve(BigDecimal target, Currency currency, List<Slope> slopes) implements Serializable {

	/**
	 * A straight part.
	 *
	 * @param pay at its beginning, coming from above
	 * @param rate pay for one unit more
	 * @param holdsStart whether exactly at its beginning this slope's pay is paid, not that of the slope before
	 */
	public record Slope(BigDecimal from, BigDecimal to, BigDecimal pay, BigDecimal rate, boolean holdsStart) implements Serializable {

		BigDecimal at(BigDecimal reached) {
			return pay.add(reached.subtract(from).multiply(rate));
		}

		BigDecimal end() {
			return at(to);
		}

		private boolean continues(Slope before) {
			return rate.compareTo(before.rate) == 0 && pay.compareTo(before.end()) == 0;
		}
	}

	/**
	 * @param attainment share of the target; null without a target
	 * @param effectiveRate pay for each unit so far; null at 0
	 */
	public record Point(BigDecimal reached, BigDecimal attainment, Money pay, BigDecimal effectiveRate) implements Serializable {
	}

	public PayCurve {
		var joined = new ArrayList<Slope>();
		for (var slope : slopes) {
			if (slope.from().compareTo(slope.to()) == 0) {
				continue;
			}
			var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
			if (last != null && slope.continues(last)) {
				joined.set(joined.size() - 1, new Slope(last.from(), slope.to(), last.pay(), last.rate(), last.holdsStart()));
			} else {
				joined.add(slope);
			}
		}
		slopes = List.copyOf(joined);
	}

	/**
	 * What one window of a component earns.
	 *
	 * @param quota of the window, in units; may be null where the table does not ask for it
	 * @param factor of the modifiers, 1 for none
	 * @param end where the curve ends, in units, above 0
	 * @throws org.headcoach.shared.BusinessException when the table cannot pay, or asks for a quota that is not given
	 */
	public static PayCurve of(Component component, Currency currency, BigDecimal quota, BigDecimal factor, BigDecimal end) {
		if (component.ofQuota() && (quota == null || quota.signum() <= 0)) {
			throw Problem.of("compensation.problem.no-quota-sample").in(component.name()).refusal();
		}
		var table = component.table().sound();
		return new PayCurve(quota, currency, limited(component, tiers(component.ofQuota() ? table.ofQuota(quota) : table, factor, end)));
	}

	/**
	 * What a month of the whole plan earns, when everything that it pays for is reached to the same degree.
	 *
	 * @param targets what 100 % is for each component, in units of its window, by code; a component without one is left out
	 * @param factors of the modifiers by component code; 1 where nothing is said
	 * @param end the last attainment, such as 1.5
	 */
	public static PayCurve of(PlanTerms terms, Map<String, BigDecimal> targets, Map<String, BigDecimal> factors, BigDecimal end) {
		var curves = new ArrayList<List<Slope>>();
		for (var component : terms.components()) {
			var target = targets.get(component.code());
			if (target != null && target.signum() > 0) {
				var curve = of(component, terms.currency(), target, factors.getOrDefault(component.code(), BigDecimal.ONE), end.multiply(target));
				var months = BigDecimal.valueOf(component.window().months());
				curves.add(curve.slopes().stream().map(slope -> new Slope(share(slope.from(), target), share(slope.to(), target), slope.pay().divide(months, Slice.DIGITS),
						slope.rate().multiply(target).divide(months, Slice.DIGITS), slope.holdsStart())).toList());
			}
		}
		var sum = curves.isEmpty() ? List.of(new Slope(BigDecimal.ZERO, end, BigDecimal.ZERO, BigDecimal.ZERO, true)) : sum(curves);
		return new PayCurve(BigDecimal.ONE, terms.currency(), terms.monthCap() == null ? sum : bent(sum, terms.monthCap().most().amount(), true));
	}

	private static BigDecimal share(BigDecimal units, BigDecimal target) {
		return units.divide(target, Slice.DIGITS);
	}

	/** Where the slopes begin and end; at a jump two points stand above each other. */
	public List<Point> points() {
		var points = new ArrayList<Point>();
		for (var slope : slopes) {
			var start = point(slope.from(), slope.pay());
			var last = points.isEmpty() ? null : points.get(points.size() - 1);
			if (last == null || last.reached().compareTo(start.reached()) != 0 || !last.pay().equals(start.pay())) {
				points.add(start);
			}
			points.add(point(slope.to(), slope.end()));
		}
		return points;
	}

	/** The pay for what was reached; beyond the curve's end by its last slope, below 0 nothing. */
	public Point at(BigDecimal reached) {
		if (reached.signum() <= 0) {
			return point(BigDecimal.ZERO, slopes.get(0).pay());
		}
		var slope = slopes.get(0);
		for (var next : slopes) {
			var side = reached.compareTo(next.from());
			if (side > 0 || side == 0 && next.holdsStart()) {
				slope = next;
			}
		}
		return point(reached, slope.at(reached));
	}

	/** The heights of the jumps and where they are: what one unit more is worth there. */
	public List<Point> jumps() {
		var jumps = new ArrayList<Point>();
		for (int i = 1; i < slopes.size(); i++) {
			var height = slopes.get(i).pay().subtract(slopes.get(i - 1).end());
			if (height.signum() != 0) {
				jumps.add(point(slopes.get(i).from(), height));
			}
		}
		return jumps;
	}

	private Point point(BigDecimal reached, BigDecimal pay) {
		return new Point(reached, target == null ? null : share(reached, target), Money.of(pay, currency), reached.signum() == 0 ? null : pay.divide(reached, Slice.DIGITS));
	}

	private static List<Slope> tiers(RateTable table, BigDecimal factor, BigDecimal end) {
		var slopes = new ArrayList<Slope>();
		var base = 0;
		for (int i = 0; i < table.tiers().size(); i++) {
			var tier = table.tiers().get(i);
			var isLast = i + 1 == table.tiers().size();
			if (tier.kind() == TierKind.RETROACTIVE && i > 0) {
				base = i;
			}
			if (tier.from().compareTo(end) >= 0) {
				break;
			}
			var to = tier.to() == null ? end : tier.to().min(end);
			var start = Slice.sum(table.slices(base, BigDecimal.ZERO, tier.from()));
			slopes.add(new Slope(tier.from(), to, start.multiply(factor), tier.effectiveRate().multiply(factor), tier.kind() != TierKind.RETROACTIVE || table.boundary() == Boundary.HIGHER));
			if (isLast && to.compareTo(end) < 0) {
				slopes.add(new Slope(to, end, Slice.sum(table.slices(base, BigDecimal.ZERO, to)).multiply(factor), BigDecimal.ZERO, true));
			}
		}
		return slopes;
	}

	private static List<Slope> limited(Component component, List<Slope> slopes) {
		var limits = component.limits();
		var months = BigDecimal.valueOf(component.window().months());
		Function<Money, BigDecimal> ofWindow = limit -> limit.amount().multiply(months);
		var bent = slopes;
		if (component.window() == Window.DEAL && limits.dealFloor() != null) {
			bent = bent(bent, limits.dealFloor().amount(), false);
		}
		if (component.window() == Window.DEAL && limits.dealCap() != null) {
			bent = bent(bent, limits.dealCap().amount(), true);
		}
		if (limits.monthFloor() != null) {
			bent = bent(bent, ofWindow.apply(limits.monthFloor()), false);
		}
		return limits.monthCap() == null ? bent : bent(bent, ofWindow.apply(limits.monthCap().most()), true);
	}

	/** The slopes with nothing above (or below) a limit. */
	private static List<Slope> bent(List<Slope> slopes, BigDecimal limit, boolean isCap) {
		var bent = new ArrayList<Slope>();
		for (var slope : slopes) {
			var startsBeyond = isBeyond(slope.pay(), limit, isCap);
			var endsBeyond = isBeyond(slope.end(), limit, isCap);
			if (startsBeyond == endsBeyond) {
				bent.add(startsBeyond ? new Slope(slope.from(), slope.to(), limit, BigDecimal.ZERO, slope.holdsStart()) : slope);
			} else {
				var crossing = slope.from().add(limit.subtract(slope.pay()).divide(slope.rate(), Slice.DIGITS));
				if (startsBeyond) {
					bent.add(new Slope(slope.from(), crossing, limit, BigDecimal.ZERO, slope.holdsStart()));
					bent.add(new Slope(crossing, slope.to(), limit, slope.rate(), true));
				} else {
					bent.add(new Slope(slope.from(), crossing, slope.pay(), slope.rate(), slope.holdsStart()));
					bent.add(new Slope(crossing, slope.to(), limit, BigDecimal.ZERO, true));
				}
			}
		}
		return bent;
	}

	private static boolean isBeyond(BigDecimal pay, BigDecimal limit, boolean isCap) {
		return isCap ? pay.compareTo(limit) > 0 : pay.compareTo(limit) < 0;
	}

	private static List<Slope> sum(List<List<Slope>> curves) {
		var cuts = new TreeSet<BigDecimal>();
		curves.forEach(curve -> curve.forEach(slope -> {
			cuts.add(slope.from());
			cuts.add(slope.to());
		}));
		var sum = new ArrayList<Slope>();
		BigDecimal from = null;
		for (var to : cuts) {
			if (from != null) {
				var pay = BigDecimal.ZERO;
				var rate = BigDecimal.ZERO;
				var holdsStart = true;
				for (var curve : curves) {
					for (var slope : curve) {
						if (slope.from().compareTo(from) <= 0 && slope.to().compareTo(from) > 0) {
							pay = pay.add(slope.at(from));
							rate = rate.add(slope.rate());
							holdsStart &= slope.holdsStart() || slope.from().compareTo(from) < 0;
						}
					}
				}
				sum.add(new Slope(from, to, pay, rate, holdsStart));
			}
			from = to;
		}
		return sum;
	}
}
