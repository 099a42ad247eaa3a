package org.headcoach.hiring.web;

import java.util.List;

import org.headcoach.hiring.HiringService;
import org.headcoach.hiring.OpeningState;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Openings within reach. */
@Named
@RequestScoped
public class OpeningsView {

	@Inject
	private HiringService hiring;

	@Inject
	private Here here;

	private List<HiringService.OpeningRow> rows;

	@PostConstruct
	void load() {
		rows = hiring.openings();
	}

	public String getAnswer() {
		var open = rows.stream().filter(row -> row.state() == OpeningState.OPEN).toList();
		return Messages.html(here.getLocale(), open.isEmpty() ? "hiring.openings.answer.none" : "hiring.openings.answer", open.size(), open.stream().mapToLong(row -> Math.max(0, row.seats() - row.hired())).sum(),
				open.stream().mapToLong(HiringService.OpeningRow::active).sum());
	}

	public List<HiringService.OpeningRow> getRows() {
		return rows;
	}
}
