package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import org.headcoach.training.engine.Agreement;
import org.headcoach.training.engine.RolePlay;

/**
 * A role play.
 *
 * @param rubric with the behaviours that are scored in it
 * @param renewal whether it renews a certificate
 * @param result and {@code agreement}: null before all cards are in
 * @param certificate the one it gave; null for none
 * @param ownCard whether the reader is one of its evaluators
 */
public record AssessmentPage(long id, CertificationPage rubric, boolean renewal, long personId, String person, LocalDateTime meetsAt, String place, Assessment.State state, String calledOffWhy, Instant settledAt,
		List<Card> cards, RolePlay.Result result, Agreement.Measure agreement, Certified certificate, boolean ownCard) implements Serializable {

	/** What one evaluator gave; {@code scores} is empty before all cards are in, unless it is the reader's own. */
	public record Card(String evaluator, boolean own, Instant keptAt, Instant handedInAt, List<Score> scores, Set<Integer> met, String praise, String better) implements Serializable {

		/** The score of a behaviour; null when it has none yet. */
		public Score at(int behaviour) {
			return scores.stream().filter(score -> score.behaviour() == behaviour).findFirst().orElse(null);
		}
	}

	public record Score(int behaviour, int points, String seen) implements Serializable {
	}

	/** The certificate that came of it. */
	public record Certified(String number, boolean revoked) implements Serializable {
	}

	public long handedIn() {
		return cards.stream().filter(card -> card.handedInAt() != null).count();
	}

	public Card own() {
		return cards.stream().filter(Card::own).findFirst().orElse(null);
	}

	/** Of a result, for pages. */
	public BigDecimal score() {
		return result == null ? null : result.score();
	}
}
