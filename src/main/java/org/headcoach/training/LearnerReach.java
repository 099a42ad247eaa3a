package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_READINESS;

import java.time.YearMonth;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whom a leader sees in training: the people below in the line, as it stands today or stood this month. It asks for SEE_READINESS alone, so a token with that scope reads what its pages show. */
@ApplicationScoped
class LearnerReach {

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	@Inject
	private PeopleService people;

	boolean leads(long personId) {
		var actor = current.get();
		return actor.may(SEE_READINESS) && (actor.may(SEE_COMPANY) || reach.leads(personId, YearMonth.from(people.today())));
	}
}
