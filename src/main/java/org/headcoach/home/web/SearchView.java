package org.headcoach.home.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.headcoach.home.MenuLine;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.People;
import org.headcoach.people.PeopleService;
import org.headcoach.people.PeopleService.TeamLine;
import org.headcoach.people.Permission;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Texts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the search field finds: people and teams within reach, and pages by their name. It asks the services that the pages ask. */
@Named
@RequestScoped
public class SearchView {

	private static final int MOST_PEOPLE = 25;

	/** A page that was found. */
	public record Hit(String name, String link) {
	}

	@Inject
	private PeopleService people;

	@Inject
	private CurrentActor current;

	@Inject
	private ListAddress list;

	@Inject
	private Texts texts;

	private List<People.PersonRow> persons = List.of();
	private List<TeamLine> teams = List.of();
	private List<Hit> pages = List.of();
	private long total;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		var text = list.text("q");
		if (text == null) {
			return;
		}
		var search = new People.PeopleSearch(people.today(), text, null, null, null, null, "name", false, 0, MOST_PEOPLE);
		if (Stream.of(Permission.EDIT_PEOPLE, Permission.SEE_COMPANY, Permission.SEE_LINE, Permission.SEE_OWN_MONTH).anyMatch(current.get()::may)) {
			persons = people.search(search);
			total = people.count(search);
		}
		var wanted = text.toLowerCase(Locale.ROOT);
		if (current.get().may(Permission.SEE_LINE) || current.get().may(Permission.SEE_COMPANY) || current.get().may(Permission.EDIT_PEOPLE)) {
			teams = people.teams(people.today()).teams().stream().filter(team -> team.name().toLowerCase(Locale.ROOT).contains(wanted)).toList();
		}
		pages = Arrays.stream(MenuLine.values()).filter(line -> line.isFor(current.get()))
				.map(line -> new Hit(texts.of("home.menu." + line.name()), line.path())).filter(page -> page.name().toLowerCase(Locale.ROOT).contains(wanted)).toList();
	}

	public boolean isNothing() {
		return persons.isEmpty() && teams.isEmpty() && pages.isEmpty();
	}

	/** People beyond those listed. */
	public long getMore() {
		return total - persons.size();
	}

	public long getTotal() {
		return total + teams.size() + pages.size();
	}

	public List<People.PersonRow> getPersons() {
		return persons;
	}

	public List<TeamLine> getTeams() {
		return teams;
	}

	public List<Hit> getPages() {
		return pages;
	}
}
