package org.headcoach.coaching;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What is usually done to learn a skill, and how often in a month. */
@Entity
@Table(name = "skill_activity")
public class SkillActivity {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "skill_id")
	private Skill skill;

	private int ordinal;

	@Enumerated(EnumType.STRING)
	private ActivityKind kind;

	private String what;

	@Column(name = "usual_count")
	private int usualCount;

	protected SkillActivity() {
	}

	SkillActivity(Skill skill, int ordinal, ActivityKind kind, String what, int usualCount) {
		if (kind == null || what == null || what.isBlank()) {
			throw new BusinessException("coaching.skill.error.activity-incomplete");
		}
		if (usualCount < 1 || usualCount > PlanActivity.MOST) {
			throw new BusinessException("coaching.plan.error.activity-count", PlanActivity.MOST);
		}
		this.skill = skill;
		this.ordinal = ordinal;
		this.kind = kind;
		this.what = what.strip();
		this.usualCount = usualCount;
	}

	public ActivityKind kind() {
		return kind;
	}

	public String what() {
		return what;
	}

	public int usualCount() {
		return usualCount;
	}

	public int ordinal() {
		return ordinal;
	}
}
