package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * Somebody's month: the lines in their order, and what they add up to.
 *
 * @param pay never below 0; what is missing is settled by the months after
 */
public record PayMonth(YearMonth month, List<Owed> lines, Money pay, Money drawDebt, Money belowZero) implements Serializable {

	public PayMonth {
		lines = List.copyOf(lines);
	}
}
