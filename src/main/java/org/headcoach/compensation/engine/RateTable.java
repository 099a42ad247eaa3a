package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.headcoach.shared.BusinessException;

/**
 * What a unit earns, by how much was reached. Tiers lie end to end from 0 upwards; the last is open unless it has a value.
 * A table of one open tier is a flat rate.
 * <p>
 * Sales below 0 mirror those above: what a refund takes is what the sale gave.
 */
public record RateTable(List<Tier> tiers, Boundary boundary) implements Serializable {

	public RateTable {
		tiers = List.copyOf(tiers);
	}

	/** The same pay per unit, however many there are. */
	public static RateTable flat(BigDecimal rate) {
		return new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, null, rate)), Boundary.HIGHER);
	}

	/** The table with thresholds in shares of a quota (1 is quota) made into units. */
	public RateTable ofQuota(BigDecimal quota) {
		return new RateTable(tiers.stream().map(tier -> tier.ofQuota(quota)).toList(), boundary);
	}

	/** Pay for a total reached, exact. */
	public BigDecimal pay(BigDecimal total) {
		return Slice.sum(slices(baseTier(total), BigDecimal.ZERO, total));
	}

	/** The last tier reached whose rate reaches back to the first unit; 0 when none does. */
	int baseTier(BigDecimal total) {
		var size = total.abs();
		var base = 0;
		for (int i = 1; i < tiers.size(); i++) {
			var side = size.compareTo(tiers.get(i).from());
			if (tiers.get(i).kind() == TierKind.RETROACTIVE && (side > 0 || side == 0 && boundary == Boundary.HIGHER)) {
				base = i;
			}
		}
		return base;
	}

	/**
	 * What the units between two totals pay when everything below the end of a tier is paid by that tier.
	 * Going down gives what going up gave, negative.
	 */
	List<Slice> slices(int base, BigDecimal from, BigDecimal to) {
		if (to.compareTo(from) < 0) {
			var back = new ArrayList<>(slices(base, to, from).stream().map(Slice::negated).toList());
			Collections.reverse(back);
			return back;
		}
		if (from.signum() >= 0) {
			return upward(base, from, to);
		}
		var slices = new ArrayList<>(upward(base, to.min(BigDecimal.ZERO).negate(), from.negate()));
		Collections.reverse(slices);
		if (to.signum() > 0) {
			slices.addAll(upward(base, BigDecimal.ZERO, to));
		}
		return slices;
	}

	/** Whether a tier but the first reaches back. */
	boolean reachesBack() {
		for (int i = 1; i < tiers.size(); i++) {
			if (tiers.get(i).kind() == TierKind.RETROACTIVE) {
				return true;
			}
		}
		return false;
	}

	private List<Slice> upward(int base, BigDecimal from, BigDecimal to) {
		// most sales lie in one tier
		for (int i = base; i < tiers.size(); i++) {
			var tier = tiers.get(i);
			if (tier.to() == null || from.compareTo(tier.to()) < 0) {
				if (tier.to() == null || to.compareTo(tier.to()) <= 0) {
					return to.compareTo(from) > 0 ? List.of(slice(i, to.subtract(from))) : List.of();
				}
				break;
			}
		}
		var slices = new ArrayList<Slice>(2);
		for (int i = base; i < tiers.size(); i++) {
			var tier = tiers.get(i);
			var start = i == base ? from : from.max(tier.from());
			var end = tier.to() == null ? to : to.min(tier.to());
			if (end.compareTo(start) > 0) {
				slices.add(slice(i, end.subtract(start)));
			}
		}
		var last = tiers.get(tiers.size() - 1).to();
		if (last != null && to.compareTo(last) > 0) {
			// above the last value nothing more is earned, and the line says so
			slices.add(new Slice(tiers.size(), to.subtract(from.max(last)), BigDecimal.ZERO, BigDecimal.ZERO));
		}
		return slices;
	}

	private Slice slice(int tier, BigDecimal part) {
		var of = tiers.get(tier);
		return new Slice(tier, part, of.effectiveRate(), of.pay(part));
	}

	/** Everything that makes this table unfit to pay by, in the order of its tiers; thresholds are named as they are given. */
	public List<Problem> problems() {
		var problems = new ArrayList<Problem>();
		if (tiers.isEmpty()) {
			return List.of(Problem.of("compensation.problem.no-tier"));
		}
		if (tiers.get(0).from().signum() != 0) {
			problems.add(Problem.of("compensation.problem.first-tier", tiers.get(0).from()));
		}
		for (int i = 0; i < tiers.size(); i++) {
			var tier = tiers.get(i);
			if (tier.rate() == null) {
				problems.add(Problem.of("compensation.problem.no-rate", i + 1));
			} else if (tier.rate().signum() < 0) {
				problems.add(Problem.of("compensation.problem.negative-rate", i + 1));
			}
			if (tier.to() != null && tier.to().compareTo(tier.from()) <= 0) {
				problems.add(Problem.of("compensation.problem.empty-tier", i + 1, tier.from(), tier.to()));
			}
			if (tier.to() == null && tier.kind() == TierKind.INTERPOLATED) {
				problems.add(Problem.of("compensation.problem.open-value", i + 1));
			}
			if (i + 1 < tiers.size()) {
				var next = tiers.get(i + 1);
				if (tier.to() == null) {
					problems.add(Problem.of("compensation.problem.unreachable-tier", i + 2, i + 1));
				} else if (next.from().compareTo(tier.to()) > 0) {
					problems.add(Problem.of("compensation.problem.gap", tier.to(), next.from()));
				} else if (next.from().compareTo(tier.to()) < 0) {
					problems.add(Problem.of("compensation.problem.overlap", next.from(), tier.to()));
				}
			} else if (tier.to() != null && tier.kind() != TierKind.INTERPOLATED) {
				problems.add(Problem.of("compensation.problem.closed-end", tier.to()));
			}
		}
		if (problems.isEmpty()) {
			for (int i = 1; i < tiers.size(); i++) {
				var threshold = tiers.get(i).from();
				var below = Slice.sum(slices(baseBefore(i), BigDecimal.ZERO, threshold));
				var above = Slice.sum(slices(tiers.get(i).kind() == TierKind.RETROACTIVE ? i : baseBefore(i), BigDecimal.ZERO, threshold));
				if (above.compareTo(below) < 0) {
					problems.add(Problem.of("compensation.problem.pay-falls", threshold, below, above));
				}
			}
		}
		return problems;
	}

	private int baseBefore(int tier) {
		for (int i = tier - 1; i > 0; i--) {
			if (tiers.get(i).kind() == TierKind.RETROACTIVE) {
				return i;
			}
		}
		return 0;
	}

	/**
	 * This table.
	 *
	 * @throws BusinessException when it has a problem: nobody is paid a silent 0
	 */
	public RateTable sound() {
		Problem.refuseFirst(problems());
		return this;
	}
}
