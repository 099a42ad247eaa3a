package org.headcoach.compensation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Component;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Crediting;
import org.headcoach.compensation.engine.CustomerPayment;
import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PayableDeal;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Ranking;
import org.headcoach.compensation.engine.RateDate;
import org.headcoach.compensation.engine.Split;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.people.Positions;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.Metric;
import org.headcoach.pipeline.Metrics;
import org.headcoach.pipeline.MonthlyFigures;
import org.headcoach.pipeline.Quantity;
import org.headcoach.pipeline.SalesProcesses;
import org.headcoach.pipeline.SoldDeals;
import org.headcoach.pipeline.SoldDeals.SoldDeal;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.training.HeldCertifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Reads what is known of people's work and makes it into facts that the engine can pay by: whose deal it was on that day, by which share, at which rate.
 * So many people cost as many statements as one. It asks for no right.
 */
@ApplicationScoped
class PayFacts {

	/** Deals that count when the customer pays may have been won so long before. */
	private static final int MONTHS_BEFORE = 24;

	static final String AVERAGE_PREPAID = "AVERAGE_PREPAID";

	/**
	 * All that is known of one person.
	 *
	 * @param stretches by time; empty when no published plan holds
	 * @param refusal why there are no facts to pay by; null when there are
	 */
	record Payee(long personId, String name, Currency paidOutIn, List<Stretch> stretches, BusinessException refusal) {

		YearMonth first() {
			return YearMonth.from(stretches.get(0).facts().since());
		}
	}

	/** A plan held by somebody, of whom the facts are wanted: a real one, or one that is tried out. */
	record Asked(String plan, PlanTerms terms, long personId, LocalDate since, LocalDate from, LocalDate until, LocalDate leftOn, LocalDate rampFrom, Map<String, BigDecimal> quotas) {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private SoldDeals sold;

	@Inject
	private Positions positions;

	@Inject
	private MonthlyFigures figures;

	@Inject
	private SalesProcesses processes;

	@Inject
	private Rates rates;

	@Inject
	private HeldCertifications certifications;

	/** The facts of these people as of a day. */
	List<Payee> of(Collection<Long> people, LocalDate knownTo) {
		return of(people, knownTo, List.of());
	}

	/** The same as if these deals had been won too. */
	List<Payee> of(Collection<Long> people, LocalDate knownTo, List<SoldDeal> supposed) {
		var published = plans.published();
		var byPerson = plans.assignments(people).stream().collect(Collectors.groupingBy(assignment -> assignment.person().id(), TreeMap::new, Collectors.toList()));
		var asked = new TreeMap<Long, List<Asked>>();
		byPerson.forEach((person, assignments) -> asked.put(person,
				assignments.stream().flatMap(assignment -> asked(assignment, published, knownTo).stream()).toList()));
		var work = new Work(asked.values().stream().flatMap(List::stream).toList(), knownTo, members(published, knownTo), supposed);
		var adjustments = adjustments(people);
		var holds = holds();
		var payees = new ArrayList<Payee>();
		byPerson.forEach((person, assignments) -> {
			var latest = assignments.get(assignments.size() - 1);
			var held = holds(holds, person);
			var stretches = new ArrayList<Stretch>();
			BusinessException refusal = null;
			try {
				for (var one : asked.get(person)) {
					stretches.add(new Stretch(one.plan(), one.terms(), work.facts(one, held)));
				}
				stretches.sort(Comparator.comparing((Stretch stretch) -> stretch.facts().since()).thenComparing(Stretch::plan));
				adjust(stretches, adjustments.getOrDefault(person, List.of()));
			} catch (BusinessException e) {
				refusal = e;
			}
			var payout = latest.payoutCurrency() != null ? Currency.getInstance(latest.payoutCurrency())
					: stretches.isEmpty() ? null : stretches.get(stretches.size() - 1).terms().currency();
			payees.add(new Payee(person, latest.person().name(), payout, stretches, refusal));
		});
		return payees;
	}

	/** @param facts null when there are none to pay by; @param refusal why, else null */
	record Tried(PayeeFacts facts, BusinessException refusal) {
	}

