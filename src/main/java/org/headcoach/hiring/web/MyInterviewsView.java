package org.headcoach.hiring.web;

import java.util.List;

import org.headcoach.hiring.CardState;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.hiring.ScorecardService.InterviewRow;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The reader's own interviews and what is owed of them. */
@Named
@RequestScoped
public class MyInterviewsView {

	@Inject
	private ScorecardService cards;

	@Inject
	private Here here;

	private List<InterviewRow> rows;

	@PostConstruct
	void load() {
		rows = cards.myInterviews();
	}

	public String getAnswer() {
		var due = rows.stream().filter(InterviewRow::isDue).toList();
		if (due.size() == 1) {
			return Messages.html(here.getLocale(), "hiring.interviews.answer.one", due.get(0).candidate());
		}
		if (!due.isEmpty()) {
			return Messages.html(here.getLocale(), "hiring.interviews.answer.several", due.size());
		}
		return rows.stream().filter(row -> !row.over() && row.cardState() != CardState.SUBMITTED).findFirst().map(next -> Messages.html(here.getLocale(), "hiring.interviews.answer.next", next.candidate()))
				.orElseGet(() -> Messages.html(here.getLocale(), "hiring.interviews.answer.none"));
	}

	/** How the card of an interview stands: done, look, open, waiting. */
	public String kind(InterviewRow row) {
		return row.cardState() == CardState.SUBMITTED ? "done" : row.isDue() ? "look" : row.cardState() == CardState.OPEN ? "open" : "waiting";
	}

	/** The same as a key: submitted, due, begun, to-come. */
	public String state(InterviewRow row) {
		return row.cardState() == CardState.SUBMITTED ? "submitted" : row.isDue() ? "due" : row.cardState() == CardState.OPEN ? "begun" : "to-come";
	}

	public List<InterviewRow> getRows() {
		return rows;
	}
}
