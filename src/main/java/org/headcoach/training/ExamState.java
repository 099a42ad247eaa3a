package org.headcoach.training;

/** A draft can be changed; an open exam can be sat by whom it is assigned to; a closed one is history. */
public enum ExamState {
	DRAFT, OPEN, CLOSED
}
