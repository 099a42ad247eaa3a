package org.headcoach.hiring.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.DebriefPage;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.hiring.engine.Debrief;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the interviewers saw, what to talk about first, and the decision. */
@Named
@ViewScoped
public class DebriefView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ScorecardService cards;

	@Inject
	private HiringService hiring;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private DebriefPage page;
	private HiringService.Choices choices;
	private final Map<String, Object> form = new HashMap<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var candidacy = list.number("candidacy");
		if (candidacy == null) {
			throw new NotHereException("No candidate is asked for");
		}
		page = cards.debrief(candidacy);
		if (page.mayDecide()) {
			choices = hiring.choices();
			var opening = hiring.opening(page.openingId());
			form.put("starts", here.getToday().plusDays(14));
			form.put("team", opening.teamId());
			form.put("superior", opening.hiringManagerId());
			form.put("job", opening.model());
		}
	}

	public String getAnswer() {
		if (page.blind()) {
			return Messages.html(here.getLocale(), "hiring.debrief.answer.blind", page.candidate());
		}
		if (page.cards().isEmpty()) {
			return Messages.html(here.getLocale(), "hiring.debrief.answer.none", page.candidate());
		}
		var split = page.topics().stream().filter(topic -> topic.opinion() == Debrief.Opinion.SPLIT).map(DebriefPage.TopicLine::name).toList();
		return Messages.html(here.getLocale(), page.divided() ? "hiring.debrief.answer.divided" : split.isEmpty() ? "hiring.debrief.answer.agreed" : "hiring.debrief.answer.split", page.candidate(),
				Formats.percent(here.getLocale(), page.share() == null ? 0 : page.share(), 0), page.cards().size(), String.join(", ", split));
	}

	public void end() {
		hiring.decide(page.candidacyId(), CandidacyState.valueOf((String) form.get("outcome")), (String) form.get("reason"));
		Done.here("hiring.decision.done");
	}

	public void hire() {
		var person = hiring.hire(page.candidacyId(), new HiringService.HireForm((LocalDate) form.get("starts"), (Long) form.get("team"), (Long) form.get("superior"), (String) form.get("job"), (String) form.get("hireReason")));
		Done.at("/hiring/candidate?id=" + page.candidateId(), "hiring.decision.hired", page.candidate(), person);
	}

	public DebriefPage getPage() {
		return page;
	}

	/** One voice in the talk: whose, and what the card says. */
	public record Voice(DebriefPage.CardLine card, DebriefPage.Said said) {
	}

	/** Who said what about a characteristic, in the order of the cards. */
	public List<Voice> voices(DebriefPage.TopicLine topic) {
		return page.cards().stream().filter(card -> topic.said().containsKey(card.cardId())).map(card -> new Voice(card, topic.said().get(card.cardId()))).toList();
	}

	public HiringService.Choices getChoices() {
		return choices;
	}

	public Map<String, Object> getForm() {
		return form;
	}
}
