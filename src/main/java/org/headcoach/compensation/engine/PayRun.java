package org.headcoach.compensation.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

/**
 * Computes what is owed to somebody, month by month: credits run through the tables, each credit's pay through its schedule, each month through floors, caps
 * and draw. The same facts give the same lines in the same order.
 */
public final class PayRun {

	/** Changes whenever the same facts would give other lines. Statements carry it. */
	public static final String ENGINE = "1";

	private final List<Stretch> stretches;
	private final Money nothing;

	/**
	 * @param stretches by time, at least one, all in one currency
	 * @throws BusinessException when the currency changes between them
	 */
	public PayRun(List<Stretch> stretches) {
		this.stretches = List.copyOf(stretches);
		this.nothing = Money.zero(stretches.get(0).terms().currency());
		if (stretches.stream().anyMatch(stretch -> !stretch.terms().currency().equals(nothing.currency()))) {
			throw Problem.of("compensation.problem.currency-changes").in(stretches.get(0).terms().name()).refusal();
		}
	}

	public PayRun(PlanTerms terms, PayeeFacts facts) {
		this(List.of(new Stretch(terms.name(), terms, facts)));
	}

	/**
	 * Every month from the first to the last, both counted. The first has to be the first of all stretches, since later months rest on earlier ones.
	 *
	 * @throws BusinessException when a plan has a problem, or a quota is missing: nobody is paid a silent 0
	 */
	public List<PayMonth> months(YearMonth first, YearMonth last) {
		var lines = new TreeMap<YearMonth, List<Owed>>();
		for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
			lines.put(month, new ArrayList<>());
		}
		var held = new HashMap<YearMonth, Money>();
		for (var stretch : stretches) {
			Problem.refuseFirst(stretch.terms().problems());
			var seller = new Seller(stretch);
			var months = new MonthOfLine(lines);
			stretch.terms().components().forEach(component -> seller.lines(component, line -> put(months.of(line), held, stretch, line)));
			stretch.facts().adjustments().forEach(one -> {
				var line = Owed.ofMonth(one.month(), stretch.plan(), "", Owed.Kind.ADJUSTMENT, one.id(), one.amount());
				put(months.of(line), held, stretch, line);
			});
		}
		var months = new ArrayList<PayMonth>();
		var carry = new HashMap<String, Money>();
		var debt = nothing;
		for (var entry : lines.entrySet()) {
			var month = entry.getKey();
			var all = entry.getValue();
			all.sort(Owed::order);
			stretches.forEach(stretch -> limit(stretch, month, all, carry));
			var earned = sum(all);
			var drawing = drawing(month);
			if (drawing != null) {
				var plan = drawing.plan();
				var draw = drawing.terms().draw();
				var number = ChronoUnit.MONTHS.between(YearMonth.from(drawing.facts().since()), month) + 1;
				// who is no longer on the plan gets no draw from it, but owes what is left
				var outcome = draw.in(isWithin(drawing, month) ? number : Math.max(number, draw.months() + 1L), earned, debt);
				if (!outcome.drawn().isZero()) {
					all.add(Owed.ofMonth(month, plan, "", Owed.Kind.DRAWN, "", outcome.drawn()));
				}
				if (!outcome.recovered().isZero()) {
					all.add(Owed.ofMonth(month, plan, "", Owed.Kind.DRAW_RECOVERED, "", outcome.recovered().negated()));
				}
				debt = outcome.debt();
				earned = outcome.pay();
			}
			months.add(new PayMonth(month, all, earned, debt, held.getOrDefault(month, nothing)));
		}
		return months;
	}

	/** The lines of a line's month; most lines follow one of the same month. */
	private static final class MonthOfLine {

		private final Map<YearMonth, List<Owed>> lines;
		private YearMonth month;
		private List<Owed> ofMonth;

		MonthOfLine(Map<YearMonth, List<Owed>> lines) {
			this.lines = lines;
		}

		/** Null outside the months that are asked for. */
		List<Owed> of(Owed line) {
			if (!line.month().equals(month)) {
				month = line.month();
				ofMonth = lines.get(month);
			}
			return ofMonth;
		}
	}

	private static void put(List<Owed> all, Map<YearMonth, Money> held, Stretch stretch, Owed line) {
		if (all == null) {
			return;
		}
		var from = stretch.facts().held().isEmpty() ? null : stretch.facts().held().get(line.key().source());
		if (from != null && !line.month().isBefore(from)) {
			held.merge(line.month(), line.amount(), Money::plus);
		} else {
			all.add(line);
		}
	}

	/** The last stretch with a draw that had begun by the month; its recovery goes on when it is over. */
	private Stretch drawing(YearMonth month) {
		Stretch found = null;
		for (var stretch : stretches) {
			if (stretch.terms().draw() != null && !YearMonth.from(stretch.facts().since()).isAfter(month)) {
				found = stretch;
			}
		}
		return found;
	}

	private void limit(Stretch stretch, YearMonth month, List<Owed> all, Map<String, Money> carry) {
		var plan = stretch.plan();
		for (var component : stretch.terms().components()) {
			var limits = component.limits();
			var code = component.code();
			if (limits.monthFloor() != null && isWithin(stretch, month)) {
				var missing = limits.monthFloor().minus(sumOf(all, plan, code));
				if (missing.signum() > 0) {
					all.add(Owed.ofMonth(month, plan, code, Owed.Kind.TO_FLOOR, "", missing));
				}
			}
			if (limits.monthCap() != null) {
				cap(limits.monthCap(), plan, code, month, sumOf(all, plan, code), all, carry);
			}
		}
		if (stretch.terms().monthCap() != null) {
			cap(stretch.terms().monthCap(), plan, "", month, sumOf(all, plan, null), all, carry);
		}
	}

	private static boolean isWithin(Stretch stretch, YearMonth month) {
		var facts = stretch.facts();
		return !YearMonth.from(facts.since()).isAfter(month) && (facts.until() == null || !YearMonth.from(facts.until()).isBefore(month));
	}

	private void cap(Cap cap, String plan, String component, YearMonth month, Money earned, List<Owed> all, Map<String, Money> carry) {
		var waiting = carry.getOrDefault(plan + " " + component, nothing);
		var outcome = cap.in(earned, waiting);
		if (!waiting.isZero()) {
			all.add(Owed.ofMonth(month, plan, component, Owed.Kind.CARRIED_OVER, "", waiting));
		}
		var above = outcome.lost().plus(outcome.carry());
		if (!above.isZero()) {
			all.add(Owed.ofMonth(month, plan, component, Owed.Kind.ABOVE_CAP, "", above.negated()));
		}
		carry.put(plan + " " + component, outcome.carry());
	}

	/** @param component null for all of the plan; what was adjusted by hand is above every cap */
	private Money sumOf(List<Owed> all, String plan, String component) {
		return sum(all.stream().filter(line -> line.key().plan().equals(plan) && line.key().kind() != Owed.Kind.ADJUSTMENT
				&& (component == null || line.key().component().equals(component))).toList());
	}

	private Money sum(List<Owed> lines) {
		var sum = nothing.amount();
		for (var line : lines) {
			sum = sum.add(line.amount().amount());
		}
		return Money.of(sum, nothing.currency());
	}

	/** What one stretch owes for its credits, before the limits of months. */
	private static final class Seller {

		/** What an instalment that waits for no event is called. */
		private static final String[] NUMBERS = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };

		private final String plan;
		private final PlanTerms terms;
		private final PayeeFacts facts;
		private final Money nothing;
		private final Map<String, PayableDeal> deals;

		Seller(Stretch stretch) {
			plan = stretch.plan();
			terms = stretch.terms();
			facts = stretch.facts();
			nothing = Money.zero(terms.currency());
			deals = new HashMap<>(facts.deals());
		}

		void lines(Component component, Consumer<Owed> to) {
			var code = component.code();
			Map<YearMonth, BigDecimal> quotas = facts.quota().containsKey(code) ? facts.quota().get(code) : Map.of();
			var run = new RateRun(start -> component.ofQuota() ? component.table().ofQuota(quota(component, quotas, start)) : component.table(), component.window(),
					terms.yearStarts(), component.refunds(), source -> List.of());
			var sums = new HashMap<String, Money>();
			var needsPrice = component.schedule().needsPrice();
			for (var earned : run.earned(facts.credits().getOrDefault(code, List.of()))) {
				lines(component, earned, needsPrice, sums, to);
			}
		}

		private static BigDecimal quota(Component component, Map<YearMonth, BigDecimal> quotas, YearMonth start) {
			var quota = quotas.get(start);
			if (quota == null || quota.signum() <= 0) {
				throw Problem.of("compensation.problem.no-quota", start.atDay(1)).in(component.name()).refusal();
			}
			return quota;
		}

		private void lines(Component component, Earned earned, boolean needsPrice, Map<String, Money> sums, Consumer<Owed> to) {
			var credit = earned.credit();
			var factors = factors(component, earned.month());
			var whole = earned.amount();
			for (var factor : factors) {
				whole = whole.multiply(factor.factor());
			}
			var sale = credit.reverses() == null ? credit.source() : credit.reverses();
			if (component.limits().dealCap() != null || component.limits().dealFloor() != null) {
				whole = withinDeal(component.limits(), sale, whole, sums);
			}
			var known = deals.get(sale);
			var deal = known != null ? known : new PayableDeal(sale, credit.day(), null, List.of(), null);
			if (needsPrice && (deal.price() == null || deal.price().signum() <= 0)) {
				throw Problem.of("compensation.problem.no-price", credit.origin() == null ? sale : credit.origin().name()).in(component.name()).refusal();
			}
			for (var due : component.schedule().due(deal, Money.of(whole, terms.currency()), facts.knownTo(), terms.rounding())) {
				if (hasLapsed(due.day())) {
					continue;
				}
				var month = due.month().isAfter(earned.month()) ? due.month() : earned.month();
				var detail = due.event().isEmpty() && !earned.lift() && due.number() < NUMBERS.length ? NUMBERS[due.number()]
						: due.number() + (due.event().isEmpty() ? "" : " " + due.event()) + (earned.lift() ? " " + earned.month() : "");
				to.accept(new Owed(month, new Owed.Key(month, plan, component.code(), kind(earned, due), credit.source(), detail), earned.slices(), factors, whole, due.amount()));
			}
		}

		private boolean hasLapsed(LocalDate day) {
			return terms.leavers() == LeaverRule.ENDS_WITH_THE_LAST_DAY && facts.leftOn() != null && day.isAfter(facts.leftOn());
		}

		private static Owed.Kind kind(Earned earned, Due due) {
			if (due.because() == Due.Because.CLAWBACK) {
				return Owed.Kind.CLAWBACK;
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
				case CLAWBACK -> Owed.Kind.CLAWBACK;
			};
		}

		private List<Modifier.Factor> factors(Component component, YearMonth month) {
			if (component.modifiers().isEmpty()) {
				return List.of();
			}
			var known = facts.factors().get(component.code());
			var ofMonth = known == null ? null : known.get(month);
			return ofMonth != null ? ofMonth : component.modifiers().stream().map(Modifier::unknown).toList();
		}

		/** A deal's sale, lifts and refunds together stay between its floor and its cap; a deal that is wholly refunded has no floor. */
		private BigDecimal withinDeal(Limits limits, String sale, BigDecimal whole, Map<String, Money> sums) {
			var before = sums.getOrDefault(sale, nothing);
			var after = before.plus(Money.of(whole, terms.currency()));
			sums.put(sale, after);
			return within(limits, after).minus(within(limits, before)).amount();
		}

		private Money within(Limits limits, Money sum) {
			if (sum.signum() <= 0) {
				return sum;
			}
			var raised = limits.dealFloor() == null ? sum : sum.max(limits.dealFloor());
			return limits.dealCap() == null ? raised : raised.min(limits.dealCap());
		}
	}
}
