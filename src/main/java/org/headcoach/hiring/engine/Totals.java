package org.headcoach.hiring.engine;

import java.util.Map;

/** The formula's result for one person of whom the mean scores are known. */
public final class Totals {

	private Totals() {
	}

	/** As {@link Formula#mark}; null where no characteristic with a weight was scored. */
	public static Double share(Map<String, Double> weights, Map<String, Double> scores) {
		var share = Formula.mark(weights.entrySet().stream().map(each -> new Formula.Weighted(each.getValue(), scores.get(each.getKey()))).toList()).share();
		return share.isPresent() ? (Double) share.getAsDouble() : null;
	}
}
