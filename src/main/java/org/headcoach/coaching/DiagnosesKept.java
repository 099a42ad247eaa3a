package org.headcoach.coaching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.headcoach.people.Line;
import org.headcoach.pipeline.FigureTable;
import org.headcoach.pipeline.Funnel;
import org.headcoach.shared.WorkingCalendar;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Diagnoses that this node has made, each under everything that it follows from. All of that is read from the database with each request, so
 * whatever changes, on whichever node, asks another question.
 */
@ApplicationScoped
class DiagnosesKept {

	/** Months that people look at in turn; the one that was not asked for longest goes first. */
	private static final int MOST = 8;

	/** @param figures the same object for as long as they are not counted anew, and therefore compared as such */
	record Question(CoachingMonth month, Funnel funnel, FigureTable figures, List<List<Line.Place>> groups, WorkingCalendar calendar) {

		/** Equal questions are about the same figures; to look at everybody's place once more would only take time. */
		@Override
		public int hashCode() {
			return Objects.hash(month, figures);
		}
	}

	private final Map<Question, MonthDiagnosis> kept = new LinkedHashMap<>(16, 0.75f, true);

	synchronized Optional<MonthDiagnosis> find(Question question) {
		return Optional.ofNullable(kept.get(question));
	}

	synchronized void keep(Question question, MonthDiagnosis answer) {
		kept.put(question, answer);
		if (kept.size() > MOST) {
			kept.remove(kept.keySet().iterator().next());
		}
	}
}
