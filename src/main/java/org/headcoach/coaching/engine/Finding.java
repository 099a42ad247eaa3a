package org.headcoach.coaching.engine;

import org.headcoach.shared.statistics.Interval;

/**
 * What the diagnosis says about one rep on one metric.
 *
 * @param count successes or events; null where the metric is an average of deals
 * @param n trials, working days, deals or customer-months
 * @param plain the figure that the CRM would show; null means "n/a"
 * @param moreSuccessesThanTrials the plain rate exceeds 100 %: the estimate took all trials as successful
 * @param estimate shrunk towards the peers; null where there are no peers to learn from
 * @param interval where the true figure lies with 90 %; null with {@code estimate}
 * @param peerMedian median of the other comparable reps' estimates; null where there is no other
 * @param peers how many others that were
 * @param probabilityBelow that the true figure lies below {@code peerMedian}; null with it
 * @param probabilityAbove that it lies above
 */
public record Finding(Metric metric, Long count, long n, Double plain, boolean moreSuccessesThanTrials, Double estimate, Interval interval,
		Double peerMedian, int peers, Double probabilityBelow, Double probabilityAbove, Verdict verdict, VerdictReason reason) {

	/** Below or perhaps below where higher is better, above or perhaps above where lower is better. */
	public boolean worse() {
		return metric.kind().higherIsBetter() ? verdict.isBelow() : verdict.isAbove();
	}

	/** Above or perhaps above where higher is better, below or perhaps below where lower is better. */
	public boolean better() {
		return metric.kind().higherIsBetter() ? verdict.isAbove() : verdict.isBelow();
	}

	/** The probability of lying on the bad side of the peer median; null where there is none. */
	public Double probabilityWorse() {
		return metric.kind().higherIsBetter() ? probabilityBelow : probabilityAbove;
	}
}
