package org.headcoach.coaching;

import java.io.Serializable;

import org.headcoach.coaching.engine.Finding;
import org.headcoach.coaching.engine.MetricKind;
import org.headcoach.coaching.engine.Verdict;
import org.headcoach.coaching.engine.VerdictReason;

/**
 * One rep on one metric, as pages show it. The plain figure is what the CRM shows; verdict, interval and worth come from the
 * estimate.
 *
 * @param kind what is measured, and with it the unit: conversions, discount and churn are shares, MRR per customer is money,
 *        a volume is counted per working day
 * @param count successes or events; null where the metric is an average of deals
 * @param n trials, working days, deals or customer-months
 * @param plain null is "n/a": nothing was counted
 * @param estimate null where there are no peers to learn from, and low, high, peers, worseBy with it
 * @param peerMedian the median of the other comparable reps' estimates
 * @param peers how many others
 * @param worseBy the probability of lying on the bad side of the peer median
 */
public record FindingRow(String metric, MetricKind kind, String step, String next, boolean lowerIsBetter, Long count, long n, Double plain,
		Double estimate, Double low, Double high, Double peerMedian, int peers, Verdict verdict, VerdictReason reason, Double worseBy,
		boolean worse, boolean better) implements Serializable {

	static FindingRow of(Finding finding) {
		var metric = finding.metric();
		var interval = finding.interval();
		return new FindingRow(metric.code(), metric.kind(), metric.step(), metric.next(), !metric.kind().higherIsBetter(), finding.count(),
				finding.n(), finding.plain(), finding.estimate(), interval == null ? null : interval.low(), interval == null ? null : interval.high(),
				finding.peerMedian(), finding.peers(), finding.verdict(), finding.reason(), finding.probabilityWorse(), finding.worse(), finding.better());
	}

	/** Without what the statistics made of it: what a rep sees before having spoken. */
	FindingRow plainOnly() {
		return new FindingRow(metric, kind, step, next, lowerIsBetter, count, n, plain, null, null, null, null, peers, null, null, null, false, false);
	}

	/** Whether estimate and verdict may be shown to this reader. */
	public boolean isJudged() {
		return verdict != null;
	}

	public boolean isEnough() {
		return verdict != Verdict.NOT_ENOUGH_DATA;
	}

	public boolean isShare() {
		return kind == MetricKind.CONVERSION || kind == MetricKind.CHURN || kind == MetricKind.DISCOUNT;
	}
}
