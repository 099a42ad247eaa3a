package org.headcoach.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Role;
import org.headcoach.people.CurrentActor;
import org.headcoach.site.ListAddress;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The people list. */
@Named
@RequestScoped
public class PeopleView {

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private ListAddress list;

	private LocalDate day;
	private List<People.PersonRow> rows;
	private List<People.Choice> teams;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var search = search(list, people.today(), list.getFirst(), ListAddress.SIZE);
		day = search.day();
		list.counts(people.count(search));
		rows = people.search(search);
		teams = current.get().may(Permission.SEE_LINE) || current.get().may(Permission.EDIT_PEOPLE) ? people.openTeams() : List.of();
	}

	/** The search that stands in the address; the page and its exports ask the same. */
	static People.PeopleSearch search(ListAddress list, LocalDate today, int first, int size) {
		var state = list.oneOf(People.State.class, "state");
		return new People.PeopleSearch(Optional.ofNullable(list.day("day")).orElse(today), list.text("q"), list.oneOf(Role.class, "role"), list.number("team"),
				state == null ? People.State.AT_WORK : state, null, list.getSort(), list.isDescending(), first, size);
	}

	public LocalDate getDay() {
		return day;
	}

	public boolean isToday() {
		return day.equals(people.today());
	}

	public List<People.PersonRow> getRows() {
		return rows;
	}

	/** Whether the person's own page is open to the reader. */
	public boolean isOpen(People.PersonRow row) {
		return people.opens(row.id());
	}

	public List<People.Choice> getTeams() {
		return teams;
	}

	public Role[] getRoles() {
		return Role.values();
	}

	public People.State[] getStates() {
		return People.State.values();
	}
}
