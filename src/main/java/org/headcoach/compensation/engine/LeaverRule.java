package org.headcoach.compensation.engine;

/** What becomes of pay that falls due after somebody has left. */
public enum LeaverRule {

	/** What was earned before the last day is paid when it falls due. */
	EARNED_IS_PAID,

	/** What was not due on the last day lapses. */
	ENDS_WITH_THE_LAST_DAY
}
