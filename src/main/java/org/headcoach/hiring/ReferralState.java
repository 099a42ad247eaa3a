package org.headcoach.hiring;

/** What a new hire said about a name that was brought along. */
public enum ReferralState {
	TO_ASK, GOOD, NOT_GOOD, UNKNOWN
}
