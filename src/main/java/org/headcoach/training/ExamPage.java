package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Difficulty;

/**
 * An exam as a trainer sees it.
 *
 * @param lacking what the bank lacks for its blueprint; an exam that lacks something cannot be opened
 */
public record ExamPage(long id, int version, Exam.Rules rules, ExamState state, List<BlueprintLine> lines, int questions, List<BlueprintLine> lacking, List<PersonLine> people, List<Regraded> regrades)
		implements Serializable {

	/** @param found of {@code count} that the bank has */
	public record BlueprintLine(long partId, String part, Difficulty difficulty, int count, int found) implements Serializable {
		Blueprint.Line line() {
			return new Blueprint.Line(partId, difficulty, count);
		}
	}

	/** How far somebody is. */
	public enum Standing {
		NOT_STARTED, RUNNING, WAITING, PASSED, EXPIRED, FAILED, WITHDRAWN
	}

	/**
	 * Somebody to whom it is assigned.
	 *
	 * @param attemptId of the best attempt, or of the one that waits to be marked; null: none ended
	 * @param percent of the best attempt
	 */
	public record PersonLine(long personId, String name, String team, LocalDate dueOn, int extraPercent, int attempts, Standing standing, Long attemptId, BigDecimal percent, LocalDate validUntil,
			Instant lastAt) implements Serializable {
	}

	/** What was graded again. */
	public record Regraded(long questionId, String question, String reason, String by, Instant at, int attempts, List<Change> changes) implements Serializable {
	}

	/** Whose result changed by it. */
	public record Change(long attemptId, String person, BigDecimal percentBefore, BigDecimal percentAfter, Boolean passedBefore, Boolean passedAfter) implements Serializable {
	}

	public long passed() {
		return people.stream().filter(person -> person.standing() == Standing.PASSED).count();
	}

	public long waiting() {
		return people.stream().filter(person -> person.standing() == Standing.WAITING).count();
	}

	/** Those who still may sit it. */
	public long assigned() {
		return people.stream().filter(person -> person.standing() != Standing.WITHDRAWN).count();
	}
}
