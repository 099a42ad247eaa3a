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

	/** Whether one of the three is reached; its name as the page writes it. */
	public boolean has(Promotion.Figure figure) {
		return !promotion.missing(reached).contains(figure);
	}
}
