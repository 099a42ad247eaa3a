package org.headcoach.hiring;

/** How it stands, or ended, with a candidate in one opening. */
public enum CandidacyState {
	ACTIVE, HIRED, REJECTED, WITHDRAWN
}
