package org.headcoach.hiring.engine;

import java.util.Map;

/**
 * Somebody who was hired and has worked long enough to be measured.
 *
 * @param scores the mean score of all cards by characteristic; what is missing is not in it
 * @param outcome how it went; more is better, and only comparisons count, so any unit will do
 */
public record Hire(long id, Map<String, Double> scores, double outcome) {

	public Hire {
		scores = Map.copyOf(scores);
		if (!Double.isFinite(outcome)) {
			throw new IllegalArgumentException("outcome " + outcome);
		}
	}
}
