package org.headcoach.compensation;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.headcoach.compensation.engine.Balance;
import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Owed;
import org.headcoach.compensation.engine.PayMonth;
import org.headcoach.compensation.engine.PayRun;
import org.headcoach.compensation.engine.Posting;
import org.headcoach.people.Actor;
import org.headcoach.people.Audit;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Salesperson;
import org.headcoach.shared.OwnTransaction;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Computes and posts pay: so many people at a time, each lot in a transaction of its own that holds the calendar's lock from before its facts are read until it is
 * committed. So runs, closings and other nodes follow one another, a killed run has posted whole lots or nothing of them, and a second run posts nothing.
 * Whoever is in doubt is parked with the reason, everybody else goes on. It asks for no right.
 */
@ApplicationScoped
class PayRuns {

	private static final Logger LOG = Logger.getLogger(PayRuns.class.getName());

	/** People in one transaction. */
	private static final int LOT = 50;

	/** So many paid months have to be known before pay can be called unusual. */
	private static final int MONTHS_TO_COMPARE = 3;

	/** What a run came to. */
	record Result(long runId, int people, int posted, int parked) {

		Result plus(Result other) {
			return new Result(runId, people + other.people, posted + other.posted, parked + other.parked);
		}
	}

	@PersistenceContext
	private EntityManager em;

	@Inject
	private OwnTransaction own;

	@Inject
	private PayFacts facts;

	@Inject
	private Postings postings;

	@Inject
	private Plans plans;

	@Inject
	private Holding holding;

	@Inject
	private PayDue due;

	@Inject
	private Rates rates;

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private Audit audit;

	@Inject
	private BusinessClock clock;

	/** Everybody who has ever been on a plan. */
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	Result everybody() {
		return run(true);
	}

	/** Those whose work or plan has changed; with them everybody whose pay rests on theirs. Does nothing when nobody is marked. */
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	Result marked() {
		return run(false);
	}

	/**
	 * A run that has begun: it stands in the list of runs and nobody is computed yet.
	 *
	 * @param runId 0 when there is nobody to compute
	 * @param marksForAll the marks that it answers
	 */
	record Begun(long runId, List<Long> people, List<Long> marksForAll) {
	}

	private Result run(boolean everybody) {
		return finish(begin(everybody));
	}

	/** Begins a run of everybody, or of those marked; {@link #finish} does the work. */
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	Begun begin(boolean everybody) {
		var marksForAll = step(due::marksForEverybody);
		var ids = step(() -> whom(everybody || !marksForAll.isEmpty()));
		if (ids.isEmpty()) {
			step(() -> {
				due.remove(marksForAll);
				return null;
			});
			return new Begun(0, ids, marksForAll);
		}
		return new Begun(step(() -> begin(ids.size())), ids, marksForAll);
	}

	/** Each lot says how far the run has come, in the transaction of its postings; so a killed run shows what it has done. */
	@Transactional(Transactional.TxType.NOT_SUPPORTED)
	Result finish(Begun begun) {
		var result = new Result(begun.runId(), 0, 0, 0);
		var ids = begun.people();
		if (ids.isEmpty()) {
			return result;
		}
		try {
			for (int from = 0; from < ids.size(); from += LOT) {
				var lot = ids.subList(from, Math.min(ids.size(), from + LOT));
				result = result.plus(step(() -> lot(begun.runId(), lot)));
			}
		} catch (RuntimeException e) {
			// it is seen at once that it has broken off, and not only when it has been silent for long
			step(() -> em.createNativeQuery("update pay_run set touched_at = null where id = ?").setParameter(1, begun.runId()).executeUpdate());
			throw e;
		}
		step(() -> {
			due.remove(begun.marksForAll());
			em.createNativeQuery("update pay_run set finished_at = ? where id = ?").setParameter(1, Timestamp.from(clock.now())).setParameter(2, begun.runId()).executeUpdate();
			calendar().computed(clock.now());
			return null;
		});
		return result;
	}

