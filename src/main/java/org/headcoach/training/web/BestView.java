package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.BestPage;
import org.headcoach.training.StrengthService;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who is best at a stage. */
@Named
@RequestScoped
public class BestView {

	@Inject
	private StrengthService strengths;

	@Inject
	private CertWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private BestPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = strengths.best(list.text("stage"));
	}

	public String getAnswer() {
		var clear = page.lines().stream().filter(line -> line.conversion() != null && line.conversion().clear()).map(BestPage.Line::person).toList();
		return clear.isEmpty() ? Messages.html(here.getLocale(), "training-matters.best.answer.none", words.stage(page.stage()))
				: Messages.html(here.getLocale(), "training-matters.best.answer", words.stage(page.stage()), clear.stream().limit(3).toList(), clear.size());
	}

	public List<BestPage.Line> getLines() {
		return page.lines();
	}

	public BestPage getPage() {
		return page;
	}
}
