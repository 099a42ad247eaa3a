package org.headcoach.training.web;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamPage;
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

	private ReadinessPage page;

	@PostConstruct
	void load() {
		page = exams.readiness();
	}

	public String getAnswer() {
		var ready = page.people().stream().filter(row -> row.cells().values().stream().allMatch(cell -> cell.standing() == ExamPage.Standing.PASSED)).count();
		return Messages.html(here.getLocale(), page.people().isEmpty() ? "training.readiness.answer.none" : "training.readiness.answer", ready, page.people().size());
	}

	public ReadinessPage getPage() {
		return page;
	}
}
