package org.headcoach.compensation;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;
import static org.headcoach.people.Permission.SEE_OWN_PAY;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.compensation.StatementPage.HeldRow;
import org.headcoach.compensation.StatementPage.ParkedRow;
import org.headcoach.compensation.StatementPage.PlanUsed;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.PayeeFacts;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Promotion;
import org.headcoach.compensation.engine.Stretch;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;
import org.headcoach.people.Salesperson;
import org.headcoach.pipeline.SoldDeals;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The door to what people see of pay: statements, what if, questions, the team's month. Everybody reads the own pay, leaders that of the people below in the line,
 * who runs pay everybody's. Somebody else's pay is refused as if it did not exist. Amounts are in the plan's currency unless it is said otherwise.
 */
@ApplicationScoped
@Transactional
public class PayService {

	/** So many answered questions are shown below the open ones. */
	private static final int ANSWERED_SHOWN = 50;

	/** Pay that is so many times the month's before, or its part, is looked at. */
	private static final BigDecimal UNUSUAL = BigDecimal.valueOf(2);

	/** What the text of a question or an answer may hold. */
	private static final int LONGEST_TEXT = 2000;

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PayDue due;

	@Inject
	private Holding holding;

	@Inject
	private Statements statements;

	@Inject
	private PayFacts facts;

	@Inject
	private Supposing supposing;

	@Inject
	private Plans plans;

	@Inject
	private SoldDeals sold;

	@Inject
	private Rates rates;

	@Inject
	private PayReach payReach;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ the plan's receipt

	/**
	 * A plan that pays the reader today, as a document to read and to accept.
	 *
	 * @param textHash SHA-256 of what it says
	 * @param quotas a year's units by component code
	 * @param target pay for reaching them; null when none is set
	 * @param acceptedAt null while it is not
	 */
	public record PlanDocument(StatementPage.PlanUsed plan, String textHash, Map<String, BigDecimal> quotas, Money target, java.time.Instant acceptedAt) implements java.io.Serializable {
	}

	/** The plans that pay the reader today. */
	@Needs(SEE_OWN_PAY)
	public List<PlanDocument> ownPlans() {
		var receipts = em.createQuery("select r from PlanReceipt r join fetch r.version where r.person.id = :person", PlanReceipt.class).setParameter("person", ownPerson()).getResultList();
		return held(ownPerson()).map(held -> new PlanDocument(
				new StatementPage.PlanUsed(held.version().id(), held.version().plan().name(), held.version().number(), held.version().terms(), held.from(), held.until()),
				held.version().textHash(), held.assignment().quotas(), target(held), receipts.stream().filter(receipt -> receipt.version().id().equals(held.version().id())).findFirst().map(PlanReceipt::acceptedAt).orElse(null)))
				.toList();
	}

	/** Names of the plans that pay the reader today and are not accepted yet. */
	@Needs(SEE_OWN_PAY)
	public List<String> plansToAccept() {
		if (current.get().personId() == null) {
			return List.of();
		}
		var accepted = em.createQuery("select r.version.id from PlanReceipt r where r.person.id = :person", Long.class).setParameter("person", ownPerson()).getResultList();
		return held(ownPerson()).map(Plans.Held::version).filter(version -> !accepted.contains(version.id())).map(version -> version.plan().name()).distinct().toList();
	}

	private static Money target(Plans.Held held) {
		return held.assignment().targetPay() == null ? null : Money.of(held.assignment().targetPay(), held.version().terms().currency());
	}

