package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * One rep in depth.
 *
 * @param judged whether estimates, verdicts and suggestions are shown: to the rep only after the own self-review is in
 * @param months the funnel month by month, the latest last
 * @param steps the codes of the funnel's steps
 * @param findings every metric, in the funnel's order
 * @param suggestions what is worth working on, the most worthwhile first
 * @param previous the rep before in the reader's line, and the one after; null at the ends
 */
public record RepPage(CoachingMonth month, MonthRhythm rhythm, Who who, YearMonth first, boolean judged, boolean own, boolean coaches,
		List<String> steps, List<Month> months, List<FindingRow> findings, List<SuggestionRow> suggestions, List<PlanRow> plans,
		Instant reviewSentAt, Neighbour previous, Neighbour next, int peers) implements Serializable {

	public record Who(long personId, String name, String jobTitle, String teamName, Long teamId, LocalDate startedOn, LocalDate leftOn,
			Long managerId, String managerName) implements Serializable {
	}

	public record Neighbour(long personId, String name) implements Serializable {
	}

	/** One month: volumes by step, and what the funnel made of them; a conversion is null ("n/a") without trials. */
	public record Month(YearMonth month, int workingDays, List<Long> volumes, List<BigDecimal> conversions, BigDecimal mrr, BigDecimal mrrPerCustomer,
			long lost, long held) implements Serializable {
	}

	public FindingRow finding(String metric) {
		return findings.stream().filter(finding -> finding.metric().equals(metric)).findFirst().orElse(null);
	}
}
