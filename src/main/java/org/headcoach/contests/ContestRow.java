package org.headcoach.contests;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A contest in a list.
 *
 * @param winner the winning teams of a settled one, the leading of one that runs; null when there is none
 * @param playing whether the reader takes part
 */
public record ContestRow(long id, String title, Phase phase, LocalDate first, LocalDate last, int teams, int players, String winner, boolean playing, String ownerName, boolean mayRun)
		implements Serializable {
}
