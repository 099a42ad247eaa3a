package org.headcoach.contests;

/** The result of a contest is frozen. Fired inside the transaction that froze it, so that what is posted because of it is posted once as well. */
public record ContestSettled(long contestId) {
}
