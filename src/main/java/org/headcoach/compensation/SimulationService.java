package org.headcoach.compensation;

import static org.headcoach.people.Permission.EDIT_PLANS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PayMonth;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to trying plans out on what people really sold. It computes with the engine that pays, from the facts that are paid by, and posts nothing.
 * Everything begins at 0 with the first month of the time looked at, for the plan of today and for every candidate alike.
 */
@ApplicationScoped
@Transactional
public class SimulationService {

	/** Candidates side by side. */
	public static final int CANDIDATES = 3;

	/** People x months x plans of one simulation. */
	private static final int MOST = 20_000;

	/** Whose year the linter looks at; more would say the same more slowly. */
	private static final int PEOPLE_OF_LINT = 30;

	private static final MathContext DIGITS = MathContext.DECIMAL64;
	private static final String GOAL = "goal";
	private static final String MRR = "mrr";

	/**
	 * What is tried out.
	 *
	 * @param versionIds drafts or published versions, one to three
	 * @param personIds empty: everybody who is on a plan today
	 * @param months the last so many full ones, 1 to 12
	 * @param quotas a year's units by component code, for those who have none for it; may be empty
	 */
	public record Simulate(List<Long> versionIds, Collection<Long> personIds, int months, Map<String, BigDecimal> quotas) implements Serializable {
	}

	/**
	 * A plan and what it would have cost.
	 *
	 * @param versionId null for the plans of today
	 * @param cost of everybody whose pay could be computed; null when it is of nobody
	 * @param costPerUnit pay for a unit of the company's first goal; null when none was reached
	 * @param ratio revenue that the new customers brought within these months, for each unit of pay; null without pay
	 * @param winners people who would have got more than today; @param losers less
	 * @param refused people whose pay could not be computed
	 */
	public record Candidate(Long versionId, String planName, int number, Money cost, BigDecimal costPerUnit, BigDecimal ratio, long winners, long losers, long refused) implements Serializable {
	}

	/** @param amount null when it could not be computed; @param refusal why, else null */
	public record Pay(Money amount, BusinessException refusal) implements Serializable {
	}

	/** @param today by the plan of today; null for who is on none; @param then by each candidate in its order */
	public record PersonLine(long personId, String name, Pay today, List<Pay> then) implements Serializable {
	}

	/**
	 * @param goal name of the measure that the company wants to grow first
	 * @param reached units of it
	 * @param deals that count for it
	 */
	public record Simulation(YearMonth first, YearMonth last, String goal, BigDecimal reached, int deals, Candidate today, List<Candidate> candidates, List<PersonLine> people)
			implements Serializable {
	}

	/** Somebody who takes part, with the plan of today. */
	private record Taking(long id, String name, LocalDate from, LocalDate leftOn, PlanVersion version, Map<String, BigDecimal> quotas, LocalDate rampFrom) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private PayFacts facts;

	@Inject
	private PeopleService people;

	/**
	 * What these versions would have paid. Who edits plans.
	 *
	 * @throws BusinessException when it is too much at once, when a version has a problem, or when facts are missing for everybody
	 */
	@Needs(EDIT_PLANS)
	public Simulation simulate(Simulate wanted) {
		if (wanted.versionIds().isEmpty() || wanted.versionIds().size() > CANDIDATES || wanted.months() < 1 || wanted.months() > 12) {
			throw new BusinessException("compensation.simulation.error.range", CANDIDATES);
		}
		var versions = wanted.versionIds().stream().distinct().map(this::version).toList();
		versions.forEach(version -> version.terms().problems().stream().findFirst().ifPresent(problem -> {
			throw problem.refusal();
		}));
		var last = YearMonth.from(people.today()).minusMonths(1);
		var first = last.minusMonths(wanted.months() - 1L);
		var taking = taking(wanted.personIds(), first, last);
		var size = (long) taking.size() * wanted.months() * (versions.size() + 1);
		if (size > MOST) {
			throw new BusinessException("compensation.simulation.error.too-much", taking.size(), wanted.months());
		}
		var asked = new ArrayList<PayFacts.Asked>();
		for (var one : taking) {
			if (one.version() != null) {
				asked.add(ask("today " + one.version().id(), one.version().terms(), one, wanted.quotas()));
			}
			versions.forEach(version -> asked.add(ask("then " + version.id(), version.terms(), one, wanted.quotas())));
			asked.add(ask(GOAL, goalTerms(), one, Map.of()));
		}
		var known = new LinkedHashMap<PayFacts.Asked, PayeeFacts>();
		var all = facts.of(asked, last.atEndOfMonth());
		for (int i = 0; i < asked.size(); i++) {
			known.put(asked.get(i), all.get(i));
		}
		return result(taking, versions, known, first, last);
	}

