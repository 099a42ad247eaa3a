package org.headcoach.contests.engine;

import java.io.Serializable;

/**
 * Somebody who will be in a team.
 *
 * @param expected the score to be expected of them over the contest, from their history
 * @param regionId null: of no region, which is treated as one of its own
 */
public record Player(long personId, double expected, Long regionId) implements Serializable {

	public Player {
		if (!Double.isFinite(expected)) {
			throw new IllegalArgumentException("expected score " + expected + " of person " + personId);
		}
	}
}
