package org.headcoach.compensation;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.headcoach.compensation.PayMonthPage.HoldRow;
import org.headcoach.compensation.PayMonthPage.ParkedRow;
import org.headcoach.compensation.PayMonthPage.PersonRow;
import org.headcoach.compensation.PayMonthPage.QuestionRow;
import org.headcoach.compensation.PayMonthPage.RunRow;
import org.headcoach.compensation.PayMonthPage.Zero;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.Columns;
import org.headcoach.shared.Money;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** What the administrator's pages show of a month of pay, of runs, of the book and of what was done by hand. It changes nothing. */
@ApplicationScoped
@Transactional
public class PayMonthService {

	/** So many months are averaged to know what is usual. */
	private static final int USUAL_MONTHS = 3;

	/** A lot takes seconds; a run that has been silent for so long is dead. */
	private static final Duration SILENT = Duration.ofMinutes(3);

	private static final int DEALS_FOUND = 20;

	/** A deal as somebody finds it by its name or its customer. */
	public record DealChoice(String source, String name, String customer, String owner, LocalDate closedOn, Money amount) implements java.io.Serializable {

		/** What the statement calls it. */
		public String said() {
			return customer == null || customer.isBlank() ? name : name == null || name.isBlank() || name.equals(customer) ? customer : customer + ", " + name;
		}
	}

	/** Somebody who is or was on a plan. */
	public record Payee(long id, String name, Currency currency, List<ComponentChoice> quotaComponents) implements java.io.Serializable {
	}

	/** A component with a quota. */
	public record ComponentChoice(String code, String name) implements java.io.Serializable {
	}

	/** A rate of exchange: one {@code from} is so many {@code to}. */
	public record RateRow(String from, String to, LocalDate on, BigDecimal rate) implements java.io.Serializable {
	}

	/**
	 * What the book said of a line at two times.
	 *
	 * @param before sum of all postings up to the earlier run; {@code after} up to the later one
	 */
	public record Difference(long personId, String name, YearMonth month, YearMonth bookedIn, String component, String kind, String source, String deal, Money before, Money after)
			implements java.io.Serializable {

		public Money change() {
			return after.minus(before);
		}
	}

	/** What two runs differ in, by person and by line. */
	public record Comparison(RunRow from, RunRow to, List<PersonDifference> people, List<Difference> lines) implements java.io.Serializable {
	}

	public record PersonDifference(long personId, String name, Money before, Money after) implements java.io.Serializable {

		public Money change() {
			return after.minus(before);
		}
	}

	/** A posting of a line's history. */
	public record PostingRow(long id, long personId, String person, YearMonth month, YearMonth bookedIn, String plan, String component, String componentName, String kind, String source, String deal, int ordinal,
			Money amount, Long corrects, long runId, Instant postedAt) implements java.io.Serializable {
	}

	/**
	 * A line with all its postings.
	 *
	 * @param asPaid what the statement of its own month says; null while that month is open
	 * @param asNow what all postings add up to
	 */
	public record LineHistory(String plan, String component, String kind, String source, String deal, Money asPaid, Money asNow, List<PostingRow> postings) implements java.io.Serializable {

		/** Null while the month is open. */
		public Money difference() {
			return asPaid == null ? null : asNow.minus(asPaid);
		}
	}

	/** Somebody's month as it was paid and as it would be paid now. */
	public record History(long personId, String name, YearMonth month, boolean closed, List<LineHistory> lines) implements java.io.Serializable {

		/** Sum over the lines; null without any. */
		public Money asPaid() {
			return sum(LineHistory::asPaid);
		}

		public Money asNow() {
			return sum(LineHistory::asNow);
		}

		public Money difference() {
			return sum(LineHistory::difference);
		}

