package org.headcoach.contests;

/** The standings of a contest are others than before. Fired after the commit of the counting, on the node that counted. */
public record ContestChanged(long contestId) {
}
