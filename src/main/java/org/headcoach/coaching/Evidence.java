package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a plan was decided on, as it stood then: the metric, its numbers with their n, what the statistics made of them,
 * and the rep's own words. Figures that are imported later change the figures, not the evidence.
 *
 * @param metric the metric's code
 * @param months over how many months the figures were taken
 * @param rate whether value is a share (successes of trials); else an average or a volume
 * @param value what the CRM shows
 * @param estimate value shrunk towards the peers; null with too little data
 * @param verdict the verdict's code
 * @param n what the verdict rests on
 * @param worthMrr extra monthly recurring revenue a month at the peers' median, in the company's currency; an estimate
 * @param deeperBy by what it was cut one level deeper, a code of {@link org.headcoach.pipeline.PeelBy}; null where there is nothing deeper
 * @param deeper one level deeper, largest part first: what became of the trials that did not succeed
 * @param ownWords what the rep said in the self-review
 */
public record Evidence(String metric, int months, boolean rate, Double successes, Double trials, Double value, Double estimate,
		Double low, Double high, Double peers, String verdict, long n, Double worthCustomers, BigDecimal worthMrr, String deeperBy, List<Part> deeper,
		OwnWords ownWords) implements Serializable {

	/** A part of what lies one level deeper: "no decision", 31; as the CRM says it, empty where it says nothing. */
	public record Part(String what, long count) implements Serializable {
	}

	/** The rep's answers that the plan leans on; null where nothing was said. */
	public record OwnWords(String toImprove, String sees, String why, String skill) implements Serializable {
	}
}