		private Money sum(Function<LineHistory, Money> of) {
			return lines.stream().map(of).filter(java.util.Objects::nonNull).reduce(Money::plus).orElse(null);
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private Plans plans;

	@Inject
	private PayDue due;

	@Inject
	private PayForecast forecast;

	@Inject
	private PayReach reach;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ the month

	/** The month with everybody's pay and all that needs a look. Who runs pay. */
	@Needs(RUN_PAY)
	public PayMonthPage month(YearMonth month) {
		var calendar = em.find(PayCalendar.class, PayCalendar.ONLY);
		var period = em.find(PayPeriod.class, month.atDay(1));
		var status = period == null ? PeriodStatus.OPEN : period.status();
		var today = people.today();
		var parked = parked();
		var questions = questions(month);
		var rows = people(month, parked.stream().map(ParkedRow::personId).collect(Collectors.toSet()), questions);
		var payOn = period == null ? month.plusMonths(1).atDay(calendar.settings().payOnDay()) : period.payOn();
		return new PayMonthPage(month, status, payOn, period == null ? null : period.reviewAt(), period == null ? null : period.closedAt(), period == null ? null : period.closedByName(),
				period == null ? null : period.exportedAt(), period == null ? null : period.paidAt(), calendar.firstOpen(), calendar.computedAt(), today,
				sums(rows, row -> !row.onHold()), sums(rows, PersonRow::onHold), isToCome(month, status, today) ? forecast.of(today) : null, rows, parked, waiting(), questions,
				holds(true), adjustments(null).stream().filter(adjustment -> adjustment.status() == PayAdjustment.Status.WAITING).toList(), runs(0, 1).stream().findFirst().orElse(null));
	}

	/** Open deals are won now or later, never in a month that is over. */
	private static boolean isToCome(YearMonth month, PeriodStatus status, LocalDate today) {
		return status == PeriodStatus.OPEN && month.equals(YearMonth.from(today));
	}

	private static List<Money> sums(List<PersonRow> rows, java.util.function.Predicate<PersonRow> which) {
		var sums = new TreeMap<String, Money>();
		rows.stream().filter(which).map(PersonRow::payout).forEach(payout -> sums.merge(payout.currency().getCurrencyCode(), payout, Money::plus));
		return List.copyOf(sums.values());
	}

	/** Everybody's pay of a month, by name. Who runs pay. */
	@Needs(RUN_PAY)
	public List<PersonRow> statements(YearMonth month) {
		return people(month, parked().stream().map(ParkedRow::personId).collect(Collectors.toSet()), questions(month));
	}

	private List<PersonRow> people(YearMonth month, Set<Long> parked, List<QuestionRow> questions) {
		var usual = usual(month);
		var planNames = new HashMap<Long, String>();
		plans.assignments().stream().filter(assignment -> assignment.touches(month.atDay(1), month.atEndOfMonth()))
				.forEach(assignment -> planNames.merge(assignment.person().id(), assignment.plan().name(), (one, other) -> one.equals(other) ? one : one + ", " + other));
		var asked = questions.stream().collect(Collectors.groupingBy(QuestionRow::personId, Collectors.counting()));
		var rows = new ArrayList<PersonRow>();
		for (var row : rows(em.createNativeQuery("select s.person_id, p.name, t.name, s.currency, s.pay, s.carried_in, s.booked, s.held, s.carried_out, s.payout, s.payout_currency,"
				+ " s.on_hold, s.released_in, s.approved_at, s.approved_by_name from statement s join salesperson p on p.id = s.person_id"
				+ " left join position_held h on h.person_id = s.person_id and h.from_day <= ? and (h.until_day is null or h.until_day > ?) left join team t on t.id = h.team_id"
				+ " where s.in_month = ? order by p.name, s.person_id").setParameter(1, Date.valueOf(month.atEndOfMonth())).setParameter(2, Date.valueOf(month.atEndOfMonth()))
				.setParameter(3, Date.valueOf(month.atDay(1))))) {
			var currency = Currency.getInstance((String) row[3]);
			var id = number(row[0]);
			var pay = money(row[4], currency);
			var carriedIn = money(row[5], currency);
			var booked = money(row[6], currency);
			var held = money(row[7], currency);
			rows.add(new PersonRow(id, (String) row[1], (String) row[2], planNames.get(id), pay, carriedIn, booked, held, money(row[8], currency),
					money(row[9], Currency.getInstance((String) row[10])), (Boolean) row[11], month(row[12]), Columns.moment(row[13]), (String) row[14], usual.get(id), zero(pay, carriedIn, booked, held),
					parked.contains(id), asked.getOrDefault(id, 0L).intValue()));
		}
		return rows;
	}

	private static Zero zero(Money pay, Money carriedIn, Money booked, Money held) {
		if (!pay.isZero()) {
			return null;
		}
		return booked.signum() > 0 && carriedIn.signum() < 0 ? Zero.TAKEN_BACK : booked.signum() < 0 ? Zero.SET_OFF : held.signum() > 0 ? Zero.HELD : Zero.NOTHING_COUNTED;
	}

	private Map<Long, BigDecimal> usual(YearMonth month) {
		var usual = new HashMap<Long, BigDecimal>();
		for (var row : rows(em.createNativeQuery("select person_id, sum(pay), count(*) from statement where in_month >= ? and in_month < ? group by person_id")
				.setParameter(1, Date.valueOf(month.minusMonths(USUAL_MONTHS).atDay(1))).setParameter(2, Date.valueOf(month.atDay(1))))) {
			if (number(row[2]) == USUAL_MONTHS) {
				usual.put(number(row[0]), ((BigDecimal) row[1]).divide(BigDecimal.valueOf(USUAL_MONTHS), 2, RoundingMode.HALF_UP));
			}
		}
		return usual;
	}

	private List<ParkedRow> parked() {
		var parked = new ArrayList<ParkedRow>();
		for (var row : rows(em.createNativeQuery("select k.person_id, p.name, k.since, k.reason_key, k.arguments_json from parked_pay k join salesperson p on p.id = k.person_id"
				+ " order by p.name, k.person_id"))) {
			var arguments = ParkedArguments.read((String) row[4]);
			var passes = "compensation.parked.above-usual".equals(row[3]);
			parked.add(new ParkedRow(number(row[0]), (String) row[1], Columns.moment(row[2]), (String) row[3], arguments, passes ? YearMonth.from((LocalDate) arguments.get(0)) : null,
					passes ? (Money) arguments.get(1) : null));
		}
		return parked;
	}

	/** Null for everybody. */
	private List<String> waiting() {
		var ids = due.people();
		if (ids.contains(null)) {
			return null;
		}
		// somebody without a plan has no pay to compute
		var onPlans = plans.assignments(ids);
		return onPlans.stream().map(assignment -> assignment.person().name()).distinct().sorted().toList();
	}

	private List<QuestionRow> questions(YearMonth month) {
		var today = people.today();
		return em.createQuery("select q from PayQuestion q join fetch q.person where q.month = :month and q.answeredAt is null order by q.dueOn, q.id", PayQuestion.class)
				.setParameter("month", month.atDay(1)).getResultStream().map(question -> new QuestionRow(question.id(), question.person().id(), question.person().name(),
						question.month(), question.asked(), question.askedAt(), question.dueOn(), question.dueOn().isBefore(today))).toList();
	}

	/** The months that have pay, the latest first, with what each comes to. Who runs pay. */
	@Needs(RUN_PAY)
	public List<MonthRow> months(int first, int size) {
		var found = new ArrayList<MonthRow>();
		for (var row : rows(em.createNativeQuery("select s.in_month, m.status, count(*), sum(case when s.approved_at is null then 0 else 1 end), m.closed_at, m.exported_at, m.paid_at"
				+ " from statement s left join pay_month m on m.in_month = s.in_month group by s.in_month, m.status, m.closed_at, m.exported_at, m.paid_at order by s.in_month desc")
				.setFirstResult(first).setMaxResults(size))) {
			found.add(new MonthRow(month(row[0]), row[1] == null ? PeriodStatus.OPEN : PeriodStatus.valueOf((String) row[1]), number(row[2]), number(row[3]), Columns.moment(row[4]), Columns.moment(row[5]),
					Columns.moment(row[6])));
		}
		return found;
	}

	/** A month in a list of months. */
	public record MonthRow(YearMonth month, PeriodStatus status, long statements, long approved, Instant closedAt, Instant exportedAt, Instant paidAt) implements java.io.Serializable {
	}

	/** One month of that list; one without statements is empty. Who runs pay. */
	@Needs(RUN_PAY)
	public MonthRow monthRow(YearMonth month) {
		var period = em.find(PayPeriod.class, month.atDay(1));
		return months(0, Integer.MAX_VALUE).stream().filter(row -> row.month().equals(month)).findFirst().orElseGet(() -> new MonthRow(month,
				period == null ? PeriodStatus.OPEN : period.status(), 0, 0, period == null ? null : period.closedAt(), period == null ? null : period.exportedAt(),
				period == null ? null : period.paidAt()));
	}

	@Needs(RUN_PAY)
	public long countMonths() {
		return number(em.createNativeQuery("select count(distinct in_month) from statement").getSingleResult());
	}

	/** The first month that is not closed; this month before pay has begun. Who runs pay. */
	@Needs(RUN_PAY)
	public YearMonth firstOpen() {
		var first = em.find(PayCalendar.class, PayCalendar.ONLY).firstOpen();
		return first == null ? YearMonth.from(people.today()) : first;
	}

	// ------------------------------------------------------------ runs and the book

	/** Runs, the latest first. Who runs pay. */
	@Needs(RUN_PAY)
	public List<RunRow> runs(int first, int size) {
		return runs(em.createNativeQuery(RUNS + " order by started_at desc, id desc").setFirstResult(first).setMaxResults(size));
	}

	private static final String RUNS = "select id, started_at, finished_at, started_by_name, engine, total, people, posted, parked, touched_at from pay_run";

	private List<RunRow> runs(Query query) {
		var now = clock.now();
		var runs = new ArrayList<RunRow>();
		for (var row : rows(query)) {
			var finished = Columns.moment(row[2]);
			var touched = Columns.moment(row[9]);
			runs.add(new RunRow(number(row[0]), Columns.moment(row[1]), finished, (String) row[3], (String) row[4], ((Number) row[5]).intValue(), ((Number) row[6]).intValue(),
					((Number) row[7]).intValue(), ((Number) row[8]).intValue(), finished == null && (touched == null || touched.plus(SILENT).isBefore(now))));
		}
		return runs;
	}

	@Needs(RUN_PAY)
	public long countRuns() {
		return number(em.createNativeQuery("select count(*) from pay_run").getSingleResult());
	}

	/** One run. Who runs pay. */
	@Needs(RUN_PAY)
	public RunRow run(long id) {
		return runs(em.createNativeQuery(RUNS + " where id = ?").setParameter(1, id)).stream().findFirst().orElseThrow(() -> new NotHereException("No run " + id));
	}

	/** That its run had begun by then: with the moment, the moment again and the number. */
	private static final String BY_THEN = "(r.started_at < ? or r.started_at = ? and r.id <= ?)";

	/**
	 * What the book said as of two runs: every line in which they differ. Who runs pay.
	 *
	 * @param from null: before the first run, so the book as of {@code to}
	 */
	@Needs(RUN_PAY)
	public Comparison compare(Long from, long to) {
		var one = from == null ? null : run(from);
		var other = run(to);
		if (one != null && Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::id).compare(one, other) > 0) {
			var swapped = one;
			one = other;
			other = swapped;
		}
		var query = em.createNativeQuery("select * from (select g.person_id, p.name, g.in_month, g.booked_in, g.component, g.kind, g.source, g.currency,"
				+ " sum(case when " + (one == null ? "g.id < 0" : BY_THEN) + " then g.amount else 0 end) as stood, sum(g.amount) as stands, g.version_id from posting g"
				+ " join salesperson p on p.id = g.person_id join pay_run r on r.id = g.run_id where " + BY_THEN
				+ " group by g.person_id, p.name, g.in_month, g.booked_in, g.version_id, g.component, g.kind, g.source, g.currency) as line where stood <> stands"
				+ " order by name, person_id, in_month, booked_in, component, source, kind");
		var at = one == null ? 1 : byThen(query, 1, one);
		byThen(query, at, other);
		var found = rows(query);
		var names = dealNames(found.stream().map(row -> (String) row[6]).collect(Collectors.toSet()));
		var components = componentNames();
		var lines = found.stream().map(row -> {
			var currency = Currency.getInstance((String) row[7]);
			return new Difference(number(row[0]), (String) row[1], month(row[2]), month(row[3]), components.getOrDefault(row[10] + " " + row[4], (String) row[4]), (String) row[5], (String) row[6], names.get(dealOf((String) row[6])),
					money(row[8], currency), money(row[9], currency));
		}).toList();
		var byPerson = new java.util.LinkedHashMap<String, PersonDifference>();
		lines.forEach(line -> byPerson.merge(line.personId() + " " + line.after().currency(), new PersonDifference(line.personId(), line.name(), line.before(), line.after()),
				(was, more) -> new PersonDifference(was.personId(), was.name(), was.before().plus(more.before()), was.after().plus(more.after()))));
		return new Comparison(one, other, List.copyOf(byPerson.values()), lines);
	}

