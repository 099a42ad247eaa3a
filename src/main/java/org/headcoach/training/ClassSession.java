package org.headcoach.training;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.people.Actor;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A session as a class has it: when, where, with whom; and who was there, once its teacher has written it down. */
@Entity
@Table(name = "class_session")
public class ClassSession {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "class_id")
	private long classId;

	@Column(name = "session_id")
	private long sessionId;

	private String title;

	@Column(name = "starts_at")
	private Instant startsAt;

	@Column(name = "ends_at")
	private Instant endsAt;

	private String place;

	@Column(name = "teacher_person_id")
	private Long teacherPersonId;

	@Column(name = "teacher_account_id")
	private Long teacherAccountId;

	@Column(name = "teacher_name")
	private String teacherName;

	@Column(name = "sequence_no")
	private int sequenceNo;

	@Column(name = "held_at")
	private Instant heldAt;

	@Column(name = "held_by_name")
	private String heldByName;

	@ElementCollection
	@CollectionTable(name = "class_attendance", joinColumns = @JoinColumn(name = "class_session_id"))
	@MapKeyColumn(name = "person_id")
	@Column(name = "was")
	@Enumerated(EnumType.STRING)
	private Map<Long, Was> attendance = new TreeMap<>();

	@Version
	private int version;

	protected ClassSession() {
	}

	ClassSession(long classId, long sessionId, String title) {
		this.classId = classId;
		this.sessionId = sessionId;
		this.title = title;
	}

	/** How somebody was at a session. */
	public enum Was {
		PRESENT, LATE, EXCUSED, ABSENT;

		public boolean isThere() {
			return this == PRESENT || this == LATE;
		}
	}

	/** Plans it; the first time, or another time. */
	void plan(Instant starts, Instant ends, String newPlace, CertificationService.Evaluator teacher) {
		if (startsAt != null) {
			sequenceNo++;
		}
		startsAt = starts;
		endsAt = ends;
		place = Texts.optional(newPlace, 200);
		teacherPersonId = teacher == null ? null : teacher.personId();
		teacherAccountId = teacher == null ? null : teacher.accountId();
		teacherName = teacher == null ? null : teacher.name();
	}

	/** A word for the teacher; null for nobody yet. */
	String teacherKey() {
		return teacherName == null ? null : new CertificationService.Evaluator(teacherPersonId, teacherAccountId, teacherName).key();
	}

	boolean isTaughtBy(Actor actor) {
		return actor.personId() != null && actor.personId().equals(teacherPersonId) || actor.accountId() != null && actor.accountId().equals(teacherAccountId);
	}

	void attended(Map<Long, Was> who, Instant now, String by) {
		attendance.putAll(who);
		heldAt = now;
		heldByName = by;
	}

	/** By person; empty before it is written down. */
	Map<Long, Was> attendance() {
		return Map.copyOf(attendance);
	}

	Long id() {
		return id;
	}

	long classId() {
		return classId;
	}

	long sessionId() {
		return sessionId;
	}

	String title() {
		return title;
	}

	Instant startsAt() {
		return startsAt;
	}

	Instant endsAt() {
		return endsAt;
	}

	String place() {
		return place;
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

	int sequenceNo() {
		return sequenceNo;
	}

	Instant heldAt() {
		return heldAt;
	}

	String heldByName() {
		return heldByName;
	}

	int version() {
		return version;
	}
}
