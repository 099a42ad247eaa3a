package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.PlanLint;

/**
 * What the linter finds in a version, and which of it is kept.
 *
 * @param words that state the plan
 * @param targets what 100 % is for a component, in units of its window, by code
 * @param kept why findings stand although they are known, by the finding's id
 */
public record Judged(PlanLint.Report report, int words, Map<String, BigDecimal> targets, Map<String, PlanService.KeptFinding> kept) implements Serializable {

	/** Findings that may only be published with a reason, and have none. */
	public List<PlanLint.Finding> unkept() {
		return report.warnings().stream().filter(finding -> !kept.containsKey(finding.id())).toList();
	}

	/** The number that a rule rests on; null where it has found nothing to say. */
	public Object number(String rule) {
		return report.findings().stream().filter(finding -> finding.rule().equals(rule)).findFirst().map(finding -> finding.arguments().get(0)).orElse(null);
	}
}
