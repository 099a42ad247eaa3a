package org.headcoach.training.web;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamDesk;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamState;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A trainer's desk: the exams and what waits to be marked. */
@Named
@RequestScoped
public class ManageExamsView {

	@Inject
	private ExamService exams;

	@Inject
	private Here here;

	private ExamDesk desk;

	@PostConstruct
	void load() {
		desk = exams.desk();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.manage.answer", desk.exams().stream().filter(row -> row.state() == ExamState.OPEN).count(), desk.marking().size(),
				desk.stuck().size(), desk.expiring().size());
	}

	/** How a state looks. */
	public String kind(ExamState state) {
		return switch (state) {
			case DRAFT -> "look";
			case OPEN -> "open";
			case CLOSED -> "closed";
		};
	}

	public ExamDesk getDesk() {
		return desk;
	}
}
