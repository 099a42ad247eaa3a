package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a version of a plan says. Once published it is never edited.
 *
 * @param yearStarts first month of the year by which windows and seasons are counted
 * @param seasons shares of a year's quota that add up to 1: 1, 2, 4 or 12 of equal length
 * @param ramp share of the quota in the first, second ... month in the role; after the last all of it
 * @param draw null for none
 * @param monthCap the most that the whole plan pays for a month; null for none
 * @param promotion when somebody moves on to the plan of the next level; null when there is none
 */
public record PlanTerms(String name, int version, Currency currency, Month yearStarts, RoundingMode rounding, RateDate rateDate, LeaverRule leavers,
		Quota.Proration proration, List<BigDecimal> seasons, List<BigDecimal> ramp, List<Component> components, Draw draw, Cap monthCap,
		Promotion promotion) implements Serializable {

	/** Rounding modes that pay may have: half up, half to the even digit, down. */
	public static final List<RoundingMode> ROUNDINGS = List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN);

	public PlanTerms {
		seasons = List.copyOf(seasons);
		ramp = List.copyOf(ramp);
		components = List.copyOf(components);
	}

	/** The settings as they are when nobody chooses: rounded half up, leavers are paid what they earned, quota by months, evenly, without ramp. */
	public static PlanTerms of(String name, Currency currency, Component... components) {
		return new PlanTerms(name, 1, currency, Month.JANUARY, RoundingMode.HALF_UP, RateDate.CREDIT_DAY, LeaverRule.EARNED_IS_PAID, Quota.Proration.MONTHS,
				List.of(BigDecimal.ONE), List.of(), List.of(components), null, null, null);
	}

	public PlanTerms drawing(Draw guaranteed) {
		return new PlanTerms(name, version, currency, yearStarts, rounding, rateDate, leavers, proration, seasons, ramp, components, guaranteed, monthCap, promotion);
	}

	public PlanTerms numbered(int number) {
		return new PlanTerms(name, number, currency, yearStarts, rounding, rateDate, leavers, proration, seasons, ramp, components, draw, monthCap, promotion);
	}

	public PlanTerms promoting(Promotion next) {
		return new PlanTerms(name, version, currency, yearStarts, rounding, rateDate, leavers, proration, seasons, ramp, components, draw, monthCap, next);
	}

	public PlanTerms named(String title) {
		return new PlanTerms(title, version, currency, yearStarts, rounding, rateDate, leavers, proration, seasons, ramp, components, draw, monthCap, promotion);
	}

	/** The quota of somebody whose year's is this. */
	public Quota quota(BigDecimal year) {
		return new Quota(year, seasons, yearStarts, proration, ramp);
	}

	public boolean needsQuota() {
		return components.stream().anyMatch(Component::ofQuota);
	}

	/** Everything that stands before publishing, component by component. */
	public List<Problem> problems() {
		var problems = new ArrayList<Problem>();
		if (components.isEmpty()) {
			problems.add(Problem.of("compensation.problem.no-component"));
		}
		if (components.stream().map(Component::code).distinct().count() < components.size()) {
			problems.add(Problem.of("compensation.problem.same-code"));
		}
		if (components.stream().map(Component::name).distinct().count() < components.size()) {
			problems.add(Problem.of("compensation.problem.same-name"));
		}
		components.forEach(component -> problems.addAll(component.problems(currency)));
		problems.addAll(quota(BigDecimal.ONE).problems());
		if (draw != null && (draw.amount().signum() <= 0 || !draw.amount().currency().equals(currency) || draw.months() < 1)) {
			problems.add(Problem.of("compensation.problem.draw", draw.amount()));
		}
		if (monthCap != null && (monthCap.most().signum() <= 0 || !monthCap.most().currency().equals(currency))) {
			problems.add(Problem.of("compensation.problem.limit-not-above-zero"));
		}
		if (promotion != null && !promotion.isComplete()) {
			problems.add(Problem.of("compensation.problem.promotion"));
		}
		return problems.stream().map(problem -> problem.where().isEmpty() ? problem.in(name) : problem).toList();
	}
}