	/**
	 * The facts under plans that are tried out, in the order asked; whoever has none to pay by stops nobody else. Adjustments and holds belong to real pay and are left
	 * out.
	 */
	List<Tried> tried(List<Asked> tried, LocalDate knownTo) {
		var work = new Work(tried, knownTo, tried, List.of());
		return tried.stream().map(one -> {
			try {
				return new Tried(work.facts(one, new TreeMap<>()), null);
			} catch (BusinessException e) {
				return new Tried(null, e);
			}
		}).toList();
	}

	private static List<Asked> asked(PlanAssignment assignment, Map<Long, List<PlanVersion>> published, LocalDate knownTo) {
		return Plans.held(assignment, published.getOrDefault(assignment.plan().id(), List.of())).stream().filter(held -> !held.from().isAfter(knownTo))
				.map(held -> new Asked(held.version().id().toString(), held.version().terms(), assignment.person().id(), assignment.from(), held.from(), held.until(),
						assignment.person().leftOn(), assignment.rampFrom(), assignment.quotas()))
				.toList();
	}

	/**
	 * Those whose pay may be another one when the work of these people is: who leads them or is in a team with them, and who shares a ranking or a budget with them.
	 * Whether it really is, computing tells.
	 */
	Set<Long> restingOn(Collection<Long> people, LocalDate knownTo) {
		var published = plans.published();
		var assignments = plans.assignments();
		var resting = new TreeSet<Long>();
		var crediting = assignments.stream().filter(assignment -> holds(assignment, published, PayFacts::countsOthers)).toList();
		if (!crediting.isEmpty()) {
			var first = crediting.stream().map(PlanAssignment::from).min(Comparator.naturalOrder()).orElse(knownTo);
			var line = new DayLine(positions.heldBetween(YearMonth.from(first), YearMonth.from(knownTo)));
			var near = line.everAbove(people);
			people.forEach(person -> near.addAll(line.everBeside(person)));
			crediting.stream().map(assignment -> assignment.person().id()).filter(near::contains).forEach(resting::add);
		}
		var comparing = assignments.stream().filter(assignment -> holds(assignment, published, PayFacts::comparesPeople)).toList();
		var compared = comparing.stream().filter(assignment -> people.contains(assignment.person().id()) || resting.contains(assignment.person().id()))
				.map(assignment -> assignment.plan().id()).collect(Collectors.toSet());
		comparing.stream().filter(assignment -> compared.contains(assignment.plan().id())).forEach(assignment -> resting.add(assignment.person().id()));
		return resting;
	}

	private static boolean holds(PlanAssignment assignment, Map<Long, List<PlanVersion>> published, Predicate<PlanTerms> what) {
		return published.getOrDefault(assignment.plan().id(), List.of()).stream().anyMatch(version -> what.test(version.terms()));
	}

	/** Everybody on every plan that compares people or shares a budget. */
	private List<Asked> members(Map<Long, List<PlanVersion>> published, LocalDate knownTo) {
		var comparing = published.entrySet().stream().filter(entry -> entry.getValue().stream().anyMatch(version -> comparesPeople(version.terms()))).map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		return comparing.isEmpty() ? List.of()
				: plans.assignments().stream().filter(assignment -> comparing.contains(assignment.plan().id())).flatMap(assignment -> asked(assignment, published, knownTo).stream())
						.toList();
	}

	/** Whether what one earns rests on how one stands among the others, or on what they leave of a budget. */
	private static boolean comparesPeople(PlanTerms terms) {
		return terms.components().stream().anyMatch(component -> component.timeBox() != null && component.timeBox().budget() != null
				|| component.modifiers().stream().anyMatch(modifier -> modifier.ranking() != null));
	}

	/** Whether others' work is credited. */
	private static boolean countsOthers(PlanTerms terms) {
		return terms.components().stream().anyMatch(PayFacts::countsOthers);
	}

	private static boolean countsOthers(Component component) {
		return component.crediting() == Crediting.ROLL_UP || component.crediting() == Crediting.TEAM;
	}

	private Map<Long, List<PayAdjustment>> adjustments(Collection<Long> people) {
		return people.isEmpty() ? Map.of()
				: em.createQuery("select a from PayAdjustment a where a.person.id in :people and a.status = org.headcoach.compensation.PayAdjustment.Status.IN_FORCE order by a.id",
						PayAdjustment.class).setParameter("people", people).getResultList().stream().collect(Collectors.groupingBy(adjustment -> adjustment.person().id()));
	}

