package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

import org.headcoach.shared.Money;

/**
 * A month's pay of the people below, those first whom somebody should look at.
 *
 * @param waiting adjustments that wait for a second pair of eyes
 */
public record TeamPayPage(YearMonth month, PeriodStatus status, LocalDate payOn, List<Row> rows, List<AdjustmentRow> waiting) implements Serializable {

	/** What makes somebody look. */
	public enum LookAt {
		PARKED, ON_HOLD, HELD, ZERO, UNUSUAL, QUESTION, NOT_COMPUTED
	}

	/**
	 * @param sum null when nothing was computed
	 * @param attainment share of the quota of the plan's first component that has one; null without one
	 * @param questions open ones of the month
	 */
	public record Row(Long personId, String name, String teamName, StatementRow sum, StatementRow before, BigDecimal attainment, Set<LookAt> exceptions, int questions)
			implements Serializable {

		public boolean isApproved() {
			return sum != null && sum.approvedAt() != null;
		}

		public Money difference() {
			return sum == null || before == null || !sum.currencyCode().equals(before.currencyCode()) ? null : sum.pay().minus(before.pay());
		}
	}

	public long approved() {
		return rows.stream().filter(Row::isApproved).count();
	}

	public List<Row> toApprove() {
		return rows.stream().filter(row -> row.sum() != null && row.sum().closedAt() == null && !row.isApproved()).toList();
	}

	public List<Row> exceptional() {
		return rows.stream().filter(row -> !row.exceptions().isEmpty()).toList();
	}
}
