package org.headcoach.training;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Background;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.OwnTransaction;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends attempts whose time and grace are over, also when nobody is there. Each in a transaction of its own; two nodes may do it at once: one finds nothing left. */
@ApplicationScoped
class ExamWatch {

	private static final Logger LOG = Logger.getLogger(ExamWatch.class.getName());

	@Inject
	private Attempts attempts;

	@Inject
	private PeopleService people;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private BusinessClock clock;

	@Inject
	private Background work;

	/** Returns how many it has ended. */
	int endOverdue() {
		return work.asSystem(() -> people.findCompany().isEmpty() ? 0 : attempts.overdue(clock.now()).stream().mapToInt(this::end).sum());
	}

	/** What fails with one holds up no other; it is tried again with the next round. */
	private int end(long attemptId) {
		try {
			return transaction.run(() -> {
				var attempt = attempts.locked(attemptId);
				if (!attempt.isRunning() || attempt.takes(clock.now())) {
					return 0;
				}
				attempts.finish(attempt, ExamAttempt.End.CLOCK, clock.now());
				return 1;
			});
		} catch (Exception e) {
			LOG.log(Level.SEVERE, e, () -> "Attempt " + attemptId + " was not ended");
			return 0;
		}
	}

	/** Comes several times a minute. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class ExamClock {

		@Inject
		private ExamWatch watch;

		@Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
		public void sweep() {
			try {
				watch.endOverdue();
			} catch (RuntimeException e) {
				// a timer that fails twice would never come again
				LOG.log(Level.SEVERE, e, () -> "Attempts whose time is over were not looked for");
			}
		}
	}
}
