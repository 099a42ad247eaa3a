package org.headcoach.hiring.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.headcoach.shared.Money;
import org.headcoach.shared.statistics.Interval;
import org.headcoach.shared.statistics.Wilson;

/**
 * What came of one source: how many came, were talked with and were hired, and what it cost.
 *
 * @param cost null when none was written down, which is not the same as nothing
 */
public record SourceResult(long came, long interviewed, long hired, Money cost) implements Serializable {

	/** Of fewer who came nothing is said about a source. */
	public static final int FEWEST = 10;

	public SourceResult {
		if (hired < 0 || came < hired || interviewed < 0 || came < interviewed) {
			throw new IllegalArgumentException(hired + " hired and " + interviewed + " interviewed of " + came);
		}
	}

	/** Hired of those who came, 0 to 1; empty when nobody came. */
	public Optional<Double> conversion() {
		return came == 0 ? Optional.empty() : Optional.of(hired / (double) came);
	}

	/** Interviewed of those who came. */
	public Optional<Double> interviewRate() {
		return came == 0 ? Optional.empty() : Optional.of(interviewed / (double) came);
	}

	/** Where the conversion may really lie, by Wilson at 90 %; empty when nobody came. */
	public Optional<Interval> interval() {
		return came == 0 ? Optional.empty() : Optional.of(Wilson.twoSided(hired, came, 0.9, false));
	}

	/** What the conversion reaches at least, to compare sources by: the lower end of its interval; empty below {@link #FEWEST}. */
	public Optional<Double> atLeast() {
		return came < FEWEST ? Optional.empty() : interval().map(Interval::low);
	}

	/** The cost shared by the hires, rounded to cents for reading; empty without a cost or without a hire. */
	public Optional<Money> costPerHire() {
		return cost == null || hired == 0 ? Optional.empty() : Optional.of(Money.of(cost.amount().divide(BigDecimal.valueOf(hired), Money.minorDigits(cost.currency()), RoundingMode.HALF_EVEN), cost.currency()));
	}
}
