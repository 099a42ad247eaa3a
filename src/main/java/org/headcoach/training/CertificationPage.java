package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.headcoach.training.engine.Agreement;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.ResultRule;

/**
 * What a certification asks, in one of its versions.
 *
 * @param floor least that each behaviour needs; null: none
 * @param validMonths null: for ever
 * @param versions all of them, the latest first
 * @param agreement of the evaluators over all versions; null for whoever does not train
 */
public record CertificationPage(long id, int versionNo, String title, CertificationVersion.Level level, Stage stage, String scenario, int minutes, ResultRule rule, BigDecimal passMark,
		BigDecimal floor, int evaluators, Integer validMonths, int renewalDays, List<Behaviour> behaviours, List<ExitCriteria.Criterion> criteria, List<VersionLine> versions, boolean retired,
		Holding own, Agreement.Measure agreement) implements Serializable {

	/** A step of the sales process. @param name null for a step of the standard process that nobody has renamed */
	public record Stage(String code, String name) implements Serializable {
	}

	/** Something that can be seen or heard, with the words for each score. */
	public record Behaviour(String name, String atOne, String atFive, String atSeven, String atTen) implements Serializable {

		/** The words for a score. */
		public String at(int points) {
			return switch (points) {
				case 1 -> atOne;
				case 5 -> atFive;
				case 7 -> atSeven;
				default -> atTen;
			};
		}
	}

	/** One of the versions. */
	public record VersionLine(int no, Instant publishedAt, String by) implements Serializable {
	}

	public boolean isLatest() {
		return versions.get(0).no() == versionNo;
	}
}
