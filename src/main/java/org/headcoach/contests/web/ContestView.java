package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.Phase;
import org.headcoach.contests.SettlementService;
import org.headcoach.shared.BusinessClock;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Here;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One contest: who leads, what the own team needs, what the team did today, the nights. */
@Named
@RequestScoped
public class ContestView {

	private static final int FIRST_MOVES = 5;

	@Inject
	private ContestService contests;

	@Inject
	private ContestWords words;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Inject
	private BusinessClock clock;

	@Inject
	private SettlementService settlement;

	private ContestPage page;
	private SettlementService.Memories memories;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		if (id == null) {
			throw new NotHereException("No contest is asked for");
		}
		page = contests.contest(id);
		memories = settlement.memories(id);
	}

	public String getAnswer() {
		return words.answer(page);
	}

	public boolean isLive() {
		return page.phase() == Phase.RUNNING;
	}

	public boolean isScored() {
		return page.phase().isScored() || page.phase() == Phase.SETTLED;
	}

	/** Standings of when, how old the data are, when the next mail goes. */
	public String getStatus() {
		var now = clock.now();
		var status = Messages.text(here.getLocale(), "contests.status.data", words.age(page.dataAt(), now));
		return page.nextNight() == null ? status : status + " " + Messages.text(here.getLocale(), "contests.status.next", words.at(page.nextNight()));
	}

	/** How long the bar of a team's score is until last night, in per cent. */
	public double before(ContestPage.TeamLine team) {
		return team.score() == null ? 0 : Math.max(0, length(team.score()) - today(team));
	}

	/** And what today added: nothing is hatched where it took something away. */
	public double today(ContestPage.TeamLine team) {
		if (team.score() == null || team.today() == null || team.points() == null || team.points().signum() == 0) {
			return 0;
		}
		return Math.max(0, length(team.score()) * team.today().doubleValue() / team.points().doubleValue());
	}

	private double length(BigDecimal score) {
		var most = page.teams().stream().map(ContestPage.TeamLine::score).filter(java.util.Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
		return most <= 0 ? 0 : score.doubleValue() / most * 94;
	}

	public ContestPage.TeamLine getOwnTeam() {
		return page.teams().stream().filter(ContestPage.TeamLine::own).findFirst().orElse(null);
	}

	public RacePicture getRace() {
		return new RacePicture(page, day -> Messages.text(here.getLocale(), "contests.race.day", day), words::number);
	}

	public List<ContestPage.MoveLine> getFirstMoves() {
		return page.moves().subList(0, Math.min(FIRST_MOVES, page.moves().size()));
	}

	public List<ContestPage.MoveLine> getOtherMoves() {
		return page.moves().subList(Math.min(FIRST_MOVES, page.moves().size()), page.moves().size());
	}

	public String moved(ContestPage.MoveLine move) {
		var name = words.name(page.counting().get(move.behaviour()));
		return Messages.text(here.getLocale(), move.person() == null ? "contests.move.team" : "contests.move.person", move.person() == null ? move.team() : move.person(), move.day(), name,
				ContestWords.plain(move.before()), ContestWords.plain(move.after()), move.file() == null ? "" : move.file(), words.at(move.at()));
	}

	public Instant getNow() {
		return clock.now();
	}

	public SettlementService.Memories getMemories() {
		return memories;
	}

	public ContestPage getPage() {
		return page;
	}
}
