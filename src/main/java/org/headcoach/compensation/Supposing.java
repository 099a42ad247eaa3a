package org.headcoach.compensation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.compensation.WhatIf.Open;
import org.headcoach.compensation.WhatIf.Suppose;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.pipeline.SoldDeals;
import org.headcoach.pipeline.SoldDeals.SoldDeal;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Computes pay as if more had been won. It reads, and keeps nothing. It asks for no right. */
@ApplicationScoped
class Supposing {

	private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

	@Inject
	private PayFacts facts;

	@Inject
	private SoldDeals sold;

	/** @param quotas the assignment that has a quota for a component */
	WhatIf of(long personId, LocalDate today, Suppose suppose, Map<String, PlanAssignment> quotas) {
		var month = YearMonth.from(today);
		var real = payee(personId, today, List.of());
		var stretch = real == null ? null : PayService.holding(real.stretches(), month);
		if (stretch == null) {
			return null;
		}
		var open = sold.open(List.of(personId));
		var attainments = Attainments.of(stretch, month, quotas);
		var asked = attainments.stream().filter(one -> one.measure().kind().isOfDeals()).min(Comparator.comparing(one -> one.quota() == null)).orElse(null);
		var supposed = new ArrayList<SoldDeal>();
		open.stream().filter(deal -> suppose.deals().contains(deal.id())).forEach(deal -> supposed.add(won(deal, today)));
		if (asked != null && suppose.more().signum() > 0) {
			supposed.addAll(more(asked, suppose.more(), stretch.terms(), personId, today));
		}
		var then = supposed.isEmpty() ? real : payee(personId, today, supposed);
		var now = month(real.stretches(), month);
		var wouldBe = supposed.isEmpty() ? now : month(then.stretches(), month);
		var inAll = sum(atOnce(real.stretches()), month);
		var reached = asked == null ? null : Attainments.of(PayService.holding(then.stretches(), month), month, quotas).stream()
				.filter(one -> one.component().equals(asked.component())).map(Attainment::reached).findFirst().orElse(asked.reached());
		var deals = deals(personId, today, open, real, inAll, suppose);
		return new WhatIf(asked, reached, sum(now, stretch.terms()), sum(wouldBe, stretch.terms()), sum(atOnce(then.stretches()), month).minus(inAll), components(stretch.terms(), now, wouldBe),
				deals, expected(deals, stretch.terms()));
	}

	/** @throws org.headcoach.shared.BusinessException when the facts cannot be paid by */
	private PayFacts.Payee payee(long personId, LocalDate today, List<SoldDeal> supposed) {
		var found = facts.of(List.of(personId), today, supposed).stream().findFirst().orElse(null);
		if (found != null && found.refusal() != null) {
			throw found.refusal();
		}
		return found == null || found.stretches().isEmpty() ? null : found;
	}

	private static List<Owed> month(List<Stretch> stretches, YearMonth month) {
		var months = new PayRun(stretches).months(YearMonth.from(stretches.get(0).facts().since()), month);
		return months.get(months.size() - 1).lines();
	}

	private static Money sum(List<Owed> lines, PlanTerms terms) {
		return lines.stream().map(Owed::amount).reduce(Money.zero(terms.currency()), Money::plus);
	}

	private static Money sum(List<Stretch> stretches, YearMonth month) {
		return sum(month(stretches, month), stretches.get(0).terms());
	}

	/** The same as if everything were paid when it is earned. */
	private static List<Stretch> atOnce(List<Stretch> stretches) {
		return stretches.stream().map(stretch -> {
			var terms = stretch.terms();
			var components = terms.components().stream().map(each -> new Component(each.code(), each.name(), each.measure(), each.crediting(), each.table(), each.ofQuota(), each.window(),
					each.refunds(), each.modifiers(), each.limits(), PaySchedule.atOnce(null), each.timeBox())).toList();
			return new Stretch(stretch.plan(), new PlanTerms(terms.name(), terms.version(), terms.currency(), terms.yearStarts(), terms.rounding(), terms.rateDate(), terms.leavers(),
					terms.proration(), terms.seasons(), terms.ramp(), components, null, terms.monthCap(), terms.promotion()), stretch.facts());
		}).toList();
	}

	/** The deal as it would be if it were won today and its customer made the first payment at once. */
	private static SoldDeal won(SoldDeal deal, LocalDate today) {
		var months = deal.prepaidMonths() == null || deal.prepaidMonths() < 1 ? 1 : deal.prepaidMonths();
		var first = deal.mrr() != null ? deal.mrr().multiply(BigDecimal.valueOf(months)) : deal.amount() == null ? BigDecimal.ZERO : deal.amount();
		return new SoldDeal(deal.id(), deal.sourceId(), deal.externalId(), deal.name(), deal.customer(), deal.ownerId(), "WON", deal.createdOn(), today, deal.amount(), deal.mrr(),
				deal.margin(), deal.units(), deal.currency(), deal.prepaidMonths(), null, deal.splits(),
				List.of(new SoldDeals.Payment("supposed", today, today, first, deal.currency(), months)), null, null);
	}

