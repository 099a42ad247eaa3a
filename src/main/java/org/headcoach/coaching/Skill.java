package org.headcoach.coaching;

import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

/**
 * Something a rep can learn that shows in one metric: the library's answer to "this figure lies below the peers', what may
 * be behind it, and what do we do?". A skill that is no longer taught is retired, because past plans name it.
 */
@Entity
public class Skill {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;
	private String metric;
	private String meaning;
	private boolean active;

	@OneToMany(mappedBy = "skill", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("ordinal")
	private List<SkillActivity> activities = new ArrayList<>();

	@Version
	private int version;

	protected Skill() {
	}

	public Skill(String name, String metric, String meaning) {
		change(name, metric, meaning);
		this.active = true;
	}

	public final void change(String newName, String newMetric, String newMeaning) {
		if (newName == null || newName.isBlank() || newMeaning == null || newMeaning.isBlank() || newMetric == null) {
			throw new BusinessException("coaching.skill.error.incomplete");
		}
		name = newName.strip();
		metric = newMetric;
		meaning = newMeaning.strip();
	}

	/** Replaces the activities that are usual for this skill, in this order. */
	public void practiseBy(List<SkillRow.Activity> newActivities) {
		activities.clear();
		for (var activity : newActivities) {
			activities.add(new SkillActivity(this, activities.size() + 1, activity.kind(), activity.what(), activity.usualCount()));
		}
	}

	public void retire() {
		active = false;
	}

	public void bringBack() {
		active = true;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	/** The code of the metric in which the skill shows. */
	public String metric() {
		return metric;
	}

	public String meaning() {
		return meaning;
	}

	public boolean active() {
		return active;
	}

	public List<SkillActivity> activities() {
		return List.copyOf(activities);
	}

	public int version() {
		return version;
	}
}
