package org.headcoach.coaching;

import org.headcoach.people.Actor;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Measures the plans whose window has closed, once a night on one of the nodes. */
@Singleton
public class NightlyEffects {

	@Inject
	private CurrentActor current;

	@Inject
	private PeopleService people;

	@Inject
	private EffectRun run;

	@Schedule(hour = "4", minute = "17", persistent = false)
	@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
	public void measure() {
		current.as(Actor.SYSTEM, () -> people.findCompany().isPresent() && run.claimTonight() ? run.measureDue() : 0);
	}
}
