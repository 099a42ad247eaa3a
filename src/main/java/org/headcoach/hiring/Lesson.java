package org.headcoach.hiring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

import org.headcoach.hiring.engine.Outcomes.Measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was learnt from hires and accepted: one version of a model became the next. It is written once and never changed. */
@Entity
@Table(name = "hiring_lesson")
class Lesson {

	private static final int DIGITS = 6;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "model_id")
	private long modelId;

	@Column(name = "from_version_id")
	private long fromVersionId;

	@Column(name = "to_version_id")
	private long toVersionId;

	@Enumerated(EnumType.STRING)
	private Measure measure;

	private int people;

	@Column(name = "rank_before")
	private BigDecimal rankBefore;

	@Column(name = "rank_unseen")
	private BigDecimal rankUnseen;

	private String reason;

	@Column(name = "accepted_at")
	private Instant acceptedAt;

	@Column(name = "accepted_by_name")
	private String acceptedByName;

	protected Lesson() {
	}

	Lesson(long modelId, long fromVersionId, long toVersionId, Measure measure, int people, Double rankBefore, Double rankUnseen, String reason, Instant acceptedAt, String acceptedByName) {
		this.modelId = modelId;
		this.fromVersionId = fromVersionId;
		this.toVersionId = toVersionId;
		this.measure = measure;
		this.people = people;
		this.rankBefore = decimal(rankBefore);
		this.rankUnseen = decimal(rankUnseen);
		this.reason = reason;
		this.acceptedAt = acceptedAt;
		this.acceptedByName = acceptedByName;
	}

	private static BigDecimal decimal(Double number) {
		return number == null ? null : BigDecimal.valueOf(number).setScale(DIGITS, RoundingMode.HALF_UP);
	}

	Long id() {
		return id;
	}

	long fromVersionId() {
		return fromVersionId;
	}

	long toVersionId() {
		return toVersionId;
	}

	Measure measure() {
		return measure;
	}

	int people() {
		return people;
	}

	BigDecimal rankBefore() {
		return rankBefore;
	}

	BigDecimal rankUnseen() {
		return rankUnseen;
	}

	String reason() {
		return reason;
	}

	Instant acceptedAt() {
		return acceptedAt;
	}

	String acceptedByName() {
		return acceptedByName;
	}
}
