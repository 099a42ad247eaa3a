package org.headcoach.training.engine;

import java.util.Optional;

import org.headcoach.people.Line;

/** Who may not score somebody: the person, and whoever stands above the person on the day. They have something to win or to lose by the result. */
public final class EvaluatorRule {

	/** Why not. */
	public enum Conflict {
		SELF, ABOVE
	}

	private EvaluatorRule() {
	}

	/**
	 * @param line as it stands on the day of the role play
	 * @param evaluatorPersonId the evaluator's place in the line; null for somebody outside it, such as a trainer from another house
	 */
	public static Optional<Conflict> conflict(Line line, long personId, Long evaluatorPersonId) {
		if (evaluatorPersonId == null) {
			return Optional.empty();
		}
		if (evaluatorPersonId == personId) {
			return Optional.of(Conflict.SELF);
		}
		return line.isAbove(evaluatorPersonId, personId) ? Optional.of(Conflict.ABOVE) : Optional.empty();
	}
}
