package org.headcoach.coaching;

/** What a rep and a manager do together, or the rep alone, to learn a skill. */
public enum ActivityKind {
	CALL_REVIEW, ROLE_PLAY, SHADOWING, SIT_IN, DEAL_REVIEW, EXAM, PRACTICE, OTHER
}
