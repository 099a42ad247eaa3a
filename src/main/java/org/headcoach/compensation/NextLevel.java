package org.headcoach.compensation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;

import org.headcoach.compensation.engine.Promotion;

/**
 * What is asked of somebody for the next level, and how far that is.
 *
 * @param currency of both amounts
 */
public record NextLevel(Promotion promotion, Promotion.Reached reached, LocalDate day, Currency currency) implements Serializable {

	public boolean isDue() {
		return promotion.isDue(reached);
	}

	/** So many months are in the averages. */
	public int getMonths() {
		return Promotion.MONTHS;
	}

	public boolean isBaseReached() {
		return Promotion.isReached(reached.installedBase(), promotion.installedBase());
	}

	public boolean isMrrReached() {
		return Promotion.isReached(reached.averageNewMrr(), promotion.averageNewMrr());
	}

	public boolean isPrepaidReached() {
		return Promotion.isReached(reached.averagePrepaid(), promotion.averagePrepaid());
	}
}
