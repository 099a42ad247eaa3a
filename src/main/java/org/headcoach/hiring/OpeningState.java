package org.headcoach.hiring;

/** Whether people are looked for. */
public enum OpeningState {
	OPEN, PAUSED, CLOSED
}
