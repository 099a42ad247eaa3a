package org.headcoach.coaching;

/** What coaching time was spent on. */
public enum TimeKind {
	PLAN_TALK, CHECK_IN, CALL_REVIEW, ROLE_PLAY, SHADOWING, SIT_IN, DEAL_REVIEW, OTHER
}
