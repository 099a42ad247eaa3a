package org.headcoach.compensation.engine;

/** What a tier's rate pays. */
public enum TierKind {

	/** Each unit within the tier. */
	MARGINAL,

	/** Every unit from the first on, once the tier is entered. */
	RETROACTIVE,

	/** A value for the whole tier, of which a part of the tier pays a part. */
	INTERPOLATED
}
