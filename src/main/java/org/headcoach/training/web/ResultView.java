package org.headcoach.training.web;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ResultPage;
import org.headcoach.training.SittingService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What came of an attempt, as far as its reader may know. */
@Named
@RequestScoped
public class ResultView {

	@Inject
	private SittingService sittings;

	@Inject
	private TrainingWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private ResultPage page;

	public void load() {
		var id = list.number("attempt");
		if (id == null) {
			throw new NotHereException("No attempt is asked for");
		}
		page = sittings.result(id);
	}

	public String getAnswer() {
		var key = page.passed() == null ? "waiting" : page.passed() ? "passed" : "failed";
		return Messages.html(here.getLocale(), "training.result.answer." + key + (page.own() ? "" : ".other"), page.person(), words.percent(page.percent()), page.passMark(), page.waiting());
	}

	public ResultPage getPage() {
		return page;
	}
}
