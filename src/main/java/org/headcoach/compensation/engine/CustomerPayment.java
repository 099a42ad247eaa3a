package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A payment of a customer.
 *
 * @param monthsCovered how many months of the contract it pays
 * @param amount of money, in the deal's currency
 */
public record CustomerPayment(String id, LocalDate day, int monthsCovered, BigDecimal amount) implements Serializable {
}
