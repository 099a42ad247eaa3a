package org.headcoach.training;

import static org.headcoach.people.Permission.SEE_COMPANY;
import static org.headcoach.people.Permission.SEE_READINESS;
import static org.headcoach.people.Permission.TRAIN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.headcoach.people.CurrentActor;
import org.headcoach.people.Line;
import org.headcoach.people.Reach;
import org.headcoach.shared.NotHereException;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/**
 * What of a class the current account sees. A trainer: all. A teacher: the people of the class, and what is handed in for the own sessions. A learner: the class and oneself.
 * A leader: people below in the line.
 */
@RequestScoped
class ClassReach {

	@Inject
	private CurrentActor current;

	@Inject
	private Reach reach;

	/** By leader: one request may act for several people. */
	private final Map<Long, Set<Long>> below = new HashMap<>();

	boolean trains() {
		return current.get().may(TRAIN);
	}

	boolean teaches(ClassSession lesson) {
		return lesson.isTaughtBy(current.get());
	}

	boolean learns(TrainingClass one) {
		return current.get().personId() != null && one.members().contains(current.get().personId());
	}

	/** Whether the reader writes down who was there. */
	boolean attends(TrainingClass one, ClassSession lesson) {
		return !learns(one) && (trains() || teaches(lesson));
	}

	/** Whether the reader reviews what is handed in for a task; nobody does it in a class in which they learn. @param sessionId null for a task of the whole curriculum */
	boolean reviews(TrainingClass one, Long sessionId, List<ClassSession> lessons) {
		return !learns(one) && (trains() || sessionId != null && lessons.stream().anyMatch(lesson -> lesson.sessionId() == sessionId && teaches(lesson)));
	}

	/** People of the class whose attendance and tasks the reader sees. */
	Set<Long> people(TrainingClass one, List<ClassSession> lessons) {
		if (trains() || lessons.stream().anyMatch(this::teaches)) {
			return one.everybody();
		}
		var seen = new TreeSet<Long>();
		var own = current.get().personId();
		for (var person : one.everybody()) {
			if (person.equals(own) || leads(person)) {
				seen.add(person);
			}
		}
		return seen;
	}

	private boolean leads(long person) {
		var actor = current.get();
		if (!actor.may(SEE_READINESS)) {
			return false;
		}
		if (actor.may(SEE_COMPANY)) {
			return true;
		}
		return actor.personId() != null && below.computeIfAbsent(actor.personId(), leader -> reach.today().below(leader).stream().map(Line.Place::personId).collect(Collectors.toSet())).contains(person);
	}

	boolean sees(TrainingClass one, List<ClassSession> lessons) {
		return trains() || lessons.stream().anyMatch(this::teaches) || !people(one, lessons).isEmpty();
	}

	/** Refuses as if the class did not exist. */
	void require(TrainingClass one, List<ClassSession> lessons) {
		if (!sees(one, lessons)) {
			throw new NotHereException(current.get().name() + " does not see class " + one.id());
		}
	}
}
