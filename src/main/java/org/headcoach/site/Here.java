package org.headcoach.site;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.headcoach.people.Accounts;
import org.headcoach.people.Actor;
import org.headcoach.people.Company;
import org.headcoach.people.CurrentActor;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Where the reader is: account, month and team of the URL, language, theme. */
@Named
@RequestScoped
public class Here {

	@Inject
	private HttpServletRequest request;

	@Inject
	private CurrentActor current;

	@Inject
	private PeopleService people;

	private Company company;
	private YearMonth month;

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

	public LocalDate getToday() {
		return people.today();
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

	/** light, dark, or null for what the reader's system prefers. */
	public String getTheme() {
		var row = (Accounts.SessionRow) request.getAttribute(Accounts.SessionRow.class.getName());
		return row == null ? null : row.theme();
	}
}
