package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.pipeline.SoldDeals;
import org.headcoach.pipeline.SoldDeals.SoldDeal;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What open deals would cost if they were won today and their customers made the first payment at once. Deals of one probability are supposed together, so that tiers and
 * caps are felt, and what they add counts by that probability. It asks for no right.
 */
@ApplicationScoped
class PayForecast {

	@Inject
	private PayFacts facts;

	@Inject
	private Plans plans;

	@Inject
	private SoldDeals sold;

	PayMonthPage.Forecast of(LocalDate today) {
		var ids = plans.assignments().stream().filter(assignment -> assignment.touches(today, today)).map(assignment -> assignment.person().id()).distinct().toList();
		var open = ids.isEmpty() ? List.<SoldDeal>of()
				: sold.open(ids).stream().filter(deal -> deal.probability() != null && deal.probability().signum() > 0).toList();
		if (open.isEmpty()) {
			return new PayMonthPage.Forecast(0, List.of());
		}
		var bands = new HashMap<String, BigDecimal>();
		open.forEach(deal -> bands.put(PayFacts.sourceOf(deal), deal.probability().movePointLeft(2)));
		var sums = new TreeMap<String, Money>();
		for (var payee : facts.of(ids, today, open.stream().map(deal -> won(deal, today)).toList())) {
			if (payee.refusal() == null && !payee.stretches().isEmpty()) {
				var expected = expected(payee, bands, YearMonth.from(today));
				sums.merge(expected.currency().getCurrencyCode(), expected, Money::plus);
			}
		}
		return new PayMonthPage.Forecast(open.size(), List.copyOf(sums.values()));
	}

	private static SoldDeal won(SoldDeal deal, LocalDate today) {
		var amount = deal.amount() == null ? BigDecimal.ONE : deal.amount();
		var payment = new SoldDeals.Payment("supposed", today, today, amount, deal.currency(), deal.prepaidMonths() == null ? 1 : deal.prepaidMonths());
		return new SoldDeal(deal.id(), deal.sourceId(), deal.externalId(), deal.name(), deal.customer(), deal.ownerId(), "WON", deal.createdOn(), today, deal.amount(), deal.mrr(), deal.margin(),
				deal.units(), deal.currency(), deal.prepaidMonths(), null, deal.splits(), List.of(payment), null, null);
	}

	private static Money expected(PayFacts.Payee payee, Map<String, BigDecimal> bands, YearMonth month) {
		var without = owed(payee, source -> !bands.containsKey(source), month);
		var own = payee.stretches().stream().flatMap(stretch -> stretch.facts().credits().values().stream().flatMap(List::stream)).map(credit -> PayMonthService.dealOf(credit.source()))
				.map(bands::get).filter(java.util.Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
		var expected = Money.zero(without.currency());
		for (var probability : own) {
			var with = owed(payee, source -> !bands.containsKey(source) || bands.get(source).compareTo(probability) == 0, month);
			expected = expected.plus(with.minus(without).times(probability));
		}
		return expected;
	}

	private static Money owed(PayFacts.Payee payee, Predicate<String> which, YearMonth month) {
		var stretches = new ArrayList<Stretch>();
		for (var stretch : payee.stretches()) {
			var facts = stretch.facts();
			var credits = new TreeMap<String, List<Credit>>();
			facts.credits().forEach((component, all) -> credits.put(component, all.stream().filter(credit -> which.test(PayMonthService.dealOf(credit.source()))).toList()));
			stretches.add(new Stretch(stretch.plan(), stretch.terms(), new PayeeFacts(facts.since(), facts.until(), facts.leftOn(), facts.knownTo(), credits, facts.deals(), facts.quota(),
					facts.factors(), facts.adjustments(), facts.held(), facts.refused())));
		}
		return new PayRun(stretches).months(payee.first(), month).stream().flatMap(each -> each.lines().stream()).map(line -> line.amount()).reduce(Money::plus)
				.orElse(Money.zero(payee.stretches().get(0).terms().currency()));
	}
}
