package org.headcoach.coaching.engine;

/** What decided a verdict. */
public enum VerdictReason {

	/** The probability of lying on one side of the peer median. */
	PROBABILITY,
	/** The difference is too small to matter, however sure it is: in line. */
	SMALL_DIFFERENCE,
	/** Nothing counted: the plain figure is "n/a". */
	NO_DATA,
	/** Fewer trials, working days or deals than the metric needs. */
	LITTLE_DATA,
	/** Fewer comparable peers than a median needs. */
	FEW_PEERS,
	/** The interval reaches far to both sides of the peer median: nothing can be said, not even "in line". */
	TOO_WIDE
}
