package org.headcoach.compensation;

import static org.headcoach.people.Permission.APPROVE_PAY;
import static org.headcoach.people.Permission.RUN_PAY;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Needs;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
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
 * The door to the month of pay: it is computed as often as wanted, reviewed, closed, exported and paid, and never goes back.
 * Amounts are in the plan's currency unless it is said otherwise.
 */
@ApplicationScoped
@Transactional
public class PayrollService {

	/** What a computation came to: how many people, lines posted, people parked. */
	public record Computed(int people, int posted, int parked) implements java.io.Serializable {
	}

	/**
	 * An amount that is added by hand.
	 *
	 * @param amount in the plan's currency; may be below 0
	 * @param dealSource the deal that it is about; null for none
	 * @param component with {@code quotaUnits}: the component to whose attainment they count; null when nothing counts to quota
	 */
	public record Adjust(Long personId, YearMonth month, Money amount, PayAdjustment.Reason reason, String note, String dealSource, String component, BigDecimal quotaUnits)
			implements java.io.Serializable {
	}

	/** @param personId null: for everybody; @param source null: all that the person gets */
	public record Hold(Long personId, String source, String sourceName, String reason) implements java.io.Serializable {
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private PayRuns runs;

	@Inject
	private PayWatch watch;

	@Inject
	private Holding holding;

	@Inject
	private PayDue due;

	@Inject
	private Plans plans;

	@Inject
	private PayReach reach;

	@Inject
	private Closing closing;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	// ------------------------------------------------------------ computing

	/** Computes everybody's pay and posts what is missing. A second time posts nothing. Who runs pay. */
	@Needs(RUN_PAY)
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	public Computed compute() {
		var result = runs.everybody();
		return new Computed(result.people(), result.posted(), result.parked());
	}

	/**
	 * Begins to compute everybody's pay and comes back at once; the run shows how far it is. Who runs pay.
	 *
	 * @return the run; 0 when nobody is on a plan
	 */
	@Needs(RUN_PAY)
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	public long beginComputing() {
		var begun = runs.begin(true);
		if (begun.runId() != 0) {
			watch.finish(begun, current.get());
		}
		return begun.runId();
	}

	/** Computes the pay of those whose work or plan has changed since. Who runs pay. */
	@Needs(RUN_PAY)
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	public Computed computeChanged() {
		var result = runs.marked();
		return new Computed(result.people(), result.posted(), result.parked());
	}

	/** Lets a pay through that was parked because it is unusual, up to this amount. It is posted with the next computation. Who runs pay. */
	@Needs(RUN_PAY)
	public void letPass(long personId, YearMonth month, BigDecimal upTo, String reason) {
		if (reason == null || reason.isBlank()) {
			throw new BusinessException("compensation.parked.error.no-reason");
		}
		var person = person(personId);
		em.createNativeQuery("delete from pay_pass where person_id = ? and in_month = ?").setParameter(1, personId).setParameter(2, Date.valueOf(month.atDay(1))).executeUpdate();
		em.createNativeQuery("insert into pay_pass (person_id, in_month, up_to, reason, given_at, given_by_name) values (?, ?, ?, ?, ?, ?)").setParameter(1, personId)
				.setParameter(2, Date.valueOf(month.atDay(1))).setParameter(3, upTo).setParameter(4, reason.strip()).setParameter(5, Timestamp.from(clock.now()))
				.setParameter(6, current.get().name()).executeUpdate();
		due.mark(personId);
		audit.record("LET_PAY_PASS", "Salesperson", personId, person.name(), null, java.util.Map.of("month", month.toString(), "upTo", upTo.toPlainString(), "reason", reason.strip()));
	}

	// ------------------------------------------------------------ the month

	/** The month's period; one that nobody has touched is open. */
	PayPeriod period(YearMonth month) {
		var found = em.find(PayPeriod.class, month.atDay(1));
		if (found == null) {
			found = new PayPeriod(month, month.plusMonths(1).atDay(runs.calendar().settings().payOnDay()));
			em.persist(found);
		}
		return found;
	}

	/** How far a month has come. Who runs pay. */
	@Needs(RUN_PAY)
	public PeriodStatus status(YearMonth month) {
		return period(month).status();
	}

	/** Everybody who has a statement of that month. Who runs pay. */
	@Needs(RUN_PAY)
	public List<Long> paidIn(YearMonth month) {
		return em.createQuery("select s.person.id from Statement s where s.month = :month order by s.person.id", Long.class).setParameter("month", month.atDay(1)).getResultList();
	}

