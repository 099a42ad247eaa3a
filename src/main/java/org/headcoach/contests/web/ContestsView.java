package org.headcoach.contests.web;

import java.util.List;

import org.headcoach.contests.ContestRow;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.Phase;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The contests there are, were and will be. */
@Named
@RequestScoped
public class ContestsView {

	@Inject
	private ContestService contests;

	@Inject
	private Here here;

	private List<ContestRow> rows;

	@PostConstruct
	void load() {
		rows = contests.contests();
	}

	public String getAnswer() {
		var running = rows.stream().filter(row -> row.phase() == Phase.RUNNING).toList();
		if (running.size() == 1) {
			return Messages.html(here.getLocale(), "contests.list.answer.one", running.get(0).title(), running.get(0).last());
		}
		if (!running.isEmpty()) {
			return Messages.html(here.getLocale(), "contests.list.answer.several", running.size());
		}
		return rows.stream().filter(row -> row.phase() == Phase.ANNOUNCED).reduce((later, earlier) -> earlier).map(next -> Messages.html(here.getLocale(), "contests.list.answer.next", next.title(), next.first()))
				.orElseGet(() -> Messages.html(here.getLocale(), "contests.list.answer.none"));
	}

	/** How a phase looks in a list. */
	public String kind(ContestRow row) {
		return switch (row.phase()) {
			case DRAFT -> "look";
			case ANNOUNCED -> "waiting";
			case RUNNING -> "open";
			case ENDED -> "look";
			case SETTLED -> "done";
			case CALLED_OFF -> "closed";
		};
	}

	public List<ContestRow> getRows() {
		return rows;
	}
}
