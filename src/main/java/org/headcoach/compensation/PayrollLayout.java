package org.headcoach.compensation;

import java.util.List;

/** Layouts of the file for payroll. The heads are those that the receiving program reads, letter for letter. */
public enum PayrollLayout {

	/** Everything there is to know, one line for each month that is paid. */
	GENERIC(false, "Payroll ID", "Name", "E-mail", "Pay month", "Earned in", "Amount", "Currency", "Plan amount", "Plan currency", "Exchange rate", "Rate of", "Batch ID", "Note"),

	/** One line a person: commission in the pay run. */
	GUSTO(true, "first_name", "last_name", "gusto_employee_id", "title", "commission", "personal_note"),

	/** One line a person: an amount under the third earnings code. */
	ADP(true, "Co Code", "Batch ID", "File #", "Earnings 3 Code", "Earnings 3 Amount");

	private final boolean needsIds;
	private final List<String> columns;

	PayrollLayout(boolean needsIds, String... columns) {
		this.needsIds = needsIds;
		this.columns = List.of(columns);
	}

	/** Whether the receiver knows people by their payroll id only, and has one currency only. */
	public boolean needsIds() {
		return needsIds;
	}

	public List<String> columns() {
		return columns;
	}
}
