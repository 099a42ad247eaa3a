package org.headcoach.compensation.engine;

/** Which tier somebody is in who lands exactly on its threshold. Only tiers that reach back to the first dollar ask. */
public enum Boundary {

	/** The tier that begins there: the threshold is reached. */
	HIGHER,

	/** The tier that ends there: the threshold has to be passed. */
	LOWER
}
