package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What a credit earned in a month, slice by slice.
 *
 * @param lift whether an earlier credit earns more or less because a tier that reaches back was entered or left in this month
 */
public record Earned(Credit credit, YearMonth month, List<Slice> slices, boolean lift) implements Serializable {

	public Earned {
		slices = List.copyOf(slices);
	}

	/** Exact, not rounded. */
	public BigDecimal amount() {
		return Slice.sum(slices);
	}
}
