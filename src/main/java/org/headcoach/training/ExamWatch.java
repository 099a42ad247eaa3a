package org.headcoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import org.headcoach.people.Background;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.OwnTransaction;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Ends attempts whose time and grace are over, also when nobody is there, and tells whose exam is due soon. Each in a transaction of its own; two nodes may do it at once: one finds nothing left. */
@ApplicationScoped
class ExamWatch {

	private static final Logger LOG = Logger.getLogger(ExamWatch.class.getName());
	private static final int DAYS_BEFORE = 3;

	@Inject
	private Attempts attempts;

	@Inject
	private PeopleService people;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private BusinessClock clock;

	@Inject
	private Event<ExamNews> news;

	@Inject
	private Background work;

	/** Returns how many it has ended. */
	int endOverdue() {
		return work.asSystem(() -> people.findCompany().isEmpty() ? 0 : attempts.overdue(clock.now()).stream().mapToInt(this::end).sum());
	}

	/** Tells those whose exam is due within days and not passed; whoever sends it sends each word once, so it may be told again. Returns about how many. */
	int tellDue() {
		return work.asSystem(() -> {
			if (people.findCompany().isEmpty()) {
				return 0;
			}
			try {
				return transaction.run(this::due);
			} catch (Exception e) {
				// the next round tells it again
				LOG.log(Level.SEVERE, e, () -> "Nobody was told about exams that are due");
				return 0;
			}
		});
	}

	private int due() {
		var today = people.today();
		var due = attempts.dueBetween(today, today.plusDays(DAYS_BEFORE));
		var sat = attempts.ofPeople(due.stream().map(one -> one.person().id()).distinct().toList()).stream().collect(Collectors.groupingBy(ExamAttempt::exam));
		var told = due.stream().filter(one -> one.person().worksOn(today) && !today.equals(people.company().dayOf(one.assignedAt())) && isOpen(one, sat.getOrDefault(one.exam(), List.of()), today))
				.collect(Collectors.groupingBy(ExamAssignment::exam));
		told.forEach((exam, those) -> news.fire(new ExamNews(ExamNews.Kind.DUE_SOON, exam.title(),
				those.stream().map(one -> new ExamNews.About(one.person().id(), "exam-due-" + one.id() + "-" + one.dueOn(), one.dueOn(), null, null)).toList())));
		return told.values().stream().mapToInt(List::size).sum();
	}

	private boolean isOpen(ExamAssignment one, List<ExamAttempt> sat, LocalDate today) {
		var standing = Sat.standing(sat.stream().filter(attempt -> attempt.person() == one.person()).toList(), false, today, clock.now());
		return standing == ExamPage.Standing.NOT_STARTED || standing == ExamPage.Standing.FAILED || standing == ExamPage.Standing.EXPIRED;
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

	/** Comes several times a minute for attempts, once an hour for days. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class ExamClock {

		@Inject
		private ExamWatch watch;

		@Schedule(hour = "*", minute = "17", persistent = false)
		public void everyHour() {
			watch.tellDue();
		}

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
