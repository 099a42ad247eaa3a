package org.headcoach.training;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether somebody may sell alone on a day.
 *
 * @param ready whether everything that the gate of the role's path asks for was held on the day; false where the path has no gate
 * @param done certifications of the path that were held
 * @param steps of the path; 0 for a role without one
 * @param missing titles of what the gate still asked for
 */
public record Readiness(long personId, LocalDate day, boolean ready, int done, int steps, List<String> missing) implements Serializable {
}