	/**
	 * Accepts a version of a plan as it was read: the receipt keeps its text's hash and the moment. Accepting it again changes nothing.
	 *
	 * @throws NotHereException for a version that does not pay the reader today
	 */
	@Needs(SEE_OWN_PAY)
	public void accept(long versionId) {
		var calendar = em.find(PayCalendar.class, PayCalendar.ONLY, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
		var held = held(ownPerson()).filter(one -> one.version().id() == versionId).findFirst().orElseThrow(() -> new NotHereException("No plan version " + versionId));
		if (ownPlans().stream().anyMatch(document -> document.plan().versionId() == versionId && document.acceptedAt() != null)) {
			return;
		}
		var receipt = new PlanReceipt(held.version(), held.assignment().person(), clock.now());
		em.persist(receipt);
		holding.letGo(held.assignment().person().id(), calendar);
		due.mark(held.assignment().person().id());
		audit.record("ACCEPT_PAY_PLAN", "PlanVersion", versionId, held.version().plan().name() + " " + held.version().number(), null, java.util.Map.of("hash", receipt.textHash()));
	}

	private long ownPerson() {
		var own = current.get().personId();
		if (own == null) {
			throw new NotHereException(current.get().name() + " is nobody in the line");
		}
		return own;
	}

	/** By what somebody is paid today. */
	private Stream<Plans.Held> held(long personId) {
		var today = people.today();
		var published = plans.published();
		return plans.assignments(List.of(personId)).stream().flatMap(assignment -> Plans.held(assignment, published.getOrDefault(assignment.plan().id(), List.of())).stream())
				.filter(held -> held.holds(today));
	}

	// ------------------------------------------------------------ statements

	/**
	 * A month of somebody's pay. The own, that of people below in the line, everybody's for who runs pay.
	 *
	 * @throws NotHereException for everybody else, and for who does not exist
	 */
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public StatementPage statement(long personId, YearMonth month) {
		payReach.require(personId, month);
		var person = em.find(Salesperson.class, personId);
		if (person == null) {
			throw new NotHereException("No person " + personId);
		}
		var rows = statements.of(personId).stream().filter(row -> payReach.sees(personId, row.month())).toList();
		var sum = rows.stream().filter(row -> row.month().equals(month)).findFirst().orElse(null);
		var last = month.minusMonths(1);
		var before = rows.stream().filter(row -> row.month().equals(last)).findFirst().orElse(null);
		var questions = rows(statements.questions(personId, month));
		var adjustments = statements.adjustments(personId, month);
		var reasons = adjustments.stream().collect(Collectors.toMap(adjustment -> "adjustment " + adjustment.id(), PayAdjustment::note));
		var stretches = stretches(personId, sum);
		var versions = statements.versions(versionIds(personId, month, last, stretches));
		var terms = versions.values().stream().collect(Collectors.toMap(PlanVersion::id, PlanVersion::terms));
		var lines = statements.lines(personId, month, last, questions, terms, reasons);
		var now = lines.get(month);
		var stretch = holding(stretches, month);
		var credits = stretch == null ? List.<Credit>of() : creditsIn(stretch, month);
		var refused = stretches.stream().flatMap(one -> one.facts().refused().stream()).filter(one -> YearMonth.from(one.day()).equals(month)).toList();
		var parked = statements.parked(List.of(personId)).get(personId);
		var isParked = parked != null && (sum == null || sum.closedAt() == null);
		var period = em.find(PayPeriod.class, month.atDay(1));
		var calendar = em.find(PayCalendar.class, PayCalendar.ONLY);
		var changes = sum == null || before == null || !sum.currencyCode().equals(before.currencyCode()) || sum.pay().equals(before.pay()) ? List.<PayChange>of()
				: PayChange.between(lines.get(last), before.carriedIn(), now, sum.carriedIn());
		return new StatementPage(personId, person.name(), month, rows.stream().map(StatementRow::month).toList(), period == null ? PeriodStatus.OPEN : period.status(),
				period == null || period.payOn() == null ? month.plusMonths(1).atDay(calendar.settings().payOnDay()) : period.payOn(), sum == null ? null : sum.closedAt(),
				calendar.computedAt(), sum, before, now, changes,
				sum != null && sum.pay().signum() > 0 ? List.of() : ZeroReason.of(sum, isParked, stretch == null ? null : stretch.facts(), credits, refused, factor(stretch, month)), unheld(stretch, month), refused,
				held(personId, stretches), adjustments.stream().filter(adjustment -> adjustment.month().equals(month) && (!isOwn(personId) || adjustment.status() == PayAdjustment.Status.IN_FORCE)).map(adjustment -> AdjustmentRow.of(adjustment, null, current.get().accountId())).toList(),
				questions.stream().filter(question -> question.postingId() == null).toList(), used(stretches, month, now, versions, terms),
				stretch == null ? List.of() : Attainments.of(stretch, month, quotas(personId, month)), isParked ? parked : null, isOwn(personId), payReach.leads(personId, month));
	}

	/**
	 * The statement of that number, with the rights of {@link #statement(long, YearMonth)}.
	 *
	 * @throws NotHereException for one that is somebody else's, as for one that does not exist
	 */
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public StatementPage statementById(long id) {
		var row = statements.byId(id).filter(found -> payReach.sees(found.personId(), found.month())).orElseThrow(() -> new NotHereException("No statement " + id));
		return statement(row.personId(), row.month());
	}

	/** All months of somebody that the account may see, the latest first. */
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public List<StatementRow> statements(long personId) {
		var rows = statements.of(personId).stream().filter(row -> payReach.sees(personId, row.month())).toList();
		if (rows.isEmpty()) {
			payReach.require(personId, YearMonth.from(people.today()));
		}
		return rows;
	}

	/**
	 * The file of a closed statement with all that it was computed from.
	 *
	 * @throws NotHereException while the month is open, and for who may not see it
	 */
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public String file(long personId, YearMonth month) {
		payReach.require(personId, month);
		var row = statements.of(personId).stream().filter(one -> one.month().equals(month)).findFirst().orElseThrow(() -> new NotHereException("No statement of " + personId));
		var file = statements.file(row.id());
		if (file == null) {
			throw new NotHereException("No file of the statement of " + personId + " in " + month);
		}
		return file;
	}

	private boolean isOwn(long personId) {
		return current.get().personId() != null && current.get().personId() == personId;
	}

	/** A closed month is explained by what it was closed with, an open one by what is known today. */
	private List<Stretch> stretches(long personId, StatementRow sum) {
		if (sum != null && sum.closedAt() != null) {
			var file = statements.file(sum.id());
			return file == null ? List.of() : StatementFiles.stretches(file);
		}
		return facts.of(List.of(personId), people.today()).stream().filter(payee -> payee.refusal() == null).findFirst().map(PayFacts.Payee::stretches).orElse(List.of());
	}

	private Collection<Long> versionIds(long personId, YearMonth month, YearMonth last, List<Stretch> stretches) {
		var ids = new LinkedHashSet<>(statements.versionIds(personId, month, last));
		stretches.forEach(stretch -> ids.add(Long.valueOf(stretch.plan())));
		return ids;
	}

	/** The last plan that held in a month; null when none did. */
	static Stretch holding(List<Stretch> stretches, YearMonth month) {
		Stretch found = null;
		for (var stretch : stretches) {
			if (isWithin(stretch.facts(), month)) {
				found = stretch;
			}
		}
		return found;
	}

	private static boolean isWithin(PayeeFacts facts, YearMonth month) {
		return !facts.since().isAfter(month.atEndOfMonth()) && (facts.until() == null || !facts.until().isBefore(month.atDay(1)));
	}

	private static List<Credit> creditsIn(Stretch stretch, YearMonth month) {
		return stretch.facts().credits().values().stream().flatMap(List::stream).filter(credit -> credit.month().equals(month)).toList();
	}

	private static BigDecimal factor(Stretch stretch, YearMonth month) {
		if (stretch == null) {
			return null;
		}
		return stretch.facts().factors().entrySet().stream().filter(entry -> stretch.facts().credits().getOrDefault(entry.getKey(), List.of()).stream()
				.anyMatch(credit -> credit.month().equals(month))).flatMap(entry -> entry.getValue().getOrDefault(month, List.of()).stream()).map(Modifier.Factor::factor)
				.reduce(BigDecimal::multiply).orElse(null);
	}

	/** What was missing of what those parts of the plan ask for in which something counted. */
	private static List<StatementPage.Unheld> unheld(Stretch stretch, YearMonth month) {
		if (stretch == null) {
			return List.of();
		}
		var unheld = new ArrayList<StatementPage.Unheld>();
		for (var component : stretch.terms().components()) {
			if (stretch.facts().credits().getOrDefault(component.code(), List.of()).stream().noneMatch(credit -> credit.month().equals(month))) {
				continue;
			}
			stretch.facts().factors().getOrDefault(component.code(), new TreeMap<>()).getOrDefault(month, List.of()).stream()
					.filter(factor -> Modifier.isOfTraining(factor.figure()) && factor.value() != null && factor.value().signum() == 0)
					.forEach(factor -> unheld.add(new StatementPage.Unheld(component.name(), factor.figure(), factor.cases(), factor.factor())));
		}
		return unheld;
	}

	/** Year quotas by component, as they are entered for the plan that held in the month. */
	private Map<String, PlanAssignment> quotas(long personId, YearMonth month) {
		var quotas = new HashMap<String, PlanAssignment>();
		plans.assignments(List.of(personId)).stream().filter(assignment -> assignment.touches(month.atDay(1), month.atEndOfMonth()))
				.forEach(assignment -> assignment.quotas().keySet().forEach(component -> quotas.put(component, assignment)));
		return quotas;
	}

	private List<HeldRow> held(long personId, List<Stretch> stretches) {
		var sources = stretches.stream().flatMap(stretch -> stretch.facts().deals().keySet().stream()).collect(Collectors.toSet());
		return statements.holds(personId).stream().filter(hold -> hold.source() == null || sources.contains(hold.source()))
				.map(hold -> new HeldRow(hold.source() == null ? null : hold.sourceName() == null ? hold.source() : hold.sourceName(), hold.reason(), hold.heldByName(), hold.heldAt()))
				.toList();
	}

	private static List<PlanUsed> used(List<Stretch> stretches, YearMonth month, List<PayLine> lines, Map<Long, PlanVersion> versions, Map<Long, PlanTerms> terms) {
		var ids = lines.stream().map(line -> Long.valueOf(line.key().plan())).collect(Collectors.toCollection(LinkedHashSet::new));
		stretches.stream().filter(stretch -> isWithin(stretch.facts(), month)).forEach(stretch -> ids.add(Long.valueOf(stretch.plan())));
		return ids.stream().filter(versions::containsKey).map(id -> {
			var version = versions.get(id);
			var facts = stretches.stream().filter(stretch -> stretch.plan().equals(id.toString())).map(Stretch::facts).findFirst().orElse(null);
			return new PlanUsed(id, version.plan().name(), version.number(), terms.get(id), facts == null ? version.effectiveFrom() : facts.since(), facts == null ? null : facts.until());
		}).sorted(Comparator.comparing(PlanUsed::from).thenComparing(PlanUsed::versionId)).toList();
	}

	// ------------------------------------------------------------ what if

	/**
	 * What the running month would come to, computed by the same engine with the person's real facts. Nothing is kept. For the own pay, and leaders for that of their people.
	 *
	 * @throws NotHereException for everybody else's
	 * @throws BusinessException when nothing can be computed because something is in doubt
	 */
	@Needs({SEE_OWN_PAY, APPROVE_PAY})
	public WhatIf whatIf(long personId, WhatIf.Suppose suppose) {
		var today = people.today();
		var month = YearMonth.from(today);
		requireOwnOrLed(personId, month);
		if (suppose.more().signum() < 0) {
			throw new BusinessException("compensation.what-if.error.below-zero");
		}
		return supposing.of(personId, today, suppose, quotas(personId, month));
	}

	// ------------------------------------------------------------ the next level

	/**
	 * How far somebody is from the next level of the plan that pays today. For the own, and leaders for their people. MRR of a deal in a currency without a rate
	 * is left unknown, and so is what it adds up to.
	 *
	 * @return empty when no plan of today leads to one
	 * @throws NotHereException for everybody else's
	 */
	@Needs({SEE_OWN_PAY, APPROVE_PAY})
	public Optional<NextLevel> nextLevel(long personId) {
		var today = people.today();
		requireOwnOrLed(personId, YearMonth.from(today));
		return held(personId).map(Plans.Held::version).filter(version -> version.terms().promotion() != null).findFirst().map(version -> {
			var currency = version.terms().currency();
			return new NextLevel(version.terms().promotion(), Promotion.reached(customers(personId, today, currency), today), today, currency);
		});
	}

	private List<Promotion.Customer> customers(long personId, LocalDate day, Currency currency) {
		var exchange = rates.all();
		return sold.won(List.of(personId), LocalDate.EPOCH, day).stream().filter(deal -> deal.mrr() != null).map(deal -> {
			var rate = exchange.find(deal.currency() == null ? currency : Currency.getInstance(deal.currency()), currency, deal.closedOn());
			return new Promotion.Customer(deal.closedOn(), rate.map(found -> deal.mrr().multiply(share(deal, personId)).multiply(found.rate())).orElse(null), deal.prepaidMonths(),
					deal.cancelledOn());
		}).filter(customer -> customer.mrr() == null || customer.mrr().signum() != 0).toList();
	}

	/** The own part of a deal: all of it where nobody shares it, nothing of what comes on top. */
	private static BigDecimal share(SoldDeals.SoldDeal deal, long personId) {
		var shares = deal.splits().stream().filter(split -> !split.overlay()).toList();
		if (shares.isEmpty()) {
			return deal.ownerId() != null && deal.ownerId() == personId ? BigDecimal.ONE : BigDecimal.ZERO;
		}
		return shares.stream().filter(split -> split.personId() == personId).map(split -> split.share().movePointLeft(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private void requireOwnOrLed(long personId, YearMonth month) {
		if (!(isOwn(personId) && current.get().may(SEE_OWN_PAY)) && !payReach.leads(personId, month)) {
			throw new NotHereException(current.get().name() + " asks about the pay of " + personId);
		}
	}

	// ------------------------------------------------------------ questions

	/**
	 * Asks about the own pay: a line, or the month.
	 *
	 * @param postingId null for the month as a whole
	 * @return its id
	 * @throws NotHereException for a line or month that is not the own
	 */
	@Needs(SEE_OWN_PAY)
	public long ask(YearMonth month, Long postingId, String text) {
		var actor = current.get();
		var own = actor.personId() == null ? List.<StatementRow>of() : statements.of(actor.personId());
		if (own.stream().noneMatch(row -> row.month().equals(month))) {
			throw new NotHereException(actor.name() + " has no statement of " + month);
		}
		if (postingId != null && statements.ofPosting(postingId).filter(found -> found.equals(Map.entry(actor.personId(), month))).isEmpty()) {
			throw new NotHereException(actor.name() + " has no line " + postingId);
		}
		requireShort(text);
		var question = new PayQuestion(em.find(Salesperson.class, actor.personId()), month, postingId, text, clock.now(), dueDay());
		em.persist(question);
		em.flush();
		audit.record("ASK_ABOUT_PAY", "PayQuestion", question.id(), question.person().name(), null, Map.of("month", month.toString(), "asked", question.asked()));
		return question.id();
	}

	/** The last working day of those in which a question is to be answered. */
	private LocalDate dueDay() {
		var calendar = people.calendar();
		var day = people.today();
		for (var left = em.find(PayCalendar.class, PayCalendar.ONLY).settings().answerDays(); left > 0; left--) {
			day = calendar.onOrAfter(day.plusDays(1));
		}
		return day;
	}

	/**
	 * Answers a question. Who runs pay, and leaders of the person; nobody the own.
	 *
	 * @throws OptimisticLockException when somebody has answered it meanwhile
	 */
	@Needs({RUN_PAY, APPROVE_PAY})
	public void answer(long questionId, int version, String text, PayQuestion.Outcome outcome) {
		var question = em.find(PayQuestion.class, questionId);
		if (question == null || !mayAnswer(question)) {
			throw new NotHereException("No question " + questionId);
		}
		if (question.version() != version) {
			throw new OptimisticLockException();
		}
		requireShort(text);
		question.answer(text, outcome, clock.now(), current.get().name());
		audit.record("ANSWER_ABOUT_PAY", "PayQuestion", questionId, question.person().name(), null, Map.of("answer", question.answer(), "outcome", outcome.name()));
	}

	private static void requireShort(String text) {
		if (text != null && text.strip().length() > LONGEST_TEXT) {
			throw new BusinessException("compensation.question.error.too-long", LONGEST_TEXT);
		}
	}

	private boolean mayAnswer(PayQuestion question) {
		return !isOwn(question.person().id()) && (current.get().may(RUN_PAY) || payReach.leads(question.person().id(), question.month()));
	}

	/**
	 * Questions that the account may see: the own, and those that it may answer.
	 *
	 * @param toAnswer open ones that wait for the account, by the day on which they are due
	 * @param answered the latest ones of those that it could answer
	 * @param own the latest first
	 */
	public record Questions(List<QuestionRow> toAnswer, List<QuestionRow> answered, List<QuestionRow> own, LocalDate today) implements java.io.Serializable {
	}

	private List<QuestionRow> rows(List<PayQuestion> questions) {
		var lines = statements.lineNames(questions.stream().map(PayQuestion::postingId).filter(Objects::nonNull).toList());
		return questions.stream().map(question -> QuestionRow.of(question, lines)).toList();
	}

	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public Questions questions() {
		var actor = current.get();
		var answers = actor.may(RUN_PAY) || actor.may(APPROVE_PAY);
		return new Questions(answers ? rows(statements.openQuestions(null).stream().filter(this::mayAnswer).toList()) : List.of(),
				answers ? rows(statements.answeredQuestions(ANSWERED_SHOWN).stream().filter(this::mayAnswer).toList()) : List.of(),
				actor.personId() == null || !actor.may(SEE_OWN_PAY) ? List.of() : rows(statements.questionsOf(actor.personId())), people.today());
	}

	/** How many questions wait for the account. */
	@Needs({SEE_OWN_PAY, APPROVE_PAY, RUN_PAY})
	public long questionsToAnswer() {
		var actor = current.get();
		return actor.may(RUN_PAY) || actor.may(APPROVE_PAY) ? statements.openQuestions(null).stream().filter(this::mayAnswer).count() : 0;
	}

	// ------------------------------------------------------------ the team

	/** The month of the people below in the line: a manager's reps, a director's managers with theirs, for an executive everybody. */
	@Needs(APPROVE_PAY)
	public TeamPayPage team(YearMonth month) {
		var last = month.minusMonths(1);
		var sums = new HashMap<Long, StatementRow>();
		var befores = new HashMap<Long, StatementRow>();
		var names = new TreeMap<Long, String>();
		for (var row : statements.in(month, last)) {
			if (payReach.leads(row.personId(), row.month())) {
				(row.month().equals(month) ? sums : befores).put(row.personId(), row);
			}
		}
		var today = people.today();
		var assigned = plans.assignments().stream().filter(assignment -> assignment.touches(month.atDay(1), month.atEndOfMonth())
				&& (assignment.person().leftOn() == null || !assignment.person().leftOn().isBefore(month.atDay(1))) && payReach.leads(assignment.person().id(), month)).toList();
		assigned.forEach(assignment -> names.put(assignment.person().id(), assignment.person().name()));
		sums.values().forEach(row -> names.put(row.personId(), row.name()));
		var parked = statements.parked(names.keySet());
		var questions = statements.openQuestions(month).stream().filter(this::mayAnswer).collect(Collectors.groupingBy(question -> question.person().id(), Collectors.summingInt(one -> 1)));
		var attainments = attainments(assigned, month, today);
		var line = reach.in(month);
		var period = em.find(PayPeriod.class, month.atDay(1));
		var status = period == null ? PeriodStatus.OPEN : period.status();
		var rows = new ArrayList<TeamPayPage.Row>();
		names.forEach((id, name) -> {
			var place = line.of(id);
			var sum = sums.get(id);
			var asked = questions.getOrDefault(id, 0);
			rows.add(new TeamPayPage.Row(id, name, place == null ? null : place.teamName(), sum, befores.get(id), attainments.get(id),
					exceptions(sum, befores.get(id), parked.get(id), asked, status), asked));
		});
		rows.sort(Comparator.comparing((TeamPayPage.Row row) -> row.exceptions().isEmpty() ? TeamPayPage.LookAt.values().length : row.exceptions().iterator().next().ordinal())
				.thenComparing(TeamPayPage.Row::name));
		return new TeamPayPage(month, status, period == null || period.payOn() == null ? month.plusMonths(1).atDay(em.find(PayCalendar.class, PayCalendar.ONLY).settings().payOnDay())
				: period.payOn(), rows, statements.waitingAdjustments().stream().filter(adjustment -> payReach.leads(adjustment.person().id(), adjustment.month())).map(adjustment -> AdjustmentRow.of(adjustment, null, current.get().accountId()))
						.toList());
	}

	private static EnumSet<TeamPayPage.LookAt> exceptions(StatementRow sum, StatementRow before, ParkedRow parked, int questions, PeriodStatus status) {
		var found = EnumSet.noneOf(TeamPayPage.LookAt.class);
		if (parked != null && !status.isClosed()) {
			found.add(TeamPayPage.LookAt.PARKED);
		}
		if (questions > 0) {
			found.add(TeamPayPage.LookAt.QUESTION);
		}
		if (sum == null) {
			found.add(TeamPayPage.LookAt.NOT_COMPUTED);
			return found;
		}
		if (sum.onHold()) {
			found.add(TeamPayPage.LookAt.ON_HOLD);
		}
		if (sum.held().signum() != 0) {
			found.add(TeamPayPage.LookAt.HELD);
		}
		if (sum.pay().isZero()) {
			found.add(TeamPayPage.LookAt.ZERO);
		} else if (before != null && isUnusual(sum.payAmount(), before.payAmount())) {
			found.add(TeamPayPage.LookAt.UNUSUAL);
		}
		return found;
	}

	private static boolean isUnusual(BigDecimal pay, BigDecimal before) {
		return before.signum() > 0 && (pay.compareTo(before.multiply(UNUSUAL)) >= 0 || pay.multiply(UNUSUAL).compareTo(before) <= 0);
	}

	/** Shares of the quota of those who have one. */
	private Map<Long, BigDecimal> attainments(List<PlanAssignment> assigned, YearMonth month, LocalDate today) {
		var withQuota = assigned.stream().filter(assignment -> !assignment.quotas().isEmpty()).collect(Collectors.groupingBy(assignment -> assignment.person().id()));
		var shares = new HashMap<Long, BigDecimal>();
		if (withQuota.isEmpty()) {
			return shares;
		}
		for (var payee : facts.of(withQuota.keySet(), today)) {
			var stretch = payee.refusal() == null ? holding(payee.stretches(), month) : null;
			if (stretch != null) {
				var quotas = new HashMap<String, PlanAssignment>();
				withQuota.get(payee.personId()).forEach(assignment -> assignment.quotas().keySet().forEach(component -> quotas.put(component, assignment)));
				Attainments.of(stretch, month, quotas).stream().map(Attainment::share).filter(java.util.Objects::nonNull).findFirst()
						.ifPresent(share -> shares.put(payee.personId(), share.round(MathContext.DECIMAL32)));
			}
		}
		return shares;
	}
}
