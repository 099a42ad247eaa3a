package org.headcoach.people.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Role;
import org.headcoach.site.Done;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The form that takes a new person in. */
@Named
@ViewScoped
public class HireView implements Serializable {

	private static final long serialVersionUID = 1L;

	@Inject
	private PeopleService people;

	private String name;
	private String email;
	private String externalId;
	private LocalDate startedOn;
	private final PlaceForm place = new PlaceForm();
	private List<People.Choice> names;
	private List<People.Choice> teams;
	private List<People.RegionRow> regions;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		regions = people.regions();
		names = people.names();
		teams = people.openTeams();
		startedOn = people.today();
	}

	public void hire() {
		var id = people.hire(new PeopleService.Hire(name, email, externalId, startedOn, place.place()));
		Done.at("/people/person?id=" + id, "people.hire.done", name);
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
}
