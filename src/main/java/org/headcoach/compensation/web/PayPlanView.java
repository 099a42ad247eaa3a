package org.headcoach.compensation.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.headcoach.compensation.PlanService;
import org.headcoach.compensation.PlanService.VersionRow;
import org.headcoach.compensation.PlanStatus;
import org.headcoach.compensation.engine.PlanWords;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One plan: its versions, what changed between two of them, and who is on it. */
@Named
@ViewScoped
public class PayPlanView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** What one version says otherwise than another; was or now is null where it is said by one only. */
	public record Difference(String where, String was, String now) implements Serializable {
	}

	@Inject
	private PlanService plans;

	@Inject
	private PlanText texts;

	@Inject
	private Here here;

	@Inject
	private HttpServletRequest request;

	private PlanService.PlanPage page;
	private List<VersionRow> versions;
	private VersionRow shown;
	private VersionRow against;
	private List<Difference> differences;
	private List<PlanText.Paragraph> words;

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = plans.plan(number("plan"));
		versions = page.versions().stream().filter(version -> version.status() != PlanStatus.DISCARDED).toList();
		var asked = request.getParameter("version");
		shown = asked == null ? inForce() : version(asked);
		var other = request.getParameter("against");
		against = other == null ? before(shown) : version(other);
		words = shown == null ? List.of() : texts.paragraphs(shown.terms(), Map.of());
		differences = shown == null || against == null ? List.of() : differences(against, shown);
	}

	private long number(String parameter) {
		var text = request.getParameter(parameter);
		if (text == null || !text.matches("\\d{1,18}")) {
			throw new NotHereException("No " + parameter + " " + text);
		}
		return Long.parseLong(text);
	}

	private VersionRow version(String number) {
		return versions.stream().filter(version -> String.valueOf(version.number()).equals(number)).findFirst().orElseThrow(() -> new NotHereException("No version " + number));
	}

	private VersionRow inForce() {
		var today = here.getToday();
		return versions.stream().filter(version -> version.status() == PlanStatus.PUBLISHED && !version.effectiveFrom().isAfter(today)).findFirst()
				.orElse(versions.isEmpty() ? null : versions.get(0));
	}

	private VersionRow before(VersionRow version) {
		return version == null ? null : versions.stream().filter(other -> other.number() < version.number()).findFirst().orElse(null);
	}

	private List<Difference> differences(VersionRow was, VersionRow now) {
		var found = new ArrayList<Difference>();
		var before = texts.paragraphs(was.terms(), Map.of());
		for (var paragraph : words) {
			var same = before.stream().filter(other -> other.component().equals(paragraph.component())).findFirst().map(PlanText.Paragraph::text).orElse(null);
			if (!paragraph.text().equals(same)) {
				found.add(new Difference(paragraph.component(), same, paragraph.text()));
			}
		}
		before.stream().filter(other -> words.stream().noneMatch(paragraph -> paragraph.component().equals(other.component())))
				.forEach(gone -> found.add(new Difference(gone.component(), gone.text(), null)));
		var settings = new PlanWords(was.terms(), Map.of(), Map.of()).settings();
		for (var setting : new PlanWords(now.terms(), Map.of(), Map.of()).settings()) {
			settings.stream().filter(other -> other.component().equals(setting.component()) && other.name().equals(setting.name()) && !Objects.equals(other.chosen(), setting.chosen())).findFirst()
					.ifPresent(other -> found.add(new Difference(texts.say(setting.nameKey()), texts.say(other.chosenKey()), texts.say(setting.chosenKey()))));
		}
		return found;
	}

	/** Writes the next version, or goes on with the one that is being written. */
	public void draft() {
		Done.show("/compensation/plan-editor?version=" + plans.draft(page.id()));
	}

	public void discard(VersionRow version) {
		plans.discard(version.id(), version.version());
		Done.at("/compensation/plan?plan=" + page.id(), "compensation.plan.done.discarded", version.number());
	}

	/** People who are on it today. */
	public long getPeople() {
		var today = here.getToday();
		return page.assignments().stream().filter(one -> !one.from().isAfter(today) && (one.until() == null || !one.until().isBefore(today))).map(PlanService.AssignmentRow::personId).distinct()
				.count();
	}

	public PlanService.PlanPage getPage() {
		return page;
	}

	public List<VersionRow> getVersions() {
		return versions;
	}

	public VersionRow getShown() {
		return shown;
	}

	public VersionRow getAgainst() {
		return against;
	}

	public List<Difference> getDifferences() {
		return differences;
	}

	public List<PlanText.Paragraph> getWords() {
		return words;
	}
}
