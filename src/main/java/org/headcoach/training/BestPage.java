package org.headcoach.training;

import java.io.Serializable;
import java.util.List;

import org.headcoach.training.engine.Strength;

/** Who is best at a stage: whom to ask, and who could teach it. */
public record BestPage(CertificationPage.Stage stage, List<CertificationPage.Stage> stages, List<Line> lines) implements Serializable {

	/**
	 * @param conversion null without enough cases
	 * @param strong behaviours of that stage's certifications that are a strength
	 * @param certified whether a certification for the stage is held
	 */
	public record Line(long personId, String person, String team, Strength conversion, List<String> strong, boolean certified) implements Serializable {
	}
}
