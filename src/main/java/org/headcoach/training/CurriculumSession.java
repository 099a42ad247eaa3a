package org.headcoach.training;

import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A session of a curriculum: what it is about, how long, who teaches it. A class that has had it keeps it. */
@Entity
@Table(name = "curriculum_session")
class CurriculumSession {

	static final int SHORTEST = 15;
	static final int LONGEST = 480;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "curriculum_id")
	private long curriculumId;

	private int ordinal;

	@Column(name = "part_id")
	private Long partId;

	private String title;

	private String about;

	private int minutes;

	@Column(name = "teacher_person_id")
	private Long teacherPersonId;

	@Column(name = "teacher_account_id")
	private Long teacherAccountId;

	@Column(name = "teacher_name")
	private String teacherName;

	private boolean removed;

	@Version
	private int version;

	protected CurriculumSession() {
	}

	CurriculumSession(long curriculumId, int ordinal, Long partId) {
		this.curriculumId = curriculumId;
		this.ordinal = ordinal;
		this.partId = partId;
	}

	/** @param teacher null for nobody yet @throws BusinessException when it has no title or no length that anybody can sit through */
	void write(String newTitle, String newAbout, int newMinutes, CertificationService.Evaluator teacher) {
		title = Texts.said(newTitle, 120, "learn.error.title");
		about = Texts.optional(newAbout, 2_000);
		if (newMinutes < SHORTEST || newMinutes > LONGEST) {
			throw new BusinessException("learn.session.error.minutes", SHORTEST, LONGEST);
		}
		minutes = newMinutes;
		teacherPersonId = teacher == null ? null : teacher.personId();
		teacherAccountId = teacher == null ? null : teacher.accountId();
		teacherName = teacher == null ? null : teacher.name();
	}

	void moveTo(int newOrdinal) {
		ordinal = newOrdinal;
	}

	void remove() {
		removed = true;
	}

	/** A word for the teacher, for forms and for the schedule; null for nobody yet. */
	String teacherKey() {
		return teacherName == null ? null : new CertificationService.Evaluator(teacherPersonId, teacherAccountId, teacherName).key();
	}

	Long id() {
		return id;
	}

	long curriculumId() {
		return curriculumId;
	}

	int ordinal() {
		return ordinal;
	}

	Long partId() {
		return partId;
	}

	String title() {
		return title;
	}

	String about() {
		return about;
	}

	int minutes() {
		return minutes;
	}

	Long teacherPersonId() {
		return teacherPersonId;
	}

	Long teacherAccountId() {
		return teacherAccountId;
	}

	String teacherName() {
		return teacherName;
	}

	boolean isRemoved() {
		return removed;
	}

	int version() {
		return version;
	}
}
