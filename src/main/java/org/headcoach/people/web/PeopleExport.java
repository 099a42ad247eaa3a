package org.headcoach.people.web;

import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;

import org.headcoach.people.AccountService;
import org.headcoach.people.AuditLog;
import org.headcoach.people.PeopleService;
import org.headcoach.shared.NotHereException;
import org.headcoach.shared.tables.TableWriter;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Messages;
import org.headcoach.site.TableDownload;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The lists under /people as CSV and XLSX: the same filter in the address, the same rights, all pages. */
@WebServlet("/export/people/*")
public class PeopleExport extends HttpServlet {

	private static final long serialVersionUID = 1L;
	private static final int CHUNK = 1_000;

	@Inject
	private PeopleService people;

	@Inject
	private AccountService accounts;

	@Inject
	private AuditLog log;

	@Inject
	private ListAddress list;

	@Inject
	private org.headcoach.site.Here here;

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var file = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
		var dot = file.lastIndexOf('.');
		var name = dot < 0 ? "" : file.substring(0, dot);
		switch (name) {
			case "people" -> send(request, response, name, List.of("people.people.column.name", "people.people.export.email", "people.people.export.external-id",
					"people.place.role", "people.people.export.job-title", "people.people.export.segment", "people.place.team", "people.people.export.region",
					"people.place.superior", "people.people.column.start", "people.people.column.left"), people(0), this::writePeople);
			case "teams" -> send(request, response, name, List.of("people.place.team", "people.place.region", "people.teams.manager", "people.teams.reps",
					"people.teams.export.closed"), people.teams(list.day("day") == null ? people.today() : list.day("day")).teams(), (table, teams) -> teams.forEach(
							team -> table.line(team.name(), team.regionName(), team.managerName(), team.reps(), team.closedOn())));
			case "accounts" -> send(request, response, name, List.of("people.people.column.name", "people.accounts.login", "people.people.export.email",
					"people.accounts.role", "people.accounts.person", "people.accounts.state", "people.accounts.seen"), accounts(0), this::writeAccounts);
			case "audit" -> send(request, response, name, List.of("people.audit.when", "people.audit.who", "people.audit.export.address", "people.audit.action",
					"people.audit.subject", "people.audit.export.number", "people.people.column.name", "people.audit.export.before", "people.audit.export.after"),
					audit(0), this::writeAudit);
			default -> throw new NotHereException("No export " + file);
		}
	}

	/** The first chunk has been read before a byte is written, so that a refusal can still be the answer. */
	private <T> void send(HttpServletRequest request, HttpServletResponse response, String name, List<String> columnKeys, List<T> first, BiConsumer<TableWriter, List<T>> rest)
			throws IOException {
		TableDownload.send(request, response, name, columnKeys.stream().map(this::text).toList(), table -> rest.accept(table, first));
	}

	private String text(String key) {
		return Messages.text(here.getLocale(), key);
	}

	private List<org.headcoach.people.People.PersonRow> people(int from) {
		return people.search(PeopleView.search(list, people.today(), from, CHUNK));
	}

	private void writePeople(TableWriter table, List<org.headcoach.people.People.PersonRow> first) {
		var from = 0;
		for (var rows = first; !rows.isEmpty(); rows = rows.size() < CHUNK ? List.of() : people(from)) {
			rows.forEach(row -> table.line(row.name(), row.email(), row.externalId(), row.role() == null ? null : text("people.role." + row.role()), row.jobTitle(),
					row.segment(), row.teamName(), row.regionName(), row.superiorName(), row.startedOn(), row.leftOn()));
			from += rows.size();
		}
	}

	private List<org.headcoach.people.Accounts.AccountRow> accounts(int from) {
		return accounts.search(AccountsView.search(list, from, CHUNK));
	}

	private void writeAccounts(TableWriter table, List<org.headcoach.people.Accounts.AccountRow> first) {
		var zone = here.getCompany().zone();
		var from = 0;
		for (var rows = first; !rows.isEmpty(); rows = rows.size() < CHUNK ? List.of() : accounts(from)) {
			rows.forEach(row -> table.line(row.name(), row.login(), row.email(), text("people.account-role." + row.role()), row.personName(),
					text("people.accounts.state." + (row.active() ? row.hasPassword() ? "OPEN" : "INVITED" : "CLOSED")),
					row.lastSignInAt() == null ? null : row.lastSignInAt().atZoneSameInstant(zone).toLocalDateTime()));
			from += rows.size();
		}
	}

	private List<AuditLog.AuditRow> audit(int from) {
		return log.search(AuditView.search(list, from, CHUNK));
	}

	private void writeAudit(TableWriter table, List<AuditLog.AuditRow> first) {
		var zone = here.getCompany().zone();
		var from = 0;
		for (var rows = first; !rows.isEmpty(); rows = rows.size() < CHUNK ? List.of() : audit(from)) {
			rows.forEach(row -> table.line(row.happenedAt().atZoneSameInstant(zone).toLocalDateTime(), row.accountName(), row.address(), row.action(),
					row.subjectType(), row.subjectId(), row.subjectName(), row.before(), row.after()));
			from += rows.size();
		}
	}
}
