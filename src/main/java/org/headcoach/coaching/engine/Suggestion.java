package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A metric worth working on, with what it would bring if the rep reached the peer median and all else stayed.
 *
 * @param extraCustomersPerMonth customers won (churn: kept) more per month; 0 for a metric that changes only revenue
 * @param extraMrrPerMonth monthly recurring revenue more per month, rounded to the minor unit, in the company's currency; an estimate.
 *        Null where no revenue is known
 * @param probability how sure it is that the rep really lies on the bad side of the peer median
 * @param rank what the suggestions are sorted by: {@code extraMrrPerMonth * probability}, or customers where no revenue is known
 * @param sentence how it was decided, with n
 */
public record Suggestion(Finding finding, double extraCustomersPerMonth, BigDecimal extraMrrPerMonth, double probability, double rank, Sentence sentence) implements Serializable {

	public Metric metric() {
		return finding.metric();
	}
}
