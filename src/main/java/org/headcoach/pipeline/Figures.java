package org.headcoach.pipeline;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.headcoach.people.CompanyChanged;
import org.headcoach.people.PositionChanged;
import org.headcoach.shared.BusinessClock;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Keeps the monthly figures in step with what was imported. Work to do is written down as marks (person, month) in the transaction
 * that changes raw rows; here each marked month is counted anew in a transaction of its own, which also removes its marks.
 * Killed in the middle, a month is either old with its marks or new without; the next start goes on. A second run does nothing.
 */
@ApplicationScoped
public class Figures {

	private static final Logger LOG = Logger.getLogger(Figures.class.getName());

	/** One month, one transaction. */
	@ApplicationScoped
	public static class Step {

		@Resource(lookup = "java:app/jdbc/headcoach")
		private DataSource database;

		@Inject
		private BusinessClock clock;

		@Transactional
		List<YearMonth> due() {
			return with(MonthRecount::due);
		}

		@Transactional
		int recount(YearMonth month) {
			return with(recount -> {
				recount.lock();
				return recount.recount(month, clock.now());
			});
		}

		/** Marks every month of everybody who has raw rows or figures in it. Part of the caller's transaction. */
		@Transactional(TxType.MANDATORY)
		void markEverything() {
			try (var connection = database.getConnection(); var statement = connection.prepareStatement(EVERYTHING)) {
				statement.setTimestamp(1, java.sql.Timestamp.from(clock.now()));
				statement.executeUpdate();
			} catch (SQLException e) {
				throw new IllegalStateException(e);
			}
		}

		/** Marks a person's months from a day to today. Part of the caller's transaction. */
		@Transactional(TxType.MANDATORY)
		void mark(long personId, YearMonth from) {
			var last = YearMonth.from(clock.now().atZone(ZoneOffset.UTC)).plusMonths(1);
			try (var connection = database.getConnection();
					var statement = connection.prepareStatement("insert into month_due (person_id, in_month, marked_at) values (?, ?, ?)")) {
				for (var month = from.isBefore(last.minusMonths(MOST_MONTHS)) ? last.minusMonths(MOST_MONTHS) : from; !month.isAfter(last); month = month.plusMonths(1)) {
					statement.setLong(1, personId);
					statement.setDate(2, java.sql.Date.valueOf(month.atDay(1)));
					statement.setTimestamp(3, java.sql.Timestamp.from(clock.now()));
					statement.addBatch();
				}
				statement.executeBatch();
			} catch (SQLException e) {
				throw new IllegalStateException(e);
			}
		}

		private interface Work<T> {
			T on(MonthRecount recount) throws SQLException;
		}

		private <T> T with(Work<T> work) {
			try (var connection = database.getConnection()) {
				return work.on(new MonthRecount(connection));
			} catch (SQLException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	/** Twenty years: nobody's CRM is older. */
	private static final int MOST_MONTHS = 240;

	private static final String EVERYTHING = """
			insert into month_due (person_id, in_month, marked_at)
			select person_id, in_month, ? from (
				select person_id, in_month from monthly_figure
				union select owner_id, cast(date_trunc('month', first_worked_on) as date) from lead
				union select owner_id, cast(date_trunc('month', happened_on) as date) from activity
				union select owner_id, cast(date_trunc('month', created_on) as date) from deal
				union select owner_id, cast(date_trunc('month', closed_on) as date) from deal
				union select d.owner_id, cast(date_trunc('month', greatest(d.closed_on, x.cancelled_on)) as date)
					from cancellation x join deal d on d.source_id = x.source_id and d.external_id = x.deal_external_id
			) m where person_id is not null and in_month is not null""";

	@Inject
	private Step step;

	@Resource
	private ManagedExecutorService executor;

	/** Threads of this node take turns here; nodes take turns at the database's lock. */
	private final ReentrantLock turn = new ReentrantLock();

	/**
	 * Counts all due months anew and returns when that is done; does nothing when none is due. Safe from several threads and nodes at once.
	 * Needs no right: it shows nothing. Do not call it inside a transaction whose marks it should see.
	 */
	public void recomputeDue() {
		turn.lock();
		try {
			var due = step.due();
			due.forEach(step::recount);
			if (!due.isEmpty()) {
				LOG.info(() -> "Figures of " + due.size() + " months are up to date, " + due.get(0) + " to " + due.get(due.size() - 1));
			}
		} finally {
			turn.unlock();
		}
	}

	/** The same, on another thread. */
	public void recomputeDueSoon() {
		executor.execute(() -> {
			try {
				recomputeDue();
			} catch (RuntimeException e) {
				// nobody waits for this thread; the marks are still there and the next run takes them up
				LOG.log(Level.SEVERE, e, () -> "Figures were not brought up to date");
			}
		});
	}

	/** Marks every month of everybody; the transaction that calls it decides. Follow it by {@link #recomputeDueSoon()} after the commit. */
	void markEverything() {
		step.markEverything();
	}

	/** Who moves takes along what happens from that day on, not what happened before. */
	void positionChanged(@Observes PositionChanged event) {
		step.mark(event.personId(), YearMonth.from(event.from()));
	}

	void afterPositionChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PositionChanged event) {
		recomputeDueSoon();
	}

	/** Days, sums and working days follow the company's clock, money and week. */
	void companyChanged(@Observes CompanyChanged event) {
		step.markEverything();
	}

	void afterCompanyChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyChanged event) {
		recomputeDueSoon();
	}

	void dataImported(@Observes(during = TransactionPhase.AFTER_SUCCESS) DataImported event) {
		recomputeDueSoon();
	}

	void funnelChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) FunnelChanged event) {
		recomputeDueSoon();
	}

	/** What a killed process left behind. */
	void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
		recomputeDueSoon();
	}
}
