package org.headcoach.coaching.engine;

import org.headcoach.shared.statistics.Interval;

/**
 * What became of the metric of one coached rep, held against what was to be expected without coaching.
 *
 * @param plainBefore the plain figure of the baseline, null where n is 0
 * @param plainAfter the plain figure of the window, null where n is 0
 * @param expected the figure of the window to be expected without coaching: the shrunk baseline times the common change of the uncoached peers; null
 *        without enough data, like all that follow
 * @param naiveChange the plain relative change that a spreadsheet would show, 0.20 for +20 %; it flatters whoever was picked for a bad month
 * @param relativeChange the window's figure against {@code expected}, 0.20 for 20 % more than expected (whether more is good the metric says)
 * @param interval where the true relative change lies with 90 %
 * @param probabilityBetter that the true change is in the good direction
 * @param commonChange what happened to the uncoached peers over the same months, relative to what was expected of them
 * @param peers how many uncoached peers that rests on
 * @param logChange natural logarithm of 1 + relativeChange, turned so that positive is good; what roll-ups pool
 * @param logVariance its variance
 * @param sharedVariance the part of {@code logVariance} that comes from the peers and is the same for every rep of the cohort
 * @param cohort names the months of baseline and window; effects of one metric and cohort were held against the same peers
 */
public record CoachingEffect(long personId, Metric metric, long nBefore, long nAfter, Double plainBefore, Double plainAfter, Double expected,
		Double naiveChange, Double relativeChange, Interval interval, Double probabilityBetter, Double commonChange, int peers, Double logChange,
		Double logVariance, Double sharedVariance, String cohort, EffectVerdict verdict) {

	/** Whether there was enough data for a figure; if not, the verdict says so. */
	public boolean measured() {
		return logChange != null;
	}
}
