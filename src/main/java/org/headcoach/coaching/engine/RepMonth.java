package org.headcoach.coaching.engine;

import java.time.YearMonth;
import java.util.List;

/**
 * One rep's counts in one month.
 *
 * @param workingDays days on which the rep was there to work, by the company's calendar
 * @param volumes one count per step of the funnel, in its order, each counted in the month in which it happened
 * @param openingCustomers customers at the start of the month
 * @param lostCustomers of these, who cancelled in the month
 */
public record RepMonth(YearMonth month, int workingDays, List<Long> volumes, long openingCustomers, long lostCustomers) {

	public RepMonth {
		volumes = List.copyOf(volumes);
		if (workingDays < 0 || openingCustomers < 0 || lostCustomers < 0 || volumes.stream().anyMatch(v -> v < 0)) {
			throw new IllegalArgumentException("negative count in " + month);
		}
	}
}
