package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * Somebody's month: the lines in their order, and what they add up to.
 *
 * @param owed may be below 0; {@link Balance} says what is paid of it
 * @param held what is kept back, without lines
 */
public record PayMonth(YearMonth month, List<Owed> lines, Money owed, Money drawDebt, Money held) implements Serializable {

	public PayMonth {
		lines = List.copyOf(lines);
	}
}
