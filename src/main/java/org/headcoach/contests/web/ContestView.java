package org.headcoach.contests.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

	/** One count writes what it moved within moments. */
	private static final Duration TOGETHER = Duration.ofSeconds(30);

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
	private String unit;
	private double most;
	private RacePicture race;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		if (id == null) {
			throw new NotHereException("No contest is asked for");
		}
		page = contests.contest(id);
		memories = settlement.memories(id);
		most = page.teams().stream().map(ContestPage.TeamLine::score).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
		unit = words.unit(page);
		race = new RacePicture(page, day -> Messages.text(here.getLocale(), "contests.race.day", day), words::number);
	}

	public String getAnswer() {
		return words.answer(page);
	}

	public boolean isLive() {
		return page.phase() == Phase.RUNNING;
	}

	/** Milliseconds until it begins or ends, when an open page is another one; 0 when it does neither any more. */
	public long getTurn() {
		var next = page.phase() == Phase.ANNOUNCED ? page.starts() : page.phase() == Phase.RUNNING ? page.ends() : null;
		return next == null ? 0 : Math.max(1, Duration.between(clock.now(), next.atZone(page.zone()).toInstant()).toMillis());
	}

	public boolean isScored() {
		return page.phase().isScored() || page.phase() == Phase.SETTLED;
	}

	/** The head of the column, which each of its cells carries on a phone. */
	public String getUnit() {
		return unit;
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
		return most <= 0 ? 0 : score.doubleValue() / most * 94;
	}

	public ContestPage.TeamLine getOwnTeam() {
		return page.teams().stream().filter(ContestPage.TeamLine::own).findFirst().orElse(null);
	}

	public RacePicture getRace() {
		return race;
	}

	/** What one import, or one correction, moved; days of whom the reader may not see are those of a team. */
	public record Moves(String file, Instant at, List<ContestPage.MoveLine> days) {
	}

	/** The latest first. */
	public List<Moves> getMoves() {
		var found = new ArrayList<Moves>();
		for (var move : page.moves()) {
			var last = found.isEmpty() ? null : found.get(found.size() - 1);
			if (last == null || Duration.between(move.at(), last.at()).abs().compareTo(TOGETHER) > 0 || !Objects.equals(last.file(), move.file())) {
				last = new Moves(move.file(), move.at(), new ArrayList<>());
				found.add(last);
			}
			last.days().add(move);
		}
		return found;
	}

	/** 3 days of 2 people by activities.csv, 21 Nov, 02:10. */
	public String movedBy(Moves moves) {
		var people = moves.days().stream().map(move -> move.person() == null ? move.team() : move.person()).distinct().count();
		return Messages.text(here.getLocale(), moves.file() == null ? "contests.moves.sum" : "contests.moves.sum.file", moves.days().size(), people, words.at(moves.at()), moves.file() == null ? "" : moves.file());
	}

	public String moved(ContestPage.MoveLine move) {
		var name = words.name(page.counting().get(move.behaviour()));
		return Messages.text(here.getLocale(), move.person() == null ? "contests.move.team" : "contests.move.person", move.person() == null ? move.team() : move.person(), move.day(), name,
				ContestWords.plain(move.before()), ContestWords.plain(move.after()));
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
