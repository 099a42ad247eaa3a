package org.headcoach.contests;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Actor;
import org.headcoach.people.CompanyChanged;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PositionChanged;
import org.headcoach.pipeline.DataImported;
import org.headcoach.shared.OwnTransaction;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.ActivateRequestContext;
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

	@Resource
	private ManagedExecutorService executor;

	@Inject
	private Work work;

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

	/** Counts what is due on another thread. */
	void countSoon() {
		executor.execute(() -> {
			try {
				work.asSystem(this::countDue);
			} catch (RuntimeException e) {
				// nobody waits for this thread; the marks are still there and the next round takes them up
				LOG.log(Level.SEVERE, e, () -> "Standings were not brought up to date");
			}
		});
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

	/** Work without a request of its own. */
	@ApplicationScoped
	static class Work {

		@Inject
		private CurrentActor current;

		@ActivateRequestContext
		<T> T asSystem(Supplier<T> step) {
			return current.as(Actor.SYSTEM, step);
		}
	}

	/** Time alone brings a night. Both nodes come; one finds nothing left. */
	@Singleton
	public static class ContestClock {

		@Inject
		private ContestWatch watch;

		@Inject
		private Work work;

		@Inject
		private PeopleService people;

		@Schedule(hour = "*", minute = "*", second = "25", persistent = false)
		@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
		public void everyMinute() {
			work.asSystem(() -> people.findCompany().isPresent() ? watch.countDue() + watch.takeNights() : 0);
		}
	}
}
