package org.headcoach.compensation.engine;

/** How far a tier's rate reaches once the tier is entered. */
public enum Reach {

	/** Only what lies within the tier: marginal. */
	THIS_PART,

	/** Everything from the first unit on: retroactive. */
	EVERYTHING
}
