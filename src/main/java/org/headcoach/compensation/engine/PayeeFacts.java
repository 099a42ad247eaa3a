package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * All that is known of somebody's work, from the first month that is to be computed.
 *
 * @param credits by component code
 * @param deals by source; a source without one is paid as if nothing happened after it
 * @param quota by the first month of the component's window, in units; only for components whose table asks for it
 * @param factors by component code and month, where the component ranks; a month without one is not ranked
 * @param until the day of which this is true: nothing later is known
 */
public record PayeeFacts(Map<String, List<Credit>> credits, Map<String, PayableDeal> deals, Map<String, Map<YearMonth, BigDecimal>> quota,
		Map<String, Map<YearMonth, BigDecimal>> factors, LocalDate until) implements Serializable {

	public static PayeeFacts of(Map<String, List<Credit>> credits, Map<String, PayableDeal> deals, LocalDate until) {
		return new PayeeFacts(credits, deals, Map.of(), Map.of(), until);
	}
}
