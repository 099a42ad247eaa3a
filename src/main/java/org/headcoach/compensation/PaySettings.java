package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The company's settings for pay.
 *
 * @param firstGoal name of the measure that the company wants to grow first
 * @param adjustmentLimit amount from which an adjustment by hand needs a second person
 * @param usualFactor pay above so many times the best month of a year before is parked
 * @param holdUntilAccepted whether pay waits until the plan is accepted
 * @param answerDays working days in which a question is to be answered
 * @param payOnDay day of the month after on which people are paid, 1 to 28
 */
public record PaySettings(int version, String firstGoal, BigDecimal adjustmentLimit, BigDecimal usualFactor, boolean holdUntilAccepted, int answerDays, int payOnDay)
		implements Serializable {
}
