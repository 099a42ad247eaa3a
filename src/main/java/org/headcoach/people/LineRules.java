package org.headcoach.people;

import java.util.List;

import org.headcoach.people.LineHistory.Held;
import org.headcoach.shared.BusinessException;

/**
 * What must hold in the line on every day of a place. Each rule is asked of the history as it would stand afterwards
 * and refuses with its reason.
 */
final class LineRules {

	private LineRules() {
	}

	/** @throws BusinessException when the place breaks a rule on some day */
	static void check(Held place, LineHistory after) {
		nobodyReportsToOneself(place);
		aRepHasATeamAndASuperior(place);
		aManagerHasATeam(place, after);
		theSuperiorIsThereAndAbove(place, after);
		theLineHasNoCircle(place, after);
		reportsStayBelow(place, after);
	}

	private static void nobodyReportsToOneself(Held place) {
		if (place.personId().equals(place.superiorId())) {
			throw new BusinessException("people.line.error.oneself", place.name());
		}
	}

	private static void aRepHasATeamAndASuperior(Held place) {
		if (place.role() == Role.REP && (place.teamId() == null || place.superiorId() == null)) {
			throw new BusinessException("people.line.error.rep-needs-team", place.name());
		}
	}

	private static void aManagerHasATeam(Held place, LineHistory after) {
		if (place.role() != Role.MANAGER) {
			return;
		}
		if (place.teamId() == null) {
			throw new BusinessException("people.line.error.manager-needs-team", place.name());
		}
		after.otherManagerOf(place.teamId(), place.personId(), place.from(), place.until()).ifPresent(other -> {
			throw new BusinessException("people.line.error.team-has-manager", other.name(), other.from());
		});
	}

	private static void theSuperiorIsThereAndAbove(Held place, LineHistory after) {
		if (place.superiorId() == null) {
			return;
		}
		for (var day : after.turns(place.from(), place.until())) {
			var superior = after.of(place.superiorId(), day)
					.orElseThrow(() -> new BusinessException("people.line.error.superior-not-there", place.name(), day));
			if (!isAbove(superior.role(), place.role())) {
				throw new BusinessException("people.line.error.superior-not-above", superior.name(), place.name(), day);
			}
		}
	}

	/** A VP may report to another VP; otherwise the superior's role is the higher one. */
	static boolean isAbove(Role superior, Role report) {
		return superior.compareTo(report) > 0 || superior == Role.VP && report == Role.VP;
	}

	private static void theLineHasNoCircle(Held place, LineHistory after) {
		for (var day : after.turns(place.from(), place.until())) {
			if (after.isCircleAbove(place.personId(), day)) {
				throw new BusinessException("people.line.error.circle", place.name(), day);
			}
		}
	}

	private static void reportsStayBelow(Held place, LineHistory after) {
		var notBelow = names(after.reportsOf(place.personId(), place.from(), place.until()).stream()
				.filter(report -> !isAbove(place.role(), report.role())).toList());
		if (!notBelow.isEmpty()) {
			throw new BusinessException("people.line.error.reports-not-below", place.name(), notBelow);
		}
	}

	/** Each name once, at most ten. */
	static List<String> names(List<Held> people) {
		return people.stream().map(Held::name).distinct().sorted().limit(10).toList();
	}
}
