package org.headcoach.pipeline;

/** What a conversion is cut by, one level deeper. */
public enum PeelBy {
	/** Where the lead came from. */
	ORIGIN,
	/** What kind of buyer the lead is. */
	PERSONA,
	/** What became of the activities of the step before: outcome or reason of disqualification. */
	OUTCOME,
	/** Why deals were lost. */
	LOST_REASON,
	/** On which day of the week. */
	WEEKDAY,
	/** Who. */
	PERSON,
	/** When. */
	MONTH;

	/** Whether its slices are shares of one count, rather than one count out of another. */
	public boolean isShare() {
		return this == OUTCOME || this == LOST_REASON;
	}
}
