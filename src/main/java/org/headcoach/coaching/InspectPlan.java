package org.headcoach.coaching;

import java.io.Serializable;

/**
 * What was answered to the three questions about one plan, and what follows from it.
 *
 * @param edition the edition of the plan that the inspector saw
 * @param skill which skill?
 * @param decision how did you decide?
 * @param plan what is the custom plan?
 * @param reason why it is sent back; null when it is accepted
 */
public record InspectPlan(long planId, int edition, Answer skill, Answer decision, Answer plan, InspectionOutcome outcome, String reason) {

	/** Clear or not; null while it was not asked. */
	public record Answer(Boolean clear, String note) implements Serializable {

		public static final Answer OPEN = new Answer(null, null);

		public Answer {
			note = note == null || note.isBlank() ? null : note.strip();
		}

		boolean isYes() {
			return Boolean.TRUE.equals(clear);
		}
	}
}