	private static int byThen(Query query, int at, RunRow run) {
		query.setParameter(at, Timestamp.from(run.startedAt())).setParameter(at + 1, Timestamp.from(run.startedAt())).setParameter(at + 2, run.id());
		return at + 3;
	}

	/** Postings that a month's statements show, in the order of the book. Who runs pay. */
	@Needs(RUN_PAY)
	public List<PostingRow> postings(YearMonth bookedIn, Long personId, int first, int size) {
		return postings(" where g.booked_in = ?" + (personId == null ? "" : " and g.person_id = ?"), query -> {
			query.setParameter(1, Date.valueOf(bookedIn.atDay(1)));
			return (personId == null ? query : query.setParameter(2, personId)).setFirstResult(first).setMaxResults(size);
		});
	}

	@Needs(RUN_PAY)
	public long countPostings(YearMonth bookedIn, Long personId) {
		var query = em.createNativeQuery("select count(*) from posting where booked_in = ?" + (personId == null ? "" : " and person_id = ?"))
				.setParameter(1, Date.valueOf(bookedIn.atDay(1)));
		return number((personId == null ? query : query.setParameter(2, personId)).getSingleResult());
	}

	private List<PostingRow> postings(String where, java.util.function.UnaryOperator<Query> parameters) {
		var postings = new ArrayList<PostingRow>();
		var components = componentNames();
		for (var row : rows(parameters.apply(em.createNativeQuery("select g.id, g.person_id, p.name, g.in_month, g.booked_in, n.name, g.component, g.kind, g.source, g.ordinal, g.amount,"
				+ " g.currency, g.corrects_id, g.run_id, g.posted_at, v.id from posting g join salesperson p on p.id = g.person_id join plan_version v on v.id = g.version_id"
				+ " join pay_plan n on n.id = v.plan_id" + where + " order by g.id")))) {
			postings.add(new PostingRow(number(row[0]), number(row[1]), (String) row[2], month(row[3]), month(row[4]), (String) row[5], (String) row[6],
					components.getOrDefault(row[15] + " " + row[6], (String) row[6]), (String) row[7], (String) row[8], null,
					((Number) row[9]).intValue(), money(row[10], Currency.getInstance((String) row[11])), row[12] == null ? null : number(row[12]), number(row[13]), Columns.moment(row[14])));
		}
		var names = dealNames(postings.stream().map(PostingRow::source).collect(Collectors.toSet()));
		return postings.stream().map(posting -> new PostingRow(posting.id(), posting.personId(), posting.person(), posting.month(), posting.bookedIn(), posting.plan(), posting.component(),
				posting.componentName(), posting.kind(), posting.source(), names.get(dealOf(posting.source())), posting.ordinal(), posting.amount(), posting.corrects(), posting.runId(), posting.postedAt())).toList();
	}

