package org.headcoach.coaching.engine;

/** What a metric measures, and which direction is the good one. */
public enum MetricKind {

	/** How many of the first step per working day: effort. */
	VOLUME(true),
	/** How many of one step became the next: skill. */
	CONVERSION(true),
	/** Average monthly recurring revenue of a new customer. */
	MRR_PER_CUSTOMER(true),
	/** From a deal's creation to its win. A deal won on the day it was created counts half a day. */
	DAYS_TO_CLOSE(false),
	/** Average discount of won deals, as a share of the list price. */
	DISCOUNT(false),
	/** Customers lost per customer and month. */
	CHURN(false);

	private final boolean higherIsBetter;

	MetricKind(boolean higherIsBetter) {
		this.higherIsBetter = higherIsBetter;
	}

	public boolean higherIsBetter() {
		return higherIsBetter;
	}

	/** Whether the metric is a count out of a count: k of n. */
	boolean isShare() {
		return this == CONVERSION || this == CHURN;
	}
}
