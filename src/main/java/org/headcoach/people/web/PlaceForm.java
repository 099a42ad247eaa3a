package org.headcoach.people.web;

import java.io.Serializable;

import org.headcoach.people.People;
import org.headcoach.people.PeopleService.Place;
import org.headcoach.people.Role;

/** A place in the line as a form holds it. */
public class PlaceForm implements Serializable {

	private static final long serialVersionUID = 1L;

	private Role role = Role.REP;
	private String jobTitle;
	private String segment;
	private Long teamId;
	private Long regionId;
	private Long superiorId;

	/** Starts from a place held; null for an empty form. */
	static PlaceForm of(People.HeldRow held) {
		var form = new PlaceForm();
		if (held != null) {
			form.role = held.role();
			form.jobTitle = held.jobTitle();
			form.segment = held.segment();
			form.teamId = held.teamId();
			form.regionId = held.regionId();
			form.superiorId = held.superiorId();
		}
		return form;
	}

	Place place() {
		return new Place(role, jobTitle, segment, teamId, regionId, superiorId);
	}

	public Role getRole() {
		return role;
	}

	public void setRole(Role role) {
		this.role = role;
	}

	public String getJobTitle() {
		return jobTitle;
	}

	public void setJobTitle(String jobTitle) {
		this.jobTitle = jobTitle;
	}

	public String getSegment() {
		return segment;
	}

	public void setSegment(String segment) {
		this.segment = segment;
	}

	public Long getTeamId() {
		return teamId;
	}

	public void setTeamId(Long teamId) {
		this.teamId = teamId;
	}

	public Long getRegionId() {
		return regionId;
	}

	public void setRegionId(Long regionId) {
		this.regionId = regionId;
	}

	public Long getSuperiorId() {
		return superiorId;
	}

	public void setSuperiorId(Long superiorId) {
		this.superiorId = superiorId;
	}
}