	/** What people call the components, by version and code; a line of the whole plan has none. */
	private Map<String, String> componentNames() {
		var names = new HashMap<String, String>();
		plans.published().values().stream().flatMap(List::stream)
				.forEach(version -> version.terms().components().forEach(component -> names.put(version.id() + " " + component.code(), component.name())));
		return names;
	}

	/** As it was paid, as it would be paid now, and the difference, line by line with every posting. Who runs pay. */
	@Needs(RUN_PAY)
	public History history(long personId, YearMonth month) {
		var names = rows(em.createNativeQuery("select id, name from salesperson where id = ?").setParameter(1, personId));
		if (names.isEmpty()) {
			throw new NotHereException("No person " + personId);
		}
		var period = em.find(PayPeriod.class, month.atDay(1));
		var closed = period != null && period.status().isClosed();
		var lines = new java.util.LinkedHashMap<String, List<PostingRow>>();
		postings(" where g.person_id = ? and g.in_month = ?", query -> query.setParameter(1, personId).setParameter(2, Date.valueOf(month.atDay(1)))).forEach(posting -> lines.computeIfAbsent(
				String.join("\u0000", posting.plan(), posting.component(), posting.kind(), posting.source()), key -> new ArrayList<>()).add(posting));
		return new History(personId, (String) names.get(0)[1], month, closed, lines.values().stream().map(postings -> {
			var head = postings.get(0);
			var now = postings.stream().map(PostingRow::amount).reduce(Money::plus).orElseThrow();
			var paid = postings.stream().filter(posting -> posting.bookedIn().equals(month)).map(PostingRow::amount).reduce(Money::plus).orElse(Money.zero(now.currency()));
			return new LineHistory(head.plan(), head.componentName(), head.kind(), head.source(), head.deal(), closed ? paid : null, now, List.copyOf(postings));
		}).toList());
	}

