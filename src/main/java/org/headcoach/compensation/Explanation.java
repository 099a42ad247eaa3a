package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.Modifier;
import org.headcoach.compensation.engine.Slice;

/**
 * How an amount came about: units x rate, slice by slice, times the factors; of the whole, the part that was due.
 *
 * @param slices of the whole credit; empty where the line is none of a credit's
 * @param whole what the credit earned in all, exact
 * @param origin what the units were made from; null where there is none
 */
public record Explanation(List<Slice> slices, List<Modifier.Factor> factors, BigDecimal whole, Credit.Origin origin) implements Serializable {
}
