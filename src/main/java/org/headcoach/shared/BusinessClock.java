package org.headcoach.shared;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The only source of "now". A test stops it at an instant; everything that depends on today then agrees.
 * What day it is depends on the company's zone: ask {@code people.Company}.
 */
@ApplicationScoped
public class BusinessClock {

	private volatile Clock clock = Clock.systemUTC();

	public Instant now() {
		return clock.instant();
	}

	/** The clock itself, for libraries that want one. */
	public Clock clock() {
		return clock;
	}

	/** Stops or moves the clock; the system's own clock is {@code Clock.systemUTC()}. */
	public void set(Clock other) {
		clock = other;
	}
}
