package org.headcoach.training.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The certifications that somebody new earns one after the other, counted from the first day at work: what belongs to month 1 is due on the last day of it. Whoever
 * holds all that belong to the gate is ready to sell alone.
 */
public final class LearningPath {

	/**
	 * One certification of the path.
	 *
	 * @param inMonth 1 is the first month at work
	 * @param gate whether it is needed to sell alone
	 */
	public record Step(long certificationId, int inMonth, int ordinal, boolean gate) {
	}

	/** What somebody holds of one certification: when it was first earned, and how the latest one stands. */
	public record Held(LocalDate earnedOn, LocalDate lastDay, Validity.State state) {
	}

	/** How a step stands. */
	public enum State {
		DONE, EXPIRED, NEXT, LATER
	}

	/** @param late whether it was due before today and is not done */
	public record Stop(Step step, LocalDate dueOn, State state, boolean late, Held held) {
	}

	/**
	 * @param ready whether the whole gate is held today; false without a gate
	 * @param done steps that are held
	 */
	public record Progress(List<Stop> stops, int done, boolean ready) {

		/** What comes next; null when everything is held. */
		public Stop next() {
			return stops.stream().filter(stop -> stop.state() == State.NEXT || stop.state() == State.EXPIRED).findFirst().orElse(null);
		}

		/** What is missing to sell alone. */
		public List<Stop> missing() {
			return stops.stream().filter(stop -> stop.step().gate() && stop.state() != State.DONE).toList();
		}
	}

	private LearningPath() {
	}

	/**
	 * @param startedOn the first day at work
	 * @param held by certification; what is not held is not in it
	 */
	public static Progress progress(List<Step> steps, LocalDate startedOn, Map<Long, Held> held, LocalDate today) {
		var stops = new ArrayList<Stop>();
		boolean open = true;
		int done = 0;
		for (var step : steps.stream().sorted(Comparator.comparingInt(Step::inMonth).thenComparingInt(Step::ordinal)).toList()) {
			var has = held.get(step.certificationId());
			var due = startedOn.plusMonths(step.inMonth()).minusDays(1);
			if (has != null && has.state().holds()) {
				stops.add(new Stop(step, due, State.DONE, false, has));
				done++;
			} else if (has != null) {
				stops.add(new Stop(step, due, State.EXPIRED, true, has));
			} else {
				stops.add(new Stop(step, due, open ? State.NEXT : State.LATER, due.isBefore(today), null));
				open = false;
			}
		}
		var gate = stops.stream().filter(stop -> stop.step().gate()).toList();
		return new Progress(List.copyOf(stops), done, !gate.isEmpty() && gate.stream().allMatch(stop -> stop.state() == State.DONE));
	}
}
