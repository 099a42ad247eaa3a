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

	/** One rep's part: of the days on which that manager led the rep. {@code present}: still does, or did when the month ended. */
	public record RepLoad(long personId, String name, long minutes, CoachingLoad load, boolean present) implements Serializable {
	}

	/** The parts of those who are led by whoever leads these, by name: also of reps who have moved on, for the days before. */
	public List<RepLoad> repsOf(Collection<Long> personIds) {
		return managers.stream().filter(manager -> manager.reps().stream().anyMatch(rep -> rep.present() && personIds.contains(rep.personId()))).flatMap(manager -> manager.reps().stream())
				.sorted(Comparator.comparing(RepLoad::name)).toList();
	}

	/** What was given to them together. */
	public CoachingLoad together(Collection<Long> personIds) {
		return together(repsOf(personIds), month.atDay(1), last);
	}

	static CoachingLoad together(List<RepLoad> reps, LocalDate first, LocalDate last) {
		return new CoachingLoad(reps.stream().mapToLong(rep -> rep.load().repDays()).sum(), reps.stream().mapToLong(RepLoad::minutes).sum(), CoachingLoad.between(first, last, 0, 0).days());
	}
}
