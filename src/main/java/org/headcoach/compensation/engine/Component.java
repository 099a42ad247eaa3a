package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * One reason why a plan pays: what is measured, for whom it counts, at which rate, within which limits, and when.
 *
 * @param code stays when the component is renamed; postings carry it
 * @param ofQuota whether the table's thresholds are shares of the quota (1 is quota) instead of units
 * @param timeBox the days and the budget of a SPIFF; null for what holds as long as the plan does
 */
public record Component(String code, String name, Measure measure, Crediting crediting, RateTable table, boolean ofQuota, Window window, RefundRule refunds,
		List<Modifier> modifiers, Limits limits, PaySchedule schedule, TimeBox timeBox) implements Serializable {

	public Component {
		modifiers = List.copyOf(modifiers);
	}

	/** The own new MRR, a table in units, no modifiers, no limits. */
	public static Component of(String code, RateTable table, Window window, PaySchedule schedule) {
		return new Component(code, code, Measure.of(Measure.Kind.MRR), Crediting.OWN, table, false, window, RefundRule.AT_THE_RATE_PAID, List.of(), Limits.NONE, schedule, null);
	}

	public Component named(String title) {
		return new Component(code, title, measure, crediting, table, ofQuota, window, refunds, modifiers, limits, schedule, timeBox);
	}

	public Component measuring(Measure what, Crediting whose) {
		return new Component(code, name, what, whose, table, ofQuota, window, refunds, modifiers, limits, schedule, timeBox);
	}

	public Component modified(Modifier... by) {
		return new Component(code, name, measure, crediting, table, ofQuota, window, refunds, List.of(by), limits, schedule, timeBox);
	}

	public Component within(Limits these) {
		return new Component(code, name, measure, crediting, table, ofQuota, window, refunds, modifiers, these, schedule, timeBox);
	}

	public Component during(TimeBox box) {
		return new Component(code, name, measure, crediting, table, ofQuota, window, refunds, modifiers, limits, schedule, box);
	}

	public Component byQuota() {
		return new Component(code, name, measure, crediting, table, true, window, refunds, modifiers, limits, schedule, timeBox);
	}

	/** Why this component cannot be published; each problem says where. */
	List<Problem> problems(Currency currency) {
		var problems = new ArrayList<>(table.problems());
		problems.addAll(schedule.problems());
		modifiers.forEach(modifier -> problems.addAll(modifier.problems()));
		if (name.isBlank()) {
			problems.add(Problem.of("compensation.problem.no-name"));
		}
		if (!measure.kind().isOfDeals() && (measure.code() == null || measure.code().isBlank())) {
			problems.add(Problem.of("compensation.problem.no-measure"));
		}
		if (!measure.kind().isOfDeals() && (schedule.clawback() != null || schedule.instalments().stream().anyMatch(part -> part.trigger() != Instalment.Trigger.AT_ONCE))) {
			problems.add(Problem.of("compensation.problem.schedule-without-deal"));
		}
		if (ofQuota && window == Window.DEAL) {
			problems.add(Problem.of("compensation.problem.quota-by-deal"));
		}
		var cap = limits.monthCap() == null ? null : limits.monthCap().most();
		for (var limit : new org.headcoach.shared.Money[] { limits.dealFloor(), limits.dealCap(), limits.monthFloor(), cap, timeBox == null ? null : timeBox.budget() }) {
			if (limit != null && limit.signum() <= 0) {
				problems.add(Problem.of("compensation.problem.limit-not-above-zero"));
			} else if (limit != null && !limit.currency().equals(currency)) {
				problems.add(Problem.of("compensation.problem.limit-currency", limit.currency().getCurrencyCode(), currency.getCurrencyCode()));
			}
		}
		if (problems.isEmpty() && (limits.dealFloor() != null && limits.dealCap() != null && limits.dealFloor().compareTo(limits.dealCap()) > 0
				|| limits.monthFloor() != null && cap != null && limits.monthFloor().compareTo(cap) > 0)) {
			problems.add(Problem.of("compensation.problem.floor-above-cap"));
		}
		if (timeBox != null && timeBox.until().isBefore(timeBox.from())) {
			problems.add(Problem.of("compensation.problem.time-box", timeBox.from(), timeBox.until()));
		}
		if (problems.isEmpty() && cap != null && !limits.monthCap().carried() && window == Window.MONTH && !ofQuota) {
			for (int i = 1; i < table.tiers().size(); i++) {
				if (table.pay(table.tiers().get(i).from()).compareTo(cap.amount()) >= 0) {
					problems.add(Problem.of("compensation.problem.tier-above-cap", i + 1, cap));
				}
			}
		}
		return problems.stream().map(problem -> problem.in(name.isBlank() ? code : name)).toList();
	}
}
