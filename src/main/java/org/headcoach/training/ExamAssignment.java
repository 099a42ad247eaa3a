package org.headcoach.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.headcoach.people.Salesperson;
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
import jakarta.persistence.Version;

/** Somebody may sit an exam, perhaps with more time than others. Taken back, what was sat stays. */
@Entity
@Table(name = "exam_assignment")
class ExamAssignment {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "exam_id")
	private Exam exam;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "due_on")
	private LocalDate dueOn;

	@Column(name = "extra_percent")
	private int extraPercent;

	private boolean withdrawn;

	@Column(name = "assigned_at")
	private Instant assignedAt;

	@Column(name = "assigned_by_name")
	private String assignedByName;

	@Version
	private int version;

	protected ExamAssignment() {
	}

	ExamAssignment(Exam exam, Salesperson person, Instant now, String by) {
		this.exam = exam;
		this.person = person;
		this.assignedAt = now;
		this.assignedByName = by;
	}

	void assign(LocalDate due) {
		dueOn = due;
		withdrawn = false;
	}

	void withdraw() {
		withdrawn = true;
	}

	/** @param percent more time, 0 for as much as everybody has */
	void accommodate(int percent) {
		if (percent < 0 || percent > 300) {
			throw new BusinessException("training.error.extra");
		}
		extraPercent = percent;
	}

	/** How long this person has. */
	Duration time() {
		return Duration.ofSeconds(exam.rules().minutes() * 60L * (100 + extraPercent) / 100);
	}

	Instant assignedAt() {
		return assignedAt;
	}

	int version() {
		return version;
	}

	Long id() {
		return id;
	}

	Exam exam() {
		return exam;
	}

	Salesperson person() {
		return person;
	}

	LocalDate dueOn() {
		return dueOn;
	}

	int extraPercent() {
		return extraPercent;
	}

	boolean withdrawn() {
		return withdrawn;
	}
}
