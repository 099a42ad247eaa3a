package org.headcoach.compensation;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.headcoach.people.Actor;
import org.headcoach.people.Background;
import org.headcoach.people.CompanyChanged;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PositionChanged;
import org.headcoach.pipeline.DataImported;
import org.headcoach.pipeline.Figures;
import org.headcoach.pipeline.FunnelChanged;
import org.headcoach.training.ReadinessChanged;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Marks whose pay has to be computed again when what it rests on changes, and computes it after each import and once a night. */
@ApplicationScoped
class PayWatch {

	private static final Logger LOG = Logger.getLogger(PayWatch.class.getName());

	@Inject
	private PayDue due;

	@Inject
	private PayRuns runs;

	@Inject
	private Plans plans;

	@Inject
	private Figures figures;

	@Inject
	private Background work;

	@Resource
	private ManagedExecutorService executor;

	void dataImported(@Observes DataImported event) {
		if (event.everybody()) {
			due.mark((Long) null);
		} else {
			due.mark(event.personIds());
		}
	}

	/** Who leads whom decides on roll-ups, and who leaves on what is still paid. */
	void positionChanged(@Observes PositionChanged event) {
		due.mark((Long) null);
	}

	void companyChanged(@Observes CompanyChanged event) {
		due.mark((Long) null);
	}

	void funnelChanged(@Observes FunnelChanged event) {
		due.mark((Long) null);
	}

	/** A plan may pay by what somebody holds. Until it is computed again, the mark waits. */
	void readinessChanged(@Observes ReadinessChanged event) {
		if (plans.payByTraining()) {
			if (event.everybody()) {
				due.mark((Long) null);
			} else {
				due.mark(event.personIds());
			}
		}
	}

	void afterDataImported(@Observes(during = TransactionPhase.AFTER_SUCCESS) DataImported event) {
		executor.execute(this::computeSoon);
	}

	/** Goes on with a run that somebody has begun, in their name and without letting them wait. */
	void finish(PayRuns.Begun begun, Actor by) {
		executor.execute(() -> {
			try {
				work.as(by, () -> runs.finish(begun));
			} catch (RuntimeException e) {
				// nobody waits for this thread; the run shows that it has broken off, and the next one posts what is missing
				LOG.log(Level.SEVERE, e, () -> "Run " + begun.runId() + " has broken off");
			}
		});
	}

	/** What a killed process left behind. */
	void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
		executor.execute(this::computeSoon);
	}

	private void computeSoon() {
		try {
			// pay may rest on figures, so these come first
			figures.recomputeDue();
			work.asSystem(runs::marked);
		} catch (RuntimeException e) {
			// nobody waits for this thread; the marks are still there and the next run takes them up
			LOG.log(Level.SEVERE, e, () -> "Pay was not brought up to date");
		}
	}

	/** Time alone makes parts fall due. */
	@Singleton
	public static class Nightly {

		@Inject
		private Background work;

		@Inject
		private PeopleService people;

		@Inject
		private PayRuns runs;

		@Schedule(hour = "4", minute = "41", persistent = false)
		@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
		public void compute() {
			work.asSystem(() -> people.findCompany().isPresent() ? runs.everybody() : null);
		}
	}
}
