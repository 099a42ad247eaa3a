package org.headcoach.hiring.engine;

import java.io.Serializable;

import org.headcoach.shared.statistics.Interval;

/**
 * How a score went together with how it went later, among the hired.
 *
 * @param code the characteristic's; null for the whole formula
 * @param people who have the score and the outcome
 * @param missing who have the outcome but not the score
 * @param rank Spearman's rank correlation; null without enough people or where all are equal
 * @param rankInterval where it may lie, 90 % of the draws
 * @param share standard deviations of the outcome for one of the score, the other scores held; null where the regression left the score out
 * @param shareInterval where that may lie
 * @param spreadRatio the standard deviation among all candidates by that among the hired; above 1 hiring has narrowed it; null where it is not known
 * @param unrestricted what the rank correlation would be among all candidates, if hiring had gone by this score alone
 */
public record Relation(String code, int people, int missing, Double rank, Interval rankInterval, Double share, Interval shareInterval, Double spreadRatio, Double unrestricted,
		Reading reading) implements Serializable {

	/** What can be said of it. */
	public enum Reading {
		/** The whole interval is above 0: who had more of it did better. */
		MORE_WAS_BETTER,
		/** The whole interval is below 0. */
		LESS_WAS_BETTER,
		/** The interval holds 0: nothing can be said for sure. */
		CANNOT_TELL,
		NOT_ENOUGH_DATA
	}

	static Reading reading(Interval interval) {
		return interval == null ? Reading.NOT_ENOUGH_DATA : interval.low() > 0 ? Reading.MORE_WAS_BETTER : interval.high() < 0 ? Reading.LESS_WAS_BETTER : Reading.CANNOT_TELL;
	}
}
