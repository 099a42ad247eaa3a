package org.headcoach.pipeline;

/** What counts for a step of a funnel, and on which day it counts. */
public enum Feed {
	/** Leads, on the day they were first worked. */
	LEADS_WORKED("lead", "first_worked_on"),
	/** Activities of one type, on the day they happened. */
	ACTIVITY("activity", "happened_on"),
	/** Deals, on the day they were created. */
	DEALS_CREATED("deal", "created_on"),
	/**
	 * Deals that now stand in one of the named stages, on the day they were created: the CRM exports today's stage only,
	 * so what is counted is what became of a month's new deals.
	 */
	DEALS_IN_STAGE("deal", "created_on"),
	/** Deals won, on the day they were closed. */
	DEALS_WON("deal", "closed_on");

	private final String table;
	private final String day;

	Feed(String table, String day) {
		this.table = table;
		this.day = day;
	}

	/** The table of the rows that count. */
	String table() {
		return table;
	}

	/** The column of the day on which a row counts. */
	String day() {
		return day;
	}
}
