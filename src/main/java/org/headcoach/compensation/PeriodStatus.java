package org.headcoach.compensation;

/** The life of a month of pay. It never goes back: what turns out wrong after closing is booked in the first open month. */
public enum PeriodStatus {

	/** Computed as often as wanted. */
	OPEN,

	/** Managers approve, reps ask. */
	IN_REVIEW,

	/** Statements are frozen. */
	CLOSED,

	/** Handed to payroll. */
	EXPORTED,

	/** The money is there. */
	PAID;

	public boolean isClosed() {
		return ordinal() >= CLOSED.ordinal();
	}
}
