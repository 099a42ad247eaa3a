package org.headcoach.training.engine;

import java.util.Arrays;

import org.headcoach.shared.BusinessException;

/** What a behaviour can be given in a role play. There is nothing between: every score has words that were read before. */
public enum RubricScore {

	ONE(1), FIVE(5), SEVEN(7), TEN(10);

	private final int points;

	RubricScore(int points) {
		this.points = points;
	}

	public int points() {
		return points;
	}

	/** @throws BusinessException for everything but 1, 5, 7 and 10 */
	public static RubricScore of(int points) {
		return Arrays.stream(values()).filter(score -> score.points == points).findFirst().orElseThrow(() -> new BusinessException("training.cert.error.score", points));
	}
}
