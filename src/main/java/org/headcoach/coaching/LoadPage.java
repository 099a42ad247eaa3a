package org.headcoach.coaching;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
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

	/** One rep's part. */
	public record RepLoad(long personId, String name, long minutes, CoachingLoad load) implements Serializable {
	}

	/** The reps of these who have a manager here, by name. */
	public List<RepLoad> repsOf(Collection<Long> personIds) {
		return managers.stream().flatMap(manager -> manager.reps().stream()).filter(rep -> personIds.contains(rep.personId()))
				.sorted(Comparator.comparing(RepLoad::name)).toList();
	}

	/** What was given to these people together. */
	public CoachingLoad together(Collection<Long> personIds) {
		var reps = repsOf(personIds);
		return CoachingLoad.between(month.atDay(1), last, reps.size(), reps.stream().mapToLong(RepLoad::minutes).sum());
	}
}
