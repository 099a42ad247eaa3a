package org.headcoach.site;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.headcoach.people.Company;
import org.headcoach.people.DemoAccounts;
import org.headcoach.people.Line;
import org.headcoach.people.PeopleService;
import org.headcoach.people.Positions;
import org.headcoach.people.Role;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the sign-in page says about the demo company; nothing when the company is a real one. */
@Named("demo")
@RequestScoped
public class DemoView {

	/** One line of the table of accounts. */
	public record Row(String name, String title, String sees, String login) {
	}

	@Inject
	private PeopleService people;

	@Inject
	private Positions positions;

	@Inject
	private DemoAccounts accounts;

	@Inject
	private Here here;

	private boolean on;
	private List<Row> rows = List.of();
	private String line;

	@PostConstruct
	void load() {
		var company = people.findCompany().filter(Company::demo).orElse(null);
		on = company != null;
		if (on) {
			var today = positions.on(people.today());
			rows = accounts.in(company, today).stream().map(this::row).toList();
			line = line(today);
		}
	}

	private Row row(DemoAccounts.DemoAccount account) {
		var role = account.role().name();
		var title = Stream.of(Objects.requireNonNullElseGet(account.jobTitle(), () -> Messages.text(here.getLocale(), "site.role." + role)), account.teamName())
				.filter(Objects::nonNull).collect(Collectors.joining(", "));
		return new Row(account.name(), title, Messages.text(here.getLocale(), "people.sign-in.demo." + role, account.teams(), account.reps()), account.login());
	}

	private String line(Line today) {
		var reps = today.everybodyIn(Role.REP);
		return reps.isEmpty() ? "" : Messages.text(here.getLocale(), "people.sign-in.demo.line", reps.size(),
				reps.stream().map(Line.Place::regionId).filter(Objects::nonNull).distinct().count(), here.getMonth());
	}

	public boolean isOn() {
		return on;
	}

	public List<Row> getAccounts() {
		return rows;
	}

	public String getLine() {
		return line;
	}
}