	private List<PayHold> holds() {
		return em.createQuery("select h from PayHold h where h.releasedAt is null and h.source is not null", PayHold.class).getResultList();
	}

	private static SortedMap<String, YearMonth> holds(List<PayHold> all, long person) {
		var held = new TreeMap<String, YearMonth>();
		all.stream().filter(hold -> hold.person() == null || hold.person().id() == person)
				.forEach(hold -> held.merge(hold.source(), hold.from(), (one, other) -> one.isBefore(other) ? one : other));
		return held;
	}

	/**
	 * An adjustment belongs to the last stretch that had begun by its month; units of quota to the component of that name.
	 *
	 * @throws BusinessException when something is not in the one currency that all of it has to be in
	 */
	private static void adjust(List<Stretch> stretches, List<PayAdjustment> adjustments) {
		var currencies = stretches.stream().map(stretch -> stretch.terms().currency()).distinct().toList();
		if (currencies.size() > 1) {
			throw new BusinessException("compensation.parked.two-currencies", currencies.get(0).getCurrencyCode(), currencies.get(1).getCurrencyCode());
		}
		for (var adjustment : adjustments) {
			var at = -1;
			for (int i = 0; i < stretches.size(); i++) {
				if (at < 0 || !YearMonth.from(stretches.get(i).facts().since()).isAfter(adjustment.month())) {
					at = i;
				}
			}
			if (at < 0) {
				continue;
			}
			var stretch = stretches.get(at);
			if (!adjustment.amount().isZero() && !adjustment.amount().currency().equals(stretch.terms().currency())) {
				throw new BusinessException("compensation.parked.adjustment-currency", adjustment.amount(), adjustment.month().atDay(1), stretch.terms().currency().getCurrencyCode());
			}
			var facts = stretch.facts();
			var id = "adjustment " + adjustment.id();
			var amounts = new ArrayList<>(facts.adjustments());
			if (!adjustment.amount().isZero()) {
				amounts.add(new PayeeFacts.Adjusted(id, adjustment.month(), adjustment.amount()));
			}
			var credits = new TreeMap<>(facts.credits());
			if (adjustment.quotaUnits() != null) {
				var ofComponent = new ArrayList<>(credits.getOrDefault(adjustment.component(), List.of()));
				ofComponent.add(new Credit(id, adjustment.month().atDay(1), adjustment.quotaUnits(), null, true, null));
				ofComponent.sort(Credit.ORDER);
				credits.put(adjustment.component(), ofComponent);
			}
			stretches.set(at, new Stretch(stretch.plan(), stretch.terms(), new PayeeFacts(facts.since(), facts.until(), facts.leftOn(), facts.knownTo(), credits, facts.deals(),
					facts.quota(), facts.factors(), amounts, facts.held(), facts.refused())));
		}
	}

	static String sourceOf(SoldDeal deal) {
		return deal.sourceId() + ":" + deal.externalId();
	}

	/** A source that a statement can speak of. */
	private static String nameOf(SoldDeal deal) {
		return deal.customer() != null ? deal.customer() : deal.name() != null ? deal.name() : deal.externalId();
	}

	/**
	 * A deal with its shares as parts of 1.
	 *
	 * @param place in the order in which deals are looked at
	 * @param splits as the CRM names them
	 * @param owners those who divide it
	 */
	private record SharedDeal(int place, SoldDeal deal, String source, List<Split> splits, List<Split> owners) {

		static SharedDeal of(int place, SoldDeal deal) {
			var splits = deal.splits().stream().map(split -> new Split(split.personId(), split.share().movePointLeft(2).stripTrailingZeros(), split.overlay())).toList();
			var dividing = splits.stream().filter(split -> !split.overlay()).toList();
			var owners = !dividing.isEmpty() ? dividing : deal.ownerId() == null ? List.<Split>of() : List.of(new Split(deal.ownerId(), BigDecimal.ONE, false));
			return new SharedDeal(place, deal, sourceOf(deal), splits, owners);
		}

