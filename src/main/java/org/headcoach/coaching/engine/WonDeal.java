package org.headcoach.coaching.engine;

import java.math.BigDecimal;

/**
 * A deal won in the window. What the CRM did not say is null and is left out of that average.
 *
 * @param mrr monthly recurring revenue in the company's currency; 0 and less (a free pilot) does not count for the average per customer
 * @param daysToClose days from creation to win, 0 or more
 * @param discount share of the list price, 0.10 for 10 %
 */
public record WonDeal(BigDecimal mrr, Integer daysToClose, BigDecimal discount) {
}
