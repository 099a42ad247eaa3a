package org.headcoach.training.web;

import java.io.Serializable;
import java.util.List;

import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.training.ExamService;
import org.headcoach.training.ItemsPage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the questions of an exam tell, and grading again where a key was wrong. */
@Named
@ViewScoped
public class ItemsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ExamService exams;

	@Inject
	private TrainingWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private ItemsPage page;
	private Long questionId;
	private String reason;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("exam");
		if (id == null) {
			throw new NotHereException("No exam is asked for");
		}
		page = exams.items(id);
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), "training.items.answer", page.attempts(), page.lines().stream().filter(ItemsPage.Line::misleads).count());
	}

	/** How a verdict looks. */
	public String kind(ItemsPage.Line line) {
		return switch (line.verdict()) {
			case MISLEADS -> "look";
			case VERY_GOOD, GOOD -> "done";
			case FEW -> "waiting";
			case WEAK, POOR, EVERYBODY, NOBODY -> "open";
		};
	}

	/** The reliability in words: the figure with its n, or why there is none. */
	public String getReliability() {
		return page.reliability() == null ? Messages.text(here.getLocale(), page.complete() ? "training.items.reliability.few" : "training.items.reliability.drawn")
				: Messages.text(here.getLocale(), "training.items.reliability.n", words.coefficient(page.reliability()), page.attempts());
	}

	/** Questions whose key was changed after attempts had been graded. */
	public List<ItemsPage.Line> getChanged() {
		return page.lines().stream().filter(line -> line.changed() && line.readable()).toList();
	}

	public boolean isRegradable() {
		return !getChanged().isEmpty();
	}

	public void regrade() {
		Done.here("training.items.done", exams.regrade(page.examId(), questionId, reason));
	}

	public ItemsPage getPage() {
		return page;
	}

	public Long getQuestionId() {
		return questionId;
	}

	public void setQuestionId(Long questionId) {
		this.questionId = questionId;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}
}
