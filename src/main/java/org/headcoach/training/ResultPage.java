package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.QuestionKind;

/**
 * What came of an attempt.
 *
 * @param byClock whether its time ended it
 * @param penalty percent of its points that a wrong answer cost
 * @param passed null: a person has to mark it first
 * @param waiting questions that wait to be marked
 * @param sits the exam that the reader sits now, so that the mark alone is told; null for none
 * @param lines empty where the exam tells the mark alone
 */
public record ResultPage(long attemptId, long examId, String title, String person, boolean own, int attemptNo, Instant startedAt, Instant finishedAt, boolean byClock, BigDecimal percent,
		BigDecimal points, BigDecimal ofPoints, int passMark, int penalty, Boolean passed, LocalDate validUntil, int waiting, Shows shows, String sits, boolean mayMark, List<Line> lines) implements Serializable {

	/**
	 * One question.
	 *
	 * @param right what would have been right; null: not told
	 * @param credit from 0 to 1; null: waits to be marked
	 * @param earned in points, below 0 where a wrong answer cost some; null: waits to be marked
	 * @param lateAnswer what came after the end, for who marks; null: nothing
	 */
	public record Line(int number, long questionId, String text, List<Picture> pictures, QuestionKind kind, String answer, String right, BigDecimal credit, BigDecimal earned, BigDecimal points, String feedback, String general, String remark,
			boolean waits, String lateAnswer, Instant lateAt) implements Serializable {

		/** How it stands: done, look (partly) or refused. */
		public String state() {
			return credit == null ? "waiting" : credit.signum() == 0 ? "refused" : credit.compareTo(BigDecimal.ONE) == 0 ? "done" : "look";
		}

		public Line {
			earned = earned == null ? null : earned.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
		}
	}
}
