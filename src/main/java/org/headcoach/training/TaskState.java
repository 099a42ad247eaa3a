package org.headcoach.training;

/** How a task of the practicum stands for somebody. */
public enum TaskState {
	/** Nothing handed in, and there is time. */
	OPEN,
	/** Nothing handed in, and the day is over. */
	LATE,
	/** Handed in, nobody has looked at it. */
	WAITING,
	/** Sent back with words. */
	AGAIN,
	ACCEPTED;

	/** Whether it is the learner's turn. */
	public boolean isOwed() {
		return this == OPEN || this == LATE || this == AGAIN;
	}
}
