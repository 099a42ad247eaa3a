package org.headcoach.hiring.web;

import java.util.List;

import org.headcoach.hiring.CandidacyState;
import org.headcoach.hiring.CandidateSource;
import org.headcoach.hiring.HiringService;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Candidates within reach, as a table. */
@Named
@RequestScoped
public class CandidatesView {

	@Inject
	private HiringService hiring;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private List<HiringService.CandidateRow> rows;
	private List<HiringService.OpeningChoice> openings;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var page = hiring.table(search(list, list.getFirst(), ListAddress.SIZE));
		openings = page.openings();
		rows = page.rows();
		list.counts(page.total(), page.more());
	}

	/** The search that stands in the address; the page and its exports ask the same. */
	static HiringService.CandidateSearch search(ListAddress list, int first, int size) {
		return new HiringService.CandidateSearch(list.number("opening"), list.text("q"), list.oneOf(CandidacyState.class, "state"), list.oneOf(CandidateSource.class, "source"), list.number("stage"), list.getSort(),
				list.isDescending(), first, size);
	}

	public String getAnswer() {
		return Messages.html(here.getLocale(), list.isMore() ? "hiring.candidates.answer.more" : "hiring.candidates.answer", list.getTotal());
	}

	public List<HiringService.CandidateRow> getRows() {
		return rows;
	}

	public List<HiringService.OpeningChoice> getOpenings() {
		return openings;
	}

	public List<CandidacyState> getStates() {
		return List.of(CandidacyState.values());
	}

	public List<CandidateSource> getSources() {
		return List.of(CandidateSource.values());
	}
}
