package org.headcoach.training;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Something that a learner does as a buyer or a seller would, hands in, and gets reviewed. */
@Entity
@Table(name = "practicum_task")
class PracticumTask {

	private static final int LATEST = 365;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "curriculum_id")
	private long curriculumId;

	@Column(name = "session_id")
	private Long sessionId;

	private int ordinal;

	private String title;

	private String about;

	@Column(name = "due_days")
	private int dueDays;

	private boolean removed;

	@Version
	private int version;

	protected PracticumTask() {
	}

	PracticumTask(long curriculumId, int ordinal) {
		this.curriculumId = curriculumId;
		this.ordinal = ordinal;
	}

	/** @param newSession null: of the whole curriculum @param newDueDays after the session, or after the first day of the class */
	void write(Long newSession, String newTitle, String newAbout, int newDueDays) {
		title = Texts.said(newTitle, 120, "learn.error.title");
		about = Texts.said(newAbout, 4_000, "learn.task.error.about");
		if (newDueDays < 0 || newDueDays > LATEST) {
			throw new BusinessException("learn.task.error.due", LATEST);
		}
		sessionId = newSession;
		dueDays = newDueDays;
	}

	void remove() {
		removed = true;
	}

	Long id() {
		return id;
	}

	long curriculumId() {
		return curriculumId;
	}

	Long sessionId() {
		return sessionId;
	}

	int ordinal() {
		return ordinal;
	}

	String title() {
		return title;
	}

	String about() {
		return about;
	}

	int dueDays() {
		return dueDays;
	}

	boolean isRemoved() {
		return removed;
	}

	int version() {
		return version;
	}
}
