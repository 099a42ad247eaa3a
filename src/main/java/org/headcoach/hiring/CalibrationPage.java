package org.headcoach.hiring;

import java.io.Serializable;
import java.util.List;

import org.headcoach.hiring.engine.Calibration;
import org.headcoach.hiring.engine.Outcomes.Measure;

/**
 * How interviewers of one model score.
 *
 * @param withValidity whether the reader may see how well each one's cards told who would succeed; else every {@code validity} is null
 * @param candidates who were decided on and have a card
 */
public record CalibrationPage(List<LearningPage.Choice> models, long modelId, String model, Measure measure, boolean withValidity, int candidates, int cards, List<Row> rows) implements Serializable {

	public record Row(long accountId, String name, int cards, Calibration.Figure leniency, Calibration.Figure spread, Calibration.Figure validity) implements Serializable {
	}
}