		Set<Long> participants() {
			var people = new HashSet<Long>();
			splits.forEach(split -> people.add(split.person()));
			owners.forEach(split -> people.add(split.person()));
			people.remove(SoldDeals.Split.NOBODY);
			return people;
		}
	}

	/** What was read at once for everybody asked about: their own work, and that of the people on whose work theirs rests. */
	private final class Work {

		private final LocalDate knownTo;
		private final List<Asked> members;
		private final Map<Long, List<SharedDeal>> deals = new HashMap<>();
		private final Map<String, Map<Long, List<SoldDeals.Done>>> activities = new HashMap<>();
		private final Rates.Table exchange;
		private final DayLine line;
		private final Map<Long, List<Positions.Held>> heldBy;
		/** What was earned in training; null where no pay rests on it. */
		private final HeldCertifications.Book earned;
		private final FigureTable table;
		private final Metrics metrics;
		private final YearMonth firstFigure;
		private final Map<String, Set<String>> budgets = new HashMap<>();
		private final Map<String, Map<Long, Modifier.Factor>> places = new HashMap<>();

		Work(List<Asked> asked, LocalDate knownTo, List<Asked> members, List<SoldDeal> supposed) {
			this.knownTo = knownTo;
			this.members = members;
			var all = new ArrayList<>(asked);
			all.addAll(members);
			var first = all.stream().map(Asked::from).min(Comparator.naturalOrder()).orElse(knownTo);
			var components = all.stream().map(Asked::terms).distinct().flatMap(terms -> terms.components().stream()).toList();
			var needsLine = components.stream().anyMatch(PayFacts::countsOthers);
			var gates = components.stream().flatMap(component -> component.modifiers().stream()).filter(Modifier::isOfTraining).map(Modifier::figure).collect(Collectors.toSet());
			var held = needsLine || gates.contains(Modifier.SELLS_ALONE) ? positions.heldBetween(YearMonth.from(first), YearMonth.from(knownTo)) : List.<Positions.Held>of();
			line = new DayLine(held);
			heldBy = held.stream().collect(Collectors.groupingBy(Positions.Held::personId));
			earned = gates.isEmpty() ? null : certifications.of(all.stream().map(Asked::personId).collect(Collectors.toSet()));
			var people = all.stream().map(Asked::personId).collect(Collectors.toCollection(HashSet::new));
			all.forEach(one -> one.terms().components().forEach(component -> people.addAll(whoseWorkMayCount(one, component))));
			var later = components.stream().anyMatch(component -> component.measure().kind().isOfDeals() && component.measure().on() != Measure.On.BOOKING);
			var months = components.stream().flatMap(component -> component.modifiers().stream()).mapToInt(Modifier::months).max().orElse(0);
			var prepaid = components.stream().flatMap(component -> component.modifiers().stream()).anyMatch(modifier -> modifier.figure().equals(AVERAGE_PREPAID));
			var dealsFrom = later ? first.minusMonths(MONTHS_BEFORE) : prepaid ? first.minusMonths(months).withDayOfMonth(1) : first;
			var read = new ArrayList<>(supposed);
			read.addAll(sold.won(people, dealsFrom, knownTo));
			for (int i = 0; i < read.size(); i++) {
				var deal = SharedDeal.of(i, read.get(i));
				deal.participants().forEach(person -> deals.computeIfAbsent(person, id -> new ArrayList<>()).add(deal));
			}
			components.stream().filter(component -> component.measure().kind() == Measure.Kind.ACTIVITY).map(component -> component.measure().code()).distinct()
					.forEach(type -> activities.put(type, sold.activities(people, type, first, knownTo).stream().collect(Collectors.groupingBy(SoldDeals.Done::ownerId))));
			exchange = rates.all();
			var needsFigures = components.stream().anyMatch(component -> component.measure().kind() == Measure.Kind.FIGURE || !component.modifiers().isEmpty());
			firstFigure = YearMonth.from(first).minusMonths(Math.max(0, months - 1L));
			metrics = needsFigures ? processes.metrics() : null;
			table = needsFigures ? figures.of(people, firstFigure, YearMonth.from(knownTo)) : null;
		}

