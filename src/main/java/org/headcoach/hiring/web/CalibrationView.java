package org.headcoach.hiring.web;

import java.util.List;

import org.headcoach.hiring.CalibrationPage;
import org.headcoach.hiring.LearningService;
import org.headcoach.hiring.engine.Calibration;
import org.headcoach.hiring.engine.Outcomes.Measure;
import org.headcoach.site.ListAddress;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How interviewers score: mild or strict, wide or narrow, and how well it told who would succeed. */
@Named
@RequestScoped
public class CalibrationView {

	@Inject
	private LearningService learning;

	@Inject
	private LearningWords words;

	@Inject
	private ListAddress list;

	private CalibrationPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = learning.calibration(list.number("model"), list.oneOf(Measure.class, "measure"));
	}

	public boolean isAnything() {
		return page != null && !page.rows().isEmpty();
	}

	public String getAnswer() {
		if (page == null) {
			return words.html("hiring-learning.answer.no-model");
		}
		var known = page.rows().stream().filter(row -> row.leniency().interval() != null).toList();
		if (known.isEmpty()) {
			return words.html("hiring-learning.calibration.answer.few", Calibration.ENOUGH);
		}
		var mild = known.stream().filter(row -> row.leniency().above(0)).map(CalibrationPage.Row::name).toList();
		var strict = known.stream().filter(row -> row.leniency().below(0)).map(CalibrationPage.Row::name).toList();
		if (mild.isEmpty() && strict.isEmpty()) {
			return words.html("hiring-learning.calibration.answer.alike", known.size());
		}
		return mild.isEmpty() ? words.html("hiring-learning.calibration.answer.strict", words.all(strict), strict.size())
				: strict.isEmpty() ? words.html("hiring-learning.calibration.answer.mild", words.all(mild), mild.size())
						: words.html("hiring-learning.calibration.answer.both", words.all(mild), mild.size(), words.all(strict), strict.size());
	}

	/** What can be said of a figure against a value that means nothing special. */
	public String side(Calibration.Figure figure, double neutral, String what) {
		return words.text("hiring-learning.calibration." + what + "."
				+ (figure == null || figure.interval() == null ? "unknown" : figure.above(neutral) ? "above" : figure.below(neutral) ? "below" : "alike"));
	}

	public String kind(Calibration.Figure figure, double neutral) {
		return figure == null || figure.interval() == null ? "hidden" : figure.above(neutral) || figure.below(neutral) ? "look" : "open";
	}

	public String validityKind(Calibration.Figure figure) {
		return figure == null || figure.interval() == null ? "hidden" : figure.above(0) ? "done" : figure.below(0) ? "look" : "open";
	}

	public List<Measure> getMeasures() {
		return List.of(Measure.values());
	}

	public CalibrationPage getPage() {
		return page;
	}
}
