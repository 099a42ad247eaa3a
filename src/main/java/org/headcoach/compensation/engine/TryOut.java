package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.shared.Money;

/** What some made-up deals would pay under terms that nobody has published yet: the same computation as for real ones. */
public final class TryOut {

	/** A year's contract, of which a payment that covers a month is a twelfth. */
	private static final int MONTHS_OF_CONTRACT = 12;

	/**
	 * A made-up deal.
	 *
	 * @param units what it counts for every component; where customers are counted it is one
	 * @param firstPaidOn the customer's first payment; null when none came
	 * @param monthsPerPayment how many months of a year's contract each payment covers
	 * @param payments how many came, each so many months after the one before
	 * @param cancelledOn null while the customer is there
	 */
	public record Deal(String name, LocalDate wonOn, BigDecimal units, LocalDate firstPaidOn, int monthsPerPayment, int payments, LocalDate cancelledOn) implements Serializable {

		public static Deal won(String name, LocalDate on, BigDecimal units) {
			return new Deal(name, on, units, null, 1, 0, null);
		}

		public Deal paid(LocalDate first, int monthsEach, int times) {
			return new Deal(name, wonOn, units, first, monthsEach, times, cancelledOn);
		}

		public Deal cancelled(LocalDate on) {
			return new Deal(name, wonOn, units, firstPaidOn, monthsPerPayment, payments, on);
		}

		private List<CustomerPayment> made() {
			var made = new ArrayList<CustomerPayment>();
			for (int i = 0; firstPaidOn != null && i < payments; i++) {
				var day = firstPaidOn.plusMonths((long) i * monthsPerPayment);
				if (cancelledOn == null || day.isBefore(cancelledOn)) {
					var amount = units.multiply(BigDecimal.valueOf(monthsPerPayment)).divide(BigDecimal.valueOf(MONTHS_OF_CONTRACT), Slice.DIGITS);
					made.add(new CustomerPayment(String.format("%02d", i + 1), day, monthsPerPayment, amount));
				}
			}
			return made;
		}
	}

	/**
	 * A line of the answer.
	 *
	 * @param component its name; empty for a line of the whole plan
	 * @param deal the deal's name; empty for a line of the month
	 * @param owed with all its numbers
	 */
	public record Line(YearMonth month, String component, String deal, Owed owed) implements Serializable {
	}

	/**
	 * @param owed of the month, may be below 0
	 * @param paid of it and of what was carried into it, never below 0
	 * @param carried out of it, 0 or below
	 * @param debt of draws
	 */
	public record Month(YearMonth month, List<Line> lines, Money owed, Money paid, Money carried, Money debt) implements Serializable {

		public Month {
			lines = List.copyOf(lines);
		}
	}

	private TryOut() {
	}

	/**
	 * The months from the first deal to the last thing that happens, those without a line left out.
	 *
	 * @param quotas by component code, in units of its window
	 * @param figures by component code, one for each modifier in its order: the group where people are ranked (0 for none), else the figure; null for unknown
	 * @throws org.headcoach.shared.BusinessException when the terms have a problem, or a quota is missing
	 */
	public static List<Month> pay(PlanTerms terms, List<Deal> deals, Map<String, BigDecimal> quotas, Map<String, List<BigDecimal>> figures) {
		Problem.refuseFirst(terms.problems());
		if (deals.isEmpty()) {
			return List.of();
		}
		var first = deals.stream().map(Deal::wonOn).min(Comparator.naturalOrder()).orElseThrow().withDayOfMonth(1);
		var last = YearMonth.from(deals.stream().map(TryOut::lastDay).max(Comparator.naturalOrder()).orElseThrow()).plusMonths(latest(terms)).atEndOfMonth();
		var facts = facts(terms, deals, first, last);
		for (var component : terms.components()) {
			if (quotas.get(component.code()) != null) {
				for (var month = YearMonth.from(first); !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
					facts = facts.withQuota(component.code(), component.window().start(month, terms.yearStarts()), quotas.get(component.code()));
				}
			}
			if (!component.modifiers().isEmpty()) {
				var given = figures.getOrDefault(component.code(), List.of());
				var factors = new Modifier.Factor[component.modifiers().size()];
				for (int i = 0; i < factors.length; i++) {
					factors[i] = factor(component.modifiers().get(i), i < given.size() ? given.get(i) : null);
				}
				for (var month = YearMonth.from(first); !month.isAfter(YearMonth.from(last)); month = month.plusMonths(1)) {
					facts = facts.withFactors(component.code(), month, factors);
				}
			}
		}
		return months(terms, deals, facts, first, last);
	}

