package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Currency;

import org.headcoach.compensation.engine.Measure;
import org.headcoach.compensation.engine.PayCurve;

/**
 * How far somebody is with a component, in the window in which a month lies.
 *
 * @param currency of the units; null when they are no money
 * @param first month of the window
 * @param reached until the end of the month
 * @param quota of the window; null when there is none
 * @param curve what the window earns over what is reached; null when it cannot be drawn
 */
public record Attainment(String component, String name, Measure measure, Currency currency, YearMonth first, YearMonth last, BigDecimal reached, BigDecimal quota, PayCurve curve)
		implements Serializable {

	/** Share of the quota; null without one. */
	public BigDecimal share() {
		return quota == null || quota.signum() == 0 ? null : reached.divide(quota, 4, RoundingMode.HALF_UP);
	}
}
