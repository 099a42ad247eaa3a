package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassService;
import org.headcoach.training.ClassState;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The classes that the reader sees, and what waits at the desk of who trains or teaches. */
@Named
@RequestScoped
public class ClassesView {

	@Inject
	private ClassService classes;

	@Inject
	private Here here;

	private List<ClassService.ClassRow> rows;
	private ClassService.Desk desk;

	@PostConstruct
	void load() {
		rows = classes.classes();
		desk = here.may("TRAIN") || here.may("TAKE_EXAMS") ? classes.desk() : new ClassService.Desk(List.of(), List.of());
	}

	public String getAnswer() {
		var running = rows.stream().filter(row -> row.state() == ClassState.RUNNING).count();
		return rows.isEmpty() ? Messages.html(here.getLocale(), "learn.classes.answer.none")
				: Messages.html(here.getLocale(), isDeskShown() ? "learn.classes.answer.desk" : "learn.classes.answer", running, rows.stream().filter(row -> row.state() == ClassState.PLANNED).count(), desk.waiting().size(),
						desk.unattended().size());
	}

	/** Whether the reader trains or teaches. */
	public boolean isDeskShown() {
		return here.may("TRAIN") || !desk.waiting().isEmpty() || !desk.unattended().isEmpty();
	}

	public List<ClassService.ClassRow> getRows() {
		return rows;
	}

	public ClassService.Desk getDesk() {
		return desk;
	}
}