	/**
	 * What the customers pay in the twelve months from the first deal on, against what is paid for winning them.
	 *
	 * @param paid for these deals
	 * @return null where no MRR is sold, or a customer leaves again
	 */
	public static CommissionRatio ratio(PlanTerms terms, List<Deal> deals, Money paid) {
		if (deals.isEmpty() || terms.components().stream().noneMatch(component -> component.measure().kind() == Measure.Kind.MRR) || deals.stream().anyMatch(deal -> deal.cancelledOn() != null)) {
			return null;
		}
		var first = YearMonth.from(deals.stream().map(Deal::wonOn).min(Comparator.naturalOrder()).orElseThrow());
		return CommissionRatio.of(deals.stream().map(deal -> Credit.sale(deal.name(), deal.wonOn(), deal.units())).toList(), first.plusMonths(MONTHS_OF_CONTRACT - 1L), paid);
	}

	/** Months that customers pay in advance, on average; null when nobody has paid. */
	public static BigDecimal paidAhead(List<Deal> deals) {
		return Promotion.averagePaidAhead(deals.stream()
				.map(deal -> new Promotion.Customer(deal.wonOn(), deal.units(), deal.made().isEmpty() ? null : deal.monthsPerPayment(), deal.cancelledOn())).toList());
	}

	private static LocalDate lastDay(Deal deal) {
		var last = deal.cancelledOn() == null ? deal.wonOn() : Clawback.month(deal.cancelledOn()).atDay(1);
		return deal.made().stream().map(CustomerPayment::day).reduce(last, (one, other) -> one.isAfter(other) ? one : other);
	}

	/** Months after a sale in which something may still fall due by time alone. */
	private static int latest(PlanTerms terms) {
		return terms.components().stream().flatMap(component -> component.schedule().instalments().stream()).filter(part -> part.trigger() == Instalment.Trigger.AFTER_MONTHS)
				.mapToInt(Instalment::number).max().orElse(0);
	}

	private static PayeeFacts facts(PlanTerms terms, List<Deal> deals, LocalDate first, LocalDate last) {
		var credits = new TreeMap<String, List<Credit>>();
		var payable = new HashMap<String, PayableDeal>();
		for (int i = 0; i < deals.size(); i++) {
			var deal = deals.get(i);
			var source = String.format("%03d", i + 1);
			payable.put(source, new PayableDeal(source, deal.wonOn(), deal.units(), deal.made(), deal.cancelledOn()));
			for (var component : terms.components()) {
				var units = component.measure().kind() == Measure.Kind.CUSTOMERS ? BigDecimal.ONE : deal.units();
				var day = component.measure().on() == Measure.On.BOOKING ? deal.wonOn() : deal.firstPaidOn();
				if (day != null && (component.timeBox() == null || component.timeBox().holds(day))) {
					credits.computeIfAbsent(component.code(), code -> new ArrayList<>()).add(Credit.sale(source, day, units));
				}
			}
		}
		credits.values().forEach(all -> all.sort(Credit.ORDER));
		return PayeeFacts.of(credits, payable, first, last);
	}

	private static Modifier.Factor factor(Modifier modifier, BigDecimal given) {
		if (given == null) {
			return modifier.unknown();
		}
		if (modifier.ranking() == null) {
			return modifier.of(given, 1);
		}
		var group = given.intValue();
		var factors = modifier.ranking().factors();
		return group < 1 || group > factors.size() ? modifier.unknown() : new Modifier.Factor(modifier.figure(), null, modifier.ranking().least(), group, factors.get(group - 1));
	}

	private static List<Month> months(PlanTerms terms, List<Deal> deals, PayeeFacts facts, LocalDate first, LocalDate last) {
		var names = new HashMap<String, String>();
		terms.components().forEach(component -> names.put(component.code(), component.name()));
		var months = new ArrayList<Month>();
		var carried = Money.zero(terms.currency());
		for (var month : new PayRun(terms, facts).months(YearMonth.from(first), YearMonth.from(last))) {
			var balance = Balance.of(carried, month.owed());
			if (!month.lines().isEmpty() || !month.owed().isZero()) {
				months.add(new Month(month.month(), month.lines().stream().map(line -> new Line(month.month(), names.getOrDefault(line.key().component(), ""), nameOf(deals, line.key().source()), line)).toList(),
						month.owed(), balance.pay(), balance.carried(), month.drawDebt()));
			}
			carried = balance.carried();
		}
		return months;
	}

	private static String nameOf(List<Deal> deals, String source) {
		return source.isEmpty() ? "" : deals.get(Integer.parseInt(source) - 1).name();
	}
}
