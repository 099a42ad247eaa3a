package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.LocalDate;

import org.headcoach.shared.Money;

/**
 * The days in which a SPIFF runs, both counted, and what it may cost for everybody together. Who comes first by day is served first.
 *
 * @param budget null for none
 */
public record TimeBox(LocalDate from, LocalDate until, Money budget) implements Serializable {

	public boolean holds(LocalDate day) {
		return !day.isBefore(from) && !day.isAfter(until);
	}
}
