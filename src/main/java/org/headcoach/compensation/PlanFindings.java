package org.headcoach.compensation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PlanLint;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Judges a version on what people sold in the last twelve months, the same way for the editor, for a simulation, and before it is published. */
@ApplicationScoped
class PlanFindings {

	/** Whose year is looked at; more would say the same more slowly. */
	private static final int PEOPLE = 30;
	private static final int MONTHS = 12;
	private static final MathContext DIGITS = MathContext.DECIMAL64;
	/** What 100 % is for pieces and for money while nobody has a quota and nothing was sold. */
	private static final BigDecimal ROUND_PIECES = BigDecimal.TEN;
	private static final BigDecimal ROUND_MONEY = BigDecimal.valueOf(5000);

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private PayFacts facts;

	@Inject
	private PeopleService people;

	/** How many words state a plan; the sentences belong to the pages, so the pages count them. */
	@Inject
	private ToIntFunction<PlanTerms> words;

	/**
	 * @param version without problems
	 * @throws org.headcoach.shared.BusinessException when it cannot pay what was sold
	 */
	Judged of(PlanVersion version) {
		var terms = version.terms();
		var onPlan = plans.assignedTo(version.plan().id());
		var sample = sample(onPlan);
		var targets = quotas(terms, onPlan);
		var samples = samples(terms, sample, targets);
		var needsMore = terms.components().stream().anyMatch(component -> component.ofQuota() && !targets.containsKey(component.code()));
		for (var component : terms.components()) {
			targets.computeIfAbsent(component.code(), code -> usual(terms, component, samples));
		}
		var judged = needsMore ? samples(terms, sample, targets) : samples;
		var count = words.applyAsInt(terms);
		return new Judged(PlanLint.of(terms, count, goal(), targets, judged), count, targets, kept(version.id()));
	}

	/** Why findings of a version are kept, by the finding's id. */
	Map<String, PlanService.KeptFinding> kept(long versionId) {
		var kept = new TreeMap<String, PlanService.KeptFinding>();
		for (var row : em.createNativeQuery("select finding, reason, given_by_name from lint_reason where version_id = ?").setParameter(1, versionId).getResultList()) {
			var columns = (Object[]) row;
			kept.put((String) columns[0], new PlanService.KeptFinding((String) columns[1], (String) columns[2]));
		}
		return kept;
	}

	/** The company's first goal. */
	PlanLint.Goal goal() {
		var name = em.find(PayCalendar.class, PayCalendar.ONLY).settings().firstGoal();
		var kind = Arrays.stream(Measure.Kind.values()).filter(one -> one.name().equals(name) && one.isOfDeals()).findFirst();
		return kind.isPresent() ? new PlanLint.Goal(kind.get(), null, false) : new PlanLint.Goal(Measure.Kind.FIGURE, name, name.equals("CHURN"));
	}

	private YearMonth last() {
		return YearMonth.from(people.today()).minusMonths(1);
	}

	/** Those on the plan, for they sell what it pays for; while it has nobody, those on any. */
	private List<Salesperson> sample(List<PlanAssignment> onPlan) {
		var first = last().minusMonths(MONTHS - 1L).atDay(1);
		var end = last().atEndOfMonth();
		return (onPlan.isEmpty() ? plans.assignments() : onPlan).stream().map(PlanAssignment::person).distinct()
				.filter(person -> !person.startedOn().isAfter(end) && (person.leftOn() == null || !person.leftOn().isBefore(first)))
				.sorted(Comparator.comparing(Salesperson::id)).limit(PEOPLE).toList();
	}

	/** What these people sold, as the plan credits it; who has no facts to pay by, such as a rate of exchange, is left out. */
	private List<PlanLint.Sample> samples(PlanTerms terms, List<Salesperson> sample, Map<String, BigDecimal> targets) {
		var first = last().minusMonths(MONTHS - 1L).atDay(1);
		var quotas = new TreeMap<String, BigDecimal>();
		terms.components().stream().filter(component -> targets.containsKey(component.code())).forEach(component -> quotas.put(component.code(),
				targets.get(component.code()).multiply(BigDecimal.valueOf(12)).divide(BigDecimal.valueOf(component.window().months()), DIGITS)));
		var asked = sample.stream().map(person -> {
			var from = person.startedOn().isAfter(first) ? person.startedOn() : first;
			return new PayFacts.Asked("lint", terms, person.id(), from, from, person.leftOn(), person.leftOn(), null, quotas);
		}).toList();
		var known = asked.isEmpty() ? List.<PayFacts.Tried>of() : facts.tried(asked, last().atEndOfMonth());
		return IntStream.range(0, known.size()).filter(i -> known.get(i).facts() != null).mapToObj(i -> new PlanLint.Sample(asked.get(i).personId(), known.get(i).facts())).toList();
	}

	/** In units of a component's window: the quota in the middle of those on the plan, or where the second tier begins. */
	private static Map<String, BigDecimal> quotas(PlanTerms terms, List<PlanAssignment> onPlan) {
		var targets = new TreeMap<String, BigDecimal>();
		for (var component : terms.components()) {
			var quotas = onPlan.stream().map(one -> one.quotas().get(component.code())).filter(Objects::nonNull).sorted().toList();
			if (!quotas.isEmpty()) {
				targets.put(component.code(), quotas.get(quotas.size() / 2).multiply(BigDecimal.valueOf(component.window().months())).divide(BigDecimal.valueOf(12), DIGITS));
			} else if (!component.ofQuota() && component.table().tiers().size() > 1) {
				targets.put(component.code(), component.table().tiers().get(1).from());
			}
		}
		return targets;
	}

	/** What is sold in a window on average; a round figure while nothing is. */
	private static BigDecimal usual(PlanTerms terms, Component component, List<PlanLint.Sample> samples) {
		var sold = PlanLint.usual(terms, component, samples);
		return sold != null && sold.signum() > 0 ? sold
				: component.measure().kind().isMoney() ? ROUND_MONEY.multiply(BigDecimal.valueOf(component.window().months())) : ROUND_PIECES;
	}
}
