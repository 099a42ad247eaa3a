package org.headcoach.training;

import java.io.Serializable;
import java.util.List;

import org.headcoach.training.engine.ItemAnalysis.Verdict;
import org.headcoach.training.engine.QuestionKind;

/**
 * What the questions of an exam tell about those who sat it.
 *
 * @param reliability Cronbach's alpha; null where it cannot be told
 * @param complete whether every attempt had the same questions
 */
public record ItemsPage(long examId, String title, int attempts, Double reliability, boolean complete, List<Line> lines) implements Serializable {

	/**
	 * One question.
	 *
	 * @param changed whether its key was changed after attempts were graded by another one
	 * @param readable whether the answers given mean the same under the latest version, so that it can be graded again
	 */
	public record Line(long questionId, String name, String part, QuestionKind kind, int n, Double facility, Double discrimination, Verdict verdict, boolean changed, boolean readable,
			List<Distractor> distractors) implements Serializable {

		public boolean misleads() {
			return verdict == Verdict.MISLEADS;
		}
	}

	/** One answer to choose: how many of the better and of the other half chose it. */
	public record Distractor(String text, boolean right, int better, int other) implements Serializable {
	}
}