	// ------------------------------------------------------------ by hand

	/** Adjustments, the latest first. Who runs pay sees all; who approves pay, those of the own line. */
	@Needs({RUN_PAY, APPROVE_PAY})
	public List<AdjustmentRow> adjustments(YearMonth month) {
		var query = em.createQuery("select a from PayAdjustment a join fetch a.person" + (month == null ? "" : " where a.month = :month") + " order by a.id desc", PayAdjustment.class);
		var all = (month == null ? query : query.setParameter("month", month.atDay(1))).getResultList().stream()
				.filter(adjustment -> reach.sees(adjustment.person().id(), adjustment.month())).toList();
		var names = dealNames(all.stream().map(PayAdjustment::dealSource).filter(java.util.Objects::nonNull).collect(Collectors.toSet()));
		var actor = current.get();
		return all.stream().map(adjustment -> AdjustmentRow.of(adjustment, adjustment.dealSource() == null ? null : names.get(dealOf(adjustment.dealSource())), actor.accountId())).toList();
	}

	/** Holds, the latest first. Who runs pay. */
	@Needs(RUN_PAY)
	public List<HoldRow> holds(boolean standingOnly) {
		return em.createQuery("select h from PayHold h left join fetch h.person" + (standingOnly ? " where h.releasedAt is null" : "") + " order by h.id desc", PayHold.class).getResultStream()
				.map(hold -> new HoldRow(hold.id(), hold.version(), hold.person() == null ? null : hold.person().id(), hold.person() == null ? null : hold.person().name(), hold.source(),
						hold.sourceName(), hold.from(), hold.reason(), hold.heldAt(), hold.heldByName(), hold.releasedAt(), hold.releasedByName())).toList();
	}

