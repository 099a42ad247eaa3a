package org.headcoach.hiring;

/** An interview holds until it is cancelled. */
public enum InterviewState {
	PLANNED, CANCELLED
}
