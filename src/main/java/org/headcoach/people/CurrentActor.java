package org.headcoach.people;

import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

/** Who acts in this request. The sign-in sets it; work without a request says who it is by {@link #as}. */
@RequestScoped
public class CurrentActor {

	private Actor actor = Actor.NOBODY;

	public Actor get() {
		return actor;
	}

	public void become(Actor other) {
		actor = other;
	}

	/** Runs the work as somebody else (start-up and timers: {@link Actor#SYSTEM}) and is itself again afterwards. */
	public <T> T as(Actor other, Supplier<T> work) {
		var before = actor;
		actor = other;
		try {
			return work.get();
		} finally {
			actor = before;
		}
	}
}
