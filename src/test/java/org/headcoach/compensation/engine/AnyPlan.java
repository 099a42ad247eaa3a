package org.headcoach.compensation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.headcoach.shared.Money;

/** Any plan that may be published, and any two years of work under it; the same for the same random numbers. */
final class AnyPlan {

	static final YearMonth FIRST = YearMonth.of(2025, 1);
	static final int MONTHS = 16;

	private static final Currency USD = Currency.getInstance("USD");

	private final Random random;

	AnyPlan(long seed) {
		random = new Random(seed * 0x9E3779B97F4A7C15L);
	}

	PlanTerms terms() {
		var components = new ArrayList<Component>();
		for (int i = 0; i <= random.nextInt(3); i++) {
			components.add(component("c" + i));
		}
		var draw = one(3) ? new Draw(pick(Draw.Type.values()), money(200, 900), 1 + random.nextInt(6), 1 + random.nextInt(5), one(2) ? BigDecimal.ONE : cents(10, 99), one(2) ? null : money(50, 150))
				: null;
		var terms = new PlanTerms("Plan", 1 + random.nextInt(9), USD, pick(Month.values()), pick(PlanTerms.ROUNDINGS.toArray(RoundingMode[]::new)), pick(RateDate.values()), pick(LeaverRule.values()),
				pick(Quota.Proration.values()), one(2) ? List.of(BigDecimal.ONE) : List.of(cents(40, 40), cents(60, 60)), one(2) ? List.of() : List.of(cents(50, 50), cents(75, 75)), components, draw,
				one(3) ? new Cap(money(60, 600), one(2)) : null, one(3) ? new Promotion("Next", cents(1, 900_000), cents(1, 90_000), cents(1, 900)) : null);
		return terms;
	}

	private Component component(String code) {
		var window = pick(Window.values());
		var ofQuota = window != Window.DEAL && one(3);
		var parts = switch (random.nextInt(4)) {
			case 0 -> List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 3), Instalment.atCustomerMonth("0.25", 6));
			case 1 -> List.of(new Instalment(cents(70, 70), Instalment.Trigger.AT_ONCE, 0), new Instalment(cents(30, 30), Instalment.Trigger.AFTER_MONTHS, 3));
			case 2 -> List.of(new Instalment(BigDecimal.ONE, Instalment.Trigger.SHARE_PAID, 0));
			default -> List.of(new Instalment(BigDecimal.ONE, Instalment.Trigger.AT_ONCE, 0));
		};
		var clawback = one(2) ? new Clawback(1 + random.nextInt(12), cents(1, 100), one(2)) : null;
		var modifiers = new ArrayList<Modifier>();
		if (one(4)) {
			modifiers.add(Modifier.rank("CHURN", 6, new Ranking(List.of(cents(400, 400), cents(150, 150)), true, 5), BigDecimal.ONE));
		}
		if (one(4)) {
			modifiers.add(Modifier.steps("PREPAID", 3, List.of(new Modifier.Step(BigDecimal.ZERO, cents(90, 100)), new Modifier.Step(cents(600, 600), cents(110, 150))), BigDecimal.ONE));
		}
		var limits = new Limits(one(5) ? money(1, 20) : null, one(4) ? money(100, 400) : null, one(5) ? money(10, 40) : null, one(4) && !ofQuota && window != Window.MONTH ? new Cap(money(40, 300), one(2)) : null);
		return new Component(code, "Name of " + code, new Measure(pick(Measure.Kind.MRR, Measure.Kind.REVENUE, Measure.Kind.UNITS), null, pick(Measure.On.values())), pick(Crediting.values()), table(ofQuota), ofQuota,
				window, pick(RefundRule.values()), modifiers, limits, new PaySchedule(parts, clawback), null);
	}

	RateTable table(boolean ofQuota) {
		var tiers = new ArrayList<Tier>();
		var from = BigDecimal.ZERO;
		var rate = cents(2, 10);
		var count = random.nextInt(4);
		for (int i = 0; i <= count; i++) {
			var to = i == count ? null : from.add(ofQuota ? cents(20, 70) : BigDecimal.valueOf(300L + random.nextInt(3000)));
			tiers.add(new Tier(from, to, i > 0 && one(3) ? TierKind.RETROACTIVE : TierKind.MARGINAL, rate));
			from = to;
			rate = rate.add(cents(0, 9));
		}
		return new RateTable(tiers, pick(Boundary.values()));
	}

	PayeeFacts facts(PlanTerms terms) {
		var deals = new TreeMap<String, PayableDeal>();
		for (int i = 0; i < random.nextInt(14); i++) {
			var day = FIRST.atDay(1).plusDays(random.nextInt(300));
			deals.put("d" + i, new PayableDeal("d" + i, day, cents(10_000, 900_000), payments(day), one(4) ? day.plusDays(random.nextInt(300)) : null));
		}
		var facts = PayeeFacts.of(new TreeMap<>(), deals, FIRST.atDay(1), FIRST.plusMonths(MONTHS - 1L).atEndOfMonth());
		for (var component : terms.components()) {
			var ofComponent = new ArrayList<Credit>();
			for (var deal : deals.values()) {
				var base = cents(1_000, 400_000);
				ofComponent.add(one(3) ? Credit.sale(deal.source(), deal.wonOn(), base)
						: Credit.from(deal.source(), deal.wonOn(), new Credit.Origin("Deal " + deal.source(), base, Currency.getInstance("EUR"), cents(50, 50), cents(105, 120), deal.wonOn())));
				if (one(6)) {
					ofComponent.add(Credit.refund(deal.source() + "r", deal.wonOn().plusDays(random.nextInt(90)), ofComponent.get(ofComponent.size() - 1).base().divide(BigDecimal.valueOf(-2)), deal.source()));
				}
			}
			facts.credits().put(component.code(), List.copyOf(ofComponent));
			for (int month = -11; month < MONTHS + 12 && component.ofQuota(); month++) {
				facts = facts.withQuota(component.code(), FIRST.plusMonths(month), cents(100_000, 500_000));
			}
			if (!component.modifiers().isEmpty() && one(2)) {
				facts = facts.withFactors(component.code(), FIRST.plusMonths(random.nextInt(10)),
						component.modifiers().stream().map(modifier -> new Modifier.Factor(modifier.figure(), cents(1, 500), 7, 1, cents(50, 200))).toArray(Modifier.Factor[]::new));
			}
		}
		if (one(3)) {
			facts = facts.withAdjustments(List.of(new PayeeFacts.Adjusted("a1", FIRST.plusMonths(random.nextInt(MONTHS)), money(-200, 300))));
		}
		return facts;
	}

	private List<CustomerPayment> payments(LocalDate from) {
		var payments = new ArrayList<CustomerPayment>();
		for (int i = 0; i < random.nextInt(9); i++) {
			payments.add(new CustomerPayment("p" + i, from.plusDays(i * 30L + random.nextInt(20)), 1 + random.nextInt(3), cents(1_000, 90_000)));
		}
		return payments;
	}

	BigDecimal cents(int least, int most) {
		return BigDecimal.valueOf(least + random.nextInt(most - least + 1), 2);
	}

	Money money(int least, int most) {
		return Money.of(BigDecimal.valueOf(least * 100L + random.nextInt((most - least) * 100), 2), USD);
	}

	private boolean one(int of) {
		return random.nextInt(of) == 0;
	}

	@SafeVarargs
	private <T> T pick(T... from) {
		return from[random.nextInt(from.length)];
	}
}
