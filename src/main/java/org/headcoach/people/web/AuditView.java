package org.headcoach.people.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.headcoach.people.AuditLog;
import org.headcoach.people.AuditLog.AuditRow;
import org.headcoach.people.AuditLog.AuditSearch;
import org.headcoach.people.Company;
import org.headcoach.people.PeopleService;
import org.headcoach.site.ListAddress;
import org.headcoach.site.Texts;

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

	@Inject
	private Texts texts;

	private Company company;
	private List<AuditRow> rows;
	private List<AuditLog.Who> who;
	private List<String> actions;
	private List<String> subjectTypes;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
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

	/** What was done, in words: its text where one stands in the bundle, else the name itself made readable. */
	public String action(String name) {
		return texts.containsKey("people.audit.action." + name) ? texts.of("people.audit.action." + name) : readable(name);
	}

	/** What it was done to, in words. */
	public String subject(String name) {
		return texts.containsKey("people.audit.subject." + name) ? texts.of("people.audit.subject." + name) : readable(name);
	}

	/** AGREE_PLAN and CoachingPlan become "Agree plan" and "Coaching plan". */
	static String readable(String name) {
		var words = (name.matches("[A-Z0-9_]+") ? name.replace('_', ' ') : name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")).toLowerCase(Locale.ROOT);
		return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
