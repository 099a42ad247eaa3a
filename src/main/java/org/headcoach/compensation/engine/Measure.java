package org.headcoach.compensation.engine;

import java.io.Serializable;

/**
 * What a component counts.
 *
 * @param code the activity's type or the figure's code; null for what is read from deals
 * @param on when a deal counts; activities and figures count when they happen
 */
public record Measure(Kind kind, String code, On on) implements Serializable {

	/** What is measured. */
	public enum Kind {

		/** Monthly recurring revenue of a deal. */
		MRR,

		/** Annual contract value: twelve times MRR. */
		ACV,

		/** The deal's amount; counted on payment, each payment is its own credit. */
		REVENUE,

		/** The deal's margin. */
		MARGIN,

		/** 1 for each deal won. */
		CUSTOMERS,

		/** Units that the deal sells, such as seats. */
		UNITS,

		/** 1 for each activity of a type. */
		ACTIVITY,

		/** A monthly figure of the funnel, counted at the month's end. */
		FIGURE;

		/** Whether it is read from deals, so that a customer can pay for it and cancel it. */
		public boolean isOfDeals() {
			return this != ACTIVITY && this != FIGURE;
		}

		/** Whether it is an amount of money. */
		public boolean isMoney() {
			return this == MRR || this == ACV || this == REVENUE || this == MARGIN;
		}
	}

	/** The day on which a deal counts. */
	public enum On {

		/** The day it was won. */
		BOOKING,

		/** The day of its first invoice. */
		INVOICE,

		/** The day of the customer's first payment. */
		PAYMENT
	}

	public static Measure of(Kind kind) {
		return new Measure(kind, null, On.BOOKING);
	}
}
