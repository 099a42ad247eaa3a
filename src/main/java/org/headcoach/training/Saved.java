package org.headcoach.training;

import java.time.Instant;

/**
 * What became of an answer that was sent.
 *
 * @param answer as it is kept now, by the places shown, where another write was newer; null otherwise
 * @param seq of what is kept
 * @param left seconds until the end by the server's clock
 */
public record Saved(Outcome outcome, Instant at, String answer, long seq, long left) {

	/** In which way. */
	public enum Outcome {
		/** It is kept and counts. */
		SAVED,
		/** Something newer was kept already, perhaps from another device. */
		OLDER,
		/** The question lies behind for good. */
		LEFT,
		/** The time and its grace were over: it is kept for the trainer and does not count. */
		LATE,
		/** The exam was handed in before: it is not kept. */
		HANDED_IN
	}
}
