package org.headcoach.contests;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.headcoach.contests.engine.TieRule;
import org.headcoach.pipeline.DailyFigures;

/**
 * A contest as its reader may see it.
 *
 * @param lastNight the latest night whose standings are kept; null before the first
 * @param nextNight when the next standings are kept and sent; null when none will be
 * @param dataAt when data were last brought in
 * @param perHead whether the place follows from the points per head, because teams are of different size
 * @param gaps what is missing to the team ahead, by team; the leading one has none
 */
public record ContestPage(long id, int version, String title, Phase phase, String announcement, String rules, ZoneId zone, LocalDateTime starts, LocalDateTime ends, LocalTime nightlyAt,
		LocalDate firstDay, LocalDate lastDay, int workingDaysLeft, List<CountLine> counting, boolean lowerIsBetter, TieRule ties, Prize prize, String judge, String ownerName, Instant announcedAt,
		long countNo, Instant countedAt, Instant dataAt, LocalDate lastNight, Instant nextNight, boolean perHead, int players, List<TeamLine> teams, Long ownTeamId, Map<Long, Ahead> gaps, Lead lead,
		List<NightLine> nights, List<MoveLine> moves, List<NoteLine> notes, List<OverrideLine> overrides, Settled settled, boolean mayRun) implements Serializable {

	/** What is missing to the team ahead of the reader's; null for the leading one and for who is in none. */
	public Ahead ahead() {
		return ownTeamId == null ? null : gaps.get(ownTeamId);
	}

	/** The same as somebody of that team reads it; null for somebody of none. */
	public ContestPage as(Long teamId) {
		return new ContestPage(id, version, title, phase, announcement, rules, zone, starts, ends, nightlyAt, firstDay, lastDay, workingDaysLeft, counting, lowerIsBetter, ties, prize, judge, ownerName,
				announcedAt, countNo, countedAt, dataAt, lastNight, nextNight, perHead, players, teams, teamId, gaps, lead, nights, moves, notes, overrides, settled, mayRun);
	}

	/** @param dailyCap most that count per person and day; null: all */
	public record CountLine(DailyFigures.Counted counted, BigDecimal points, Integer dailyCap, boolean ratio) implements Serializable {

		static CountLine of(Contest.Counting counting) {
			return new CountLine(counting.counted(), counting.points(), counting.dailyCap(), counting.isRatio());
		}
	}

	/** @param value stated, in {@code currency}; null when none is */
	public record Prize(String what, Contest.PrizeFor whose, BigDecimal value, String currency, boolean each) implements Serializable {
	}

	/**
	 * @param ordinal from 0; the shape before its name follows from it
	 * @param rank 0 while nobody is in it
	 * @param score what the place follows from; null when not known
	 * @param own whether the reader is in it
	 * @param members with what the reader may see of each
	 */
	public record TeamLine(long id, int ordinal, String name, int rank, BigDecimal points, BigDecimal perHead, BigDecimal score, BigDecimal today, boolean own, List<MemberLine> members)
			implements Serializable {
	}

	/**
	 * @param points null where the company does not show reps each other's figures
	 * @param byBehaviour counts in the order of what is counted; empty where they are hidden
	 * @param todayByBehaviour of the last day alone; empty of a ratio as well
	 * @param until the last day in the team; null: to the end
	 */
	public record MemberLine(long personId, String name, BigDecimal points, BigDecimal today, List<BigDecimal> byBehaviour, List<BigDecimal> todayByBehaviour, LocalDate from, LocalDate until, String why, boolean own)
			implements Serializable {
	}

	/** @param missing so many more of the behaviour (points, where several count) put the reader's team in front */
	public record Ahead(String team, BigDecimal missing, boolean inPoints) implements Serializable {
	}

	/** The leading team, and by how much; {@code by} is 0 when two lead together. */
	public record Lead(String team, BigDecimal by, boolean inPoints) implements Serializable {
	}

	/** @param scores by team in the order of {@link ContestPage#teams}; null where it had none */
	public record NightLine(LocalDate night, boolean caughtUp, List<BigDecimal> scores, List<Integer> places) implements Serializable {
	}

	/**
	 * A day that changed after a night had shown it.
	 *
	 * @param person null where the reader may not see whose: then the numbers are those of the whole team that day
	 */
	public record MoveLine(String person, String team, LocalDate day, int behaviour, BigDecimal before, BigDecimal after, String file, Instant at) implements Serializable {
	}

	public record NoteLine(String said, String by, Instant at) implements Serializable {
	}

	/** A rule that was set aside. */
	public record OverrideLine(String rule, String found, String reason, String by, Instant at) implements Serializable {
	}

	/** How it came out. */
	public record Settled(Instant at, String by, String words, List<Long> winners) implements Serializable {
	}
}
