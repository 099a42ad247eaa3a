package org.headcoach.training.web;

import java.util.List;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.SittingService;
import org.headcoach.training.SittingService.Next;
import org.headcoach.training.SittingService.OwnExam;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The exams that wait for the reader, and what came of those that were sat. */
@Named
@RequestScoped
public class ExamsView {

	@Inject
	private SittingService sittings;

	@Inject
	private Here here;

	private List<OwnExam> rows;

	@PostConstruct
	void load() {
		rows = sittings.mine();
	}

	public String getAnswer() {
		var next = next();
		if (next == null) {
			return Messages.html(here.getLocale(), rows.isEmpty() ? "training.exams.answer.none" : "training.exams.answer.done");
		}
		return Messages.html(here.getLocale(), next.next() == Next.RESUME ? "training.exams.answer.resume" : "training.exams.answer.next", next.title(), next.questions(), next.minutes());
	}

	/** The one that the page is about: only its button is filled. */
	public boolean isNext(OwnExam exam) {
		return exam.equals(next());
	}

	private OwnExam next() {
		return OwnExam.next(rows, here.getToday());
	}

	public void start(long examId) {
		Done.show("/training/attempt?attempt=" + sittings.start(examId));
	}

	/** How it stands in a list. */
	public String kind(OwnExam exam) {
		return exam.next() == Next.RESUME ? "open" : exam.waiting() ? "waiting" : exam.passed() == null ? "open" : exam.passed() ? "done" : "refused";
	}

	public String word(OwnExam exam) {
		return "training.own." + (exam.next() == Next.RESUME ? "running" : exam.waiting() ? "waiting" : exam.passed() == null ? "open" : exam.passed() ? "passed" : "failed");
	}

	public List<OwnExam> getRows() {
		return rows;
	}
}
