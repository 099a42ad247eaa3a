package org.headcoach.people.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.People.RegionRow;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PeopleService.TeamLine;
import org.headcoach.people.PeopleService.TeamsPage;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Regions, teams and the organisation chart on a day; one team at a time is edited, the one that the address names. */
@Named
@ViewScoped
public class TeamsView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	private TeamsPage page;
	private TeamLine edited;
	private RegionRow editedRegion;
	private String name;
	private Long regionId;
	private LocalDate day;
	private String newTeam;
	private Long newTeamRegionId;
	private String newRegion;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		day = people.today();
		page = people.teams(list.day("day") == null ? day : list.day("day"));
		var edit = list.number("edit");
		if (edit != null) {
			edited = page.teams().stream().filter(team -> team.id().equals(edit)).findFirst()
					.orElseThrow(() -> new NotHereException("No team " + edit));
			name = edited.name();
			regionId = edited.regionId();
			return;
		}
		var region = list.number("region");
		if (region != null) {
			editedRegion = page.regions().stream().filter(one -> one.id().equals(region)).findFirst().orElseThrow(() -> new NotHereException("No region " + region));
			name = editedRegion.name();
		}
	}

	public void renameRegion() {
		people.renameRegion(editedRegion.id(), editedRegion.name(), name);
		Done.at("/people/teams", "people.teams.done.renamed", name);
	}

	public void createRegion() {
		people.createRegion(newRegion);
		Done.at("/people/teams", "people.teams.done.created", newRegion);
	}

	public void createTeam() {
		people.createTeam(newTeam, newTeamRegionId);
		Done.at("/people/teams", "people.teams.done.created", newTeam);
	}

	public void rename() {
		people.renameTeam(edited.id(), edited.name(), name);
		Done.here("people.teams.done.renamed", name);
	}

	public void move() {
		people.moveTeam(edited.id(), regionId, day);
		Done.here("people.teams.done.moved", edited.name(), day);
	}

	public void close() {
		people.closeTeam(edited.id(), day);
		Done.undoable("reopen-act", "people.teams.done.closed", edited.name(), day);
	}

	public void reopen() {
		people.reopenTeam(edited.id());
		Done.here("people.teams.done.reopened", edited.name());
	}

	public List<TeamLine> teamsOf(Long region) {
		return page.teams().stream().filter(team -> region == null ? team.regionId() == null : region.equals(team.regionId())).toList();
	}

	public TeamsPage getPage() {
		return page;
	}

	public TeamLine getEdited() {
		return edited;
	}

	public RegionRow getEditedRegion() {
		return editedRegion;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public Long getRegionId() {
		return regionId;
	}

	public void setRegionId(Long regionId) {
		this.regionId = regionId;
	}

	public LocalDate getDay() {
		return day;
	}

	public void setDay(LocalDate day) {
		this.day = day;
	}

	public String getNewTeam() {
		return newTeam;
	}

	public void setNewTeam(String newTeam) {
		this.newTeam = newTeam;
	}

	public Long getNewTeamRegionId() {
		return newTeamRegionId;
	}

	public void setNewTeamRegionId(Long newTeamRegionId) {
		this.newTeamRegionId = newTeamRegionId;
	}

	public String getNewRegion() {
		return newRegion;
	}

	public void setNewRegion(String newRegion) {
		this.newRegion = newRegion;
	}
}
