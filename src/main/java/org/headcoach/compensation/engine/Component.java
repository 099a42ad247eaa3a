package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One reason why a plan pays: what is measured, at which rate, within which limits, and when.
 *
 * @param code stays when the component is renamed; postings carry it
 * @param ofQuota whether the table's thresholds are shares of the quota (1 is quota) instead of units
 * @param ranking multiplies what a month earned by the payee's place in it; null for none
 * @param dealCap the most for one deal, without what it is carried to; null for none
 * @param monthCap the most for one month; null for none
 */
public record Component(String code, String name, RateTable table, boolean ofQuota, Window window, RefundRule refunds, Ranking ranking, Cap dealCap, Cap monthCap,
		PaySchedule schedule) implements Serializable {

	/** A table in units, no ranking, no caps. */
	public static Component of(String code, RateTable table, Window window, PaySchedule schedule) {
		return new Component(code, code, table, false, window, RefundRule.AT_THE_RATE_PAID, null, null, null, schedule);
	}

	public Component ranked(Ranking by) {
		return new Component(code, name, table, ofQuota, window, refunds, by, dealCap, monthCap, schedule);
	}

	public Component capped(Cap deal, Cap month) {
		return new Component(code, name, table, ofQuota, window, refunds, ranking, deal, month, schedule);
	}

	public Component byQuota() {
		return new Component(code, name, table, true, window, refunds, ranking, dealCap, monthCap, schedule);
	}

	/** Why this component cannot be published; each problem says where. */
	public List<Problem> problems() {
		var problems = new ArrayList<>(table.problems());
		problems.addAll(schedule.problems());
		if (dealCap != null && dealCap.most().signum() <= 0 || monthCap != null && monthCap.most().signum() <= 0) {
			problems.add(Problem.of("compensation.problem.cap-not-above-zero"));
		}
		if (dealCap != null && dealCap.carried()) {
			problems.add(Problem.of("compensation.problem.deal-cap-carried"));
		}
		if (ranking != null && (ranking.factors().isEmpty() || ranking.factors().stream().anyMatch(factor -> factor.signum() < 0))) {
			problems.add(Problem.of("compensation.problem.ranking"));
		}
		if (problems.isEmpty() && monthCap != null && !monthCap.carried() && window == Window.MONTH && !ofQuota) {
			for (int i = 1; i < table.tiers().size(); i++) {
				if (table.pay(table.tiers().get(i).from()).compareTo(monthCap.most().amount()) >= 0) {
					problems.add(Problem.of("compensation.problem.tier-above-cap", i + 1, monthCap.most()));
				}
			}
		}
		return problems.stream().map(problem -> problem.in(code)).toList();
	}
}
