package org.headcoach.training.web;

import java.io.Serializable;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassService;
import org.headcoach.training.TaskPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;

/** A task of the practicum: handed in by who learns, reviewed by who teaches. */
@Named
@ViewScoped
public class TaskView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ClassService classes;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private TaskPage page;
	private String words;
	private String address;
	private transient Part file;
	private String review;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("class");
		var task = list.number("task");
		if (id == null || task == null) {
			throw new NotHereException("No task is asked for");
		}
		page = classes.task(id, task, list.number("person"));
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), (page.own() ? "learn.task.answer.own." : "learn.task.answer.") + page.state(), page.person(), page.dueOn());
	}

	public void handIn() {
		classes.handIn(new ClassService.HandInTask(page.classId(), page.taskId(), words, address, Uploaded.name(file), Uploaded.content(file)));
		Done.here("learn.task.done.in");
	}

	public void review(boolean accepted) {
		classes.review(new ClassService.ReviewHandIn(page.waiting().id(), page.waiting().version(), accepted, review));
		Done.here(accepted ? "learn.task.done.accepted" : "learn.task.done.again");
	}

	public TaskPage getPage() {
		return page;
	}

	public String getWords() {
		return words;
	}

	public void setWords(String words) {
		this.words = words;
	}

	public String getAddress() {
		return address;
	}

	public void setAddress(String address) {
		this.address = address;
	}

	public Part getFile() {
		return file;
	}

	public void setFile(Part file) {
		this.file = file;
	}

	public String getReview() {
		return review;
	}

	public void setReview(String review) {
		this.review = review;
	}
}
