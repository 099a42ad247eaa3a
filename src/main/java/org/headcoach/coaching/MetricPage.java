package org.headcoach.coaching;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

/**
 * A team on one metric, the highest first, those without data last.
 *
 * @param metric the metric's code
 * @param metrics the codes that can be chosen
 * @param ranking whether the reader sees the others; if not, only the own bar and the peers' median
 * @param judged whether estimates and verdicts are shown: a rep sees them after the own self-review is in
 */
public record MetricPage(CoachingMonth month, YearMonth first, String metric, List<String> metrics, Long teamId, String teamName,
		List<MyTeamPage.TeamChoice> teams, List<Bar> bars, Double peerMedian, boolean ranking, boolean judged) implements Serializable {

	/** One rep's bar. */
	public record Bar(long personId, String name, FindingRow finding, boolean own) implements Serializable {
	}
}
