package org.headcoach.people.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PeopleService.PersonPage;
import org.headcoach.people.Role;
import org.headcoach.site.Done;
import org.headcoach.site.ListAddress;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A person: places over time, move, leave, come back. */
@Named
@ViewScoped
public class PersonView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	private PersonPage page;
	private LocalDate today;
	private List<People.Choice> names = List.of();
	private List<People.Choice> teams = List.of();
	private List<People.RegionRow> regions = List.of();

	private String name;
	private String email;
	private String externalId;
	private LocalDate startedOn;
	private PeopleService.Strays strays;
	private PlaceForm place;
	private LocalDate day;
	private Long reportsGoTo;

	public void load() {
		var id = list.number("id");
		page = people.person(id == null ? -1L : id);
		today = people.today();
		name = page.name();
		email = page.email();
		externalId = page.externalId();
		startedOn = page.startedOn();
		place = PlaceForm.of(page.place());
		day = today;
		if (page.mayEdit()) {
			names = people.names();
			teams = people.openTeams();
			regions = people.regions();
			strays = people.strays(page.id()).orElse(null);
			if (isLedByTeam(page.place())) {
				// left empty, whoever leads the team leads the rep, also when the team becomes another one
				place.setSuperiorId(null);
			}
		}
	}

	private boolean isLedByTeam(People.HeldRow held) {
		return held != null && held.role() == Role.REP && held.superiorId() != null
				&& people.teams(today).teams().stream().anyMatch(team -> team.id().equals(held.teamId()) && held.superiorId().equals(team.managerId()));
	}

	public void change() {
		people.changePerson(new PeopleService.ChangePerson(page.id(), page.version(), name, email, externalId, startedOn));
		Done.here("people.person.done.changed", name);
	}

	public void move() {
		people.move(new PeopleService.Move(page.id(), day, place.place(), reportsGoTo));
		Done.undoable("undo-move", "people.person.done.moved", page.name(), day);
	}

	/** Reps of the person's team who report to somebody else; null where there are none. */
	public PeopleService.Strays getStrays() {
		return strays;
	}

	public void takeTeam() {
		Done.here("people.person.done.took-team", people.takeTeam(page.id()), page.name(), strays.from());
	}

	public void takeBack() {
		people.takeBackLastMove(page.id());
		Done.here("people.person.done.taken-back", page.name());
	}

	public void leave() {
		people.leave(new PeopleService.Leave(page.id(), day, reportsGoTo));
		Done.here("people.person.done.left", page.name(), day);
	}

	public void comeBack() {
		people.rehire(new PeopleService.Rehire(page.id(), day, place.place()));
		Done.here("people.person.done.back", page.name(), day);
	}

	/** Whether the last day lies before today. */
	public boolean isGone() {
		return page.leftOn() != null && page.leftOn().isBefore(today);
	}

	/** Which sentence says where the person stands, or stood before leaving. */
	public String getSentence() {
		var place = page.place();
		if (place == null) {
			return "people.person.answer.none";
		}
		var isOver = place.until() != null && !place.until().isAfter(today);
		if (place.superiorName() == null) {
			return isOver ? "people.person.answer.top.left" : "people.person.answer.top";
		}
		return isOver ? "people.person.answer.left" : "people.person.answer";
	}

	public PersonPage getPage() {
		return page;
	}

	public LocalDate getToday() {
		return today;
	}

	public List<People.Choice> getNames() {
		return names;
	}

	public List<People.Choice> getTeams() {
		return teams;
	}

	public List<People.RegionRow> getRegions() {
		return regions;
	}

	public Role[] getRoles() {
		return Role.values();
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getEmail() {
		return email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public String getExternalId() {
		return externalId;
	}

	public void setExternalId(String externalId) {
		this.externalId = externalId;
	}

	public LocalDate getStartedOn() {
		return startedOn;
	}

	public void setStartedOn(LocalDate startedOn) {
		this.startedOn = startedOn;
	}

	public PlaceForm getPlace() {
		return place;
	}

	public LocalDate getDay() {
		return day;
	}

	public void setDay(LocalDate day) {
		this.day = day;
	}

	public Long getReportsGoTo() {
		return reportsGoTo;
	}

	public void setReportsGoTo(Long reportsGoTo) {
		this.reportsGoTo = reportsGoTo;
	}
}
