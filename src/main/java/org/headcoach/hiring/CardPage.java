package org.headcoach.hiring;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An interviewer's own card with the kit: what to look at, what to ask, what 1, 5 and 10 mean.
 *
 * @param others who interviews besides, without anything they think
 * @param submittedAt null while it is open
 * @param blind whether cards of others are hidden from the reader
 */
public record CardPage(long seatId, Long cardId, long interviewId, long candidacyId, long candidateId, String candidate, String headline, String opening, String interview, Instant startsAt, Instant endsAt,
		String zone, String place, boolean cancelled, String interviewer, String model, int versionNo, List<String> others, List<Item> items, Recommendation recommendation, String note, Instant submittedAt,
		boolean blind) implements Serializable {

	/** What an anchor says. */
	public record Anchor(int score, String meaning) implements Serializable {
	}

	/** One pass of a characteristic. @param no 1, or 2 for the one after coaching; score null when missing */
	public record Pass(int no, Integer score, boolean couldNotTell, String note) implements Serializable {

		/** Whether the interviewer has said something about it. */
		public boolean isSaid() {
			return score != null || couldNotTell;
		}
	}

	/**
	 * A characteristic on the card.
	 *
	 * @param own whether it is this interviewer's to look at
	 * @param second null unless it is scored in two passes
	 */
	public record Item(long id, String code, String name, String meaning, BigDecimal weight, EvaluatedBy evaluatedBy, boolean twoPass, List<Anchor> anchors, List<String> questions, boolean own, Pass first,
			Pass second, String selfDiagnosis, String praise, String improvement, Integer effort) implements Serializable {

		/** The score that counts; null when missing. */
		public Integer counted() {
			return twoPass ? second.score() : first.score();
		}

		public List<Pass> passes() {
			return twoPass ? List.of(first, second) : List.of(first);
		}

		/** Whether nothing is open about it: of two passes both, and the effort of the second, as far as they could be told. */
		public boolean isDone() {
			return twoPass ? first.couldNotTell() || first.isSaid() && (second.couldNotTell() || second.isSaid() && effort != null) : first.isSaid();
		}
	}

	public boolean isLocked() {
		return submittedAt != null;
	}

	public long done() {
		return items.stream().filter(Item::own).filter(Item::isDone).count();
	}

	public long toDo() {
		return items.stream().filter(Item::own).count();
	}

	/** Whether it can be handed in: everything of one's own is scored or could not be told, and something is recommended. */
	public boolean isReady() {
		return done() == toDo() && recommendation != null;
	}
}
