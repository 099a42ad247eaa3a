package org.headcoach.compensation;

import java.time.YearMonth;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Permission;
import org.headcoach.people.Reach;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whose pay the current account may see: the own; that of the people below in the line; who runs pay, everybody's. */
@ApplicationScoped
class PayReach {

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	boolean sees(long personId, YearMonth month) {
		var actor = current.get();
		if (actor == Actor.SYSTEM || actor.may(Permission.RUN_PAY)) {
			return true;
		}
		if (actor.personId() == null) {
			return false;
		}
		return actor.personId() == personId ? actor.may(Permission.SEE_OWN_PAY) : leads(personId, month);
	}

	/** Whether it is somebody below in the line whose pay the account approves. Nobody approves the own. */
	boolean leads(long personId, YearMonth month) {
		var actor = current.get();
		return actor.may(Permission.APPROVE_PAY) && actor.personId() != null && actor.personId() != personId && reach.sees(personId, month);
	}

	/** Refuses as if the person did not exist. */
	void require(long personId, YearMonth month) {
		if (!sees(personId, month)) {
			throw new NotHereException(current.get().name() + " does not see the pay of person " + personId + " in " + month);
		}
	}
}
