package org.headcoach.hiring;

/** Where a candidate came from. */
public enum CandidateSource {
	REFERRAL, FORCED_REFERRAL, LINKEDIN, AGENCY, BOARD, OTHER
}
