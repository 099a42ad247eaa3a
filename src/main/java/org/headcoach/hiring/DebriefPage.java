package org.headcoach.hiring;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.engine.Debrief;

/**
 * What the interviewers of one candidate saw.
 *
 * @param blind the reader still owes a card: then there are names of who interviews and nothing else, not even whose cards are in
 * @param hires whether the reader hires for the opening; an interviewer sees neither list nor comparison
 * @param cards handed in
 * @param missing names of who owes a required card
 * @param share of the best that was possible, 0 to 1; null when nothing is scored
 * @param agreement 0 to 1; null when no characteristic has two scores
 */
public record DebriefPage(long candidacyId, long candidateId, String candidate, long openingId, String opening, CandidacyState state, String decisionReason, String decidedBy, Instant decidedAt, boolean blind,
		boolean hires, boolean mayDecide, List<PanelLine> panel, List<String> missing, List<CardLine> cards, List<TopicLine> topics, Double share, double coverage, Double agreement, boolean divided, String model, int versionNo)
		implements Serializable {

	/** Who interviews; whether the card is in says nothing of what stands in it. */
	public record PanelLine(String name, boolean required, boolean in, Instant at) implements Serializable {
	}

	/**
	 * One card.
	 *
	 * @param share null when nothing is scored
	 * @param sawOthers the interviewer had read other cards of this candidate before handing in
	 */
	public record CardLine(long cardId, String interviewer, Recommendation recommendation, String note, Instant submittedAt, Double share, double coverage, int versionNo, boolean sawOthers,
			List<CorrectionLine> corrections) implements Serializable {
	}

	public record CorrectionLine(String what, String before, String after, String reason, Instant at) implements Serializable {
	}

	/** One characteristic. @param said by card number */
	public record TopicLine(String code, String name, double weight, Debrief.Opinion opinion, int scores, Double mean, int spread, Map<Long, Said> said) implements Serializable {

		/** Whether nobody scored it because whoever looked could not tell. */
		public boolean isUnclear() {
			return opinion == Debrief.Opinion.NOBODY && said.values().stream().anyMatch(Said::couldNotTell);
		}
	}

	/** What one card says about it. @param score null when missing; first, effort: of two passes only */
	public record Said(Integer score, boolean couldNotTell, String note, Integer first, Integer effort, String selfDiagnosis, String praise, String improvement, boolean twoPass) implements Serializable {

		/** Whether anything is said of what lies between two passes. */
		public boolean isCoached() {
			return twoPass && (effort != null || selfDiagnosis != null || praise != null || improvement != null);
		}
	}
}
