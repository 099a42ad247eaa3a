package org.headcoach.hiring.web;

import java.time.Duration;

import org.headcoach.hiring.HiringService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The board of one opening. */
@Named
@RequestScoped
public class BoardView {

	@Inject
	private HiringService hiring;

	@Inject
	private BusinessClock clock;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	private HiringService.BoardPage page;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var opening = list.number("opening");
		if (opening == null) {
			throw new NotHereException("No opening is asked for");
		}
		page = hiring.board(opening);
	}

	public String getAnswer() {
		var active = page.columns().stream().mapToLong(HiringService.Column::count).sum();
		return Messages.html(here.getLocale(), "hiring.board.answer", active, page.opening().hired(), page.opening().seats());
	}

	/** Days in this stage. */
	public long days(HiringService.CandidateRow row) {
		return Math.max(0, Duration.between(row.stageSince(), clock.now()).toDays());
	}

	public HiringService.BoardPage getPage() {
		return page;
	}
}
