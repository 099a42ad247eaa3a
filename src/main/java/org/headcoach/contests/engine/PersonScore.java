package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Somebody's part in a team's score: what they did on their days in this team.
 *
 * @param points of a ratio the person's own ratio; null when there is nothing to divide by
 * @param today what the last day added to the points; of a ratio by how much it moved it, null when it was not known before or after
 * @param byBehaviour what counted of each behaviour, below the daily cap and before points; of a ratio two numbers, what is divided and what it is divided by
 * @param todayByBehaviour the same of the last day alone; empty of a ratio
 */
public record PersonScore(long personId, BigDecimal points, BigDecimal today, List<BigDecimal> byBehaviour, List<BigDecimal> todayByBehaviour) implements Serializable {

	public PersonScore {
		byBehaviour = List.copyOf(byBehaviour);
		todayByBehaviour = List.copyOf(todayByBehaviour);
	}
}
