package org.headcoach.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.Company;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;
import org.headcoach.people.Reach;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Where the reader is: account, month and team of the URL, language, theme. */
@Named
@RequestScoped
public class Here {

	/** Written by resources/headcoach/shell.js. */
	static final String THEME_COOKIE = "headcoach-theme";
	private static final Set<String> THEMES = Set.of("light", "dark");

	@Inject
	private HttpServletRequest request;

	@Inject
	private CurrentActor current;

	@Inject
	private PeopleService people;

	@Inject
	private Reach reach;

	private Company company;
	private LocalDate today;
	private YearMonth month;
	private List<TeamChoice> teams;

	/** A team that can be chosen in the top bar. */
	public record TeamChoice(Long id, String name) {
	}

	public Actor getActor() {
		return current.get();
	}

	/** In pages: {@code #{here.may('IMPORT_DATA')}}. */
	public boolean may(String permission) {
		return current.get().may(Permission.valueOf(permission));
	}

	public Company getCompany() {
		if (company == null) {
			company = people.company();
		}
		return company;
	}

	/** The same on the whole page, also when midnight passes meanwhile. */
	public LocalDate getToday() {
		if (today == null) {
			today = people.today();
		}
		return today;
	}

	/** The month of the figures: the URL's {@code month=2026-10}, else the last full month. */
	public YearMonth getMonth() {
		if (month == null) {
			month = monthOf(request.getParameter("month"));
		}
		return month;
	}

	private YearMonth monthOf(String text) {
		var last = YearMonth.from(getToday()).minusMonths(1);
		if (text == null || text.isBlank()) {
			return last;
		}
		try {
			return YearMonth.parse(text);
		} catch (DateTimeParseException e) {
			// an address typed by hand: the last full month answers it
			return last;
		}
	}

	/** The team of the URL; null when it names none. */
	public Long getTeamId() {
		var team = request.getParameter("team");
		return team != null && team.matches("\\d{1,18}") ? Long.valueOf(team) : null;
	}

	public Locale getLocale() {
		return Locale.ENGLISH;
	}

	/** light, dark, or null for what the reader's system prefers: this browser's last choice, else the account's. */
	public String getTheme() {
		if (request.getCookies() != null) {
			for (var cookie : request.getCookies()) {
				if (cookie.getName().equals(THEME_COOKIE) && THEMES.contains(cookie.getValue())) {
					return cookie.getValue();
				}
			}
		}
		var row = row();
		return row == null ? null : row.theme();
	}

	/** comfortable or compact, as the account prefers; null when it does not say. */
	public String getDensity() {
		var row = row();
		return row == null ? null : row.density();
	}

	private Accounts.SessionRow row() {
		return (Accounts.SessionRow) request.getAttribute(Accounts.SessionRow.class.getName());
	}

	/** The page's path without extension: {@code /coaching/my-team}; the front page is {@code /}. */
	public String getPage() {
		var faces = FacesContext.getCurrentInstance();
		var view = faces == null || faces.getViewRoot() == null ? request.getServletPath() : faces.getViewRoot().getViewId();
		var page = view.replaceFirst("\\.xhtml$", "");
		return page.equals("/index") ? "/" : page;
	}

	/** The page's own address with one parameter changed, the others kept; null takes it away. */
	public String with(String name, Object value) {
		var parameters = new LinkedHashMap<String, String>();
		var query = request.getQueryString();
		if (query != null) {
			for (var pair : query.split("&")) {
				var parts = pair.split("=", 2);
				parameters.put(parts[0], parts.length == 2 ? parts[1] : "");
			}
		}
		var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
		if (value == null) {
			parameters.remove(encoded);
		} else {
			parameters.put(encoded, URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
		}
		return address(getPage(), parameters);
	}

	/** Another page's path with the month and the team that this page was asked for. */
	public String keeping(String path) {
		var parameters = new LinkedHashMap<String, String>();
		if (request.getParameter("month") != null) {
			parameters.put("month", getMonth().toString());
		}
		if (getTeamId() != null) {
			parameters.put("team", getTeamId().toString());
		}
		return address(path, parameters);
	}

	private String address(String path, Map<String, String> parameters) {
		var query = parameters.entrySet().stream().filter(parameter -> !parameter.getKey().isEmpty())
				.map(parameter -> parameter.getKey() + "=" + parameter.getValue()).collect(Collectors.joining("&"));
		return request.getContextPath() + path + (query.isEmpty() ? "" : "?" + query);
	}

	/** The month after the one of the figures; null when that has not begun. */
	public YearMonth getNextMonth() {
		var next = getMonth().plusMonths(1);
		return next.isAfter(YearMonth.from(getToday())) ? null : next;
	}

	public YearMonth getPreviousMonth() {
		return getMonth().minusMonths(1);
	}

	/** The teams of that month whose people the account may see, by name. */
	public List<TeamChoice> getTeams() {
		if (teams == null) {
			teams = reach.reps(getMonth()).stream().filter(place -> place.teamId() != null)
					.map(place -> new TeamChoice(place.teamId(), place.teamName())).distinct()
					.sorted(Comparator.comparing(TeamChoice::name)).toList();
		}
		return teams;
	}

	/** The teams to choose from on a page that is not about a month; said before the page is written. */
	public void offer(List<TeamChoice> choices) {
		teams = choices;
	}

	/** The name of the team that the URL names, or of the only one there is; null for all of them. */
	public String getTeamName() {
		if (getTeams().size() == 1) {
			return getTeams().get(0).name();
		}
		return getTeams().stream().filter(team -> team.id().equals(getTeamId())).map(TeamChoice::name).findFirst().orElse(null);
	}
}