	private Simulation result(List<Taking> taking, List<PlanVersion> versions, Map<PayFacts.Asked, PayeeFacts> known, YearMonth first, YearMonth last) {
		var lines = new TreeMap<Long, List<Pay>>();
		var today = new TreeMap<Long, Pay>();
		var goals = new TreeMap<String, Credit>();
		var mrr = new TreeMap<String, Credit>();
		known.forEach((asked, of) -> {
			if (asked.plan().equals(GOAL)) {
				of.credits().getOrDefault(GOAL, List.of()).forEach(credit -> goals.put(asked.personId() + " " + credit.source(), credit));
				of.credits().getOrDefault(MRR, List.of()).forEach(credit -> mrr.put(asked.personId() + " " + credit.source(), credit));
			} else if (asked.plan().startsWith("today")) {
				today.put(asked.personId(), pay(asked, of, last));
			} else {
				lines.computeIfAbsent(asked.personId(), id -> new ArrayList<>()).add(pay(asked, of, last));
			}
		});
		var reached = goals.values().stream().map(Credit::base).reduce(BigDecimal.ZERO, BigDecimal::add);
		var revenue = mrr.values().stream().map(credit -> credit.base().multiply(BigDecimal.valueOf(ChronoUnit.MONTHS.between(credit.month(), last) + 1))).reduce(BigDecimal.ZERO,
				BigDecimal::add);
		var persons = taking.stream().map(one -> new PersonLine(one.id(), one.name(), today.get(one.id()), lines.get(one.id()))).toList();
		var candidates = new ArrayList<Candidate>();
		for (int i = 0; i < versions.size(); i++) {
			var at = i;
			var version = versions.get(i);
			candidates.add(candidate(version.id(), version.plan().name(), version.number(), persons.stream().map(line -> line.then().get(at)).toList(),
					persons.stream().map(PersonLine::today).toList(), reached, revenue));
		}
		var now = persons.stream().map(PersonLine::today).filter(java.util.Objects::nonNull).toList();
		return new Simulation(first, last, goal(), reached, goals.size(), now.isEmpty() ? null : candidate(null, "", 0, now, now, reached, revenue), candidates, persons);
	}

	private static Candidate candidate(Long version, String name, int number, List<Pay> pays, List<Pay> today, BigDecimal reached, BigDecimal revenue) {
		Money cost = null;
		var winners = 0;
		var losers = 0;
		var refused = 0;
		for (int i = 0; i < pays.size(); i++) {
			var pay = pays.get(i);
			if (pay.amount() == null) {
				refused++;
				continue;
			}
			// who is paid today in another currency cannot be held against it without a rate, and counts to nobody
			if (cost == null || cost.currency().equals(pay.amount().currency())) {
				cost = cost == null ? pay.amount() : cost.plus(pay.amount());
			}
			var before = today.get(i) == null ? null : today.get(i).amount();
			if (before != null && before.currency().equals(pay.amount().currency())) {
				var side = pay.amount().compareTo(before);
				winners += side > 0 ? 1 : 0;
				losers += side < 0 ? 1 : 0;
			}
		}
		return new Candidate(version, name, number, cost, cost == null || reached.signum() <= 0 ? null : cost.amount().divide(reached, DIGITS), cost == null ? null : ratio(revenue, cost),
				winners, losers, refused);
	}

	/** Revenue for each unit of pay; null without pay. */
	static BigDecimal ratio(BigDecimal revenue, Money cost) {
		return cost.signum() <= 0 ? null : revenue.divide(cost.amount(), DIGITS);
	}

	private static Pay pay(PayFacts.Asked asked, PayeeFacts of, YearMonth last) {
		try {
			return new Pay(new PayRun(asked.terms(), of).months(YearMonth.from(asked.from()), last).stream().map(PayMonth::owed).reduce(Money.zero(asked.terms().currency()), Money::plus), null);
		} catch (BusinessException e) {
			return new Pay(null, e);
		}
	}

	private PayFacts.Asked ask(String plan, PlanTerms terms, Taking one, Map<String, BigDecimal> given) {
		var quotas = new TreeMap<>(given);
		quotas.putAll(one.quotas());
		return new PayFacts.Asked(plan, terms, one.id(), one.from(), one.from(), one.leftOn(), one.leftOn(), one.rampFrom(), quotas);
	}

