package org.headcoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A talk between agreement and month end about how the plan goes. It is noted once and stays. */
@Entity
@Table(name = "check_in")
public class CheckIn {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private CoachingPlan plan;

	@Column(name = "held_on")
	private LocalDate heldOn;

	private String note;
	private int minutes;

	@Column(name = "noted_at")
	private OffsetDateTime notedAt;

	@Column(name = "noted_by")
	private String notedBy;

	protected CheckIn() {
	}

	/** Whether this one, noted after that time, says what is to be noted now. */
	boolean isSameAs(HoldCheckIn held, Instant after) {
		return notedAt.toInstant().isAfter(after) && heldOn.equals(held.heldOn()) && minutes == held.minutes() && note.equals(held.note().strip());
	}

	CheckIn(CoachingPlan plan, LocalDate heldOn, String note, int minutes, Instant now, String by, LocalDate today) {
		if (note == null || note.isBlank()) {
			throw new BusinessException("coaching.plan.error.check-in-empty");
		}
		if (heldOn.isAfter(today) || heldOn.isBefore(plan.month().first())) {
			throw new BusinessException("coaching.plan.error.check-in-day", plan.month().first());
		}
		this.plan = plan;
		this.heldOn = heldOn;
		this.note = note.strip();
		this.minutes = CoachingTime.minutes(minutes);
		this.notedAt = now.atOffset(ZoneOffset.UTC);
		this.notedBy = by;
	}

	public Long id() {
		return id;
	}

	public CoachingPlan plan() {
		return plan;
	}

	public LocalDate heldOn() {
		return heldOn;
	}

	public String note() {
		return note;
	}

	public int minutes() {
		return minutes;
	}

	public Instant notedAt() {
		return notedAt.toInstant();
	}

	public String notedBy() {
		return notedBy;
	}
}
