package org.headcoach.coaching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.headcoach.coaching.InspectPlan.Answer;
import org.headcoach.people.Salesperson;
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

/**
 * Somebody above the manager asked the three questions about one edition of a plan. It is written once. A plan is accepted
 * only when all three answers are clear; it is sent back with a reason. When the VP wants the director to look again, the
 * inspection is reopened and the plan gets another turn.
 */
@Entity
@Table(name = "plan_inspection")
public class PlanInspection {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private CoachingPlan plan;

	private int edition;
	private int turn;

	@Enumerated(EnumType.STRING)
	private InspectionOutcome outcome;

	@Column(name = "skill_clear")
	private Boolean skillClear;

	@Column(name = "skill_note")
	private String skillNote;

	@Column(name = "decision_clear")
	private Boolean decisionClear;

	@Column(name = "decision_note")
	private String decisionNote;

	@Column(name = "plan_clear")
	private Boolean planClear;

	@Column(name = "plan_note")
	private String planNote;

	private String reason;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "inspector_id")
	private Salesperson inspector;

	@Column(name = "inspected_at")
	private OffsetDateTime inspectedAt;

	@Column(name = "inspected_by")
	private String inspectedBy;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "reopened_by_id")
	private DirectorInspection reopenedBy;

	protected PlanInspection() {
	}

	PlanInspection(CoachingPlan plan, int turn, InspectPlan answers, Salesperson inspector, Instant now, String by) {
		if (!plan.status().equals(PlanStatus.AGREED)) {
			throw new BusinessException("coaching.inspection.error.not-agreed", plan.person().name());
		}
		if (answers.outcome() == InspectionOutcome.ACCEPTED && !(answers.skill().isYes() && answers.decision().isYes() && answers.plan().isYes())) {
			throw new BusinessException("coaching.inspection.error.three-answers");
		}
		this.reason = requiredReason(answers.outcome(), answers.reason());
		this.plan = plan;
		this.edition = plan.edition();
		this.turn = turn;
		this.outcome = answers.outcome();
		this.skillClear = answers.skill().clear();
		this.skillNote = answers.skill().note();
		this.decisionClear = answers.decision().clear();
		this.decisionNote = answers.decision().note();
		this.planClear = answers.plan().clear();
		this.planNote = answers.plan().note();
		this.inspector = inspector;
		this.inspectedAt = now.atOffset(ZoneOffset.UTC);
		this.inspectedBy = by;
	}

	/** Whatever is sent back says why; what is accepted needs no reason and keeps none. */
	static String requiredReason(InspectionOutcome outcome, String reason) {
		if (outcome == InspectionOutcome.ACCEPTED) {
			return null;
		}
		if (reason == null || reason.isBlank()) {
			throw new BusinessException("coaching.inspection.error.reason-missing");
		}
		return reason.strip();
	}

	/** The director has to look at this plan again. */
	void reopen(DirectorInspection by) {
		reopenedBy = by;
	}

	public Long id() {
		return id;
	}

	public CoachingPlan plan() {
		return plan;
	}

	public int edition() {
		return edition;
	}

	public InspectionOutcome outcome() {
		return outcome;
	}

	public Answer skill() {
		return new Answer(skillClear, skillNote);
	}

	public Answer decision() {
		return new Answer(decisionClear, decisionNote);
	}

	public Answer custom() {
		return new Answer(planClear, planNote);
	}

	public String reason() {
		return reason;
	}

	public Instant inspectedAt() {
		return inspectedAt.toInstant();
	}

	public String inspectedBy() {
		return inspectedBy;
	}
}
