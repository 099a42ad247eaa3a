package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

import org.headcoach.shared.Money;

/**
 * An amount by hand.
 *
 * @param deal name of the deal it is about; null when it is about none
 * @param quotaUnits what of it counts to the component's quota; null when nothing does
 * @param own whether who reads entered it, and so needs another pair of eyes
 * @param decidedBy null while nobody has decided, or when nobody has to
 */
public record AdjustmentRow(long id, int version, long personId, String name, YearMonth month, Money amount, PayAdjustment.Reason reason, String note, String dealSource, String deal,
		String component, BigDecimal quotaUnits, PayAdjustment.Status status, Instant createdAt, String createdBy, boolean own, Instant decidedAt, String decidedBy) implements Serializable {

	static AdjustmentRow of(PayAdjustment adjustment, String deal, Long readerId) {
		return new AdjustmentRow(adjustment.id(), adjustment.version(), adjustment.person().id(), adjustment.person().name(), adjustment.month(), adjustment.amount(), adjustment.reason(),
				adjustment.note(), adjustment.dealSource(), deal, adjustment.component(), adjustment.quotaUnits(), adjustment.status(), adjustment.createdAt(), adjustment.createdByName(),
				adjustment.isBy(readerId), adjustment.decidedAt(), adjustment.decidedByName());
	}
}
