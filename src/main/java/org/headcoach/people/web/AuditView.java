package org.headcoach.people.web;

import java.time.LocalDateTime;
import java.util.List;

import org.headcoach.people.AuditLog;
import org.headcoach.people.AuditLog.AuditRow;
import org.headcoach.people.AuditLog.AuditSearch;
import org.headcoach.people.Company;
import org.headcoach.people.PeopleService;
import org.headcoach.site.ListAddress;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The audit log with its search. */
@Named
@RequestScoped
public class AuditView {

	@Inject
	private AuditLog log;

	@Inject
	private PeopleService people;

	@Inject
	private ListAddress list;

	private Company company;
	private List<AuditRow> rows;
	private List<AuditLog.Who> who;
	private List<String> actions;
	private List<String> subjectTypes;

	@PostConstruct
	void load() {
		var search = search(list, list.getFirst(), ListAddress.SIZE);
		list.counts(log.count(search));
		rows = log.search(search);
		who = log.people();
		actions = log.actions();
		subjectTypes = log.subjectTypes();
		company = people.company();
	}

	/** The search that stands in the address; the page and its exports ask the same. */
	static AuditSearch search(ListAddress list, int first, int size) {
		return new AuditSearch(list.text("q"), list.number("who"), list.text("action"), list.text("type"), list.text("subject"), list.day("from"),
				list.day("until"), first, size);
	}

	/** When it happened, by the company's clock. */
	public LocalDateTime when(AuditRow row) {
		return row.happenedAt().atZoneSameInstant(company.zone()).toLocalDateTime();
	}

	public String getZone() {
		return company.zone().getId();
	}

	public List<AuditRow> getRows() {
		return rows;
	}

	public List<AuditLog.Who> getWho() {
		return who;
	}

	public List<String> getActions() {
		return actions;
	}

	public List<String> getSubjectTypes() {
		return subjectTypes;
	}
}
