package org.headcoach.people;

import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

/** Who acts in this request. The sign-in sets it; work without a request says who it is by {@link #as}. */
@RequestScoped
public class CurrentActor {

	private Actor actor = Actor.NOBODY;
	private String address;

	public Actor get() {
		return actor;
	}

	public void become(Actor other) {
		actor = other;
	}

	/** The network address that the request came from; null for work without a request. */
	public String address() {
		return address;
	}

	public void comesFrom(String requestAddress) {
		address = requestAddress;
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
