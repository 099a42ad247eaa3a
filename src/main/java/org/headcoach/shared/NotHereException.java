package org.headcoach.shared;

import jakarta.ejb.ApplicationException;

/**
 * What was asked for does not exist, or the reader has no right to know that it does: both look the same, 404.
 * The message is for the log only.
 */
@ApplicationException(rollback = true)
public class NotHereException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotHereException(String message) {
		super(message);
	}
}