	/** Opens the first open month to its managers for review. Who runs pay. */
	@Needs(RUN_PAY)
	public void review(YearMonth month) {
		requireFirstOpen(month, runs.calendar());
		period(month).review(clock.now());
		audit.record("REVIEW_PAY", "PayPeriod", month, month.toString(), null, null);
	}

	/** Takes a month back from review. Approvals stay as long as the pay does. Who runs pay. */
	@Needs(RUN_PAY)
	public void endReview(YearMonth month) {
		requireFirstOpen(month, runs.calendar());
		period(month).reopenReview();
		audit.record("END_PAY_REVIEW", "PayPeriod", month, month.toString(), null, null);
	}

	/**
	 * Approves the pay of people in one go, as it stands.
	 *
	 * @throws NotHereException for somebody who is not below in the account's line
	 * @throws BusinessException when the month is not in review
	 */
	@Needs(APPROVE_PAY)
	public int approve(YearMonth month, Collection<Long> personIds) {
		if (period(month).status() != PeriodStatus.IN_REVIEW) {
			throw new BusinessException("compensation.month.error.not-in-review", month.atDay(1));
		}
		var approved = 0;
		for (var id : personIds) {
			if (!reach.leads(id, month)) {
				throw new NotHereException(current.get().name() + " does not approve the pay of " + id);
			}
			var statement = statement(id, month);
			if (statement.approvedAt() == null) {
				statement.approve(clock.now(), current.get().name());
				audit.record("APPROVE_PAY", "Statement", statement.id(), statement.person().name(), null, java.util.Map.of("month", month.toString(), "pay", statement.pay().toString()));
				approved++;
			}
		}
		return approved;
	}

	private Statement statement(long personId, YearMonth month) {
		return em.createQuery("select s from Statement s where s.person.id = :person and s.month = :month", Statement.class).setParameter("person", personId)
				.setParameter("month", month.atDay(1)).getResultStream().findFirst().orElseThrow(() -> new NotHereException("No statement of " + personId + " in " + month));
	}

	/**
	 * Closes the first open month: its statements are frozen with all that they rest on and a hash. What changes later is booked in the month after.
	 * Who runs pay.
	 *
	 * @param evenUnapproved whether statements may be closed that no manager has approved
	 * @throws BusinessException when it is not in review, when work has changed since it was computed, or when approvals are missing
	 */
	@Needs(RUN_PAY)
	public void close(YearMonth month, boolean evenUnapproved) {
		// whoever closes holds the lock that every run needs
		var calendar = runs.calendar();
		requireFirstOpen(month, calendar);
		if (!month.isBefore(YearMonth.from(people.today()))) {
			throw new BusinessException("compensation.month.error.not-over", month.atDay(1));
		}
		closing.close(period(month), calendar, evenUnapproved);
		audit.record("CLOSE_PAY", "PayPeriod", month, month.toString(), null, null);
	}

	private static void requireFirstOpen(YearMonth month, PayCalendar calendar) {
		if (calendar.firstOpen() == null || month.isAfter(calendar.firstOpen())) {
			throw new BusinessException("compensation.month.error.earlier-first", month.atDay(1), calendar.firstOpen() == null ? month.atDay(1) : calendar.firstOpen().atDay(1));
		}
		if (month.isBefore(calendar.firstOpen())) {
			throw new BusinessException("compensation.month.error.CLOSED", month.atDay(1));
		}
	}

	/** Says that the money of an exported month is there. Who runs pay. */
	@Needs(RUN_PAY)
	public void markPaid(YearMonth month) {
		period(month).pay(clock.now());
		audit.record("MARK_PAY_PAID", "PayPeriod", month, month.toString(), null, null);
	}

	// ------------------------------------------------------------ by hand

