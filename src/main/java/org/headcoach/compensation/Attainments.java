package org.headcoach.compensation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PayCurve;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.compensation.engine.Window;

/** Reads how far somebody is out of the facts by which they are paid. */
final class Attainments {

	/** A curve shows so much of the quota, and so much more than what was reached. */
	private static final BigDecimal OF_QUOTA = new BigDecimal("1.5");
	private static final BigDecimal OF_REACHED = new BigDecimal("1.2");

	private Attainments() {
	}

	/**
	 * Component by component, in the plan's order.
	 *
	 * @param quotas the assignment that has a quota for a component
	 */
	static List<Attainment> of(Stretch stretch, YearMonth month, Map<String, PlanAssignment> quotas) {
		return stretch.terms().components().stream().map(component -> of(stretch, component, month, quotas.get(component.code()))).toList();
	}

	private static Attainment of(Stretch stretch, Component component, YearMonth month, PlanAssignment assignment) {
		var terms = stretch.terms();
		var facts = stretch.facts();
		var first = component.window().start(month, terms.yearStarts());
		var last = first.plusMonths(component.window().months() - 1L);
		var reached = facts.credits().getOrDefault(component.code(), List.of()).stream().filter(credit -> !credit.month().isBefore(first) && !credit.month().isAfter(month))
				.map(Credit::base).reduce(BigDecimal.ZERO, BigDecimal::add);
		var known = facts.quota().containsKey(component.code()) ? facts.quota().get(component.code()).get(first) : null;
		var quota = known != null || assignment == null ? known
				: terms.quota(assignment.quotas().get(component.code())).of(first, last, facts.since(), facts.until(), assignment.rampFrom()).round(MathContext.DECIMAL64);
		return new Attainment(component.code(), component.name(), component.measure(), component.measure().kind().isMoney() ? terms.currency() : null, first, last, reached,
				quota == null || quota.signum() <= 0 ? null : quota, curve(stretch, component, month, reached, quota));
	}

	/** Deals that are paid one by one have no curve over their sum, unless each unit earns the same. */
	private static PayCurve curve(Stretch stretch, Component component, YearMonth month, BigDecimal reached, BigDecimal quota) {
		var hasQuota = quota != null && quota.signum() > 0;
		var end = hasQuota ? quota.multiply(OF_QUOTA).max(reached.multiply(OF_REACHED)) : reached.multiply(OF_REACHED);
		if (end.signum() <= 0 || component.ofQuota() && !hasQuota || component.window() == Window.DEAL && component.table().tiers().size() > 1) {
			return null;
		}
		var factors = stretch.facts().factors().containsKey(component.code()) ? stretch.facts().factors().get(component.code()).getOrDefault(month, List.of()) : List.<Modifier.Factor>of();
		return PayCurve.of(component, stretch.terms().currency(), hasQuota ? quota : null, factors.stream().map(Modifier.Factor::factor).reduce(BigDecimal.ONE, BigDecimal::multiply), end);
	}
}
