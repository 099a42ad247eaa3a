package org.headcoach.hiring;

/** A scorecard is being filled, or handed in and locked. */
public enum CardState {
	OPEN, SUBMITTED
}
