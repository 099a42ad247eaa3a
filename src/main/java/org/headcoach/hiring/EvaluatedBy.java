package org.headcoach.hiring;

/** How a characteristic is found out. */
public enum EvaluatedBy {
	QUESTIONS, ROLE_PLAY, EXERCISE, REFERENCE
}
