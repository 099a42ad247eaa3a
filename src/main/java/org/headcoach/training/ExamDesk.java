package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a trainer of exams has to look after.
 *
 * @param marking attempts that wait to be marked, the oldest first
 * @param stuck people who cannot or do not get on with an open exam, the longest first
 * @param givenUp statements that the learning record store did not take; null for none
 * @param expiring people whose pass of an open exam ends within {@value #DAYS} days or has ended, the earliest first
 */
public record ExamDesk(List<ExamService.ExamRow> exams, List<ExamService.ToMark> marking, List<Stuck> stuck, List<Expiring> expiring, GivenUp givenUp) implements Serializable {

	static final int DAYS = 30;

	/** Why somebody does not get on. */
	public enum Why {
		/** Every attempt is used, and none was passed. */
		NO_MORE,
		/** The day is over, and none was passed. */
		OVERDUE
	}

	/** @param detail what the last one met */
	public record GivenUp(int statements, String detail, Instant at) implements Serializable {
	}

	/** @param percent of the best attempt; null: none */
	public record Stuck(long personId, String person, String team, long examId, String exam, Why why, LocalDate dueOn, int attempts, BigDecimal percent) implements Serializable {
	}

	public record Expiring(long personId, String person, String team, long examId, String exam, LocalDate validUntil, boolean over) implements Serializable {
	}
}
