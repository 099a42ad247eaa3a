package org.headcoach.coaching.engine;

import java.io.Serializable;

import org.headcoach.shared.statistics.Interval;

/**
 * What the diagnosis says about one rep on one metric.
 *
 * @param observed what was counted, with the plain figure that the CRM would show
 * @param standing the estimate beside the peers; null where there is no other rep with data
 */
public record Finding(Metric metric, Observation observed, Standing standing, Verdict verdict, VerdictReason reason) implements Serializable {

	/** Trials, working days, deals or customer-months. */
	public long n() {
		return observed.n();
	}

	/** Successes or events; null where the metric is an average of deals. */
	public Long count() {
		return observed.count();
	}

	/** The figure that the CRM would show; null means "n/a". */
	public Double plain() {
		return observed.plain();
	}

	/** The plain rate exceeds 100 %: the estimate took all trials as successful. */
	public boolean moreSuccessesThanTrials() {
		return observed instanceof Observation.Share share && share.moreSuccessesThanTrials();
	}

	/** The shrunk figure; null without {@link #standing()}. */
	public Double estimate() {
		return standing == null ? null : (Double) standing.estimate();
	}

	/** The 90 % interval; null without {@link #standing()}. */
	public Interval interval() {
		return standing == null ? null : standing.interval();
	}

	/** The median of the others' estimates; null without {@link #standing()}. */
	public Double peerMedian() {
		return standing == null ? null : (Double) standing.peerMedian();
	}

	public int peers() {
		return standing == null ? 0 : standing.peers();
	}

	/** Null without {@link #standing()}. */
	public Double probabilityBelow() {
		return standing == null ? null : (Double) standing.probabilityBelow();
	}

	/** Null without {@link #standing()}. */
	public Double probabilityAbove() {
		return standing == null ? null : (Double) standing.probabilityAbove();
	}

	/** The probability of lying on the bad side of the peer median; null without {@link #standing()}. */
	public Double probabilityWorse() {
		return metric.kind().higherIsBetter() ? probabilityBelow() : probabilityAbove();
	}

	/** Below or perhaps below where higher is better, above or perhaps above where lower is better. */
	public boolean worse() {
		return metric.kind().higherIsBetter() ? verdict.isBelow() : verdict.isAbove();
	}

	/** Above or perhaps above where higher is better, below or perhaps below where lower is better. */
	public boolean better() {
		return metric.kind().higherIsBetter() ? verdict.isAbove() : verdict.isBelow();
	}
}
