package org.headcoach.contests;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.contests.engine.ContestEffect;
import org.headcoach.contests.engine.Fatigue;

/** What the contests that the reader runs have changed, one by one and together. */
public record EffectsPage(List<Row> rows, Fatigue together) implements Serializable {

	/**
	 * @param weeksSince from the end of the last contest of mostly the same people; null: it was their first
	 * @param effect null of a ratio, and where nothing can be measured
	 */
	public record Row(long contestId, String title, LocalDate first, LocalDate last, List<ContestPage.CountLine> counting, Integer weeksSince, ContestEffect effect) implements Serializable {

		/** What contests are grouped by: the behaviour, or that it was points for several. */
		public String behaviour() {
			return counting.size() == 1 ? counting.get(0).counted().code() : POINTS;
		}
	}

	public static final String POINTS = "POINTS";
}
