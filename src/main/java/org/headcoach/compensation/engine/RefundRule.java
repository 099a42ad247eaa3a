package org.headcoach.compensation.engine;

/** Which tier a refund unwinds. In both cases the total goes down, so later sales climb again. */
public enum RefundRule {

	/** Each slice of the sale in proportion, at the rate at which it was paid. */
	AT_THE_RATE_PAID,

	/** What was sold last: from the total of today downwards. */
	FROM_THE_TOP
}
