package org.headcoach.coaching.engine;

import java.io.Serializable;
import java.util.List;

/**
 * All that the figures say about one rep.
 *
 * @param findings one per metric, in the funnel's order
 * @param suggestions metrics on the bad side of the peers, the most worthwhile first; empty when nothing stands out
 */
public record RepDiagnosis(long personId, List<Finding> findings, List<Suggestion> suggestions) implements Serializable {

	public Finding finding(Metric metric) {
		return findings.stream().filter(f -> f.metric().equals(metric)).findFirst().orElseThrow(() -> new IllegalArgumentException("No finding for " + metric.code()));
	}
}
