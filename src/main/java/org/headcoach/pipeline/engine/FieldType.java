package org.headcoach.pipeline.engine;

/** How the text of a cell is understood. */
public enum FieldType {
	TEXT,
	/** A day. */
	DATE,
	/** A day with a time of day, on the wall clock of the company's zone. */
	DATE_TIME,
	/** An amount that is not below 0, perhaps with a currency beside it. */
	MONEY,
	/** An amount that may also be below 0, as a margin can. */
	MONEY_OR_LOSS,
	/** A number that is not below 0, such as seats; no amount. */
	NUMBER,
	/** A whole number that is not below 0. */
	WHOLE,
	/** A share of 100; whether 0.15 means 15 % is settled for the whole column. */
	PER_CENT,
	/** Somebody in the sales line, by e-mail, external id or name. */
	OWNER,
	/** One of a few meanings, through the value map of the source. */
	CHOICE,
	YES_NO,
	/** An ISO 4217 code. */
	CURRENCY,
	/** An identity in the CRM; of several, joined by semicolons, the first counts. */
	ID;

	public boolean isDate() {
		return this == DATE || this == DATE_TIME;
	}

	public boolean isNumber() {
		return this == MONEY || this == MONEY_OR_LOSS || this == NUMBER || this == WHOLE || this == PER_CENT;
	}
}
