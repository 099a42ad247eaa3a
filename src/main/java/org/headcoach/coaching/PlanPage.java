package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.coaching.engine.Metric;

/**
 * A plan with everything that belongs to it, as far as the reader may see it.
 *
 * @param privateNote null for the line above unless it was shared
 * @param noteSeen whether the reader may see the private note at all
 * @param mayEdit whether the reader is the rep's manager, who writes and agrees the plan
 * @param isOwn whether the plan is the reader's own
 * @param unfinished what was left of the plan before and could be carried over
 */
public record PlanPage(long id, int version, long personId, String personName, CoachingMonth month, long managerId, String managerName,
		Long skillId, String skillName, boolean chosenByRep, String howDecided, Evidence evidence, String metric, boolean lowerIsBetter,
		BigDecimal baselineSuccesses, BigDecimal baselineTrials, BigDecimal baseline, BigDecimal target, LocalDate windowFrom, LocalDate windowUntil,
		PlanStatus status, int edition, LocalDateTime talkAt, String talkNote, String privateNote, boolean noteShared, boolean noteSeen,
		String sentBackReason, Instant agreedAt, String agreedBy, Instant changedAt, String changedBy, boolean mayEdit, boolean isOwn,
		List<Activity> activities, List<Activity> unfinished, List<CheckInRow> checkIns, boolean reviewSubmitted) implements Serializable {

	/** Something to do, with how far it is. */
	public record Activity(long id, ActivityKind kind, String what, int plannedCount, LocalDate dueOn, int doneCount, CoachingMonth carriedFrom)
			implements Serializable {

		static Activity of(PlanActivity activity) {
			return new Activity(activity.id(), activity.kind(), activity.what(), activity.plannedCount(), activity.dueOn(), activity.doneCount(),
					activity.carriedFrom() == null ? null : activity.carriedFrom().plan().month());
		}

		public boolean isDone() {
			return doneCount >= plannedCount;
		}

		public int left() {
			return Math.max(0, plannedCount - doneCount);
		}
	}

	/** A check-in that was held. */
	public record CheckInRow(LocalDate heldOn, String note, int minutes, String notedBy) implements Serializable {
	}

	/**
	 * What the page proposes as target: two thirds of the way from the baseline to the peers' median where the rep lies behind them,
	 * a tenth better where not. Null without a baseline.
	 */
	static BigDecimal proposedTarget(Evidence evidence) {
		if (evidence == null || evidence.value() == null) {
			return null;
		}
		var lowerIsBetter = !Metric.parse(evidence.metric()).kind().higherIsBetter();
		double own = evidence.value();
		var peers = evidence.peers();
		var behind = peers != null && (lowerIsBetter ? peers < own : peers > own);
		double target = behind ? own + (peers - own) * 2 / 3 : own * (lowerIsBetter ? 0.9 : 1.1);
		// rates and volumes by a hundredth, money and days in whole units; rounded away from the baseline, so that it stays a target
		var digits = Math.abs(own) >= 10 ? 0 : 2;
		var rounded = BigDecimal.valueOf(target).setScale(6, RoundingMode.HALF_EVEN).setScale(digits, lowerIsBetter ? RoundingMode.FLOOR : RoundingMode.CEILING);
		return rounded.compareTo(BigDecimal.valueOf(own)) == 0 ? rounded.add(BigDecimal.ONE.movePointLeft(digits)) : rounded;
	}

	/** What the page proposes as target while none was set; null without a baseline. */
	public BigDecimal proposedTarget() {
		return proposedTarget(evidence);
	}

	public boolean isAgreed() {
		return status == PlanStatus.AGREED;
	}

	public boolean isOpen() {
		return status.isOpen();
	}

	/** Whether the reader may write into the plan now. */
	public boolean isEditable() {
		return mayEdit && isOpen();
	}

	public int planned() {
		return activities.stream().mapToInt(Activity::plannedCount).sum();
	}

	public int done() {
		return activities.stream().mapToInt(activity -> Math.min(activity.doneCount(), activity.plannedCount())).sum();
	}
}
