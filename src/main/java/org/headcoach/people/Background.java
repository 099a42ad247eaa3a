package org.headcoach.people;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Work without a request of its own: begun by the clock, by a start, or by somebody who does not wait for it. */
@ApplicationScoped
public class Background {

	@Inject
	private CurrentActor current;

	/** Does the step in somebody's name. */
	@ActivateRequestContext
	public <T> T as(Actor actor, Supplier<T> step) {
		return current.as(actor, step);
	}

	/** Does the step in the name of Headcoach itself. */
	@ActivateRequestContext
	public <T> T asSystem(Supplier<T> step) {
		return current.as(Actor.SYSTEM, step);
	}
}
