package org.headcoach.training;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

import org.headcoach.training.engine.Strength;

/**
 * What somebody is good at, the best first.
 *
 * @param from the first month of the figures
 * @param until the last one
 */
public record StrengthsPage(long personId, String person, String team, YearMonth from, YearMonth until, List<Line> lines) implements Serializable {

	/** Where it was seen. */
	public enum Kind {
		STAGE, BEHAVIOUR, PART
	}

	/**
	 * @param name of the behaviour or part; null for a stage
	 * @param of the certification or exam; null for a stage
	 * @param stage whose figures they are, or that the certification is for; null where there is none
	 */
	public record Line(Kind kind, String name, String of, CertificationPage.Stage stage, Strength strength) implements Serializable {
	}

	public StrengthsPage {
		lines = List.copyOf(lines);
	}

	public List<Line> strengths() {
		return lines.stream().filter(line -> line.strength().clear()).toList();
	}

	public List<Line> others() {
		return lines.stream().filter(line -> !line.strength().clear()).toList();
	}
}
