package org.headcoach.training.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long a certificate holds, and when its holder is reminded. A last day of null: for ever. */
public final class Validity {

	/** How a certificate stands on a day. */
	public enum State {
		VALID, EXPIRING, EXPIRED, REVOKED;

		/** Whether the certificate counts. */
		public boolean holds() {
			return this == VALID || this == EXPIRING;
		}
	}

	/** A reminder: so early, a week before the end, on the first day after it. */
	public enum Reminder {
		EARLY, LAST_WEEK, ENDED
	}

	private static final int WEEK = 7;

	private Validity() {
	}

	/** The last day of a certificate that was earned on this day. @param months null: for ever */
	public static LocalDate lastDay(LocalDate earnedOn, Integer months) {
		return months == null ? null : earnedOn.plusMonths(months).minusDays(1);
	}

	/**
	 * The last day of a renewal. Earned within the time for renewal it goes on from the old last day, so nobody loses by being early; earned before or after that, it
	 * begins on its own day.
	 *
	 * @param oldLastDay null: the certificate before holds for ever, and so begins on its own day too
	 * @param renewalDays how long before the old last day the time for renewal begins
	 */
	public static LocalDate renewed(LocalDate oldLastDay, LocalDate earnedOn, Integer months, int renewalDays) {
		if (months == null || oldLastDay == null || earnedOn.isAfter(oldLastDay) || earnedOn.isBefore(oldLastDay.minusDays(renewalDays))) {
			return lastDay(earnedOn, months);
		}
		return oldLastDay.plusDays(1).plusMonths(months).minusDays(1);
	}

	/** @param revoked whether it was taken back on or before the day */
	public static State state(LocalDate lastDay, int renewalDays, boolean revoked, LocalDate day) {
		if (revoked) {
			return State.REVOKED;
		}
		if (lastDay == null || day.isBefore(lastDay.minusDays(renewalDays))) {
			return State.VALID;
		}
		return day.isAfter(lastDay) ? State.EXPIRED : State.EXPIRING;
	}

	/** The reminders that are due by this day, the latest of them last; older than a month they are no use. */
	public static List<Reminder> due(LocalDate lastDay, int renewalDays, LocalDate day) {
		var due = new ArrayList<Reminder>();
		if (lastDay == null || day.isAfter(lastDay.plusMonths(1))) {
			return due;
		}
		if (!day.isBefore(lastDay.minusDays(renewalDays)) && renewalDays > WEEK) {
			due.add(Reminder.EARLY);
		}
		if (!day.isBefore(lastDay.minusDays(WEEK))) {
			due.add(Reminder.LAST_WEEK);
		}
		if (day.isAfter(lastDay)) {
			due.add(Reminder.ENDED);
		}
		return due;
	}
}
