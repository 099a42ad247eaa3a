package org.headcoach.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What somebody's attempts at one exam, in their order, come to. */
final class Sat {

	private Sat() {
	}

	/** The one that counts: passed before not, then the higher one; null while none has a mark. */
	static ExamAttempt best(List<ExamAttempt> own) {
		return own.stream().filter(attempt -> attempt.percent() != null).max(Comparator.comparing(Sat::isPassed).thenComparing(ExamAttempt::percent).thenComparing(ExamAttempt::attemptNo)).orElse(null);
	}

	/** The attempt that is told of: one that an essay still decides before the best. */
	static ExamAttempt told(List<ExamAttempt> own) {
		return own.stream().filter(attempt -> attempt.finishedAt() != null && attempt.passed() == null).reduce((first, last) -> last).orElseGet(() -> best(own));
	}

	/** Until when it is passed: who passed again with fewer points has it as long as the later one holds. Null: not passed, or for ever. */
	static LocalDate validUntil(List<ExamAttempt> own) {
		var passed = own.stream().filter(Sat::isPassed).map(ExamAttempt::validUntil).toList();
		return passed.stream().anyMatch(Objects::isNull) ? null : passed.stream().max(Comparator.naturalOrder()).orElse(null);
	}

	static ExamPage.Standing standing(List<ExamAttempt> own, boolean withdrawn, LocalDate today, Instant now) {
		if (own.stream().anyMatch(Sat::isPassed)) {
			var until = validUntil(own);
			return until != null && until.isBefore(today) ? ExamPage.Standing.EXPIRED : ExamPage.Standing.PASSED;
		}
		if (withdrawn) {
			return ExamPage.Standing.WITHDRAWN;
		}
		if (own.stream().anyMatch(attempt -> attempt.takes(now))) {
			return ExamPage.Standing.RUNNING;
		}
		if (own.stream().anyMatch(attempt -> attempt.finishedAt() != null && attempt.passed() == null)) {
			return ExamPage.Standing.WAITING;
		}
		return own.isEmpty() ? ExamPage.Standing.NOT_STARTED : ExamPage.Standing.FAILED;
	}

	private static boolean isPassed(ExamAttempt attempt) {
		return Objects.equals(attempt.passed(), Boolean.TRUE);
	}
}
