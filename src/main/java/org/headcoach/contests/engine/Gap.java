package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far a team is from the one ahead of it, in terms of what people do.
 *
 * @param teamAhead of those on the next better place the first
 * @param score how much better the score of the team ahead is, never below 0; 0 when only the tie rule decided; null when the own score is not known
 * @param points what has to be more than made up for: with one point beyond it the team is in front; null of a ratio and where less is better
 * @param count how many more of the single behaviour put the team in front, whatever the tie rule; null where several are counted, of a ratio, and where less is better
 * @param toLeader how much better the score of the first place is; null when the own score is not known
 */
public record Gap(long teamId, long teamAhead, BigDecimal score, BigDecimal points, Long count, BigDecimal toLeader) implements Serializable {

	/** Heads come rounded: a gap that is whole but for this must not be taken for one less. */
	private static final int SURE_DIGITS = 6;

	/**
	 * @param standings in the order of places
	 * @return empty for the first place, shared or not, and for a team that is not ranked
	 */
	public static Optional<Gap> behind(List<TeamStanding> standings, long teamId, Scoring scoring) {
		var own = standings.stream().filter(team -> team.teamId() == teamId).findFirst().orElse(null);
		if (own == null || own.rank() == 1) {
			return Optional.empty();
		}
		var next = standings.stream().filter(team -> team.rank() < own.rank()).mapToInt(TeamStanding::rank).max().orElseThrow();
		var ahead = standings.stream().filter(team -> team.rank() == next).findFirst().orElseThrow();
		var leader = standings.get(0);
		if (own.score() == null) {
			return Optional.of(new Gap(teamId, ahead.teamId(), null, null, null, null));
		}
		var score = difference(own, ahead);
		if (scoring.isRatio() || scoring.lowerIsBetter()) {
			return Optional.of(new Gap(teamId, ahead.teamId(), score, null, null, difference(own, leader)));
		}
		var level = score.multiply(perHead(standings) ? own.heads() : BigDecimal.ONE);
		var single = scoring.behaviours().size() == 1 ? scoring.behaviours().get(0).points() : null;
		var count = single == null ? null : (Long) (level.divide(single, SURE_DIGITS, RoundingMode.HALF_UP).setScale(0, RoundingMode.FLOOR).longValueExact() + 1);
		return Optional.of(new Gap(teamId, ahead.teamId(), score, Standings.plain(level.setScale(SURE_DIGITS, RoundingMode.HALF_UP)), count, difference(own, leader)));
	}

	/** How far the first place leads: what the best team behind it would need. Empty when there is none behind it. */
	public static Optional<Gap> lead(List<TeamStanding> standings, Scoring scoring) {
		return standings.stream().filter(team -> team.rank() > 1).findFirst().flatMap(second -> behind(standings, second.teamId(), scoring));
	}

	private static BigDecimal difference(TeamStanding own, TeamStanding better) {
		return Standings.plain(better.score().subtract(own.score()).abs());
	}

	/** The rule of {@link Standings}: unless all teams have equally many whole heads. */
	private static boolean perHead(List<TeamStanding> standings) {
		var first = standings.get(0).heads();
		return first.stripTrailingZeros().scale() > 0 || standings.stream().anyMatch(team -> team.heads().compareTo(first) != 0);
	}
}
