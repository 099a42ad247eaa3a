package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.shared.Money;

/**
 * What a month hands to payroll.
 *
 * @param lines who is paid; a person has a second one for a statement that was held before and is released now
 * @param leftOut who is on hold and gets nothing yet
 * @param zero how many people are paid nothing
 * @param adpCompany the company's code at ADP; null until it is entered
 * @param exports the files that were made, the latest first
 */
public record PayrollPage(YearMonth month, PeriodStatus status, LocalDate payOn, List<Line> lines, List<Line> leftOut, int zero, List<Money> sums, String adpCompany, String adpEarning,
		List<ExportRow> exports) implements Serializable {

	/**
	 * Somebody's amount.
	 *
	 * @param earnedIn the month of the statement: {@code month}, or an earlier one that is released now
	 * @param payrollId null when it is missing
	 */
	public record Line(long personId, String name, String email, String title, String payrollId, YearMonth earnedIn, Money payout, Money pay, BigDecimal rate, LocalDate rateOn)
			implements Serializable {
	}

	/**
	 * A file that was made.
	 *
	 * @param number how often the month was handed over in this layout
	 * @param nth how often in any
	 */
	public record ExportRow(long id, YearMonth month, PayrollLayout layout, int number, int nth, int lines, String hash, String fileName, Instant createdAt, String by)
			implements Serializable {
	}

	/** Who is paid but has no payroll id. */
	public List<Line> missing() {
		return lines.stream().filter(line -> line.payrollId() == null).collect(java.util.stream.Collectors.toMap(Line::personId, line -> line, (one, other) -> one,
				java.util.LinkedHashMap::new)).values().stream().toList();
	}

	public long people() {
		return lines.stream().map(Line::personId).distinct().count();
	}

	public boolean isReleased(Line line) {
		return !line.earnedIn().equals(month);
	}
}
