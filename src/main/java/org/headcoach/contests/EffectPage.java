package org.headcoach.contests;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.contests.engine.ContestEffect;
import org.headcoach.pipeline.DailyFigures;
import org.headcoach.shared.Money;

/**
 * Whether one contest changed anything.
 *
 * @param days what was compared
 * @param next the step whose share of what was counted is looked at; null where there is none
 * @param effect null of a ratio, and before anything can be measured
 * @param cost of the prizes; null when it is not known or in several currencies
 * @param costIsStated whether it is what was announced, because nothing is logged
 * @param edits of the last two days and later
 */
public record EffectPage(long contestId, String title, Phase phase, List<ContestPage.CountLine> counting, boolean lowerIsBetter, Days days, DailyFigures.Counted next, ContestEffect effect, Money cost,
		boolean costIsStated, Edits edits) implements Serializable {

	/**
	 * The days, in the company's calendar.
	 *
	 * @param workingDays of the contest, as far as there are data
	 * @param afterFirst null while there are too few days after it; so is {@code afterLast}
	 * @param cut whether data end before the contest does
	 */
	public record Days(LocalDate beforeFirst, LocalDate beforeLast, LocalDate first, LocalDate last, LocalDate afterFirst, LocalDate afterLast, int workingDays, boolean cut) implements Serializable {
	}

	/**
	 * What was entered near the deadline about days that had been shown before.
	 *
	 * @param raised days that count for more since
	 * @param lowered days that count for less
	 * @param teams those for which days were raised, with how much that brought together, the most first
	 */
	public record Edits(int raised, int lowered, List<TeamEdits> teams) implements Serializable {
	}

	public record TeamEdits(String team, int days, BigDecimal more) implements Serializable {
	}
}
