package org.headcoach.training;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.training.engine.Foresight;

/**
 * What results of training told about later work.
 *
 * @param lastMonth the last month whose figures count
 * @param subjects the certifications and exams, each followed by what it is made of
 * @param before in pairs, by certification and exam: its results and the scores from before training, such as those of hiring, of those who have both
 */
public record MattersPage(Measure measure, YearMonth lastMonth, List<Line> subjects, List<Line> before) implements Serializable {

	/** What later work is measured by. */
	public enum Measure {
		/** The conversion of the very stage that was certified; of the whole process for everything else. */
		STAGE,
		/** New recurring revenue against the median of the others. */
		ATTAINMENT,
		/** How soon a beginner reached that median. */
		RAMP
	}

	/** What was scored. */
	public enum Kind {
		CERTIFICATION, BEHAVIOUR, EXAM, PART, QUESTION, SCORE;

		/** Whether it is a whole result, and not a piece of one. */
		public boolean isWhole() {
			return this == CERTIFICATION || this == EXAM;
		}
	}

	/**
	 * @param of the whole that it is a piece of; its own name for a whole
	 * @param stage of the sales process that a certification is for; null for the whole of it, and for everything else
	 */
	public record Line(Kind kind, String name, String of, CertificationPage.Stage stage, Foresight foresight) implements Serializable {
	}

	public MattersPage {
		subjects = List.copyOf(subjects);
		before = List.copyOf(before);
	}

	public List<Line> wholes() {
		return subjects.stream().filter(line -> line.kind().isWhole()).toList();
	}

	/** Behaviours, parts and questions that told something. */
	public List<Line> telling() {
		return pieces(true);
	}

	/** Behaviours, parts and questions of enough people that were not seen to tell anything. */
	public List<Line> silent() {
		return pieces(false);
	}

	private List<Line> pieces(boolean told) {
		return subjects.stream().filter(line -> !line.kind().isWhole() && line.foresight().reading().isSaid() && (line.foresight().reading() != Foresight.Reading.CANNOT_TELL) == told).toList();
	}

	/** How many pieces would look as if they told something if none did. */
	public double expectedByChance() {
		return (1 - Foresight.LEVEL) * subjects.stream().filter(line -> !line.kind().isWhole() && line.foresight().reading().isSaid()).count();
	}
}
