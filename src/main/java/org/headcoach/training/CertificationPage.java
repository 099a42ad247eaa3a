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
 * @param renewalMinutes how long a renewal takes; null: as long as the first time
 * @param versions all of them, the latest first
 * @param agreement of the evaluators over all versions; null for whoever does not train
 */
public record CertificationPage(long id, int versionNo, String title, CertificationVersion.Level level, Stage stage, String scenario, int minutes, ResultRule rule, BigDecimal passMark,
		BigDecimal floor, int evaluators, Integer validMonths, int renewalDays, Integer renewalMinutes, List<Behaviour> behaviours, List<ExitCriteria.Criterion> criteria, List<VersionLine> versions, boolean retired,
		Holding own, Agreement.Measure agreement) implements Serializable {

	/** A step of the sales process. @param name null for a step of the standard process that nobody has renamed */
	public record Stage(String code, String name) implements Serializable {
	}

	/** Something that can be seen or heard, with the words for each score. @param inRenewal whether it is asked for again when a certificate is renewed */
	public record Behaviour(String name, String atOne, String atFive, String atSeven, String atTen, boolean inRenewal) implements Serializable {

		public Behaviour(String name, String atOne, String atFive, String atSeven, String atTen) {
			this(name, atOne, atFive, atSeven, atTen, true);
		}

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

	/** Whether a renewal asks for less than the first time did. */
	public boolean isRenewalShorter() {
		return renewalMinutes != null || behaviours.stream().anyMatch(behaviour -> !behaviour.inRenewal());
	}

	/** How many behaviours a renewal asks for. */
	public int renewed() {
		return (int) behaviours.stream().filter(Behaviour::inRenewal).count();
	}

	/** The same with these behaviours only. @param renewal takes as long as a renewal does */
	CertificationPage asking(List<Integer> places, boolean renewal) {
		return new CertificationPage(id, versionNo, title, level, stage, scenario, renewal && renewalMinutes != null ? renewalMinutes : minutes, rule, passMark, floor, evaluators, validMonths, renewalDays, renewalMinutes,
				places.stream().map(behaviours::get).toList(), criteria, versions, retired, own, agreement);
	}

	public boolean isLatest() {
		return versions.get(0).no() == versionNo;
	}
}
