package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import org.headcoach.training.engine.Answer;
import org.headcoach.training.engine.Grading;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Marks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One question of an attempt: the version that was shown, what was answered, and what it earned. */
@Entity
@Table(name = "attempt_question")
@IdClass(AttemptQuestion.Place.class)
class AttemptQuestion {

	/** Its place in the attempt. */
	static class Place implements Serializable {

		private static final long serialVersionUID = 1L;

		private long attemptId;
		private int ordinal;

		protected Place() {
		}

		Place(long attemptId, int ordinal) {
			this.attemptId = attemptId;
			this.ordinal = ordinal;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Place place && place.attemptId == attemptId && place.ordinal == ordinal;
		}

		@Override
		public int hashCode() {
			return Objects.hash(attemptId, ordinal);
		}
	}

	@Id
	@Column(name = "attempt_id")
	private long attemptId;

	@Id
	private int ordinal;

	@Column(name = "question_id")
	private long questionId;

	@Column(name = "version_id")
	private long versionId;

	@Column(name = "graded_version_id")
	private Long gradedVersionId;

	private BigDecimal points;
	private String answer;
	private long seq;

	@Column(name = "saved_at")
	private Instant savedAt;

	private boolean flagged;

	@Column(name = "late_answer")
	private String lateAnswer;

	@Column(name = "late_at")
	private Instant lateAt;

	private BigDecimal credit;
	private String marks;
	private String remark;

	@Column(name = "marked_by_name")
	private String markedByName;

	protected AttemptQuestion() {
	}

	AttemptQuestion(long attemptId, int ordinal, QuestionVersion version, BigDecimal points) {
		this.attemptId = attemptId;
		this.ordinal = ordinal;
		this.questionId = version.questionId();
		this.versionId = version.id();
		this.points = points;
	}

	/** Whether what is sent is newer than what is kept. */
	boolean isNewer(long sent) {
		return sent > seq;
	}

	void save(Answer given, boolean marked, long sent, Instant now) {
		answer = given.isGiven() ? given.kept() : null;
		flagged = marked;
		seq = sent;
		savedAt = now;
	}

	/** Keeps what came too late beside what counts. */
	void keepLate(Answer given, Instant now) {
		lateAnswer = given.kept();
		lateAt = now;
	}

	/** Lets what came too late count after all. */
	void takeLate() {
		if (lateAnswer != null) {
			answer = lateAnswer;
			lateAnswer = null;
			credit = null;
			marks = null;
		}
	}

	/** Grades the answer by a key; what a person has marked stays. */
	void grade(Grading grading, long byVersion) {
		gradedVersionId = byVersion;
		if (markedByName == null) {
			credit = Marks.credit(grading.credit(answer()));
		}
	}

	void mark(BigDecimal given, String points, String said, String by) {
		credit = given;
		marks = points;
		remark = said;
		markedByName = by;
	}

	Marks.Part part() {
		return new Marks.Part(points, credit, answer().isGiven());
	}

	Answer answer() {
		return Answer.read(answer);
	}

	Answer lateAnswer() {
		return Answer.read(lateAnswer);
	}

	boolean waits(Key key) {
		return key instanceof Key.Essay && credit == null && answer().isGiven();
	}

	long attemptId() {
		return attemptId;
	}

	int ordinal() {
		return ordinal;
	}

	long questionId() {
		return questionId;
	}

	long versionId() {
		return versionId;
	}

	/** By which version it was graded; null until it is. */
	Long gradedVersionId() {
		return gradedVersionId;
	}

	BigDecimal points() {
		return points;
	}

	long seq() {
		return seq;
	}

	Instant savedAt() {
		return savedAt;
	}

	boolean flagged() {
		return flagged;
	}

	Instant lateAt() {
		return lateAt;
	}

	/** From 0 to 1; null while it is not graded, or waits to be marked. */
	BigDecimal credit() {
		return credit;
	}

	String marks() {
		return marks;
	}

	String remark() {
		return remark;
	}

	String markedByName() {
		return markedByName;
	}
}
