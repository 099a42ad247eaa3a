package org.headcoach.training;

import java.time.LocalDate;
import java.util.List;

/** Something about an exam that people want to hear of, told in the transaction in which it happens. */
public record ExamNews(Kind kind, String exam, List<About> about) {

	/** What happened. */
	public enum Kind {
		ASSIGNED, DUE_SOON, MARKED, REGRADED
	}

	/**
	 * Whom it is about.
	 *
	 * @param key names it for ever: told twice, it is one word
	 * @param attemptId whose result it is; null for an exam that waits
	 * @param passed null: not yet known, or no result
	 */
	public record About(long personId, String key, LocalDate dueOn, Long attemptId, Boolean passed) {
	}
}