	private <T> T step(Callable<T> work) {
		try {
			return own.run(work);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * Whom to compute. Those whose pay rests on somebody's who is marked get a mark of their own: they keep it when the run breaks off between the two. Marks of people
	 * who have never been on a plan are removed.
	 */
	private List<Long> whom(boolean everybody) {
		// marks first: who is put on a plan after they were read keeps the mark
		var marks = due.byPerson();
		var all = plans.assignments().stream().map(assignment -> assignment.person().id()).distinct().sorted().toList();
		due.remove(marks.keySet().stream().filter(Predicate.not(new HashSet<>(all)::contains)).flatMap(person -> marks.get(person).stream()).toList());
		if (everybody || marks.isEmpty()) {
			return everybody ? all : List.of();
		}
		var resting = facts.restingOn(marks.keySet(), people.today());
		resting.removeAll(marks.keySet());
		due.mark(resting);
		return all.stream().filter(person -> marks.containsKey(person) || resting.contains(person)).toList();
	}

	private long begin(int total) {
		var id = ((Number) em.createNativeQuery("select nextval('ids')").getSingleResult()).longValue();
		em.createNativeQuery("insert into pay_run (id, started_at, started_by_name, engine, people, posted, parked, total, touched_at) values (?, ?, ?, ?, 0, 0, 0, ?, ?)")
				.setParameter(1, id).setParameter(2, Timestamp.from(clock.now())).setParameter(3, current.get().name()).setParameter(4, PayRun.ENGINE).setParameter(5, total)
				.setParameter(6, Timestamp.from(clock.now())).executeUpdate();
		if (current.get() != Actor.SYSTEM) {
			audit.record("COMPUTE_PAY", "PayRun", id, String.valueOf(id), null, Map.of("people", total));
		}
		return id;
	}

	/** The calendar, locked until the transaction ends. */
	PayCalendar calendar() {
		return em.find(PayCalendar.class, PayCalendar.ONLY, LockModeType.PESSIMISTIC_WRITE);
	}

	private Result lot(long run, List<Long> ids) {
		var calendar = calendar();
		var marks = due.marks(ids);
		var result = post(run, ids, calendar);
		due.remove(marks);
		em.createNativeQuery("update pay_run set people = people + ?, posted = posted + ?, parked = parked + ?, touched_at = ? where id = ?").setParameter(1, result.people())
				.setParameter(2, result.posted()).setParameter(3, result.parked()).setParameter(4, Timestamp.from(clock.now())).setParameter(5, run).executeUpdate();
		return result;
	}

	/** Posts what is missing of these people's pay, within the caller's transaction, which holds the calendar's lock. */
	private Result post(long run, Collection<Long> ids, PayCalendar calendar) {
		var today = people.today();
		var posted = postings.of(ids);
		var parkedBefore = parked(ids);
		var statements = new Statements(ids, calendar);
		var lines = new ArrayList<Postings.Addition>();
		var parked = 0;
		for (var payee : facts.of(ids, today)) {
			if (payee.stretches().isEmpty() && payee.refusal() == null) {
				continue;
			}
			try {
				if (payee.refusal() != null) {
					throw payee.refusal();
				}
				lines.addAll(lines(payee, posted.getOrDefault(payee.personId(), List.of()), statements, calendar, YearMonth.from(today)));
				if (parkedBefore.contains(payee.personId())) {
					free(payee.personId());
				}
			} catch (BusinessException e) {
				park(run, payee.personId(), e);
				parked++;
			} catch (IllegalArgumentException | ArithmeticException e) {
				// what no rule foresaw stops this person's pay and nobody else's
				LOG.log(Level.SEVERE, e, () -> "Pay of person " + payee.personId() + " cannot be computed");
				park(run, payee.personId(), new BusinessException("compensation.parked.unforeseen", String.valueOf(e.getMessage())));
				parked++;
			}
		}
		postings.add(lines, run, clock.now());
		return new Result(run, ids.size(), lines.size(), parked);
	}

	/**
	 * What has to be posted for somebody; the statements are brought up to date with it.
	 *
	 * @throws BusinessException before anything is changed when the person has to be parked
	 */
	private List<Postings.Addition> lines(PayFacts.Payee payee, List<Postings.Line> book, Statements statements, PayCalendar calendar, YearMonth last) {
		var months = new PayRun(payee.stretches()).months(payee.first(), last);
		var owed = months.stream().flatMap(month -> month.lines().stream()).toList();
		var differences = differences(owed, book, calendar.firstOpen());
		var balances = statements.balances(payee, months, book, differences, last);
		requireUsual(payee, balances, statements, calendar);
		statements.update(payee, balances);
		return differences.isEmpty() ? List.of() : additions(payee, owed, book, differences);
	}

	private static List<Postings.Addition> additions(PayFacts.Payee payee, List<Owed> owed, List<Postings.Line> book, List<Posting> differences) {
		var byKey = owed.stream().collect(Collectors.toMap(Owed::key, line -> line));
		var before = new HashMap<Owed.Key, Postings.Line>();
		book.forEach(line -> before.put(line.posting().key(), line));
		var origins = new HashMap<Sold, Credit.Origin>();
		payee.stretches().forEach(stretch -> stretch.facts().credits().forEach((component, credits) -> credits
				.forEach(credit -> origins.putIfAbsent(new Sold(stretch.plan(), component, credit.source()), credit.origin()))));
		var additions = new ArrayList<Postings.Addition>(differences.size());
		for (var difference : differences) {
			var key = difference.key();
			var stood = before.get(key);
			additions.add(new Postings.Addition(payee.personId(), difference, stood == null ? 1 : stood.ordinal() + 1, stood == null ? null : stood.id(),
					explanation(byKey.get(key), origins.get(new Sold(key.plan(), key.component(), key.source())))));
		}
		return additions;
	}

	/** What a credit's origin is found by. */
	private record Sold(String plan, String component, String source) {
	}

	/** @param owed null when nothing is owed under the key any more */
	private static Explanation explanation(Owed owed, Credit.Origin origin) {
		return owed == null ? new Explanation(List.of(), List.of(), BigDecimal.ZERO, null) : new Explanation(owed.slices(), owed.factors(), owed.whole(), origin);
	}

	private static List<Posting> differences(List<Owed> owed, List<Postings.Line> book, YearMonth firstOpen) {
		try {
			return Posting.differences(owed, book.stream().map(Postings.Line::posting).toList(), firstOpen);
		} catch (IllegalArgumentException e) {
			throw new BusinessException("compensation.parked.owed-twice", e.getMessage());
		}
	}

	/** Pay far above everything before is held for a second look. */
	private void requireUsual(PayFacts.Payee payee, List<Balanced> balances, Statements statements, PayCalendar calendar) {
		var best = statements.bestOfAYear(payee.personId());
		for (var balance : balances) {
			var pay = balance.pay();
			if (best == null || pay.amount().compareTo(best.multiply(calendar.settings().usualFactor())) <= 0) {
				continue;
			}
			var passed = em.createNativeQuery("select up_to from pay_pass where person_id = ? and in_month = ?").setParameter(1, payee.personId())
					.setParameter(2, Date.valueOf(balance.month().atDay(1))).getResultStream().findFirst();
			if (passed.isEmpty() || ((BigDecimal) passed.get()).compareTo(pay.amount()) < 0) {
				throw new BusinessException("compensation.parked.above-usual", balance.month().atDay(1), pay, calendar.settings().usualFactor(), best);
			}
		}
	}

	private Set<Long> parked(Collection<Long> ids) {
		var parked = new HashSet<Long>();
		em.createNativeQuery("select person_id from parked_pay").getResultList().forEach(id -> parked.add(((Number) id).longValue()));
		parked.retainAll(ids);
		return parked;
	}

	private void park(long run, long person, BusinessException because) {
		free(person);
		em.createNativeQuery("insert into parked_pay (person_id, since, reason_key, arguments_json, run_id) values (?, ?, ?, ?, ?)").setParameter(1, person)
				.setParameter(2, Timestamp.from(clock.now())).setParameter(3, because.key()).setParameter(4, ParkedArguments.write(because.arguments())).setParameter(5, run)
				.executeUpdate();
	}

	private void free(long person) {
		em.createNativeQuery("delete from parked_pay where person_id = ?").setParameter(1, person).executeUpdate();
	}

	/** What a month's statement comes to. */
	private record Balanced(YearMonth month, Money carried, Money booked, Money pay, Money debt, Money held, Rates.Rate payout) {
	}

	/** The statements of a lot, read at once. */
	private final class Statements {

		private final Map<Long, TreeMap<YearMonth, Statement>> byPerson = new HashMap<>();
		private final Set<Long> onHold;
		private final YearMonth firstOpen;
		private final Rates.Table exchange = rates.all();

		Statements(Collection<Long> ids, PayCalendar calendar) {
			firstOpen = calendar.firstOpen();
			em.createQuery("select s from Statement s join fetch s.person where s.person.id in :ids and s.month >= :from", Statement.class).setParameter("ids", ids)
					.setParameter("from", firstOpen.minusMonths(12).atDay(1)).getResultList()
					.forEach(statement -> byPerson.computeIfAbsent(statement.person().id(), id -> new TreeMap<>()).put(statement.month(), statement));
			onHold = holding.people();
		}

		private TreeMap<YearMonth, Statement> of(long person) {
			return byPerson.computeIfAbsent(person, id -> new TreeMap<>());
		}

		List<Balanced> balances(PayFacts.Payee payee, List<PayMonth> months, List<Postings.Line> book, List<Posting> differences, YearMonth last) {
			var none = Money.zero(payee.stretches().get(0).terms().currency());
			var byMonth = months.stream().collect(Collectors.toMap(PayMonth::month, month -> month));
			var own = of(payee.personId());
			var before = own.lowerEntry(firstOpen);
			var carried = before == null ? none : before.getValue().carriedOut();
			var booked = new HashMap<YearMonth, Money>();
			book.forEach(line -> booked.merge(line.posting().bookedIn(), line.posting().amount(), Money::plus));
			differences.forEach(posting -> booked.merge(posting.bookedIn(), posting.amount(), Money::plus));
			var balances = new ArrayList<Balanced>();
			for (var month = payee.first().isAfter(firstOpen) ? payee.first() : firstOpen; !month.isAfter(last); month = month.plusMonths(1)) {
				var sum = booked.getOrDefault(month, none);
				var balance = Balance.of(carried, sum);
				var computed = byMonth.get(month);
				balances.add(new Balanced(month, carried, sum, balance.pay(), computed.drawDebt(), computed.held(), rate(payee, none.currency(), month.atEndOfMonth())));
				carried = balance.carried();
			}
			return balances;
		}

		/** Null when too few months were paid to know what is usual. */
		BigDecimal bestOfAYear(long person) {
			var paid = of(person).headMap(firstOpen).values().stream().filter(statement -> statement.closedAt() != null).map(statement -> statement.pay().amount())
					.filter(pay -> pay.signum() > 0).toList();
			return paid.size() < MONTHS_TO_COMPARE ? null : paid.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
		}

		void update(PayFacts.Payee payee, List<Balanced> balances) {
			for (var balance : balances) {
				var statement = of(payee.personId()).get(balance.month());
				if (statement == null) {
					statement = new Statement(em.getReference(Salesperson.class, payee.personId()), balance.month());
				}
				var changed = statement.update(balance.carried(), balance.booked(), balance.debt(), balance.held(), payee.paidOutIn(), balance.payout().rate(), balance.payout().on(),
						payee.stretches().get(payee.stretches().size() - 1).terms().rounding());
				statement.hold(onHold.contains(payee.personId()));
				if (changed && statement.id() == null) {
					em.persist(statement);
					of(payee.personId()).put(balance.month(), statement);
				}
			}
		}

		private Rates.Rate rate(PayFacts.Payee payee, Currency from, LocalDate day) {
			return exchange.find(from, payee.paidOutIn(), day).orElseThrow(
					() -> new BusinessException("compensation.parked.no-payout-rate", from.getCurrencyCode(), payee.paidOutIn().getCurrencyCode(), day));
		}
	}
}
