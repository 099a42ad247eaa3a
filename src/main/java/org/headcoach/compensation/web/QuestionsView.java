package org.headcoach.compensation.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.compensation.PayQuestion;
import org.headcoach.compensation.PayService;
import org.headcoach.compensation.QuestionRow;
import org.headcoach.site.Done;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Questions about pay: those that wait for an answer, the own, and what was answered. */
@Named
@ViewScoped
public class QuestionsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PayService pay;

	@Inject
	private PayWords words;

	private PayService.Questions page;
	private final Map<Long, String> answers = new HashMap<>();
	private final Map<Long, String> outcomes = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = pay.questions();
	}

	public PayService.Questions getPage() {
		return page;
	}

	public Map<Long, String> getAnswers() {
		return answers;
	}

	public Map<Long, String> getOutcomes() {
		return outcomes;
	}

	public List<String> getOutcomeChoices() {
		return Arrays.stream(PayQuestion.Outcome.values()).map(Enum::name).toList();
	}

	public void answer(QuestionRow question) {
		var outcome = outcomes.get(question.id());
		pay.answer(question.id(), question.version(), answers.get(question.id()), outcome == null || outcome.isEmpty() ? null : PayQuestion.Outcome.valueOf(outcome));
		Done.here("compensation.question.done.answered", question.name());
	}

	public String getAnswer() {
		var late = page.toAnswer().stream().filter(question -> question.isLate(page.today())).count();
		if (page.toAnswer().isEmpty()) {
			var open = page.own().stream().filter(QuestionRow::isOpen).count();
			return open > 0 ? words.html("compensation.question.answer.own-open", open) : words.html("compensation.question.answer.none");
		}
		return words.html("compensation.question.answer.to-answer", page.toAnswer().size(), late);
	}
}
