package org.headcoach.coaching.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.headcoach.coaching.ActivityKind;
import org.headcoach.coaching.SkillPage;
import org.headcoach.coaching.SkillRow;
import org.headcoach.coaching.SkillService;
import org.headcoach.coaching.WriteSkill;
import org.headcoach.shared.NotHereException;
import org.headcoach.site.Done;
import org.headcoach.site.Here;
import org.headcoach.site.Messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The skill library: what lies behind which metric, and what is usually done about it. One skill is edited in place. */
@Named
@ViewScoped
public class SkillsView implements Serializable {

	private static final long serialVersionUID = 1L;

	/** One activity in the form. */
	public static class ActivityForm implements Serializable {

		private static final long serialVersionUID = 1L;

		private ActivityKind kind;
		private String what;
		private int usualCount;

		ActivityForm(ActivityKind kind, String what, int usualCount) {
			this.kind = kind;
			this.what = what;
			this.usualCount = usualCount;
		}

		public ActivityKind getKind() {
			return kind;
		}

		public void setKind(ActivityKind kind) {
			this.kind = kind;
		}

		public String getWhat() {
			return what;
		}

		public void setWhat(String what) {
			this.what = what;
		}

		public int getUsualCount() {
			return usualCount;
		}

		public void setUsualCount(int usualCount) {
			this.usualCount = usualCount;
		}
	}

	@Inject
	private SkillService skills;

	@Inject
	private Here here;

	@Inject
	private Wording wording;

	@Inject
	private HttpServletRequest request;

	private SkillPage page;
	private SkillRow edited;
	private boolean adding;
	private String name;
	private String metric;
	private String meaning;
	private List<ActivityForm> activities = new ArrayList<>();

	/** Before the page is written, so that a refusal can still be the answer. */
	public void load() {
		page = skills.library();
		var asked = request.getParameter("edit");
		if (asked == null) {
			return;
		}
		if (!page.mayEdit()) {
			throw new NotHereException("The skill library is read only for " + here.getActor().name());
		}
		adding = asked.equals("new");
		if (!adding) {
			edited = page.skills().stream().filter(skill -> String.valueOf(skill.id()).equals(asked)).findFirst()
					.orElseThrow(() -> new NotHereException("No skill " + asked));
			name = edited.name();
			metric = edited.metric();
			meaning = edited.meaning();
			edited.activities().forEach(activity -> activities.add(new ActivityForm(activity.kind(), activity.what(), activity.usualCount())));
		}
		addActivity();
	}

	public void addActivity() {
		activities.add(new ActivityForm(ActivityKind.CALL_REVIEW, null, 1));
	}

	public void up(int index) {
		if (index > 0) {
			activities.add(index - 1, activities.remove(index));
		}
	}

	public void takeOff(int index) {
		activities.remove(index);
	}

	public void save() {
		skills.write(new WriteSkill(edited == null ? null : edited.id(), edited == null ? 0 : edited.version(), name, metric, meaning,
				activities.stream().map(activity -> new SkillRow.Activity(activity.getKind(), activity.getWhat(), activity.getUsualCount())).toList()));
		Done.at("/coaching/skills", "coaching.skills.done.saved", name);
	}

	public void retire(SkillRow skill) {
		skills.retire(skill.id(), skill.version());
		Done.at("/coaching/skills", "coaching.skills.done.retired", skill.name());
	}

	public void bringBack(SkillRow skill) {
		skills.bringBack(skill.id(), skill.version());
		Done.at("/coaching/skills", "coaching.skills.done.back", skill.name());
	}

	public void remove(SkillRow skill) {
		skills.remove(skill.id(), skill.version());
		Done.at("/coaching/skills", "coaching.skills.done.removed", skill.name());
	}

	public String getAnswer() {
		var uncovered = page.uncovered();
		var first = Messages.html(here.getLocale(), "coaching.skills.answer", page.active(), page.skills().stream().filter(SkillRow::active).map(SkillRow::metric).distinct().count());
		return uncovered.isEmpty() ? first : first + " " + Messages.html(here.getLocale(), "coaching.skills.answer.uncovered", uncovered.size(),
				wording.metric(uncovered.get(0)));
	}

	/** Skills under the metric in which they show, in the order of the funnel. */
	public Map<String, List<SkillRow>> getGroups() {
		var groups = new LinkedHashMap<String, List<SkillRow>>();
		page.skills().stream().sorted(Comparator.comparingInt((SkillRow skill) -> order(skill.metric())).thenComparing(SkillRow::active, Comparator.reverseOrder())
				.thenComparing(SkillRow::name)).forEach(skill -> groups.computeIfAbsent(skill.metric(), code -> new ArrayList<>()).add(skill));
		return groups;
	}

	private int order(String code) {
		var at = page.metrics().indexOf(code);
		return at < 0 ? Integer.MAX_VALUE : at;
	}

	public boolean isForm() {
		return adding || edited != null;
	}

	/** The metrics of the funnel, and the one that the skill has if the funnel has lost it. */
	public List<String> getMetrics() {
		var metrics = new ArrayList<>(page.metrics());
		if (edited != null && !metrics.contains(edited.metric())) {
			metrics.add(edited.metric());
		}
		return metrics;
	}

	public ActivityKind[] getKinds() {
		return ActivityKind.values();
	}

	public SkillPage getPage() {
		return page;
	}

	public SkillRow getEdited() {
		return edited;
	}

	public List<ActivityForm> getActivities() {
		return activities;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getMetric() {
		return metric;
	}

	public void setMetric(String metric) {
		this.metric = metric;
	}

	public String getMeaning() {
		return meaning;
	}

	public void setMeaning(String meaning) {
		this.meaning = meaning;
	}
}
