package org.headcoach.hiring;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.engine.AdverseImpact;
import org.headcoach.hiring.engine.Learning;
import org.headcoach.hiring.engine.Outcomes.Measure;

/**
 * What hires have taught about one model.
 *
 * @param names of the characteristics, by code
 * @param lastMonth the last month of which figures count
 * @param proposal null when learning is refused
 * @param draftId a draft that stands in the way of accepting; null where there is none
 * @param extremes the best and the slowest whose outcome is known, best first; empty below two
 */
public record LearningPage(List<Choice> models, long modelId, String model, long versionId, int versionNo, Measure measure, YearMonth lastMonth, Counts counts, Learning learning, Map<String, String> names,
		Proposal proposal, Long draftId, List<Extreme> extremes, Notes notes, List<LessonRow> lessons) implements Serializable {

	/** A model with a published version. */
	public record Choice(long id, String name) implements Serializable {
	}

	/**
	 * Hires of the model.
	 *
	 * @param measured with an outcome and with scores
	 * @param notYet fewer than six full months in the job
	 * @param left before that
	 * @param unknown whose months say nothing
	 * @param unscored with an outcome but without a card
	 */
	public record Counts(int hires, int measured, int notYet, int left, int unknown, int unscored) implements Serializable {
	}

	/** A weight that would change; {@code after} is what is accepted. */
	public record WeightLine(String code, String name, BigDecimal before, BigDecimal after, boolean judged) implements Serializable {

		/** -1 goes down, 1 goes up. */
		public int direction() {
			return after.compareTo(before);
		}
	}

	/**
	 * @param worthwhile whether any weight changes by enough
	 * @param trust how far the learnt is trusted, 0 to 1
	 * @param backTest of everybody decided on in the year
	 * @param impacts one for each recorded dimension that can be shown; sums only
	 */
	public record Proposal(boolean worthwhile, double trust, List<WeightLine> weights, BackTestPage backTest, List<AdverseImpact> impacts, boolean groupsRecorded) implements Serializable {
	}

	/** @param before the rank correlation of the old formula with the outcome; null where it is not known. {@code unseen}: of new weights with people they have not seen */
	public record BackTestPage(LocalDate since, int people, int places, int hiresKnown, Double before, Double unseen, List<MoveLine> in, List<MoveLine> out) implements Serializable {

		/** Hired, did well, and would not be on top. */
		public List<MoveLine> missed() {
			return out.stream().filter(move -> Boolean.TRUE.equals(move.done())).toList();
		}
	}

	/** @param name null for somebody whom the account does not see, or whose name is erased */
	public record MoveLine(long candidacyId, String name, int rankBefore, int rankAfter, boolean hired, Boolean done) implements Serializable {
	}

	/** @param personId null for somebody whom the account does not see. {@code name}: null then, and once it is erased. {@code scores}: by characteristic, empty where the person is not seen */
	public record Extreme(Long personId, String name, double outcome, boolean best, Map<String, Double> scores) implements Serializable {
	}

	/** The three questions about one kind of hire; each null while nothing is said. */
	public record Answers(String share, String noMatter, String missing) implements Serializable {

		static final Answers NONE = new Answers(null, null, null);
	}

	/** @param version null before anything was written */
	public record Notes(Integer version, Answers best, Answers slow, String by, Instant at) implements Serializable {
	}

	/** What was accepted before, the latest first. */
	public record LessonRow(int fromNo, int toNo, Measure measure, int people, BigDecimal rankBefore, BigDecimal rankUnseen, String reason, String by, Instant at) implements Serializable {
	}
}