		/** Those whose work counts for somebody on some day; on which, {@link #counts} says. */
		private Set<Long> whoseWorkMayCount(Asked asked, Component component) {
			return switch (component.crediting()) {
				case ROLL_UP -> line.everBelow(asked.personId());
				case TEAM -> line.everBeside(asked.personId());
				default -> Set.of(asked.personId());
			};
		}

		private boolean counts(Asked asked, Component component, long owner, LocalDate day) {
			return switch (component.crediting()) {
				case ROLL_UP -> line.isAbove(asked.personId(), owner, day);
				case TEAM -> owner == asked.personId() || line.areInOneTeam(asked.personId(), owner, day);
				default -> owner == asked.personId();
			};
		}

		/** In the order in which they were read. */
		private Collection<SharedDeal> deals(Asked asked, Component component) {
			if (!countsOthers(component)) {
				return deals.getOrDefault(asked.personId(), List.of());
			}
			var found = new TreeMap<Integer, SharedDeal>();
			whoseWorkMayCount(asked, component).forEach(person -> deals.getOrDefault(person, List.of()).forEach(deal -> found.put(deal.place(), deal)));
			return found.values();
		}

		PayeeFacts facts(Asked asked, SortedMap<String, YearMonth> held) {
			var credits = new TreeMap<String, List<Credit>>();
			var payable = new TreeMap<String, PayableDeal>();
			var quota = new TreeMap<String, SortedMap<YearMonth, BigDecimal>>();
			var factors = new TreeMap<String, SortedMap<YearMonth, List<Modifier.Factor>>>();
			var refused = new ArrayList<PayeeFacts.Refused>();
			for (var component : asked.terms().components()) {
				var own = credits(asked, component, payable, refused);
				if (component.timeBox() != null && component.timeBox().budget() != null) {
					var granted = granted(asked, component);
					own.removeIf(credit -> {
						var tooLate = !granted.contains(asked.personId() + " " + credit.source());
						if (tooLate) {
							refused.add(refusal(component, credit.source(), credit.origin() == null ? credit.source() : credit.origin().name(), credit.day(), "budget-spent"));
						}
						return tooLate;
					});
				}
				own.sort(Credit.ORDER);
				credits.put(component.code(), own);
				if (component.ofQuota() && asked.quotas().containsKey(component.code())) {
					quota.put(component.code(), quotas(asked, component));
				}
				if (!component.modifiers().isEmpty()) {
					factors.put(component.code(), factors(asked, component));
				}
			}
			return new PayeeFacts(asked.from(), asked.until(), asked.leftOn(), knownTo, credits, payable, quota, factors, List.of(), held, refused);
		}

		// ------------------------------------------------------------ credits

		private List<Credit> credits(Asked asked, Component component, Map<String, PayableDeal> payable, List<PayeeFacts.Refused> refused) {
			return switch (component.measure().kind()) {
				case ACTIVITY -> ofActivities(asked, component);
				case FIGURE -> ofFigures(asked, component);
				default -> ofDeals(asked, component, payable, refused);
			};
		}

		private boolean isWithin(Asked asked, Component component, LocalDate day) {
			return !day.isBefore(asked.from()) && (asked.until() == null || !day.isAfter(asked.until())) && !day.isAfter(knownTo)
					&& (component.timeBox() == null || component.timeBox().holds(day));
		}

		private List<Credit> ofDeals(Asked asked, Component component, Map<String, PayableDeal> payable, List<PayeeFacts.Refused> refused) {
			var credits = new ArrayList<Credit>();
			var measure = component.measure();
			for (var shared : deals(asked, component)) {
				if (measure.kind() == Measure.Kind.REVENUE && measure.on() != Measure.On.BOOKING) {
					ofPayments(asked, component, shared, credits, payable, refused);
					continue;
				}
				var deal = shared.deal();
				var day = countsOn(deal, measure.on());
				if (day == null || !isWithin(asked, component, day)) {
					continue;
				}
				var share = share(asked, component, shared, day);
				if (share.signum() == 0) {
					continue;
				}
				var whole = whole(deal, measure.kind());
				if (whole == null) {
					refused.add(refusal(component, shared.source(), nameOf(deal), day, "no-" + measure.kind().name().toLowerCase(Locale.ROOT)));
					continue;
				}
				credits.add(credit(asked, component, deal, shared.source(), day, whole, share, null));
				payable.computeIfAbsent(shared.source(), source -> payable(deal, source, day));
			}
			return credits;
		}

