package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Where a team stands. Numbers have at most {@link Standings#DIGITS} digits after the point, and what is ranked is the number that is shown.
 *
 * @param points all points; of a ratio the ratio
 * @param perHead points by {@code heads}; of a ratio the ratio
 * @param score what the rank follows from: points where all teams have equally many whole heads, else points per head; null: not known, a ratio of nothing
 * @param today what the last day added to the points; of a ratio by how much it moved it, null when it was not known before or after
 * @param did how many people did it at all; of a ratio, had anything to be measured by
 * @param people in the order of their points
 * @param heads people, each for their share of the working days so far
 */
public record TeamStanding(long teamId, int rank, BigDecimal points, BigDecimal perHead, BigDecimal score, BigDecimal today, int did, List<PersonScore> people, BigDecimal heads)
		implements Serializable {

	public TeamStanding {
		people = List.copyOf(people);
	}

	/** Where heads are not known they follow from the points per head; without points everybody is taken as a whole head. */
	public TeamStanding(long teamId, int rank, BigDecimal points, BigDecimal perHead, BigDecimal score, BigDecimal today, int did, List<PersonScore> people) {
		this(teamId, rank, points, perHead, score, today, did, people, points == null || points.signum() == 0 || perHead == null || perHead.signum() == 0 ? BigDecimal.valueOf(people.size())
				: Standings.plain(points.divide(perHead, Standings.DIGITS, RoundingMode.HALF_UP)));
	}
}
