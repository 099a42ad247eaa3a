package org.headcoach.training.web;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.SurveyService;
import org.headcoach.training.SurveyService.SurveyResult;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What all said of their training. */
@Named
@RequestScoped
public class SurveyResultView {

	@Inject
	private SurveyService surveys;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private SurveyResult page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("survey");
		if (id == null) {
			throw new NotHereException("No survey is asked for");
		}
		page = surveys.result(id);
	}

	public String getAnswer() {
		return page.parts().isEmpty() ? Messages.html(here.getLocale(), "training-matters.survey.result.answer.none", SurveyService.FEWEST)
				: Messages.html(here.getLocale(), "training-matters.survey.result.answer", page.parts().get(0).part(), page.parts().get(page.parts().size() - 1).part());
	}

	public SurveyResult getPage() {
		return page;
	}
}
