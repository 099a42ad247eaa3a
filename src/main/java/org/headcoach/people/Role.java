package org.headcoach.people;

/** A place in the sales line, from the bottom up. */
public enum Role {
	REP, MANAGER, DIRECTOR, VP
}
