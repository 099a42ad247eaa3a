package org.headcoach.compensation;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.compensation.engine.Owed;
import org.headcoach.shared.Money;

/**
 * A line of a statement: all that was booked in its month for one thing.
 *
 * @param postingId the last of its postings in the book
 * @param postings all of them
 * @param name the deal's, the customer's or the reason's; null for a line of the month
 * @param amount of all its postings together
 * @param asPaid what former statements paid for the same thing; null when none was closed before
 * @param questions asked about it, the first one first
 */
public record PayLine(long postingId, List<Long> postings, Owed.Key key, String componentName, String name, Money amount, Money asPaid, Explanation explanation,
		List<QuestionRow> questions) implements Serializable {

	/** Whether it corrects a month that was closed. */
	public boolean isOfClosedMonth() {
		return asPaid != null;
	}

	/** What the line is worth as things stand now; only for a closed month. */
	public Money asNow() {
		return asPaid == null ? amount : asPaid.plus(amount);
	}

	public YearMonth month() {
		return key.month();
	}

	public Owed.Kind kind() {
		return key.kind();
	}
}
