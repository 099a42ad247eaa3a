package org.headcoach.training.web;

import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamService.ReadinessPage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Who of the own line has passed what. */
@Named
@RequestScoped
public class ReadinessView {

	@Inject
	private ExamService exams;

	@Inject
	private Here here;

	@Inject
	private ListAddress list;

	private ReadinessPage page;

	@PostConstruct
	void load() {
		page = exams.readiness(list.getFirst(), ListAddress.SIZE);
		list.counts(page.total());
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), page.total() == 0 ? "training.readiness.answer.none" : "training.readiness.answer", page.ready(), page.total());
	}

	public ReadinessPage getPage() {
		return page;
	}
}
