package org.headcoach.training.web;

import java.time.LocalDateTime;

import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.ClassPage;
import org.headcoach.training.ClassSession.Was;
import org.headcoach.training.ClassState;
import org.headcoach.training.ExamRunsException;
import org.headcoach.training.TaskState;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How classes and tasks are said and shown. */
@Named
@RequestScoped
public class LearnWords {

	@Inject
	private Here here;

	/** How a task looks in a list. */
	public String kind(TaskState state) {
		return switch (state) {
			case OPEN -> "open";
			case LATE -> "look";
			case WAITING -> "waiting";
			case AGAIN -> "refused";
			case ACCEPTED -> "done";
		};
	}

	public String kind(ClassState state) {
		return switch (state) {
			case PLANNED -> "open";
			case RUNNING -> "waiting";
			case OVER -> "done";
			case CALLED_OFF -> "closed";
		};
	}

	public String kind(Was was) {
		return switch (was) {
			case PRESENT -> "done";
			case LATE -> "waiting";
			case EXCUSED -> "closed";
			case ABSENT -> "refused";
		};
	}

	/** How a session looks in a list of sessions. */
	public String kind(ClassPage.Lesson lesson) {
		return lesson.held() ? "done" : lesson.over() ? "look" : "open";
	}

	/** From when to when, on the clock of the company. */
	public String when(LocalDateTime starts, LocalDateTime ends) {
		return Messages.text(here.getLocale(), "learn.when", starts, ends);
	}

	/** Shows the exam that is sat instead of what is closed meanwhile. */
	static void backToExam(ExamRunsException runs) {
		Done.at("/training/exams", runs.key(), runs.arguments().toArray());
	}

	/** The size of a file. */
	public long kilobytes(Integer bytes) {
		return bytes == null ? 0 : Math.max(1, Math.round(bytes / 1024.0));
	}
}
