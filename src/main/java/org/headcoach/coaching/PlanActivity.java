package org.headcoach.coaching;

import java.time.LocalDate;

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

/** Something to do for the plan: how often, until when, how often it was done. What is not done in time can move to the next plan once. */
@Entity
@Table(name = "plan_activity")
public class PlanActivity {

	/** More of one thing than this in a month is a typing error. */
	public static final int MOST = 60;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private CoachingPlan plan;

	private int ordinal;

	@Enumerated(EnumType.STRING)
	private ActivityKind kind;

	private String what;

	@Column(name = "planned_count")
	private int plannedCount;

	@Column(name = "due_on")
	private LocalDate dueOn;

	@Column(name = "done_count")
	private int doneCount;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "carried_from_id")
	private PlanActivity carriedFrom;

	protected PlanActivity() {
	}

	PlanActivity(CoachingPlan plan, int ordinal, ActivityKind kind, String what, int plannedCount, LocalDate dueOn, PlanActivity carriedFrom) {
		this.plan = plan;
		this.ordinal = ordinal;
		this.carriedFrom = carriedFrom;
		change(kind, what, plannedCount, dueOn);
	}

	final void change(ActivityKind newKind, String newWhat, int newPlannedCount, LocalDate newDueOn) {
		if (newKind == null || newWhat == null || newWhat.isBlank() || newDueOn == null) {
			throw new BusinessException("coaching.plan.error.activity-incomplete");
		}
		if (newPlannedCount < 1 || newPlannedCount > MOST) {
			throw new BusinessException("coaching.plan.error.activity-count", MOST);
		}
		if (newDueOn.isBefore(plan.month().first())) {
			throw new BusinessException("coaching.plan.error.activity-too-early", newDueOn, plan.month().first());
		}
		kind = newKind;
		what = newWhat.strip();
		plannedCount = newPlannedCount;
		dueOn = newDueOn;
	}

	/** Sets how often it was done; more than planned is welcome. */
	void tick(int newDoneCount) {
		if (newDoneCount < 0 || newDoneCount > MOST) {
			throw new BusinessException("coaching.plan.error.activity-count", MOST);
		}
		doneCount = newDoneCount;
	}

	public boolean isDone() {
		return doneCount >= plannedCount;
	}

	/** How many are still to be done. */
	public int left() {
		return Math.max(0, plannedCount - doneCount);
	}

	public Long id() {
		return id;
	}

	public CoachingPlan plan() {
		return plan;
	}

	public int ordinal() {
		return ordinal;
	}

	public ActivityKind kind() {
		return kind;
	}

	public String what() {
		return what;
	}

	public int plannedCount() {
		return plannedCount;
	}

	public LocalDate dueOn() {
		return dueOn;
	}

	public int doneCount() {
		return doneCount;
	}

	/** The activity of an earlier plan that was not finished; null for a new one. */
	public PlanActivity carriedFrom() {
		return carriedFrom;
	}
}
