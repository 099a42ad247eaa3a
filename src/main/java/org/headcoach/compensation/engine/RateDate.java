package org.headcoach.compensation.engine;

/** The day whose rate turns a deal's currency into the plan's. */
public enum RateDate {

	/** The day on which the deal counts. */
	CREDIT_DAY,

	/** The last day of the month in which it counts. */
	MONTH_END
}