	/**
	 * Adds an amount by hand to an open month, in the currency of the person's plan. Above the company's limit it waits for somebody else. Who runs pay.
	 *
	 * @return its id
	 * @throws BusinessException for a closed month, for somebody without a plan, and for another currency
	 */
	@Needs(RUN_PAY)
	public long adjust(Adjust wanted) {
		var calendar = runs.calendar();
		if (calendar.firstOpen() == null || wanted.month().isBefore(calendar.firstOpen())) {
			throw new BusinessException("compensation.month.error.CLOSED", wanted.month().atDay(1));
		}
		var assignments = plans.assignments(List.of(wanted.personId()));
		if (assignments.isEmpty()) {
			throw new BusinessException("compensation.adjustment.error.no-plan");
		}
		var person = person(wanted.personId());
		var published = plans.published();
		var paidIn = assignments.stream().flatMap(assignment -> published.getOrDefault(assignment.plan().id(), List.of()).stream()).map(version -> version.terms().currency()).distinct().toList();
		if (paidIn.isEmpty()) {
			throw new BusinessException("compensation.adjustment.error.no-plan");
		}
		if (!wanted.amount().isZero() && !paidIn.contains(wanted.amount().currency())) {
			throw new BusinessException("compensation.adjustment.error.currency", wanted.amount(), person.name(), paidIn.get(0).getCurrencyCode());
		}
		var needsSecond = wanted.amount().amount().abs().compareTo(calendar.settings().adjustmentLimit()) > 0;
		var adjustment = new PayAdjustment(person, wanted.month(), wanted.amount(), wanted.reason(), wanted.note(), wanted.dealSource(), wanted.component(), wanted.quotaUnits(), needsSecond,
				clock.now(), current.get());
		em.persist(adjustment);
		em.flush();
		due.mark(person.id());
		audit.record("ADJUST_PAY", "PayAdjustment", adjustment.id(), person.name(), null, wanted);
		return adjustment.id();
	}

	/** The second pair of eyes on an adjustment above the limit: not those that entered it. Who runs pay, or a leader of the person who approves pay. */
	@Needs({RUN_PAY, APPROVE_PAY})
	public void decide(long adjustmentId, int version, boolean agreed) {
		var adjustment = found(PayAdjustment.class, adjustmentId);
		reach.require(adjustment.person().id(), adjustment.month());
		requireVersion(adjustment.version(), version);
		if (!current.get().may(RUN_PAY) && !reach.leads(adjustment.person().id(), adjustment.month())) {
			throw new NotHereException("The own adjustment is not the own to decide");
		}
		adjustment.decide(agreed, clock.now(), current.get());
		due.mark(adjustment.person().id());
		audit.record(agreed ? "AGREE_PAY_ADJUSTMENT" : "REFUSE_PAY_ADJUSTMENT", "PayAdjustment", adjustmentId, adjustment.person().name(), null, null);
	}

	/** Takes an adjustment back; what was paid of it in a closed month is taken back in the first open one. Who runs pay. */
	@Needs(RUN_PAY)
	public void withdraw(long adjustmentId, int version) {
		var adjustment = found(PayAdjustment.class, adjustmentId);
		requireVersion(adjustment.version(), version);
		adjustment.withdraw(clock.now(), current.get());
		due.mark(adjustment.person().id());
		audit.record("WITHDRAW_PAY_ADJUSTMENT", "PayAdjustment", adjustmentId, adjustment.person().name(), null, null);
	}

	/** Keeps pay back from the first open month on: a person's, a deal's, or a person's for a deal. Who runs pay. */
	@Needs(RUN_PAY)
	public long hold(Hold wanted) {
		if (wanted.personId() == null && wanted.source() == null) {
			throw new BusinessException("compensation.hold.error.nothing");
		}
		var calendar = runs.calendar();
		var from = calendar.firstOpen() == null ? YearMonth.from(people.today()) : calendar.firstOpen();
		var hold = new PayHold(wanted.personId() == null ? null : person(wanted.personId()), wanted.source(), wanted.sourceName(), from, wanted.reason(), clock.now(),
				current.get().name());
		em.persist(hold);
		em.flush();
		due.mark(wanted.personId());
		audit.record("HOLD_PAY", "PayHold", hold.id(), hold.person() == null ? hold.sourceName() : hold.person().name(), null, wanted);
		return hold.id();
	}

	/** Lets go what was held; what would have been paid in a month that is closed by now is paid in the first open one. Who runs pay. */
	@Needs(RUN_PAY)
	public void release(long holdId, int version) {
		// whoever closes holds the same lock, so a statement is released before its month is closed or after
		var calendar = runs.calendar();
		var hold = found(PayHold.class, holdId);
		requireVersion(hold.version(), version);
		hold.release(clock.now(), current.get().name());
		if (hold.source() == null) {
			holding.letGo(hold.person().id(), calendar);
		}
		due.mark(hold.person() == null ? null : hold.person().id());
		audit.record("RELEASE_PAY", "PayHold", holdId, hold.person() == null ? hold.sourceName() : hold.person().name(), null, null);
	}