	/** Deals of nobody's CRM that bring so many units of what is asked about. */
	private static List<SoldDeal> more(Attainment asked, BigDecimal more, PlanTerms terms, long personId, LocalDate today) {
		var each = switch (asked.measure().kind()) {
			case MRR -> new BigDecimal[] { more, more.multiply(MONTHS), null, null };
			case ACV -> new BigDecimal[] { more.divide(MONTHS, MathContext.DECIMAL64), more, null, null };
			case REVENUE -> new BigDecimal[] { null, more, null, null };
			case MARGIN -> new BigDecimal[] { null, more, more, null };
			case UNITS -> new BigDecimal[] { null, BigDecimal.ONE, null, more };
			default -> new BigDecimal[] { null, BigDecimal.ONE, null, null };
		};
		var deals = new ArrayList<SoldDeal>();
		var many = asked.measure().kind() == org.headcoach.compensation.engine.Measure.Kind.CUSTOMERS ? more.intValue() : 1;
		for (int i = 0; i < many; i++) {
			deals.add(won(new SoldDeal(0, 0, "supposed " + i, null, null, personId, "OPEN", today, null, each[1], each[0], each[2], each[3], terms.currency().getCurrencyCode(), 1, null,
					List.of(), List.of(), null, null), today));
		}
		return deals;
	}

	/** Every open deal with what it would earn in all if it alone were won. */
	private List<Open> deals(long personId, LocalDate today, List<SoldDeal> open, PayFacts.Payee real, Money inAll, Suppose suppose) {
		if (open.isEmpty()) {
			return List.of();
		}
		var all = payee(personId, today, open.stream().map(deal -> won(deal, today)).toList());
		var month = YearMonth.from(today);
		return open.stream().map(deal -> {
			var pay = sum(atOnce(with(real.stretches(), all.stretches(), PayFacts.sourceOf(deal))), month).minus(inAll);
			return new Open(deal.id(), deal.customer() != null ? deal.customer() : deal.name() != null ? deal.name() : deal.externalId(), deal.mrr(), deal.amount(), deal.currency(),
					deal.probability(), pay, suppose.deals().contains(deal.id()));
		}).sorted(Comparator.comparing(Open::pay).reversed().thenComparing(Open::id)).toList();
	}

	/** The real facts, and of all that could be won this one deal. */
	private static List<Stretch> with(List<Stretch> real, List<Stretch> all, String source) {
		var stretches = new ArrayList<Stretch>();
		for (int i = 0; i < real.size(); i++) {
			var facts = real.get(i).facts();
			var more = all.get(i).facts();
			var credits = new TreeMap<String, List<Credit>>();
			more.credits().forEach((component, theirs) -> {
				var own = new ArrayList<>(facts.credits().getOrDefault(component, List.of()));
				theirs.stream().filter(credit -> credit.source().equals(source) || credit.source().startsWith(source + "/")).forEach(own::add);
				own.sort(Credit.ORDER);
				credits.put(component, own);
			});
			stretches.add(new Stretch(real.get(i).plan(), real.get(i).terms(), new PayeeFacts(facts.since(), facts.until(), facts.leftOn(), facts.knownTo(), credits, more.deals(), facts.quota(),
					facts.factors(), facts.adjustments(), facts.held(), facts.refused())));
		}
		return stretches;
	}

	private static Money expected(List<Open> deals, PlanTerms terms) {
		return deals.stream().filter(deal -> deal.probability() != null).map(deal -> deal.pay().times(deal.probability().movePointLeft(2))).reduce(Money.zero(terms.currency()), Money::plus)
				.rounded(terms.rounding());
	}

	private static List<WhatIf.Row> components(PlanTerms terms, List<Owed> now, List<Owed> then) {
		var nothing = Money.zero(terms.currency());
		var names = new LinkedHashMap<String, String>();
		terms.components().forEach(component -> names.put(component.code(), component.name()));
		var rows = new ArrayList<WhatIf.Row>();
		names.forEach((code, name) -> rows.add(new WhatIf.Row(code, name, sum(now, code, nothing), sum(then, code, nothing))));
		var rest = new WhatIf.Row("", null, rest(now, names, nothing), rest(then, names, nothing));
		if (!rest.now().isZero() || !rest.then().isZero()) {
			rows.add(rest);
		}
		return rows;
	}

	private static Money sum(List<Owed> lines, String component, Money nothing) {
		return lines.stream().filter(line -> line.key().component().equals(component)).map(Owed::amount).reduce(nothing, Money::plus);
	}

	/** What belongs to the whole plan, or to a component that is no longer in it. */
	private static Money rest(List<Owed> lines, Map<String, String> names, Money nothing) {
		return lines.stream().filter(line -> !names.containsKey(line.key().component())).map(Owed::amount).reduce(nothing, Money::plus);
	}
}
