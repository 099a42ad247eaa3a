package org.headcoach.hiring.web;

import java.util.List;
import java.util.stream.IntStream;

import org.headcoach.hiring.CardPage;
import org.headcoach.hiring.Recommendation;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The scorecard of one interviewer: one characteristic at a time, its anchors in view, every touch kept at once. */
@Named
@RequestScoped
public class ScorecardView {

	private static final List<Integer> SCORES = IntStream.rangeClosed(1, 10).boxed().toList();

	@Inject
	private ScorecardService cards;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private CardPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var seat = list.number("seat");
		if (seat == null) {
			throw new NotHereException("No card is asked for");
		}
		page = cards.card(seat);
	}

	/** The sentence that says whose cards are hidden, or that none are any more. */
	public String getBlindness() {
		if (page.isLocked()) {
			return Messages.html(here.getLocale(), "hiring.card.locked", page.submittedAt().atZone(here.getCompany().zone()).toLocalDateTime());
		}
		return Messages.html(here.getLocale(), page.others().isEmpty() ? "hiring.card.blind.alone" : "hiring.card.blind", String.join(", ", page.others()), page.others().size());
	}

	public CardPage getPage() {
		return page;
	}

	public List<Integer> getScores() {
		return SCORES;
	}

	/** Whether an anchor says what this score means: its button has a stronger edge. */
	public boolean isAnchored(CardPage.Item item, int score) {
		return item.anchors().stream().anyMatch(anchor -> anchor.score() == score);
	}

	public List<Recommendation> getRecommendations() {
		return List.of(Recommendation.values());
	}
}
