package org.headcoach.coaching;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The chain of one month as far as the reader sees it: managers whose plans the reader inspects (a manager: the own line, to
 * read), and the directors below.
 *
 * @param directorsBegin when directors may begin to inspect, in the company's local time
 * @param vpBegins when VPs may
 * @param own the reader's own month as a director, as the VP left it; null when there is none
 */
public record InspectionPage(CoachingMonth month, MonthRhythm rhythm, LocalDateTime directorsBegin, LocalDateTime vpBegins, List<ManagerLine> managers,
		List<DirectorLine> directors, DirectorInspectionRow own) implements Serializable {

	/** How far it is with one rep, in the order in which it goes. */
	public enum RepState {
		/** The self-review is missing. */
		WAITING,
		/** The self-review is in, the plan is not agreed. */
		READY,
		/** The plan was sent back and waits for the manager. */
		SENT_BACK,
		/** Agreed, to be inspected. */
		AGREED,
		/** Inspected, and the VP wants it looked at again. */
		AGAIN,
		/** Inspected and accepted. */
		ACCEPTED;

		public boolean isAgreed() {
			return this == AGREED || this == AGAIN || this == ACCEPTED;
		}

		public boolean isToInspect() {
			return this == AGREED || this == AGAIN;
		}
	}

	/** One rep; planId is null before a plan was begun, last is the last inspection of it. */
	public record RepLine(long personId, String name, RepState state, Long planId, int edition, String skillName, Instant reviewSentAt, Instant agreedAt,
			String sentBackReason, PlanInspectionRow last) implements Serializable {
	}

	/** One manager with the own reps. */
	public record ManagerLine(long personId, String name, String teamName, Long inspectorId, String inspectorName, boolean mayInspect, List<RepLine> reps)
			implements Serializable {

		public long count(RepState... states) {
			return in(states).size();
		}

		public List<RepLine> in(RepState... states) {
			return reps.stream().filter(rep -> Stream.of(states).anyMatch(state -> state == rep.state())).toList();
		}

		public long accepted() {
			return count(RepState.ACCEPTED);
		}

		public long agreed() {
			return reps.stream().filter(rep -> rep.state().isAgreed()).count();
		}

		public List<RepLine> toInspect() {
			return reps.stream().filter(rep -> rep.state().isToInspect()).toList();
		}

		/** The reps without an agreed plan. */
		public List<RepLine> notAgreed() {
			return reps.stream().filter(rep -> !rep.state().isAgreed()).toList();
		}
	}

	/** How far the VP's inspection of a director is. */
	public enum DirectorState {
		/** The director has not inspected every agreed plan. */
		INSPECTING,
		/** The VP wants some plans inspected again. */
		SENT_BACK,
		/** Every agreed plan is inspected; the VP's turn. */
		READY, ACCEPTED
	}

	/** One director with the managers below. */
	public record DirectorLine(long personId, String name, String regionName, Long inspectorId, String inspectorName, boolean mayInspect, DirectorState state,
			List<ManagerLine> managers, DirectorInspectionRow last) implements Serializable {

		public long reps() {
			return managers.stream().mapToLong(manager -> manager.reps().size()).sum();
		}

		/** Agreed plans, inspected or not. */
		public long plans() {
			return managers.stream().mapToLong(ManagerLine::agreed).sum();
		}

		public long inspected() {
			return managers.stream().mapToLong(ManagerLine::accepted).sum();
		}

		public List<RepLine> toInspect() {
			return managers.stream().flatMap(manager -> manager.toInspect().stream()).toList();
		}

		/** How many inspections of this month there were: what an inspection's turn is held against. */
		public int turn() {
			return last == null ? 0 : last.turn();
		}
	}

	/** Every manager of the page, those below the directors included. */
	public List<ManagerLine> allManagers() {
		return Stream.concat(managers.stream(), directors.stream().flatMap(director -> director.managers().stream())).toList();
	}

	public boolean isPlanLate() {
		return rhythm.isPlanLate();
	}

	public boolean isDirectorLate() {
		return rhythm.now().isAfter(rhythm.directorInspectsUntil());
	}

	public boolean isVpLate() {
		return rhythm.now().isAfter(rhythm.vpInspectsUntil());
	}

	public boolean isDirectorsTurn() {
		return !rhythm.now().isBefore(directorsBegin);
	}

	public boolean isVpsTurn() {
		return !rhythm.now().isBefore(vpBegins);
	}

	/** Plans that this reader may inspect now or later. */
	public List<RepLine> ownToInspect() {
		return managers.stream().filter(ManagerLine::mayInspect).flatMap(manager -> manager.toInspect().stream()).toList();
	}

	/** Managers with a rep whose plan is overdue. */
	public List<ManagerLine> lateManagers() {
		return !isPlanLate() ? List.of() : allManagers().stream().filter(manager -> !manager.notAgreed().isEmpty()).toList();
	}

	/** Directors whose inspection of some plan is overdue. */
	public List<DirectorLine> lateDirectors() {
		return !isDirectorLate() ? List.of() : directors.stream().filter(director -> !director.toInspect().isEmpty()).toList();
	}
}