		/** Each payment is a credit of its own; one below 0 gives back what the first one earned. */
		private void ofPayments(Asked asked, Component component, SharedDeal shared, List<Credit> credits, Map<String, PayableDeal> payable, List<PayeeFacts.Refused> refused) {
			var deal = shared.deal();
			String first = null;
			for (var payment : deal.payments()) {
				var day = component.measure().on() == Measure.On.INVOICE ? payment.invoicedOn() : payment.paidOn();
				var source = shared.source() + "/" + payment.externalId();
				first = first == null && payment.amount().signum() > 0 ? source : first;
				if (day == null || !isWithin(asked, component, day)) {
					if (day == null && isWithin(asked, component, payment.paidOn()) && share(asked, component, shared, payment.paidOn()).signum() != 0) {
						refused.add(refusal(component, source, nameOf(deal), payment.paidOn(), "no-invoice"));
					}
					continue;
				}
				var share = share(asked, component, shared, day);
				if (share.signum() != 0) {
					credits.add(credit(asked, component, deal, source, day, payment.amount(), share, payment.amount().signum() < 0 ? first : null));
					payable.putIfAbsent(source, new PayableDeal(source, day, payment.amount(), List.of(), deal.cancelledOn()));
				}
			}
		}

		private Credit credit(Asked asked, Component component, SoldDeal deal, String source, LocalDate day, BigDecimal whole, BigDecimal share, String reverses) {
			var terms = asked.terms();
			var money = component.measure().kind().isMoney();
			var currency = money ? deal.currency() == null ? terms.currency() : Currency.getInstance(deal.currency()) : null;
			var rate = Rates.Rate.SAME;
			if (money) {
				var rateDay = terms.rateDate() == RateDate.MONTH_END ? YearMonth.from(day).atEndOfMonth() : day;
				rate = exchange.find(currency, terms.currency(), rateDay).orElseThrow(
						() -> new BusinessException("compensation.problem.no-exchange-rate", component.name(), nameOf(deal), currency.getCurrencyCode(), terms.currency().getCurrencyCode(), rateDay));
			}
			var origin = new Credit.Origin(nameOf(deal), whole.stripTrailingZeros(), currency, share, rate.rate(), rate.on());
			var credit = Credit.from(source, day, origin);
			return reverses == null ? credit : new Credit(source, day, credit.base(), reverses, false, origin);
		}

		private static LocalDate countsOn(SoldDeal deal, Measure.On on) {
			return switch (on) {
				case BOOKING -> deal.closedOn();
				case INVOICE -> deal.payments().stream().map(SoldDeals.Payment::invoicedOn).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
				case PAYMENT -> deal.payments().stream().map(SoldDeals.Payment::paidOn).min(Comparator.naturalOrder()).orElse(null);
			};
		}

		private static BigDecimal whole(SoldDeal deal, Measure.Kind kind) {
			return switch (kind) {
				case MRR -> deal.mrr();
				case ACV -> deal.mrr() == null ? null : deal.mrr().multiply(BigDecimal.valueOf(12));
				case REVENUE -> deal.amount();
				case MARGIN -> deal.margin();
				case UNITS -> deal.units();
				default -> BigDecimal.ONE;
			};
		}

		/** @throws BusinessException when the deal's shares do not add up */
		private BigDecimal share(Asked asked, Component component, SharedDeal shared, LocalDate day) {
			var share = BigDecimal.ZERO;
			if (component.crediting() == Crediting.OVERLAY) {
				for (var split : shared.splits()) {
					share = split.overlay() && split.person() == asked.personId() ? share.add(split.share()) : share;
				}
				return share;
			}
			for (var split : shared.owners()) {
				share = split.person() != SoldDeals.Split.NOBODY && counts(asked, component, split.person(), day) ? share.add(split.share()) : share;
			}
			if (share.signum() != 0 && !shared.splits().isEmpty()) {
				Split.problems(nameOf(shared.deal()), shared.splits()).stream().findFirst().ifPresent(problem -> {
					throw problem.in(component.name()).refusal();
				});
			}
			return share;
		}

