package org.headcoach.coaching.engine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long somebody has been in the job, for fairer comparison. */
public enum TenureBand {

	/** Under 6 months: still ramping. */
	RAMPING,
	/** From 6 months to under 24. */
	SETTLED,
	/** 24 months and more. */
	SENIOR;

	private static final int RAMPED = 6;
	private static final int SEASONED = 24;

	/** The band of somebody who started on the given day, at another day (the end of the window). */
	public static TenureBand at(LocalDate started, LocalDate day) {
		long months = ChronoUnit.MONTHS.between(started, day);
		if (months < RAMPED) {
			return RAMPING;
		}
		return months < SEASONED ? SETTLED : SENIOR;
	}
}
