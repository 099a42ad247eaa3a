package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * New weights that a person may accept. Each characteristic has a share of all weight. Of those that the regression could judge, the new share lies between the old one and the share that
 * the held-back coefficients give ({@code new = (1 - trust) * old + trust * learnt}); a coefficient below 0 counts as 0. No share changes by more than half of itself at once, none is ever negative, what could not be judged keeps
 * its share, and the sum of all weights stays what it is.
 *
 * @param changes in the order of the weights
 * @param trust how far what was learnt is trusted against what was thought, 0 to 1
 * @param worthwhile whether any share changes by a twentieth of itself or more; else there is nothing to propose
 */
public record WeightProposal(List<Change> changes, double trust, boolean worthwhile) implements Serializable {

	/** Of itself, in one version. */
	public static final double MOST = 0.5;
	/** Less is not worth a new version. */
	public static final double LEAST = 0.05;

	private static final int HALVINGS = 60;

	/**
	 * One weight.
	 *
	 * @param learnt the weight that the coefficients alone would give; null where it could not be judged
	 */
	public record Change(String code, double before, double after, Double learnt) implements Serializable {

		public boolean judged() {
			return learnt != null;
		}
	}

	public WeightProposal {
		changes = List.copyOf(changes);
	}

	/** Proposes; with nothing learnt the weights stay. */
	public static WeightProposal of(Map<String, Double> weights, Learning learning) {
		var judged = new LinkedHashMap<>(weights);
		judged.keySet().retainAll(learning.held().keySet());
		var whole = judged.values().stream().mapToDouble(Double::doubleValue).sum();
		var learnt = judged.keySet().stream().mapToDouble(code -> Math.max(0, learning.held().get(code))).sum();
		if (!(whole > 0 && learnt > 0)) {
			return new WeightProposal(weights.entrySet().stream().map(each -> new Change(each.getKey(), each.getValue(), each.getValue(), null)).toList(), 0, false);
		}
		var aims = new LinkedHashMap<String, Double>();
		var wanted = new LinkedHashMap<String, Double>();
		judged.forEach((code, weight) -> {
			aims.put(code, Math.max(0, learning.held().get(code)) / learnt * whole);
			wanted.put(code, (1 - learning.trust()) * weight + learning.trust() * aims.get(code));
		});
		var bounded = bounded(judged, wanted, whole);
		var changes = weights.entrySet().stream().map(each -> new Change(each.getKey(), each.getValue(), bounded.getOrDefault(each.getKey(), each.getValue()), aims.get(each.getKey()))).toList();
		return new WeightProposal(changes, learning.trust(),
				changes.stream().anyMatch(change -> Math.abs(change.after() - change.before()) >= LEAST * Math.max(change.before(), whole / judged.size())));
	}

	/** The new weights by characteristic, in their order. */
	public Map<String, Double> weights() {
		var weights = new LinkedHashMap<String, Double>();
		changes.forEach(change -> weights.put(change.code(), change.after()));
		return weights;
	}

	/** Each wanted weight within its bounds; what the bounds cut off, or add, is shared equally by all that have room, so that they add up to the whole. */
	private static Map<String, Double> bounded(Map<String, Double> before, Map<String, Double> wanted, double whole) {
		// a weight of 0 may come up to half of the mean weight
		var mean = whole / before.size();
		var low = -whole;
		var high = whole;
		for (int i = 0; i < HALVINGS; i++) {
			var middle = (low + high) / 2;
			if (before.keySet().stream().mapToDouble(code -> held(before.get(code), wanted.get(code) + middle, mean)).sum() < whole) {
				low = middle;
			} else {
				high = middle;
			}
		}
		var bounded = new LinkedHashMap<String, Double>();
		for (var code : before.keySet()) {
			bounded.put(code, held(before.get(code), wanted.get(code) + high, mean));
		}
		return bounded;
	}

	private static double held(double before, double wanted, double mean) {
		return Math.max((1 - MOST) * before, Math.min(before > 0 ? (1 + MOST) * before : MOST * mean, wanted));
	}
}
