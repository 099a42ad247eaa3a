package org.headcoach.pipeline;

/** What counts for a step of a funnel, and on which day it counts. */
public enum Feed {
	/** Leads, on the day they were first worked. */
	LEADS_WORKED,
	/** Activities of one type, on the day they happened. */
	ACTIVITY,
	/** Deals, on the day they were created. */
	DEALS_CREATED,
	/**
	 * Deals that now stand in one of the named stages, on the day they were created: the CRM exports today's stage only,
	 * so what is counted is what became of a month's new deals.
	 */
	DEALS_IN_STAGE,
	/** Deals won, on the day they were closed. */
	DEALS_WON
}
