package org.headcoach.compensation.engine;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.shared.Money;

/**
 * Money that falls due for a deal.
 *
 * @param month in which it is paid or taken
 * @param because what brought it about
 * @param number of the instalment from 1; 0 for what is taken back
 * @param event the payment's id, empty without one
 */
public record Due(String source, YearMonth month, LocalDate day, Because because, int number, String event, Money amount) implements Serializable {

	/** Why a line is there. */
	public enum Because {
		SALE, CUSTOMER_PAID, WINDOW_PASSED, CLAWBACK
	}
}
