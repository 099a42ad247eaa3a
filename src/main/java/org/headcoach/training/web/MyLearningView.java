package org.headcoach.training.web;

import java.time.LocalDate;
import java.util.List;

import org.headcoach.site.Here;
import org.headcoach.site.Messages;
import org.headcoach.training.CertificationService;
import org.headcoach.training.ClassService;
import org.headcoach.training.MyCertifications;
import org.headcoach.training.MyLearning;
import org.headcoach.training.SittingService;
import org.headcoach.training.SittingService.OwnExam;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the reader learns: the next session, tasks, what was missed, and what comes after. */
@Named
@RequestScoped
public class MyLearningView {

	@Inject
	private ClassService classes;

	@Inject
	private SittingService sittings;

	@Inject
	private CertificationService certifications;

	@Inject
	private Here here;

	private MyLearning page;
	private OwnExam exam;
	private MyCertifications own;

	@PostConstruct
	void load() {
		page = classes.mine();
		exam = here.may("TAKE_EXAMS") ? OwnExam.next(sittings.mine(), here.getToday()) : null;
		own = certifications.mine();
	}

	public String getAnswer() {
		var next = page.next();
		var owed = page.owed().size();
		if (page.classes().isEmpty()) {
			return Messages.html(here.getLocale(), page.teaching().isEmpty() ? "learn.mine.answer.none" : "learn.mine.answer.teaching", page.teaching().size());
		}
		return next == null ? Messages.html(here.getLocale(), "learn.mine.answer.over", owed) : Messages.html(here.getLocale(), "learn.mine.answer", next.lesson().title(), next.lesson().starts(), owed);
	}

	/** The certification that comes next on the own path; null without one. */
	public String getCertification() {
		var next = own.path() == null ? null : own.path().next();
		return next == null ? null : own.titleOf(next.step().certificationId());
	}

	public LocalDate getCertificationDue() {
		return own.path().next().dueOn();
	}

	/** The sessions after the next one. */
	public List<MyLearning.Lesson> getLater() {
		return page.ahead().size() < 2 ? List.of() : page.ahead().subList(1, page.ahead().size());
	}

	/** The first task that is owed: only its button is filled. */
	public boolean isFirst(MyLearning.Task task) {
		return !page.owed().isEmpty() && page.owed().get(0).equals(task);
	}

	public MyLearning getPage() {
		return page;
	}

	public OwnExam getExam() {
		return exam;
	}
}