		private static PayableDeal payable(SoldDeal deal, String source, LocalDate day) {
			return new PayableDeal(source, day, deal.amount(), deal.payments().stream()
					.map(payment -> new CustomerPayment(payment.externalId(), payment.paidOn(), payment.monthsCovered(), payment.amount())).toList(), deal.cancelledOn());
		}

		private List<Credit> ofActivities(Asked asked, Component component) {
			var credits = new ArrayList<Credit>();
			var byOwner = activities.getOrDefault(component.measure().code(), Map.of());
			for (var owner : whoseWorkMayCount(asked, component)) {
				for (var done : byOwner.getOrDefault(owner, List.of())) {
					if (isWithin(asked, component, done.on()) && counts(asked, component, owner, done.on())) {
						credits.add(Credit.from("activity " + done.id(), done.on(), new Credit.Origin(done.externalId(), BigDecimal.ONE, null, BigDecimal.ONE, BigDecimal.ONE, null)));
					}
				}
			}
			return credits;
		}

		private List<Credit> ofFigures(Asked asked, Component component) {
			var code = component.measure().code();
			var credits = new ArrayList<Credit>();
			var people = new TreeSet<>(whoseWorkMayCount(asked, component));
			for (var month = YearMonth.from(asked.from()); !month.isAfter(YearMonth.from(knownTo)); month = month.plusMonths(1)) {
				var day = month.atEndOfMonth();
				if (!isWithin(asked, component, day)) {
					continue;
				}
				var at = month;
				var units = people.stream().filter(id -> counts(asked, component, id, day)).map(id -> metric(code).of(table.in(id, at)).value()).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
				if (units.signum() != 0) {
					credits.add(Credit.from("figure " + code + " " + month, day, new Credit.Origin(code, units.round(MathContext.DECIMAL64), null, BigDecimal.ONE, BigDecimal.ONE, null)));
				}
			}
			return credits;
		}

		private Metric metric(String code) {
			return metrics.find(code).orElseThrow(() -> new BusinessException("compensation.problem.no-figure", code));
		}

		private PayeeFacts.Refused refusal(Component component, String source, String name, LocalDate day, String because) {
			return new PayeeFacts.Refused(component.code(), source, name, day, because);
		}

		// ------------------------------------------------------------ quota

		private SortedMap<YearMonth, BigDecimal> quotas(Asked asked, Component component) {
			var terms = asked.terms();
			var quota = terms.quota(asked.quotas().get(component.code()));
			var windows = new TreeMap<YearMonth, BigDecimal>();
			for (var month = YearMonth.from(asked.from()); !month.isAfter(YearMonth.from(knownTo)); month = month.plusMonths(1)) {
				var start = component.window().start(month, terms.yearStarts());
				windows.computeIfAbsent(start, first -> quota.of(first, first.plusMonths(component.window().months() - 1L), asked.from(), asked.until(), asked.rampFrom())
						.round(MathContext.DECIMAL64));
			}
			return windows;
		}

		// ------------------------------------------------------------ factors

		private SortedMap<YearMonth, List<Modifier.Factor>> factors(Asked asked, Component component) {
			var byMonth = new TreeMap<YearMonth, List<Modifier.Factor>>();
			for (var month = YearMonth.from(asked.from()); !month.isAfter(YearMonth.from(knownTo)); month = month.plusMonths(1)) {
				var at = month;
				byMonth.put(month, component.modifiers().stream().map(modifier -> factor(asked, component, modifier, at)).toList());
			}
			return byMonth;
		}

		private Modifier.Factor factor(Asked asked, Component component, Modifier modifier, YearMonth month) {
			if (modifier.isOfTraining()) {
				return earned(asked, modifier, month);
			}
			if (modifier.ranking() == null) {
				var figure = figure(modifier, asked.personId(), month);
				return modifier.of(figure.value(), figure.cases());
			}
			return places.computeIfAbsent(asked.plan() + " " + component.code() + " " + modifier.figure() + " " + month, key -> ranked(asked, modifier, month))
					.getOrDefault(asked.personId(), modifier.unknown());
		}

