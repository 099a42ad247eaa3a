package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Somebody's part in a deal.
 *
 * @param share 1 is the whole deal
 * @param overlay whether it is given besides the shares that have to add up to 1
 */
public record Split(long person, BigDecimal share, boolean overlay) implements Serializable {

	/** What is wrong with the shares of one deal; nothing for a deal without shares, which is its owner's. */
	public static List<Problem> problems(String deal, List<Split> splits) {
		var shares = splits.stream().filter(split -> !split.overlay()).map(Split::share).toList();
		var sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		if (!shares.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
			return List.of(Problem.of("compensation.problem.splits-sum", deal, sum));
		}
		return splits.stream().filter(split -> split.share().signum() <= 0).map(split -> Problem.of("compensation.problem.empty-split", deal)).toList();
	}

	/** What counts for the person. */
	public BigDecimal of(BigDecimal base) {
		return base.multiply(share);
	}
}