	private List<Taking> taking(Collection<Long> wanted, YearMonth first, YearMonth last) {
		var published = plans.published();
		var end = last.atEndOfMonth();
		var byPerson = new TreeMap<Long, PlanAssignment>();
		plans.assignments().stream().filter(assignment -> assignment.touches(end, people.today())).forEach(assignment -> byPerson.put(assignment.person().id(), assignment));
		var ids = wanted.isEmpty() ? byPerson.keySet() : new java.util.TreeSet<>(wanted);
		if (ids.isEmpty()) {
			throw new BusinessException("compensation.simulation.error.nobody");
		}
		return em.createQuery("select p from Salesperson p where p.id in :ids", org.headcoach.people.Salesperson.class).setParameter("ids", ids).getResultList().stream()
				.filter(person -> !person.startedOn().isAfter(end) && (person.leftOn() == null || !person.leftOn().isBefore(first.atDay(1)))).map(person -> {
					var assignment = byPerson.get(person.id());
					var from = person.startedOn().isAfter(first.atDay(1)) ? person.startedOn() : first.atDay(1);
					var version = assignment == null ? null : published.getOrDefault(assignment.plan().id(), List.of()).stream().filter(one -> !one.effectiveFrom().isAfter(people.today()))
							.reduce((one, other) -> other).orElse(null);
					return new Taking(person.id(), person.name(), from, person.leftOn(), version, assignment == null ? Map.of() : assignment.quotas(), assignment == null ? null : assignment.rampFrom());
				}).sorted(Comparator.comparing(Taking::name).thenComparing(Taking::id)).toList();
	}

	private PlanVersion version(long id) {
		var version = em.find(PlanVersion.class, id);
		if (version == null || version.status() == PlanStatus.DISCARDED) {
			throw new NotHereException("No plan version " + id);
		}
		return version;
	}

	// ------------------------------------------------------------ the company's first goal

	private String goal() {
		return em.find(PayCalendar.class, PayCalendar.ONLY).settings().firstGoal();
	}

	private PlanLint.Goal lintGoal() {
		var name = goal();
		var kind = java.util.Arrays.stream(Measure.Kind.values()).filter(one -> one.name().equals(name) && one.isOfDeals()).findFirst();
		return kind.isPresent() ? new PlanLint.Goal(kind.get(), null, false) : new PlanLint.Goal(Measure.Kind.FIGURE, name, name.equals("CHURN"));
	}

	/** Pays one for each unit of the goal, and one for each unit of new MRR, so that both are read like everything that is paid for. */
	private PlanTerms goalTerms() {
		var goal = lintGoal();
		var currency = people.company().currency();
		return PlanTerms.of(GOAL, currency, counting(GOAL, new Measure(goal.kind(), goal.code(), Measure.On.BOOKING)), counting(MRR, Measure.of(Measure.Kind.MRR)));
	}

	private static Component counting(String code, Measure measure) {
		return Component.of(code, RateTable.flat(BigDecimal.ONE), Window.MONTH, PaySchedule.atOnce(null)).measuring(measure, Crediting.OWN);
	}

	/**
	 * Whether a plan is simple, aligned and immediate, judged on the last twelve months of people on plans. Who edits plans.
	 *
	 * @param terms without problems
	 * @param words that state it
	 * @param targets what 100 % is for a component, in units of its window, by code; may be empty
	 */
	@Needs(EDIT_PLANS)
	public PlanLint.Report lint(PlanTerms terms, int words, Map<String, BigDecimal> targets) {
		var last = YearMonth.from(people.today()).minusMonths(1);
		var onPlans = plans.assignments().stream().map(assignment -> assignment.person().id()).distinct().limit(PEOPLE_OF_LINT).toList();
		if (onPlans.isEmpty()) {
			return PlanLint.of(terms, words, lintGoal(), targets, List.of());
		}
		var quotas = new TreeMap<String, BigDecimal>();
		terms.components().stream().filter(component -> targets.get(component.code()) != null).forEach(component -> quotas.put(component.code(),
				targets.get(component.code()).multiply(BigDecimal.valueOf(12)).divide(BigDecimal.valueOf(component.window().months()), DIGITS)));
		var asked = taking(onPlans, last.minusMonths(11), last).stream().map(one -> new PayFacts.Asked("lint", terms, one.id(), one.from(), one.from(), one.leftOn(), one.leftOn(), null, quotas)).toList();
		var known = facts.of(asked, last.atEndOfMonth());
		var samples = new ArrayList<PlanLint.Sample>();
		for (int i = 0; i < asked.size(); i++) {
			samples.add(new PlanLint.Sample(asked.get(i).personId(), known.get(i)));
		}
		return PlanLint.of(terms, words, lintGoal(), targets, samples);
	}
}
