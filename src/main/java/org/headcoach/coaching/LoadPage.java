package org.headcoach.coaching;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.coaching.engine.CoachingLoad;

/**
 * How much time managers gave to coaching in a month, up to today where it is not over.
 *
 * @param last the last day that counts
 */
public record LoadPage(YearMonth month, LocalDate last, List<ManagerLoad> managers) implements Serializable {

	/** One manager: the load of the whole team, and each rep's part. */
	public record ManagerLoad(long personId, String name, String teamName, CoachingLoad load, List<RepLoad> reps) implements Serializable {
	}

	/** One rep's part; hoursAWeek to one decimal. */
	public record RepLoad(long personId, String name, long minutes, BigDecimal hoursAWeek) implements Serializable {
	}
}