		/** As it stood on the last day of the month, of the work, or today, whichever came first. */
		private Modifier.Factor earned(Asked asked, Modifier modifier, YearMonth month) {
			var day = java.util.stream.Stream.of(month.atEndOfMonth(), knownTo, asked.leftOn() == null ? knownTo : asked.leftOn()).min(Comparator.naturalOrder()).orElseThrow();
			var certification = Modifier.certificationOf(modifier.figure());
			List<Long> missing;
			if (certification != null) {
				missing = earned.holds(asked.personId(), certification, day) ? List.of() : List.of(certification);
			} else {
				missing = places(asked.personId()).stream().filter(held -> !held.from().isAfter(day) && (held.until() == null || held.until().isAfter(day))).findFirst()
						.map(held -> earned.missing(asked.personId(), held.role(), day)).orElse(null);
			}
			return missing == null ? modifier.unknown() : modifier.of(missing.isEmpty() ? BigDecimal.ONE : BigDecimal.ZERO, missing.size());
		}

		private List<Positions.Held> places(long person) {
			return heldBy.getOrDefault(person, List.of());
		}

		/** Everybody who was on the same version in that month. */
		private Map<Long, Modifier.Factor> ranked(Asked asked, Modifier modifier, YearMonth month) {
			var peers = members.stream().filter(other -> other.plan().equals(asked.plan()) && !YearMonth.from(other.from()).isAfter(month)
					&& (other.until() == null || !YearMonth.from(other.until()).isBefore(month))).map(Asked::personId).distinct().toList();
			var values = peers.stream().collect(Collectors.toMap(id -> id, id -> figure(modifier, id, month), (one, other) -> one, LinkedHashMap::new));
			var found = new HashMap<Long, Modifier.Factor>();
			modifier.ranking().places(List.copyOf(values.values()), modifier.otherwise()).forEach((id, place) -> found.put(id,
					new Modifier.Factor(modifier.figure(), values.get(id).value(), values.get(id).cases(), place.group(), place.factor())));
			return found;
		}

		private Ranking.Figure figure(Modifier modifier, long person, YearMonth month) {
			var first = month.minusMonths(modifier.months() - 1L);
			if (modifier.figure().equals(AVERAGE_PREPAID)) {
				var prepaid = deals.getOrDefault(person, List.of()).stream().map(SharedDeal::deal).filter(deal -> !YearMonth.from(deal.closedOn()).isBefore(first)
						&& !YearMonth.from(deal.closedOn()).isAfter(month) && deal.prepaidMonths() != null).map(deal -> BigDecimal.valueOf(deal.prepaidMonths())).toList();
				return new Ranking.Figure(person, prepaid.isEmpty() ? null
						: prepaid.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(prepaid.size()), MathContext.DECIMAL64), prepaid.size());
			}
			var metric = metric(modifier.figure());
			var sums = table.over(person, first.isBefore(firstFigure) ? firstFigure : first, month);
			var figure = metric.of(sums);
			var cases = metric.bottom() == null ? figure.top() : metric.bottom().equals(Quantity.CUSTOMERS_HELD.name())
					? figure.bottom().divide(BigDecimal.valueOf(modifier.months()), 0, RoundingMode.DOWN) : figure.bottom();
			return new Ranking.Figure(person, figure.value(), cases.intValue());
		}

		// ------------------------------------------------------------ budgets

		/** Who comes first by day is served first, until the budget is spent. */
		private Set<String> granted(Asked asked, Component component) {
			return budgets.computeIfAbsent(asked.plan() + " " + component.code(), key -> {
				record Claim(Credit credit, long person) {
				}
				var claims = new ArrayList<Claim>();
				members.stream().filter(other -> other.plan().equals(asked.plan()))
						.forEach(other -> credits(other, component, new HashMap<>(), new ArrayList<>()).forEach(credit -> claims.add(new Claim(credit, other.personId()))));
				claims.sort(Comparator.comparing(Claim::credit, Credit.ORDER).thenComparing(Claim::person));
				var left = component.timeBox().budget();
				var served = new HashSet<String>();
				for (var claim : claims) {
					var pay = Money.of(component.table().pay(claim.credit().base()), left.currency());
					if (pay.compareTo(left) > 0) {
						break;
					}
					left = left.minus(pay);
					served.add(claim.person() + " " + claim.credit().source());
				}
				return served;
			});
		}
	}
}
