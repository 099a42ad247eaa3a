package org.headcoach.shared;

import java.time.Instant;

import jakarta.persistence.OptimisticLockException;

/** Somebody else changed it since it was read, and it is known who and when: nothing is overwritten. */
public class ChangedMeanwhileException extends OptimisticLockException {

	private static final long serialVersionUID = 1L;

	private final String by;
	private final Instant at;

	/**
	 * @param what what was changed, for the log
	 * @param by the name of who changed it; null when nobody is known
	 */
	public ChangedMeanwhileException(String what, String by, Instant at) {
		super(what + " was changed by " + by + " at " + at);
		this.by = by;
		this.at = at;
	}

	public String by() {
		return by;
	}

	public Instant at() {
		return at;
	}
}
