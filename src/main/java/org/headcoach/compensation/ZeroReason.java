package org.headcoach.compensation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.compensation.engine.Credit;
import org.headcoach.compensation.engine.PayeeFacts;

/** Why a month pays nothing. A zero never stands alone. */
public enum ZeroReason {

	/** Something is in doubt, so nothing was posted. */
	PARKED,

	/** No plan held in the month. */
	NO_PLAN,

	/** Nothing counted in the month. */
	NOTHING_COUNTED,

	/** Something would count, but lacks what it is measured by, or came too late for a budget. */
	REFUSED,

	/** A figure multiplies the month's pay by 0. */
	FACTOR,

	/** It counted, but is paid when the customer pays. */
	WAITS_FOR_CUSTOMERS,

	/** It is held back. */
	HELD,

	/** More was taken back than was earned. */
	TAKEN_BACK,

	/** What former months left open was settled first. */
	CARRIED;

	/**
	 * Everything that speaks for the zero, in the order in which it would be asked.
	 *
	 * @param parked whether the person is parked
	 * @param facts of the plan that held in the month; null when none did
	 * @param credits that count in the month
	 * @param refused in the month
	 * @param factor of the month, all modifiers of the components with credits together; null when there was none
	 */
	static List<ZeroReason> of(StatementRow sum, boolean parked, PayeeFacts facts, List<Credit> credits, List<PayeeFacts.Refused> refused, BigDecimal factor) {
		var reasons = new ArrayList<ZeroReason>();
		if (parked) {
			reasons.add(PARKED);
		}
		if (facts == null) {
			reasons.add(NO_PLAN);
			return reasons;
		}
		if (sum != null && sum.held().signum() > 0) {
			reasons.add(HELD);
		}
		if (sum != null && sum.booked().signum() < 0) {
			reasons.add(TAKEN_BACK);
		}
		if (sum != null && sum.carriedIn().signum() < 0) {
			reasons.add(CARRIED);
		}
		if (factor != null && factor.signum() == 0 && !credits.isEmpty()) {
			reasons.add(FACTOR);
		}
		if (!refused.isEmpty()) {
			reasons.add(REFUSED);
		}
		if (reasons.isEmpty()) {
			reasons.add(credits.isEmpty() ? NOTHING_COUNTED : WAITS_FOR_CUSTOMERS);
		}
		return reasons;
	}
}
