package org.headcoach.coaching.engine;

import java.io.Serializable;

import org.headcoach.shared.statistics.Interval;

/**
 * What became of the metric of one coached rep, held against what was to be expected without coaching.
 *
 * @param cohort names the months of baseline and window; effects of one metric and cohort were held against the same peers
 * @param peers how many uncoached peers the comparison rests on
 * @param change the change itself; null without enough data
 */
public record CoachingEffect(Metric metric, String cohort, BeforeAndAfter rep, int peers, Change change, EffectVerdict verdict) implements Serializable {

	/**
	 * A measured change.
	 *
	 * @param expected the window's figure to be expected without coaching
	 * @param relative the window's figure against {@code expected}, 0.20 for 20 % more than expected (whether more is good the metric says)
	 * @param interval where the true relative change lies with 90 %
	 * @param probabilityBetter that the true change is in the good direction
	 * @param common what happened to the uncoached peers over the same months, relative to what was expected of them
	 * @param log natural logarithm of 1 + relative, turned so that positive is good: what roll-ups pool
	 * @param logVariance its variance
	 * @param sharedVariance the part of {@code logVariance} that comes from the peers and is the same for every rep of the cohort
	 */
	public record Change(double expected, double relative, Interval interval, double probabilityBetter, double common, double log, double logVariance,
			double sharedVariance) implements Serializable {
	}

	public long personId() {
		return rep.personId();
	}

	/** Whether there was enough data for a figure; if not, the verdict says so. */
	public boolean measured() {
		return change != null;
	}

	/**
	 * The plain relative change that a spreadsheet would show, 0.20 for +20 %; it flatters whoever was picked for a bad month. Null where the
	 * baseline or the window is "n/a" or the baseline is 0.
	 */
	public Double naiveChange() {
		Double before = rep.before().plain();
		Double after = rep.after().plain();
		return before == null || after == null || before == 0 ? null : (Double) (after / before - 1);
	}
}
