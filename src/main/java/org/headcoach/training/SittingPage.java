package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.headcoach.training.engine.Picture;
import org.headcoach.training.engine.QuestionKind;

/**
 * An exam that is being sat, as the page shows it: nothing in it tells what is right.
 *
 * @param penalty percent of its points that a wrong answer costs
 * @param left seconds until its end by the server's clock
 * @param now the server's clock, in milliseconds, from which a page counts its own writes
 */
public record SittingPage(long attemptId, String title, int attemptNo, boolean noGoingBack, int penalty, int reached, Instant endsAt, long left, long now, List<Item> questions) implements Serializable {

	/**
	 * One question as it is shown.
	 *
	 * @param choices in the order in which they are shown
	 * @param prompts of a matching; empty otherwise
	 * @param answer as it is kept, by the places shown; empty: none
	 * @param seq of the last write that is kept
	 */
	public record Item(int ordinal, String part, QuestionKind kind, String text, List<Picture> pictures, BigDecimal points, List<String> choices, List<String> prompts, List<String> rubric, String answer, boolean flagged, long seq)
			implements Serializable {
	}
}