	// ------------------------------------------------------------ settings

	@Needs(RUN_PAY)
	public PaySettings settings() {
		return em.find(PayCalendar.class, PayCalendar.ONLY).settings();
	}

	@Needs(RUN_PAY)
	public void changeSettings(PaySettings changed) {
		var calendar = runs.calendar();
		var before = calendar.settings();
		requireVersion(before.version(), changed.version());
		calendar.change(changed);
		due.mark((Long) null);
		audit.record("CHANGE_PAY_SETTINGS", "PayCalendar", null, null, before, changed);
	}

	/**
	 * The number by which payroll knows somebody; empty takes it away. Who runs pay.
	 *
	 * @throws BusinessException when somebody else has it
	 */
	@Needs(RUN_PAY)
	public void putPayrollId(long personId, String payrollId) {
		var person = person(personId);
		var wanted = payrollId == null || payrollId.isBlank() ? null : payrollId.strip();
		if (wanted != null && wanted.length() > 60) {
			throw new BusinessException("compensation.payroll.error.long-id", wanted.length());
		}
		if (wanted != null) {
			var others = em.createNativeQuery("select name from salesperson where payroll_id = ? and id <> ?").setParameter(1, wanted).setParameter(2, personId).getResultList();
			if (!others.isEmpty()) {
				throw new BusinessException("compensation.payroll.error.id-taken", wanted, others.get(0));
			}
		}
		var before = em.createNativeQuery("select payroll_id from salesperson where id = ?").setParameter(1, personId).getSingleResult();
		if (wanted == null) {
			em.createNativeQuery("update salesperson set payroll_id = null where id = ?").setParameter(1, personId).executeUpdate();
		} else {
			em.createNativeQuery("update salesperson set payroll_id = ? where id = ?").setParameter(1, wanted).setParameter(2, personId).executeUpdate();
		}
		audit.record("CHANGE_PAYROLL_ID", "Salesperson", personId, person.name(), before == null ? null : java.util.Map.of("payrollId", before),
				wanted == null ? null : java.util.Map.of("payrollId", wanted));
	}

	/** Enters a rate of exchange; one that stands for the same day is replaced. Who runs pay. */
	@Needs(RUN_PAY)
	public void putRate(String from, String to, LocalDate on, BigDecimal rate) {
		put(new PayMonthService.RateRow(from, to, on, rate));
		due.mark((Long) null);
	}

	/**
	 * Enters many rates at once, all or none. Who runs pay.
	 *
	 * @return how many
	 */
	@Needs(RUN_PAY)
	public int putRates(List<PayMonthService.RateRow> rates) {
		rates.forEach(this::put);
		due.mark((Long) null);
		return rates.size();
	}

	private void put(PayMonthService.RateRow row) {
		var currencies = java.util.Currency.getAvailableCurrencies().stream().map(java.util.Currency::getCurrencyCode).collect(java.util.stream.Collectors.toSet());
		if (row.rate() == null || row.rate().signum() <= 0 || row.on() == null || row.from().equals(row.to()) || !currencies.contains(row.from()) || !currencies.contains(row.to())) {
			throw new BusinessException("compensation.rates.error.rate");
		}
		em.createNativeQuery("delete from exchange_rate where from_currency = ? and to_currency = ? and on_day = ?").setParameter(1, row.from()).setParameter(2, row.to())
				.setParameter(3, Date.valueOf(row.on())).executeUpdate();
		em.createNativeQuery("insert into exchange_rate (from_currency, to_currency, on_day, rate) values (?, ?, ?, ?)").setParameter(1, row.from()).setParameter(2, row.to())
				.setParameter(3, Date.valueOf(row.on())).setParameter(4, row.rate()).executeUpdate();
		audit.record("ENTER_EXCHANGE_RATE", "ExchangeRate", row.from() + row.to() + " " + row.on(), row.from() + " " + row.to(), null,
				java.util.Map.of("rate", row.rate().toPlainString()));
	}

	// ------------------------------------------------------------

	private Salesperson person(long id) {
		return found(Salesperson.class, id);
	}

	private <T> T found(Class<T> type, long id) {
		var found = em.find(type, id);
		if (found == null) {
			throw new NotHereException("No " + type.getSimpleName() + " " + id);
		}
		return found;
	}

	private static void requireVersion(int stands, int seen) {
		if (stands != seen) {
			throw new OptimisticLockException();
		}
	}
}
