package org.headcoach.compensation.engine;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

/** Plans to start from. Each is complete and may be published as it is; most people will change rates and quota. */
public enum Preset {

	/** 2 for each 1 of MRR, all of it taken back when the customer cancels within four months. */
	HUNTING {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			return List.of(newMrr(names, flat("2"), PaySchedule.atOnce(Clawback.all(4))));
		}
	},

	/** 4, 3, 2 or 1 for each 1 of MRR by the quarter in which the rep's churn stands among the others. */
	CUSTOMER_SUCCESS {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			var byChurn = Modifier.rank("CHURN", 6, new Ranking(List.of(number("4"), number("3"), number("2"), number("1")), true, 5), number("2"));
			return List.of(newMrr(names, flat("1"), PaySchedule.atOnce(null)).modified(byChurn));
		}
	},

	/** 2 for each 1 of MRR, half with the customer's first payment, a quarter with the sixth, a quarter with the twelfth. */
	CUSTOMER_COMMITMENT {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			return List.of(newMrr(names, flat("2"),
					new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 6), Instalment.atCustomerMonth("0.25", 12)), null)));
		}
	},

	/** A tenth of the revenue. */
	TEN_PERCENT {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			return List.of(revenue(names, flat("0.1"), Window.MONTH, Crediting.OWN));
		}
	},

	/** 5 % up to the quota of the year, 6 % up to a quarter more, 7 % above. */
	TWO_ACCELERATORS {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			var table = new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, BigDecimal.ONE, number("0.05")), Tier.marginal(BigDecimal.ONE, number("1.25"), number("0.06")),
					Tier.marginal(number("1.25"), null, number("0.07"))), Boundary.HIGHER);
			return List.of(revenue(names, table, Window.YEAR, Crediting.OWN).byQuota());
		}
	},

	/** For managers: 2 % of the revenue of everybody below them. */
	MANAGER_OVERRIDE {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			return List.of(revenue(names, flat("0.02"), Window.MONTH, Crediting.ROLL_UP).named(names.apply("compensation.preset.component.team-revenue")));
		}
	},

	/** 2 for each 1 of MRR, and who has 60,000 MRR of customers, 5,000 of new MRR a month and 6 months prepaid moves on to the next level. */
	ASSOCIATE {
		@Override
		List<Component> components(Currency currency, UnaryOperator<String> names) {
			return HUNTING.components(currency, names);
		}

		@Override
		public PlanTerms terms(Currency currency, UnaryOperator<String> names) {
			return super.terms(currency, names).promoting(new Promotion(names.apply("compensation.preset.level.senior-associate"), number("60000"), number("5000"), number("6")));
		}
	};

	/**
	 * @param names the text of a key, for the names of plan and components, which are the company's own from then on
	 */
	public PlanTerms terms(Currency currency, UnaryOperator<String> names) {
		return PlanTerms.of(names.apply(nameKey()), currency, components(currency, names).toArray(Component[]::new));
	}

	public String nameKey() {
		return "compensation.preset." + name();
	}

	/** What it is for, and what it led to where it comes from. */
	public String whyKey() {
		return nameKey() + ".why";
	}

	abstract List<Component> components(Currency currency, UnaryOperator<String> names);

	private static Component newMrr(UnaryOperator<String> names, RateTable table, PaySchedule schedule) {
		return Component.of("new-mrr", table, Window.MONTH, schedule).named(names.apply("compensation.preset.component.new-mrr"));
	}

	private static Component revenue(UnaryOperator<String> names, RateTable table, Window window, Crediting crediting) {
		return Component.of("revenue", table, window, PaySchedule.atOnce(null)).named(names.apply("compensation.preset.component.revenue"))
				.measuring(Measure.of(Measure.Kind.REVENUE), crediting);
	}

	private static RateTable flat(String rate) {
		return RateTable.flat(number(rate));
	}

	private static BigDecimal number(String digits) {
		return new BigDecimal(digits);
	}
}
