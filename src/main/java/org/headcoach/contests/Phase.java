package org.headcoach.contests;

/** Where a contest stands now. */
public enum Phase {
	/** Its rules can still change; only its owner and the line above see it. */
	DRAFT,
	/** Everybody knows it, nothing counts yet. */
	ANNOUNCED,
	RUNNING,
	/** Nothing new counts; what comes late still does until it is settled. */
	ENDED,
	/** The result is frozen. */
	SETTLED,
	CALLED_OFF;

	/** Whether standings change with the data. */
	public boolean isScored() {
		return this == RUNNING || this == ENDED;
	}

	/** Whether those who play may see it. */
	public boolean isPublic() {
		return this != DRAFT;
	}
}
