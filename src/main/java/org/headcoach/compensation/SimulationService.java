package org.headcoach.compensation;

import static org.headcoach.people.Permission.EDIT_PLANS;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.headcoach.compensation.engine.CommissionRatio;
import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PayMonth;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.PaySchedule;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.RateTable;
import org.headcoach.compensation.engine.Window;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
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

	private static final MathContext DIGITS = MathContext.DECIMAL64;
	private static final String GOAL = "goal";
	private static final String MRR = "mrr";

	/**
	 * What is tried out.
	 *
	 * @param versionIds drafts or published versions, one to three
	 * @param teamIds everybody who is in one of these teams today; may be empty
	 * @param personIds these people too; without teams and people: everybody who is on a plan today
	 * @param months the last so many full ones, 1 to 12
	 * @param quotas a year's units by component code, for those who have none for it; may be empty
	 */
	public record Simulate(List<Long> versionIds, Collection<Long> teamIds, Collection<Long> personIds, int months, Map<String, BigDecimal> quotas) implements Serializable {
	}

	/**
	 * A plan and what it would have cost.
	 *
	 * @param versionId null for the plans of today, as are the plan's number and status
	 * @param cost of everybody whose pay could be computed; null when it is of nobody
	 * @param costPerUnit pay for a unit of the company's first goal; null when none was reached, or when somebody's pay could not be computed
	 * @param ratio revenue that the new customers brought within these months, for each unit of pay; null without pay, or when somebody's could not be computed
	 * @param winners people who would have got more than today; @param losers less
	 * @param refused people whose pay could not be computed
	 * @param judged what the linter finds in it; null for the plans of today, and where it could not be judged
	 * @param notJudged why, else null
	 */
	public record Candidate(Long versionId, Long planId, String planName, int number, PlanStatus status, Money cost, BigDecimal costPerUnit, BigDecimal ratio, long winners, long losers,
			long refused, Judged judged, BusinessException notJudged) implements Serializable {
	}

	/** @param amount null when it could not be computed; @param refusal why, else null */
	public record Pay(Money amount, BusinessException refusal) implements Serializable {
	}

	/**
	 * @param today by the plan of today; null for who is on none
	 * @param then by each candidate in its order
	 * @param quotas a year's units by component that it was computed with
	 */
	public record PersonLine(long personId, String name, Pay today, List<Pay> then, Map<String, BigDecimal> quotas) implements Serializable {

		/** What a candidate would have paid more than today; null where there is nothing to hold it against. */
		public Money difference(int candidate) {
			return SimulationService.difference(then.get(candidate), today);
		}
	}

	/**
	 * A quota that a candidate needs and somebody has not.
	 *
	 * @param component its code; quotas are given by it
	 * @param people how many have none of their own
	 * @param given a year's units that are taken for them; null while nothing is
	 */
	public record QuotaAsked(String component, String name, Measure measure, int people, BigDecimal given) implements Serializable {
	}

	/**
	 * @param goal name of the measure that the company wants to grow first
	 * @param reached units of it
	 * @param deals that count for it
	 * @param quotas that are missing or were given
	 */
	public record Simulation(YearMonth first, YearMonth last, String goal, BigDecimal reached, int deals, Candidate today, List<Candidate> candidates, List<PersonLine> people,
			List<QuotaAsked> quotas) implements Serializable {

		/** Who gains by a candidate, the most first. */
		public List<PersonLine> winners(int candidate) {
			return changed(candidate).filter(line -> line.difference(candidate).signum() > 0).sorted(byDifference(candidate).reversed().thenComparing(PersonLine::name)).toList();
		}

		/** Who loses by a candidate, the most first. */
		public List<PersonLine> losers(int candidate) {
			return changed(candidate).filter(line -> line.difference(candidate).signum() < 0).sorted(byDifference(candidate).thenComparing(PersonLine::name)).toList();
		}

		private Stream<PersonLine> changed(int candidate) {
			return people.stream().filter(line -> line.difference(candidate) != null);
		}

		private static Comparator<PersonLine> byDifference(int candidate) {
			return Comparator.comparing(line -> line.difference(candidate).amount());
		}
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
	private PlanFindings findings;

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

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
		if (wanted.quotas().values().stream().anyMatch(units -> units == null || units.signum() <= 0)) {
			throw new BusinessException("compensation.simulation.error.quota");
		}
		var versions = wanted.versionIds().stream().distinct().map(this::version).toList();
		versions.forEach(PlanVersion::requireFit);
		var last = YearMonth.from(people.today()).minusMonths(1);
		var first = last.minusMonths(wanted.months() - 1L);
		var taking = taking(wanted, first, last);
		if (taking.isEmpty()) {
			throw new BusinessException("compensation.simulation.error.nobody-then");
		}
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
		return result(taking, versions, asked, facts.tried(asked, last.atEndOfMonth()), first, last, asked(versions, taking, wanted.quotas()), wanted.quotas());
	}

	private Simulation result(List<Taking> taking, List<PlanVersion> versions, List<PayFacts.Asked> all, List<PayFacts.Tried> known, YearMonth first, YearMonth last,
			List<QuotaAsked> quotas, Map<String, BigDecimal> given) {
		var lines = new TreeMap<Long, List<Pay>>();
		var today = new TreeMap<Long, Pay>();
		var goals = new TreeMap<String, Credit>();
		var mrr = new TreeMap<String, Credit>();
		for (int i = 0; i < all.size(); i++) {
			var asked = all.get(i);
			var of = known.get(i);
			if (asked.plan().equals(GOAL)) {
				credits(asked, of, GOAL, goals);
				credits(asked, of, MRR, mrr);
			} else if (asked.plan().startsWith("today")) {
				today.put(asked.personId(), pay(asked, of, last));
			} else {
				lines.computeIfAbsent(asked.personId(), id -> new ArrayList<>()).add(pay(asked, of, last));
			}
		}
		var reached = goals.values().stream().map(Credit::base).reduce(BigDecimal.ZERO, BigDecimal::add);
		Function<Money, BigDecimal> ratio = cost -> CommissionRatio.of(mrr.values(), last, cost).ratio();
		var persons = taking.stream().map(one -> new PersonLine(one.id(), one.name(), today.get(one.id()), lines.get(one.id()), quotas(one, given))).toList();
		var candidates = new ArrayList<Candidate>();
		for (int i = 0; i < versions.size(); i++) {
			var at = i;
			candidates.add(candidate(versions.get(i), persons.stream().map(line -> line.then().get(at)).toList(), persons.stream().map(line -> line.difference(at)).toList(), reached, ratio));
		}
		var now = persons.stream().map(PersonLine::today).filter(java.util.Objects::nonNull).toList();
		return new Simulation(first, last, goal(), reached, goals.size(), now.isEmpty() ? null : candidate(null, now, List.of(), reached, ratio), candidates, persons, quotas);
	}

	/** @param version null for the plans of today; @param differences null where there is nothing to hold it against */
	private Candidate candidate(PlanVersion version, List<Pay> pays, List<Money> differences, BigDecimal reached, Function<Money, BigDecimal> ratioOf) {
		Money cost = null;
		for (var pay : pays) {
			// who is paid today in another currency cannot be added without a rate
			if (pay.amount() != null && (cost == null || cost.currency().equals(pay.amount().currency()))) {
				cost = cost == null ? pay.amount() : cost.plus(pay.amount());
			}
		}
		var winners = differences.stream().filter(difference -> difference != null && difference.signum() > 0).count();
		var losers = differences.stream().filter(difference -> difference != null && difference.signum() < 0).count();
		var refused = pays.stream().filter(pay -> pay.amount() == null).count();
		// what everybody sold cannot be held against what some of them would be paid
		var isWhole = cost != null && refused == 0;
		var costPerUnit = isWhole && reached.signum() > 0 ? cost.amount().divide(reached, DIGITS) : null;
		var ratio = isWhole ? ratioOf.apply(cost) : null;
		if (version == null) {
			return new Candidate(null, null, "", 0, null, cost, costPerUnit, ratio, winners, losers, refused, null, null);
		}
		Judged judged = null;
		BusinessException notJudged = null;
		try {
			judged = findings.of(version);
		} catch (BusinessException e) {
			notJudged = e;
		}
		return new Candidate(version.id(), version.plan().id(), version.plan().name(), version.number(), version.status(), cost, costPerUnit, ratio, winners, losers, refused, judged, notJudged);
	}

	/** Quotas that these plans need and somebody has not, in the order in which the plans name them. */
	private static List<QuotaAsked> asked(List<PlanVersion> versions, List<Taking> taking, Map<String, BigDecimal> given) {
		var asked = new LinkedHashMap<String, QuotaAsked>();
		versions.stream().flatMap(version -> version.terms().components().stream()).filter(Component::ofQuota).forEach(component -> {
			var without = (int) taking.stream().filter(one -> !one.quotas().containsKey(component.code())).count();
			if (without > 0) {
				asked.putIfAbsent(component.code(), new QuotaAsked(component.code(), component.name(), component.measure(), without, given.get(component.code())));
			}
		});
		return List.copyOf(asked.values());
	}

	/** The own ones, and where there is none the given. */
	private static Map<String, BigDecimal> quotas(Taking one, Map<String, BigDecimal> given) {
		var quotas = new TreeMap<>(given);
		quotas.putAll(one.quotas());
		return quotas;
	}

	/** What the one is more than the other; null where there is nothing to hold it against. */
	static Money difference(Pay then, Pay today) {
		return then == null || today == null || then.amount() == null || today.amount() == null || !then.amount().currency().equals(today.amount().currency()) ? null
				: then.amount().minus(today.amount());
	}

	/** Each person's credits once; of who has no facts, none. */
	private static void credits(PayFacts.Asked asked, PayFacts.Tried of, String component, Map<String, Credit> into) {
		if (of.facts() != null) {
			of.facts().credits().getOrDefault(component, List.of()).forEach(credit -> into.put(asked.personId() + " " + credit.source(), credit));
		}
	}

	private static Pay pay(PayFacts.Asked asked, PayFacts.Tried of, YearMonth last) {
		if (of.facts() == null) {
			return new Pay(null, of.refusal());
		}
		try {
			return new Pay(new PayRun(asked.terms(), of.facts()).months(YearMonth.from(asked.from()), last).stream().map(PayMonth::owed).reduce(Money.zero(asked.terms().currency()), Money::plus),
					null);
		} catch (BusinessException e) {
			return new Pay(null, e);
		}
	}

	private PayFacts.Asked ask(String plan, PlanTerms terms, Taking one, Map<String, BigDecimal> given) {
		return new PayFacts.Asked(plan, terms, one.id(), one.from(), one.from(), one.leftOn(), one.leftOn(), one.rampFrom(), quotas(one, given));
	}

	private List<Taking> taking(Simulate wanted, YearMonth first, YearMonth last) {
		var published = plans.published();
		var end = last.atEndOfMonth();
		var byPerson = new TreeMap<Long, PlanAssignment>();
		plans.assignments().stream().filter(assignment -> assignment.touches(end, people.today())).forEach(assignment -> byPerson.put(assignment.person().id(), assignment));
		var ids = new java.util.TreeSet<>(wanted.personIds());
		if (!wanted.teamIds().isEmpty()) {
			var line = positions.on(people.today());
			wanted.teamIds().forEach(team -> line.inTeam(team).forEach(place -> ids.add(place.personId())));
		}
		if (wanted.teamIds().isEmpty() && wanted.personIds().isEmpty()) {
			ids.addAll(byPerson.keySet());
		}
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
		var goal = findings.goal();
		return goal.code() == null ? goal.kind().name() : goal.code();
	}

	/** Pays one for each unit of the goal, and one for each unit of new MRR, so that both are read like everything that is paid for. */
	private PlanTerms goalTerms() {
		var goal = findings.goal();
		var currency = people.company().currency();
		return PlanTerms.of(GOAL, currency, counting(GOAL, new Measure(goal.kind(), goal.code(), Measure.On.BOOKING)), counting(MRR, Measure.of(Measure.Kind.MRR)));
	}

	private static Component counting(String code, Measure measure) {
		return Component.of(code, RateTable.flat(BigDecimal.ONE), Window.MONTH, PaySchedule.atOnce(null)).measuring(measure, Crediting.OWN);
	}
}
