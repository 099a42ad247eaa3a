package org.headcoach.hiring;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.BusinessClock;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What time alone brings in hiring: candidates are forgotten when their day has come, and interviewers who owe a card are reminded, once for each seat. */
@ApplicationScoped
public class HiringWatch {

	private static final Logger LOG = Logger.getLogger(HiringWatch.class.getName());

	@Inject
	private CandidateService candidates;

	@Inject
	private Reminding reminding;

	@Inject
	private CurrentActor current;

	/** Forgets whose day has come: candidates, and names that became none. Returns how many. */
	@ActivateRequestContext
	public int forget() {
		return current.as(Actor.SYSTEM, () -> candidates.eraseWhatIsOver() + candidates.forgetNames());
	}

	/** Reminds who owes a card since some hours after the interview. Returns how many. */
	@ActivateRequestContext
	public int remind() {
		return current.as(Actor.SYSTEM, reminding::remind);
	}

	/** An interviewer who owes a card. */
	public record CardOwed(long seatId, long accountId) {

		/** Of the mail that reminds. */
		public static String noticeKey(long seatId) {
			return "card-owed-" + seatId;
		}
	}

	/** Finds who owes a card. */
	@ApplicationScoped
	@Transactional
	static class Reminding {

		@PersistenceContext
		private EntityManager em;

		@Inject
		private BusinessClock clock;

		@Inject
		private Event<CardOwed> owed;

		int remind() {
			var now = clock.now();
			var due = em.createQuery("""
					select s from Seat s join Interview i on i.id = s.interviewId join Candidacy y on y.id = i.candidacyId
					where s.remindedAt is null and i.state = org.headcoach.hiring.InterviewState.PLANNED and y.state = org.headcoach.hiring.CandidacyState.ACTIVE and i.endsAt < :before and i.endsAt > :since
					and not exists (select c from Scorecard c where c.seatId = s.id and c.state = org.headcoach.hiring.CardState.SUBMITTED) order by s.id""", Seat.class)
					.setParameter("before", now.minus(Duration.ofHours(em.find(HiringSetting.class, HiringSetting.ONLY).remindHours()))).setParameter("since", now.minus(Duration.ofDays(14))).setMaxResults(500).getResultList();
			for (var seat : due) {
				seat.reminded(now);
				owed.fire(new CardOwed(seat.id(), seat.accountId()));
			}
			return due.size();
		}
	}

	/** By the clock. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class HiringClock {

		@Inject
		private HiringWatch watch;

		@Inject
		private PeopleService people;

		@Schedule(hour = "*", minute = "7", second = "0", persistent = false)
		public void everyHour() {
			quietly(watch::forget);
		}

		@Schedule(hour = "*", minute = "*/10", second = "40", persistent = false)
		public void everyTenMinutes() {
			quietly(watch::remind);
		}

		/** Whatever goes wrong ends here: a timer that fails twice would never come again, and what is due is still due then. */
		private void quietly(IntSupplier work) {
			try {
				if (people.findCompany().isPresent()) {
					work.getAsInt();
				}
			} catch (RuntimeException e) {
				LOG.log(Level.SEVERE, e, () -> "Hiring was not brought up to date");
			}
		}
	}
}
