package org.headcoach.compensation.engine;

import java.time.Month;
import java.time.YearMonth;

/** Over what attainment is counted before it begins again at 0. */
public enum Window {

	/** Every deal by itself. */
	DEAL(0),
	MONTH(1),
	QUARTER(3),
	HALF_YEAR(6),
	YEAR(12);

	private final int months;

	Window(int months) {
		this.months = months;
	}

	/** The first month of the window that a month lies in; of deals, the month itself. */
	public YearMonth start(YearMonth month, Month yearStarts) {
		if (months <= 1) {
			return month;
		}
		var sinceYearStart = Math.floorMod(month.getMonthValue() - yearStarts.getValue(), 12);
		return month.minusMonths(sinceYearStart % months);
	}

	/** How many months it has; 1 for deals. */
	public int months() {
		return Math.max(1, months);
	}
}
