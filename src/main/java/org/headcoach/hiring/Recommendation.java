package org.headcoach.hiring;

/** What an interviewer would do; from strongly against to strongly for. The order of the constants is that order. */
public enum Recommendation {
	DEFINITELY_NOT, NO, NO_DECISION, YES, STRONG_YES
}
