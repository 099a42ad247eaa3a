package org.headcoach.home.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.headcoach.home.MenuLine;
import org.headcoach.home.MenuService;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.Permission;
import org.headcoach.site.Here;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The menu of the signed-in account: sections with their lines, the tab bar of the phone, and how far the data go. */
@Named("menu")
@RequestScoped
public class MenuView {

	/** The tab bar holds five: these and "More". */
	private static final int TABS = 4;

	/** Names that are too long for the tab bar. */
	private static final Set<MenuLine> LONG = EnumSet.of(MenuLine.METRIC, MenuLine.PEOPLE, MenuLine.INTERVIEWS);

	/** One line as the page prints it, names as text keys; the count is null when there is nothing to count. */
	public record Entry(String name, String shortName, String link, String icon, String count, boolean active) {
	}

	/** A heading (a text key, null for home) with its lines. */
	public record Group(String key, List<Entry> entries) {
	}

	@Inject
	private MenuService service;

	@Inject
	private CurrentActor current;

	@Inject
	private Here here;

	private List<MenuLine> lines;
	private Map<MenuLine, String> counts;
	private YearMonth dataEnd;

	@PostConstruct
	void load() {
		if (current.get().isSignedIn()) {
			lines = Arrays.stream(MenuLine.values()).filter(line -> (line.isFor(current.get()) || line == MenuLine.INTERVIEWS && service.interviews()) && !isHiddenRanking(line)).toList();
			counts = service.counts();
			dataEnd = service.dataEnd().orElse(null);
		} else {
			lines = List.of();
			counts = Map.of();
		}
	}

	/** Reps see how the team ranks only where the company allows it. */
	private boolean isHiddenRanking(MenuLine line) {
		return line == MenuLine.METRIC && !here.may(Permission.SEE_LINE.name()) && !here.getCompany().rankingShown();
	}

	public List<Group> getGroups() {
		return Arrays.stream(MenuLine.Section.values()).map(section -> new Group(
				section == MenuLine.Section.HOME ? null : "site.shell." + section.name().toLowerCase(Locale.ROOT),
				lines.stream().filter(line -> line.section() == section).map(this::entry).toList())).filter(group -> !group.entries().isEmpty()).toList();
	}

	/** The first lines that are used daily. */
	public List<Entry> getTabs() {
		// a rep looks at the own pay more often than at the others
		var own = !current.get().may(Permission.SEE_LINE);
		return lines.stream().filter(line -> line != MenuLine.SKILLS && line != MenuLine.FIGURES && !(own && line == MenuLine.METRIC)).limit(TABS).map(this::entry).toList();
	}

	/** Null before the first import. */
	public YearMonth getDataEnd() {
		return dataEnd;
	}

	private Entry entry(MenuLine line) {
		// month and team go along, so that the reader looks at the same figures on the next page
		var link = line.section() == MenuLine.Section.COACHING ? here.keeping(line.path()) : line.path();
		var name = "home.menu." + line.name();
		return new Entry(name, LONG.contains(line) ? name + ".short" : name, link, line.icon(), counts.get(line), line.leadsTo(here.getPage()));
	}
}
