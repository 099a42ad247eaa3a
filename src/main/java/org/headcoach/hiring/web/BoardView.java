package org.headcoach.hiring.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.hiring.HiringService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
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

	/** A candidate as the tile says it. @param cards empty without an interview */
	public record Tile(long candidacyId, String link, String name, String source, String days, String cards) {
	}

	/** A column with its tiles. */
	public record Lane(long stageId, String name, boolean needsCards, long count, List<Tile> tiles) {
	}

	private HiringService.BoardPage page;
	private List<Lane> lanes;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var opening = list.number("opening");
		if (opening == null) {
			throw new NotHereException("No opening is asked for");
		}
		page = hiring.board(opening);
		// a board says the same few words again and again: each is put together once
		var said = new HashMap<String, String>();
		var path = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/hiring/candidate?id=";
		lanes = page.columns().stream().map(column -> new Lane(column.stageId(), column.name(), column.needsCards(), column.count(), column.cards().stream().map(row -> tile(row, path, said)).toList())).toList();
	}

	private Tile tile(HiringService.CandidateRow row, String path, Map<String, String> said) {
		var days = Math.max(0, Duration.between(row.stageSince(), clock.now()).toDays());
		return new Tile(row.candidacyId(), path + row.candidateId(), row.name() == null ? said(said, "hiring.candidate.erased.short") : row.name(), said(said, "hiring.source." + row.source()), said(said, "hiring.board.days", days),
				row.cardsOf() == 0 ? "" : said(said, "hiring.board.cards", row.cardsIn(), row.cardsOf()));
	}

	private String said(Map<String, String> said, String key, Object... arguments) {
		return said.computeIfAbsent(key + Arrays.toString(arguments), any -> Messages.text(here.getLocale(), key, arguments));
	}

	public String getAnswer() {
		var active = page.columns().stream().mapToLong(HiringService.Column::count).sum();
		return Messages.html(here.getLocale(), "hiring.board.answer", active, page.opening().hired(), page.opening().seats());
	}

	public List<Lane> getLanes() {
		return lanes;
	}

	public HiringService.BoardPage getPage() {
		return page;
	}
}
