package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** One plan in a list. Names are those of today; role, team and manager of that month come from the line. */
public record PlanRow(long id, long personId, String personName, LocalDate inMonth, long managerId, String managerName, Long skillId,
		String skillName, String metric, BigDecimal baseline, BigDecimal target, LocalDate windowFrom, LocalDate windowUntil, PlanStatus status,
		int edition, LocalDateTime talkAt, OffsetDateTime agreedAt, String sentBackReason, long planned, long done) implements Serializable {

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	public boolean isAgreed() {
		return status == PlanStatus.AGREED;
	}
}
