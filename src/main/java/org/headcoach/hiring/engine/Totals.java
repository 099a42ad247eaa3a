package org.headcoach.hiring.engine;

import java.util.Map;

/** The formula's result for one person: the weighted mean of the scores that are there, as a share of the highest possible. */
final class Totals {

	static final double HIGHEST = 10;

	private Totals() {
	}

	/** @return null where no characteristic with a weight was scored: a missing score is missing, never 0 */
	static Double share(Map<String, Double> weights, Map<String, Double> scores) {
		var sum = 0.0;
		var present = 0.0;
		for (var weight : weights.entrySet()) {
			var score = scores.get(weight.getKey());
			if (score != null) {
				sum += weight.getValue() * score;
				present += weight.getValue();
			}
		}
		return present == 0 ? null : (Double) (sum / (HIGHEST * present));
	}
}
