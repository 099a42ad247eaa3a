package org.headcoach.coaching;

/** What an inspection ends with. */
public enum InspectionOutcome {
	ACCEPTED, SENT_BACK
}
