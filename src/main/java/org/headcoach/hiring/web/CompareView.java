package org.headcoach.hiring.web;

import java.util.Arrays;
import java.util.List;

import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.ScorecardService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Formats;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Candidates of one opening side by side. */
@Named
@RequestScoped
public class CompareView {

	@Inject
	private ScorecardService cards;

	@Inject
	private HiringService hiring;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	private ScorecardService.ComparePage page;
	private List<HiringService.CandidateRow> others;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var opening = list.number("opening");
		if (opening == null) {
			throw new NotHereException("No opening is asked for");
		}
		others = hiring.candidates(new HiringService.CandidateSearch(opening, null, null, null, null, "waiting", true, 0, 200)).stream().filter(row -> row.cardsOf() > 0 && row.name() != null).toList();
		var asked = request.getParameterValues("c");
		var chosen = asked == null ? others.stream().filter(row -> row.state() == CandidacyState.ACTIVE && row.cardsIn() > 0).limit(4).map(HiringService.CandidateRow::candidacyId).toList()
				: Arrays.stream(asked).filter(one -> one.matches("\\d{1,18}")).map(Long::valueOf).limit(6).toList();
		page = cards.compare(opening, chosen);
	}

	public String getAnswer() {
		var first = page.lines().stream().filter(line -> line.share() != null).findFirst();
		return first.map(line -> Messages.html(here.getLocale(), "hiring.compare.answer", line.candidate(), Formats.percent(here.getLocale(), line.share(), 0), Formats.percent(here.getLocale(), line.coverage(), 0)))
				.orElseGet(() -> Messages.html(here.getLocale(), "hiring.compare.answer.none"));
	}

	public boolean isChosen(long candidacyId) {
		return page.lines().stream().anyMatch(line -> line.candidacyId() == candidacyId);
	}

	public ScorecardService.ComparePage getPage() {
		return page;
	}

	public List<String> getCodes() {
		return List.copyOf(page.names().keySet());
	}

	public List<HiringService.CandidateRow> getOthers() {
		return others;
	}
}
