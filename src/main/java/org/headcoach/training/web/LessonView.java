package org.headcoach.training.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassService;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.ExamRunsException;
import org.headcoach.training.LessonPage;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A session of a class: what there is to read, and who was there. */
@Named
@ViewScoped
public class LessonView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ClassService classes;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private LessonPage page;
	private Map<Long, Was> was = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("session");
		if (id == null) {
			throw new NotHereException("No session is asked for");
		}
		try {
			page = classes.lesson(id);
		} catch (ExamRunsException runs) {
			LearnWords.backToExam(runs);
			return;
		}
		// who writes it down the first time has only the others to mark
		page.roll().forEach(one -> was.put(one.personId(), one.was() == null ? Was.PRESENT : one.was()));
	}

	public String getAnswer() {
		var lesson = page.lesson();
		if (page.own() != null) {
			return Messages.html(here.getLocale(), "learn.lesson.answer.own." + page.own(), lesson.title());
		}
		return lesson.held() ? Messages.html(here.getLocale(), "learn.lesson.answer.held", lesson.there(), lesson.of()) : Messages.html(here.getLocale(), lesson.over() ? "learn.lesson.answer.over" : "learn.lesson.answer",
				lesson.title(), lesson.starts(), lesson.ends());
	}

	/** The marks stand in the request, one field a person. */
	public void write() {
		var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
		page.roll().forEach(one -> Arrays.stream(Was.values()).filter(state -> state.name().equals(sent.get("was-" + one.personId()))).forEach(state -> was.put(one.personId(), state)));
		classes.attend(page.lesson().id(), was);
		Done.here("learn.lesson.done", was.values().stream().filter(Was::isThere).count(), was.size());
	}

	public boolean isMarked(long person, Was state) {
		return was.get(person) == state;
	}

	public List<Was> getStates() {
		return List.of(Was.values());
	}

	public LessonPage getPage() {
		return page;
	}
}
