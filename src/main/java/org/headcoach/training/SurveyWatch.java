package org.headcoach.training;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Background;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.OwnTransaction;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reminds of surveys that close soon. */
@ApplicationScoped
class SurveyWatch {

	private static final Logger LOG = Logger.getLogger(SurveyWatch.class.getName());

	@Inject
	private SurveyService surveys;

	@Inject
	private PeopleService people;

	@Inject
	private OwnTransaction transaction;

	@Inject
	private Background work;

	/** Returns of how many surveys somebody was reminded. */
	int remind() {
		return work.asSystem(() -> {
			try {
				return people.findCompany().isEmpty() ? 0 : transaction.run(surveys::remind);
			} catch (Exception e) {
				// the next hour tells it again
				LOG.log(Level.SEVERE, e, () -> "Nobody was reminded of a survey");
				return 0;
			}
		});
	}

	/** The day alone brings the reminder. */
	@Singleton
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public static class SurveyClock {

		@Inject
		private SurveyWatch watch;

		@Schedule(hour = "*", minute = "17", persistent = false)
		public void everyHour() {
			watch.remind();
		}
	}
}
