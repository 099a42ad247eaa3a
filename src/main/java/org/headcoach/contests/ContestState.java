package org.headcoach.contests;

/** How far somebody has taken a contest; whether an announced one runs or has ended follows from the clock, see {@link Phase}. */
public enum ContestState {
	DRAFT, ANNOUNCED, SETTLED, CALLED_OFF
}
