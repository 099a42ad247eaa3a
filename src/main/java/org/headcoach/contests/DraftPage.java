package org.headcoach.contests;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.headcoach.contests.engine.ContestLint;
import org.headcoach.contests.engine.TieRule;
import org.headcoach.pipeline.Metric;

/**
 * A draft while it is worked on.
 *
 * @param countable everything that can be counted
 * @param candidates whom the reader may let play, those who play already among them
 * @param chances of each team to win, in the order of {@code teams}; empty while there are no teams, no working day or nothing to go by
 * @param historyUntil the last day that the expectation rests on; null when there are no data
 */
public record DraftPage(Long id, int version, String title, String announcement, String rules, ZoneId zone, LocalDateTime starts, LocalDateTime ends, LocalTime nightlyAt, List<Counting> counting,
		boolean lowerIsBetter, TieRule ties, ContestPage.Prize prize, String judge, List<Metric> countable, List<Candidate> candidates, List<Team> teams, List<ContestLint.Finding> findings,
		List<Double> chances, boolean lopsided, LocalDate historyUntil) implements Serializable {

	public record Counting(String code, BigDecimal points, Integer dailyCap) implements Serializable {
	}

	/** @param expected score in the whole window by the last 60 days; null when not known */
	public record Candidate(long personId, String name, String team, String region, Long regionId, boolean plays, Long contestTeamId, BigDecimal expected) implements Serializable {
	}

	/** @param expected per head */
	public record Team(long id, int ordinal, String name, List<Candidate> members, BigDecimal expected) implements Serializable {
	}
}
