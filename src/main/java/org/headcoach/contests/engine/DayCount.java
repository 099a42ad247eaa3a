package org.headcoach.contests.engine;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody did on a day.
 *
 * @param behaviour its place in {@link Scoring#behaviours()}
 * @param divisor of a ratio only; null: 0
 */
public record DayCount(long personId, LocalDate day, int behaviour, BigDecimal quantity, BigDecimal divisor) implements Serializable {
}
