package org.headcoach.training;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A question of an exam was graded again, because its key had been wrong: who did it, why, and whose result changed. */
@Entity
@Table(name = "exam_regrade")
class ExamRegrade {

	/** One result that changed. */
	@Entity(name = "RegradeChange")
	@Table(name = "exam_regrade_change")
	@IdClass(Change.Of.class)
	static class Change {

		/** Of which regrade and attempt. */
		static class Of implements Serializable {

			private static final long serialVersionUID = 1L;

			private long regradeId;
			private long attemptId;

			protected Of() {
			}

			@Override
			public boolean equals(Object other) {
				return other instanceof Of of && of.regradeId == regradeId && of.attemptId == attemptId;
			}

			@Override
			public int hashCode() {
				return Objects.hash(regradeId, attemptId);
			}
		}

		@Id
		@Column(name = "regrade_id")
		private long regradeId;

		@Id
		@Column(name = "attempt_id")
		private long attemptId;

		@Column(name = "credit_before")
		private BigDecimal creditBefore;

		@Column(name = "credit_after")
		private BigDecimal creditAfter;

		@Column(name = "percent_before")
		private BigDecimal percentBefore;

		@Column(name = "percent_after")
		private BigDecimal percentAfter;

		@Column(name = "passed_before")
		private Boolean passedBefore;

		@Column(name = "passed_after")
		private Boolean passedAfter;

		protected Change() {
		}

		Change(long regradeId, long attemptId, BigDecimal creditBefore, BigDecimal creditAfter, BigDecimal percentBefore, BigDecimal percentAfter, Boolean passedBefore, Boolean passedAfter) {
			this.regradeId = regradeId;
			this.attemptId = attemptId;
			this.creditBefore = creditBefore;
			this.creditAfter = creditAfter;
			this.percentBefore = percentBefore;
			this.percentAfter = percentAfter;
			this.passedBefore = passedBefore;
			this.passedAfter = passedAfter;
		}

		long regradeId() {
			return regradeId;
		}

		ExamPage.Change told(String person) {
			return new ExamPage.Change(attemptId, person, percentBefore, percentAfter, passedBefore, passedAfter);
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "exam_id")
	private long examId;

	@Column(name = "question_id")
	private long questionId;

	@Column(name = "to_version_id")
	private long toVersionId;

	private String reason;

	@Column(name = "by_name")
	private String byName;

	private Instant at;
	private int attempts;

	protected ExamRegrade() {
	}

	ExamRegrade(long examId, long questionId, long toVersionId, String reason, String byName, Instant at, int attempts) {
		this.examId = examId;
		this.questionId = questionId;
		this.toVersionId = toVersionId;
		this.reason = reason;
		this.byName = byName;
		this.at = at;
		this.attempts = attempts;
	}

	Long id() {
		return id;
	}

	long questionId() {
		return questionId;
	}

	String reason() {
		return reason;
	}

	String byName() {
		return byName;
	}

	Instant at() {
		return at;
	}

	int attempts() {
		return attempts;
	}
}
