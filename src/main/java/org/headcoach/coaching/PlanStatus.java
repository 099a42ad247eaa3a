package org.headcoach.coaching;

/** Where a plan stands. What inspectors said to an agreed plan is kept with their inspections. */
public enum PlanStatus {
	/** Being written; the rep and the manager may still change everything. */
	DRAFT,
	/** Agreed by both; skill, metric, baseline, target and window are fixed. */
	AGREED,
	/** Sent back by somebody above, or taken up again by the manager, with a reason; to be agreed again. */
	SENT_BACK;

	public boolean isOpen() {
		return this != AGREED;
	}
}
