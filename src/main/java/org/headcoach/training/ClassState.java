package org.headcoach.training;

/** Where a class stands by the clock. */
public enum ClassState {
	PLANNED, RUNNING, OVER, CALLED_OFF
}
