package org.headcoach.contests;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Background;
import org.headcoach.people.CompanyChanged;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PositionChanged;
import org.headcoach.pipeline.DataImported;
import org.headcoach.shared.OwnTransaction;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Keeps standings in step with the data: marks in the transaction that changes them, counts after its commit, and keeps the nights when their hour has come. */
@ApplicationScoped
class ContestWatch {

	private static final Logger LOG = Logger.getLogger(ContestWatch.class.getName());

	@Inject
	private ScoreBoard board;

	@Inject
	private ContestNights nights;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private Event<ContestChanged> changed;

	@Inject
	private Background work;

	private final AtomicBoolean wanted = new AtomicBoolean();

	void dataImported(@Observes DataImported event) {
		board.mark(event);
	}

	/** Who has left counts until that day. */
	void positionChanged(@Observes PositionChanged event) {
		board.markEverything();
	}

	/** Another zone or currency counts other days and money. */
	void companyChanged(@Observes CompanyChanged event) {
		board.markEverything();
	}

	void afterDataImported(@Observes(during = TransactionPhase.AFTER_SUCCESS) DataImported event) {
		countSoon();
	}

	void afterPositionChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PositionChanged event) {
		countSoon();
	}

	void afterCompanyChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyChanged event) {
		countSoon();
	}

	/** What a killed process left behind. */
	void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
		countSoon();
	}

	/**
	 * Has what is due counted within a second, by the clock's thread. A managed executor would take the caller's invocation along, and the enterprise bean of a
	 * transaction of its own closes what the caller reads with outside transactions.
	 */
	void countSoon() {
		wanted.set(true);
	}

	/** What somebody has asked for since the last time. Whatever goes wrong ends here: a timer that fails twice would never come again, and the marks are still there. */
	void countWanted() {
		if (wanted.getAndSet(false)) {
			quietly(this::countDue);
		}
	}

	void quietly(Supplier<Integer> work) {
		try {
			this.work.asSystem(work);
		} catch (RuntimeException e) {
			LOG.log(Level.SEVERE, e, () -> "Contests were not brought up to date");
		}
	}

	/** Counts what is due, one transaction for each contest. Returns how many contests stand differently now. */
	int countDue() {
		var others = 0;
		for (var contestId : board.due()) {
			if (each(contestId, false, () -> board.count(contestId))) {
				others++;
				changed.fire(new ContestChanged(contestId));
			}
		}
		return others;
	}

	/** Keeps the nights that are due. Returns how many. */
	int takeNights() {
		var kept = 0;
		for (var contestId : nights.due()) {
			kept += each(contestId, 0, () -> nights.take(contestId));
		}
		return kept;
	}

	/** One transaction for one contest. What fails there holds up no other; it is tried again with the next round. */
	private <T> T each(long contestId, T otherwise, Supplier<T> step) {
		try {
			return transaction.run(step::get);
		} catch (Exception e) {
			LOG.log(Level.SEVERE, e, () -> "Contest " + contestId + " was not brought up to date");
			return otherwise;
		}
	}

	/** Time alone brings a night. Both nodes come; one finds nothing left. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class ContestClock {

		@Inject
		private ContestWatch watch;

		@Inject
		private PeopleService people;

		@Schedule(hour = "*", minute = "*", second = "*", persistent = false)
		public void everySecond() {
			watch.countWanted();
		}

		@Schedule(hour = "*", minute = "*", second = "25", persistent = false)
		public void everyMinute() {
			watch.quietly(() -> people.findCompany().isPresent() ? watch.countDue() + watch.takeNights() : 0);
		}
	}
}
