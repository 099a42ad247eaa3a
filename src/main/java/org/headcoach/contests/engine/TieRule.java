package org.headcoach.contests.engine;

/** What is looked at when two scores are equal, before the teams share a place. Teams that are equal in this too share it: 1, 1, 3. */
public enum TieRule {

	/** Nothing: equal scores share the place. */
	SHARED,
	/**
	 * The team in which more people did it at all is in front; of a ratio, in which more people had anything to be measured by. Where less of a plain
	 * count is better, the team in which fewer people did it.
	 */
	MORE_PEOPLE,
	/** The team that reached its score on an earlier day is in front: the last day that added anything to it. */
	EARLIER
}
