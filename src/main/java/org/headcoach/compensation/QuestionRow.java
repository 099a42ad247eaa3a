package org.headcoach.compensation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * A question about pay with its answer, if it has one.
 *
 * @param postingId null for the month as a whole
 * @param line what the line is about; null for the month as a whole
 * @param dueOn the last day on which it is answered in time
 * @param outcome null while it is open
 */
public record QuestionRow(Long id, int version, Long personId, String name, YearMonth month, Long postingId, String line, String asked, Instant askedAt, LocalDate dueOn, String answer,
		PayQuestion.Outcome outcome, Instant answeredAt, String answeredByName) implements Serializable {

	static QuestionRow of(PayQuestion question, Map<Long, String> lines) {
		return new QuestionRow(question.id(), question.version(), question.person().id(), question.person().name(), question.month(), question.postingId(),
				question.postingId() == null ? null : lines.get(question.postingId()), question.asked(),
				question.askedAt(), question.dueOn(), question.answer(), question.outcome(), question.answeredAt(), question.answeredByName());
	}

	public boolean isOpen() {
		return answeredAt == null;
	}

	public boolean isLate(LocalDate today) {
		return isOpen() && dueOn.isBefore(today);
	}
}
