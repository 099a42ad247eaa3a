package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Who is strongest in which stage, and what the figures say; seniors first. */
public record SuperpowersPage(List<Stage> stages, List<Line> lines) implements Serializable {

	/** A stage of the process. @param teachers how many have it for a superpower */
	public record Stage(long partId, String name, long teachers) implements Serializable {
	}

	/** @param partId null: nothing recorded */
	public record Line(long personId, String name, String team, LocalDate startedOn, Long partId, String part, String note, Hint hint) implements Serializable {
	}

	/**
	 * What points to a stage: the one whose conversion stands furthest above the median of all reps.
	 *
	 * @param rate of the last twelve months @param n of how many @param median of all reps with enough of them
	 * @param score of the latest role play for the stage; null without one
	 */
	public record Hint(long partId, String part, double rate, long n, double median, Double score) implements Serializable {
	}
}
