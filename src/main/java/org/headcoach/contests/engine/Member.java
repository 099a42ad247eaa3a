package org.headcoach.contests.engine;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Somebody in a team on these days, both counted. Who changes teams has one of these for each; their days do not overlap.
 *
 * @param from null: from the start of the contest
 * @param until null: to the end of the contest
 */
public record Member(long personId, long teamId, LocalDate from, LocalDate until) implements Serializable {
}
