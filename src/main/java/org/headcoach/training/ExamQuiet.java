package org.headcoach.training;

import static org.headcoach.people.Permission.TRAIN;

import org.headcoach.people.CurrentActor;
import org.headcoach.shared.BusinessClock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** While somebody sits an exam, what is taught and what was right in other attempts is closed to them; not to who trains, who keeps the bank. */
@ApplicationScoped
class ExamQuiet {

	@Inject
	private Attempts attempts;

	@Inject
	private CurrentActor current;

	@Inject
	private BusinessClock clock;

	/** The exam that the reader sits now; null for none. */
	String title() {
		var actor = current.get();
		return actor.personId() == null || actor.may(TRAIN) ? null : attempts.running(actor.personId(), clock.now());
	}

	/** @throws ExamRunsException while the reader sits an exam */
	void require() {
		var title = title();
		if (title != null) {
			throw new ExamRunsException(title);
		}
	}
}