	/** Everybody who is or was on a plan, by name, with the plan's currency and its components with a quota. Who runs pay. */
	@Needs(RUN_PAY)
	public List<Payee> payees() {
		var published = plans.published();
		var byPerson = new TreeMap<Long, Payee>();
		for (var assignment : plans.assignments()) {
			var versions = published.getOrDefault(assignment.plan().id(), List.of());
			if (!versions.isEmpty()) {
				var terms = versions.get(versions.size() - 1).terms();
				byPerson.put(assignment.person().id(), new Payee(assignment.person().id(), assignment.person().name(), terms.currency(), terms.components().stream()
						.filter(component -> assignment.quotas().containsKey(component.code())).map(component -> new ComponentChoice(component.code(), component.name())).toList()));
			}
		}
		return byPerson.values().stream().sorted(Comparator.comparing(Payee::name)).toList();
	}

	/** Deals whose name, customer or id holds the text, the latest first. Who runs pay. */
	@Needs(RUN_PAY)
	public List<DealChoice> deals(String text) {
		if (text == null || text.isBlank()) {
			return List.of();
		}
		var like = "%" + text.strip().toLowerCase(java.util.Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
		return deals(em.createNativeQuery(DEALS + " where lower(d.name) like ? escape '!' or lower(d.customer) like ? escape '!' or lower(d.external_id) like ? escape '!'"
				+ " order by d.closed_on desc, d.id desc").setParameter(1, like).setParameter(2, like).setParameter(3, like).setMaxResults(DEALS_FOUND));
	}

	/** The deal behind a source; null when it is not there any more. Who runs pay. */
	@Needs(RUN_PAY)
	public DealChoice deal(String source) {
		var parts = dealOf(source).split(":", 2);
		var found = parts.length < 2 || !parts[0].matches("-?\\d{1,18}") ? List.<DealChoice>of()
				: deals(em.createNativeQuery(DEALS + " where d.source_id = ? and d.external_id = ?").setParameter(1, Long.valueOf(parts[0])).setParameter(2, parts[1]));
		return found.isEmpty() ? null : found.get(0);
	}

	private static final String DEALS = "select d.source_id, d.external_id, d.name, d.customer, p.name, d.closed_on, d.amount, d.currency from deal d left join salesperson p on p.id = d.owner_id";

	private List<DealChoice> deals(Query query) {
		return rows(query).stream().map(row -> new DealChoice(number(row[0]) + ":" + row[1], (String) row[2], (String) row[3], (String) row[4], Columns.day(row[5]),
				row[6] == null || row[7] == null ? null : money(row[6], Currency.getInstance((String) row[7])))).toList();
	}

	/** The deal's part of a source: a payment of a deal is named after it. */
	static String dealOf(String source) {
		var slash = source.indexOf('/');
		return slash < 0 ? source : source.substring(0, slash);
	}

	private Map<String, String> dealNames(Set<String> sources) {
		var wanted = sources.stream().map(PayMonthService::dealOf).filter(source -> source.matches("-?\\d{1,18}:.+")).collect(Collectors.toCollection(HashSet::new));
		var names = new HashMap<String, String>();
		var all = List.copyOf(wanted);
		for (int from = 0; from < all.size(); from += 500) {
			var some = all.subList(from, Math.min(all.size(), from + 500));
			var query = em.createNativeQuery(DEALS + " where d.external_id in (" + String.join(", ", java.util.Collections.nCopies(some.size(), "?")) + ")");
			for (int i = 0; i < some.size(); i++) {
				query.setParameter(i + 1, some.get(i).substring(some.get(i).indexOf(':') + 1));
			}
			deals(query).stream().filter(deal -> wanted.contains(deal.source())).forEach(deal -> names.put(deal.source(), deal.said()));
		}
		return names;
	}

	// ------------------------------------------------------------ rates

	/** Rates of exchange, by pair, the latest first. Who runs pay. */
	@Needs(RUN_PAY)
	public List<RateRow> rates() {
		return rows(em.createNativeQuery("select from_currency, to_currency, on_day, rate from exchange_rate order by from_currency, to_currency, on_day desc")).stream()
				.map(row -> new RateRow((String) row[0], (String) row[1], Columns.day(row[2]), ((BigDecimal) row[3]).stripTrailingZeros())).toList();
	}

	// ------------------------------------------------------------

	private static List<Object[]> rows(Query query) {
		var rows = new ArrayList<Object[]>();
		query.getResultList().forEach(row -> rows.add((Object[]) row));
		return rows;
	}

	private static long number(Object column) {
		return ((Number) column).longValue();
	}

	private static Money money(Object column, Currency currency) {
		return Money.of((BigDecimal) column, currency);
	}

	static YearMonth month(Object column) {
		return column == null ? null : YearMonth.from(Columns.day(column));
	}
}
