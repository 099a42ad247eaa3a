package org.headcoach.contests.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.headcoach.contests.ContestPage;
import org.headcoach.contests.ContestService;
import org.headcoach.contests.WallService;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Links;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What whoever runs an announced contest may still do: add a note, let somebody leave, call it off. */
@Named
@ViewScoped
public class ManageContestView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private ContestService contests;

	@Inject
	private ListAddress list;

	@Inject
	private Here here;

	@Inject
	private WallService walls;

	private final String formKey = UUID.randomUUID().toString();
	private ContestPage page;
	private String note;
	private String reason;
	private Long leaver;
	private LocalDate lastDay;
	private String why;
	private Long joiner;
	private Long team;
	private LocalDate firstDay;
	private String whyJoin;
	private List<ContestService.Outsider> outside;
	private List<WallService.LinkRow> links;
	private String wallName;
	private String wallAddress;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var id = list.number("contest");
		page = id == null ? null : contests.contest(id);
		if (page == null || !page.mayRun()) {
			throw new NotHereException("No contest to be run is asked for");
		}
		lastDay = here.getToday().isBefore(page.firstDay()) ? page.firstDay() : here.getToday();
		firstDay = lastDay;
		outside = contests.outside(id);
		links = walls.links(id);
	}

	public void annotate() {
		contests.annotate(page.id(), note, formKey);
		Done.at(address(), "contests.done.noted");
	}

	public void callOff() {
		contests.callOff(page.id(), reason, formKey);
		Done.at(address(), "contests.done.called-off");
	}

	public void join() {
		contests.join(page.id(), joiner, team, firstDay, whyJoin);
		Done.at(address(), "contests.done.joined");
	}

	public void leave() {
		contests.leave(page.id(), leaver, lastDay, why);
		Done.at(address(), "contests.done.left");
	}

	/** The address is shown once and kept nowhere, so the page stays. */
	public void makeLink() {
		wallAddress = Links.to("/contests/wall?token=" + walls.make(page.id(), wallName));
		wallName = null;
		links = walls.links(page.id());
	}

	public void revoke(long linkId) {
		walls.revoke(page.id(), linkId);
		Done.here("contests.done.revoked");
	}

	private String address() {
		return "/contests/contest?contest=" + page.id();
	}

	/** Everybody who plays to the end: whoever may be let go. */
	public List<ContestPage.MemberLine> getPlayers() {
		return page.teams().stream().flatMap(team -> team.members().stream()).filter(member -> member.until() == null).toList();
	}

	/** Whoever may be let in. */
	public List<ContestService.Outsider> getOutside() {
		return outside;
	}

	public Long getJoiner() {
		return joiner;
	}

	public void setJoiner(Long joiner) {
		this.joiner = joiner;
	}

	public Long getTeam() {
		return team;
	}

	public void setTeam(Long team) {
		this.team = team;
	}

	public LocalDate getFirstDay() {
		return firstDay;
	}

	public void setFirstDay(LocalDate firstDay) {
		this.firstDay = firstDay;
	}

	public String getWhyJoin() {
		return whyJoin;
	}

	public void setWhyJoin(String whyJoin) {
		this.whyJoin = whyJoin;
	}

	public List<WallService.LinkRow> getLinks() {
		return links;
	}

	public String getWallName() {
		return wallName;
	}

	public void setWallName(String wallName) {
		this.wallName = wallName;
	}

	/** Of the link that was just made. */
	public String getWallAddress() {
		return wallAddress;
	}

	public ContestPage getPage() {
		return page;
	}

	public String getNote() {
		return note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public String getReason() {
		return reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

	public Long getLeaver() {
		return leaver;
	}

	public void setLeaver(Long leaver) {
		this.leaver = leaver;
	}

	public LocalDate getLastDay() {
		return lastDay;
	}

	public void setLastDay(LocalDate lastDay) {
		this.lastDay = lastDay;
	}

	public String getWhy() {
		return why;
	}

	public void setWhy(String why) {
		this.why = why;
	}
}
