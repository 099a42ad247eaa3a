package org.headcoach.contests.engine;

import java.io.Serializable;

/**
 * What somebody would have scored on each of their last working days, in order; empty: nothing is known of them.
 */
public record History(long personId, double[] dailyScores) implements Serializable {

	public History {
		dailyScores = dailyScores.clone();
	}

	@Override
	public double[] dailyScores() {
		return dailyScores.clone();
	}
}
