package org.headcoach.coaching;

import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.headcoach.coaching.InspectPlan.Answer;

/** One inspection of a plan as pages show it. */
public record PlanInspectionRow(long id, long planId, int edition, int turn, InspectionOutcome outcome, Boolean skillClear, String skillNote,
		Boolean decisionClear, String decisionNote, Boolean planClear, String planNote, String reason, OffsetDateTime at, String inspectedBy,
		boolean reopened) implements Serializable {

	public Instant inspectedAt() {
		return at.toInstant();
	}

	public Answer skill() {
		return new Answer(skillClear, skillNote);
	}

	public Answer decision() {
		return new Answer(decisionClear, decisionNote);
	}

	public Answer plan() {
		return new Answer(planClear, planNote);
	}

	public boolean isAccepted() {
		return outcome == InspectionOutcome.ACCEPTED;
	}

	/** Whether it accepted what is agreed now and nobody above asked for another look. */
	public boolean isStandingFor(int agreedEdition) {
		return isAccepted() && edition == agreedEdition && !reopened;
	}
}
