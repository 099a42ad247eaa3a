package org.headcoach.compensation;

/** The life of a plan's version. */
public enum PlanStatus {

	/** Being written; nobody is paid by it. */
	DRAFT,

	/** In force from its day on; never edited again. */
	PUBLISHED,

	/** A draft that was given up. */
	DISCARDED
}
