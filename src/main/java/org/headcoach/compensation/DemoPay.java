package org.headcoach.compensation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.Boundary;
import org.headcoach.compensation.engine.Clawback;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.Instalment;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Promotion;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Tier;
import org.headcoach.compensation.engine.TimeBox;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.AccountRole;
import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.DemoTime;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/**
 * What the demo company pays: two plans, two months that are closed, one in review, and the one that runs. It goes through the services as the people who would
 * have done it, on the days on which they would have: every rule holds for it, and each closed month knows what was known then.
 */
@ApplicationScoped
public class DemoPay {

	private static final int CLOSED_MONTHS = 2;

	/** Its manager has not approved yet: the demo account does. */
	private static final String TEAM_IN_THE_MIDDLE = "Harbor";

	/** What the demo company answers to its linter. */
	private static final Map<String, String> WHY_KEPT = Map.of("I1", "Half comes with the first payment; the rest is meant to wait for customers who stay.", "I2",
			"The last quarter waits for the twelfth payment: whoever sells to customers who stay a year gets all of it.", "A3",
			"After four months a cancellation is no longer the seller's.", "A8", "A SPIFF is over when its budget is.");
	private static final String WHY_ELSE = "Known and accepted for this year.";

	@Inject
	private PlanService plans;

	@Inject
	private PayrollService payroll;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private CurrentActor current;

	@Inject
	private DemoTime time;

	/** Pays the last months; what a load that was killed has done already is not done again. Needs the company, its people and what they sold. */
	@ActivateRequestContext
	public void load() {
		current.as(Actor.SYSTEM, () -> {
			time.during(this::pay);
			payroll.compute();
			return null;
		});
	}

	private void pay() {
		var running = YearMonth.from(people.today());
		var first = running.minusMonths(CLOSED_MONTHS + 1L);
		time.at(first.atDay(1).atTime(9, 0));
		var currency = people.company().currency();
		var rep = plan(accountExecutive(currency, running.minusMonths(1)), first);
		var manager = plan(teamManager(currency), first);
		assign(rep, Role.REP, first, running, Map.of("new-mrr", BigDecimal.valueOf(50_400)), BigDecimal.valueOf(100_800));
		assign(manager, Role.MANAGER, first, running, Map.of(), BigDecimal.valueOf(60_000));
		for (int i = 0; i <= CLOSED_MONTHS; i++) {
			var month = first.plusMonths(i);
			time.at(month.plusMonths(1).atDay(3).atTime(9, 0));
			payroll.compute();
			if (payroll.status(month) == PeriodStatus.OPEN) {
				payroll.review(month);
			}
			time.at(month.plusMonths(1).atDay(4).atTime(10, 0));
			if (payroll.status(month) == PeriodStatus.IN_REVIEW) {
				approve(month, i < CLOSED_MONTHS ? "" : TEAM_IN_THE_MIDDLE);
			}
			time.at(month.plusMonths(1).atDay(5).atTime(16, 0));
			if (i < CLOSED_MONTHS && payroll.status(month) == PeriodStatus.IN_REVIEW) {
				payroll.close(month, false);
			}
		}
	}

	private long plan(PlanTerms terms, YearMonth first) {
		var there = plans.plans().stream().filter(plan -> plan.name().equals(terms.name())).findFirst();
		if (there.isPresent()) {
			return there.get().id();
		}
		var version = plans.create(terms.name(), first.atDay(1), terms);
		plans.judge(version).unkept().forEach(finding -> plans.keepFinding(version, finding.id(), WHY_KEPT.getOrDefault(finding.rule(), WHY_ELSE)));
		plans.publish(version, plans.version(version).version());
		return plans.plans().stream().filter(plan -> plan.name().equals(terms.name())).findFirst().orElseThrow().id();
	}

	/** Everybody in the role, each from the first day in it. */
	private void assign(long plan, Role role, YearMonth first, YearMonth last, Map<String, BigDecimal> quotas, BigDecimal target) {
		var began = new HashMap<Long, YearMonth>();
		var places = new HashMap<Long, Line.Place>();
		positions.in(first, last).forEach((month, line) -> line.everybodyIn(role).forEach(place -> {
			began.putIfAbsent(place.personId(), month);
			places.putIfAbsent(place.personId(), place);
		}));
		plans.plan(plan).assignments().forEach(assignment -> began.remove(assignment.personId()));
		began.forEach((person, month) -> {
			var started = places.get(person).startedOn();
			var from = started.isAfter(month.atDay(1)) ? started : month.atDay(1);
			plans.assign(new PlanService.Assign(plan, List.of(person), from, null, started, target, null, quotas));
		});
	}

	private void approve(YearMonth month, String except) {
		var line = positions.in(month);
		var paid = new HashSet<>(payroll.paidIn(month));
		for (var leader : line.everybody()) {
			if (leader.role() == Role.REP || except.equals(leader.teamName())) {
				continue;
			}
			var reports = line.directReportsOf(leader.personId()).stream().map(Line.Place::personId).filter(paid::contains).toList();
			current.as(new Actor(null, leader.name(), AccountRole.valueOf(leader.role() == Role.VP ? "EXECUTIVE" : leader.role().name()), leader.personId(), null),
					() -> payroll.approve(month, reports));
		}
	}

	private static BigDecimal number(String digits) {
		return new BigDecimal(digits);
	}

	/** 2 for each 1 of MRR up to quota, 3 above; half with the customer's first payment, a quarter with the sixth, a quarter with the twelfth. */
	private static PlanTerms accountExecutive(Currency currency, YearMonth spiff) {
		var table = new RateTable(List.of(Tier.marginal(BigDecimal.ZERO, BigDecimal.ONE, number("2")), Tier.marginal(BigDecimal.ONE, null, number("3"))), Boundary.HIGHER);
		var commitment = new PaySchedule(List.of(Instalment.atCustomerMonth("0.5", 1), Instalment.atCustomerMonth("0.25", 6), Instalment.atCustomerMonth("0.25", 12)), Clawback.all(4));
		var mrr = Component.of("new-mrr", table, Window.MONTH, commitment).named("New MRR").byQuota();
		var customers = Component.of("autumn-spiff", RateTable.flat(number("150")), Window.DEAL, PaySchedule.atOnce(null)).named("New customer SPIFF")
				.measuring(Measure.of(Measure.Kind.CUSTOMERS), Crediting.OWN)
				.during(new TimeBox(spiff.atDay(1), spiff.atEndOfMonth(), Money.of(number("12000"), currency)));
		return PlanTerms.of("Account executive", currency, mrr, customers).promoting(new Promotion("Senior account executive", number("60000"), number("5000"), number("6")));
	}

	private static PlanTerms teamManager(Currency currency) {
		return PlanTerms.of("Team manager", currency, Component.of("team-mrr", RateTable.flat(number("0.15")), Window.MONTH, PaySchedule.atOnce(Clawback.all(4))).named("Team MRR")
				.measuring(Measure.of(Measure.Kind.MRR), Crediting.ROLL_UP));
	}
}
