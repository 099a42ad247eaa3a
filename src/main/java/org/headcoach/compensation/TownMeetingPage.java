package org.headcoach.compensation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.shared.Money;

/**
 * A town meeting as one reader sees it.
 *
 * @param open whether it takes comments
 * @param mayEdit whether the reader answers, logs changes and closes it
 * @param mayComment whether the reader is invited and it takes comments
 * @param own the reader's own figures; null for who is not invited
 * @param others whose figures the reader may see besides the own, by name
 * @param comments in the order in which they were said
 * @param changes the latest first
 */
public record TownMeetingPage(long id, int version, String title, String reasons, YearMonth first, YearMonth last, LocalDate commentsUntil, Instant openedAt, String openedByName, Instant closedAt,
		String closedByName, boolean open, boolean mayEdit, boolean mayComment, int invited, List<Structure> candidates, Figures own, List<Figures> others, List<CommentRow> comments,
		List<ChangeRow> changes) implements Serializable {

	/**
	 * A candidate as it stood at the opening.
	 *
	 * @param ordinal 1 to 3
	 * @param targets what 100 % is for a component, in units of its window, for who has no quota
	 */
	public record Structure(int ordinal, long versionId, String planName, int number, PlanTerms terms, Map<String, BigDecimal> targets) implements Serializable {
	}

	/**
	 * What one person would have got.
	 *
	 * @param today by the plan of the day; null for who was on none
	 * @param then by each candidate in its order
	 * @param quotas a year's units by component that it was computed with
	 */
	public record Figures(long personId, String name, SimulationService.Pay today, List<SimulationService.Pay> then, Map<String, BigDecimal> quotas) implements Serializable {

		/** What a candidate would have paid more than today; null where there is nothing to hold it against. */
		public Money difference(int at) {
			return SimulationService.difference(then.get(at), today);
		}
	}

	/**
	 * @param candidate null for the whole
	 * @param said null when it was taken back, as is the answer
	 * @param own whether it is the reader's
	 */
	public record CommentRow(long id, int version, Integer candidate, String personName, String said, Instant saidAt, boolean withdrawn, String answer, Instant answeredAt,
			String answeredByName, boolean own) implements Serializable {

		static CommentRow of(TownMeetingComment comment, Long reader) {
			var withdrawn = comment.isWithdrawn();
			return new CommentRow(comment.id(), comment.version(), comment.candidate(), comment.personName(), withdrawn ? null : comment.said(), comment.saidAt(), withdrawn,
					withdrawn ? null : comment.answer(), withdrawn ? null : comment.answeredAt(), withdrawn ? null : comment.answeredByName(), comment.person().id().equals(reader));
		}
	}

	/** @param commentId the comment that it came from, null when it came from none; @param from whose */
	public record ChangeRow(long id, String what, Long commentId, String from, Instant enteredAt, String enteredByName) implements Serializable {

		static ChangeRow of(TownMeetingChange change) {
			return new ChangeRow(change.id(), change.what(), change.comment() == null ? null : change.comment().id(), change.comment() == null ? null : change.comment().personName(),
					change.enteredAt(), change.enteredByName());
		}
	}
}
