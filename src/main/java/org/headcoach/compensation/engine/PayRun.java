package org.headcoach.compensation.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

/**
 * Computes what a plan owes somebody, month by month: credits run through the tables, each credit's pay through its schedule, each month through caps, draw
 * and the rule that nobody is paid less than nothing. The same facts give the same lines in the same order.
 */
public final class PayRun {

	private final PlanTerms terms;
	private final PayeeFacts facts;
	private final Money nothing;

	public PayRun(PlanTerms terms, PayeeFacts facts) {
		this.terms = terms;
		this.facts = facts;
		this.nothing = Money.zero(terms.currency());
	}

	/**
	 * Every month from the first to the last, both counted.
	 *
	 * @throws BusinessException when the plan has a problem, or a quota is missing: nobody is paid a silent 0
	 */
	public List<PayMonth> months(YearMonth first, YearMonth last) {
		terms.problems().stream().findFirst().ifPresent(problem -> {
			throw new BusinessException(problem.key(), problem.arguments().toArray());
		});
		var lines = new TreeMap<YearMonth, List<Owed>>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			lines.put(month, new ArrayList<>());
		}
		terms.components().forEach(component -> lines(component).forEach(line -> lines.computeIfPresent(line.month(), (month, all) -> {
			all.add(line);
			return all;
		})));
		var months = new ArrayList<PayMonth>();
		var carry = new HashMap<String, Money>();
		var debt = nothing;
		var belowZero = nothing;
		for (var entry : lines.entrySet()) {
			var month = entry.getKey();
			var all = entry.getValue();
			all.sort(Comparator.comparing(Owed::key));
			terms.components().stream().filter(component -> component.monthCap() != null).forEach(component -> cap(component, month, all, carry));
			var earned = sum(all).minus(belowZero);
			if (!belowZero.isZero()) {
				all.add(Owed.ofMonth(month, "", Owed.Kind.BELOW_ZERO_SETTLED, belowZero.negated()));
			}
			if (earned.signum() < 0) {
				belowZero = earned.negated();
				all.add(Owed.ofMonth(month, "", Owed.Kind.BELOW_ZERO, belowZero));
				earned = nothing;
			} else {
				belowZero = nothing;
			}
			var pay = earned;
			if (terms.draw() != null) {
				var outcome = terms.draw().in(month, earned, debt);
				if (!outcome.drawn().isZero()) {
					all.add(Owed.ofMonth(month, "", Owed.Kind.DRAWN, outcome.drawn()));
				}
				if (!outcome.recovered().isZero()) {
					all.add(Owed.ofMonth(month, "", Owed.Kind.DRAW_RECOVERED, outcome.recovered().negated()));
				}
				debt = outcome.debt();
				pay = outcome.pay();
			}
			months.add(new PayMonth(month, all, pay, debt, belowZero));
		}
		return months;
	}

	private void cap(Component component, YearMonth month, List<Owed> all, Map<String, Money> carry) {
		var code = component.code();
		var waiting = carry.getOrDefault(code, nothing);
		var earned = all.stream().filter(line -> line.key().component().equals(code)).map(Owed::amount).reduce(nothing, Money::plus);
		var outcome = component.monthCap().in(earned, waiting);
		if (!waiting.isZero()) {
			all.add(Owed.ofMonth(month, code, Owed.Kind.CARRIED_OVER, waiting));
		}
		var above = outcome.lost().plus(outcome.carry());
		if (!above.isZero()) {
			all.add(Owed.ofMonth(month, code, Owed.Kind.ABOVE_CAP, above.negated()));
		}
		carry.put(code, outcome.carry());
	}

	private Money sum(List<Owed> lines) {
		return lines.stream().map(Owed::amount).reduce(nothing, Money::plus);
	}

	// ------------------------------------------------------------ one component

	private List<Owed> lines(Component component) {
		var code = component.code();
		var quotas = facts.quota().getOrDefault(code, Map.of());
		var run = new RateRun(start -> component.ofQuota() ? component.table().ofQuota(quota(quotas, start)) : component.table(), component.window(), terms.yearStarts(),
				component.refunds(), source -> List.of());
		var lines = new ArrayList<Owed>();
		var left = new HashMap<String, Money>();
		for (var earned : run.earned(facts.credits().getOrDefault(code, List.of()))) {
			lines.addAll(lines(component, earned, left));
		}
		return lines;
	}

	private static BigDecimal quota(Map<YearMonth, BigDecimal> quotas, YearMonth start) {
		var quota = quotas.get(start);
		if (quota == null || quota.signum() <= 0) {
			throw new BusinessException("compensation.problem.no-quota", start.atDay(1));
		}
		return quota;
	}

	private List<Owed> lines(Component component, Earned earned, Map<String, Money> left) {
		var credit = earned.credit();
		var factor = factor(component, earned.month());
		var whole = earned.amount().multiply(factor);
		var sale = credit.reverses() == null ? credit.source() : credit.reverses();
		if (component.dealCap() != null) {
			whole = underDealCap(component.dealCap(), sale, whole, left);
		}
		var deal = facts.deals().getOrDefault(sale, new PayableDeal(sale, credit.day(), null, List.of(), null));
		var lines = new ArrayList<Owed>();
		for (var due : component.schedule().due(deal, Money.of(whole, terms.currency()), facts.until())) {
			var month = due.month().isBefore(earned.month()) ? earned.month() : due.month();
			var detail = due.number() + (due.event().isEmpty() ? "" : " " + due.event()) + (earned.lift() ? " " + earned.month() : "");
			lines.add(new Owed(month, new Owed.Key(month, component.code(), kind(earned, due), credit.source(), detail), earned.slices(), factor, whole, due.amount()));
		}
		return lines;
	}

	private static Owed.Kind kind(Earned earned, Due due) {
		if (due.because() == Due.Because.TAKEN_BACK) {
			return Owed.Kind.TAKEN_BACK;
		}
		if (earned.credit().reverses() != null) {
			return Owed.Kind.REFUND;
		}
		if (earned.lift()) {
			return Owed.Kind.TIER_REACHED;
		}
		return switch (due.because()) {
			case SALE -> Owed.Kind.SALE;
			case CUSTOMER_PAID -> Owed.Kind.CUSTOMER_PAID;
			case WINDOW_PASSED -> Owed.Kind.WINDOW_PASSED;
			case TAKEN_BACK -> Owed.Kind.TAKEN_BACK;
		};
	}

	private BigDecimal factor(Component component, YearMonth month) {
		if (component.ranking() == null) {
			return BigDecimal.ONE;
		}
		return facts.factors().getOrDefault(component.code(), Map.of()).getOrDefault(month, component.ranking().unranked());
	}

	/** A deal's sale, lifts and refunds together never pay more than its cap. */
	private BigDecimal underDealCap(Cap cap, String sale, BigDecimal whole, Map<String, Money> sums) {
		var before = sums.getOrDefault(sale, nothing);
		var after = before.plus(Money.of(whole, terms.currency()));
		sums.put(sale, after);
		return after.min(cap.most()).minus(before.min(cap.most())).amount();
	}
}
