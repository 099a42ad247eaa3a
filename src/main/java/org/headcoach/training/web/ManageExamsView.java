package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamService;
import org.headcoach.training.ExamService.ExamRow;
import org.headcoach.training.ExamService.ToMark;
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

	private List<ExamRow> rows;
	private List<ToMark> marking;

	@PostConstruct
	void load() {
		rows = exams.exams();
		marking = exams.toMark();
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.manage.answer", rows.stream().filter(row -> row.state() == ExamState.OPEN).count(), marking.size());
	}

	/** How a state looks. */
	public String kind(ExamState state) {
		return switch (state) {
			case DRAFT -> "look";
			case OPEN -> "open";
			case CLOSED -> "closed";
		};
	}

	public List<ExamRow> getRows() {
		return rows;
	}

	public List<ToMark> getMarking() {
		return marking;
	}
}
