package org.headcoach.hiring;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A candidate in one opening: comes from a source, goes through the stages, and ends hired, rejected or withdrawn. */
@Entity
@Table(name = "candidacy")
class Candidacy {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidate_id")
	private long candidateId;

	@Column(name = "opening_id")
	private long openingId;

	@Column(name = "stage_id")
	private long stageId;

	@Column(name = "stage_since")
	private Instant stageSince;

	@Enumerated(EnumType.STRING)
	private CandidateSource source;

	@Column(name = "source_note")
	private String sourceNote;

	@Column(name = "referred_by_id")
	private Long referredById;

	@Column(name = "applied_on")
	private LocalDate appliedOn;

	@Enumerated(EnumType.STRING)
	private CandidacyState state;

	@Column(name = "decision_reason")
	private String decisionReason;

	@Column(name = "decided_at")
	private Instant decidedAt;

	@Column(name = "decided_by_name")
	private String decidedByName;

	@Column(name = "hired_person_id")
	private Long hiredPersonId;

	@Column(name = "hired_on")
	private LocalDate hiredOn;

	@Version
	private int version;

	protected Candidacy() {
	}

	Candidacy(long candidateId, long openingId, long stageId, Instant stageSince, CandidateSource source, String sourceNote, Long referredById, LocalDate appliedOn, CandidacyState state) {
		this.candidateId = candidateId;
		this.openingId = openingId;
		this.stageId = stageId;
		this.stageSince = stageSince;
		this.source = source;
		this.sourceNote = sourceNote;
		this.referredById = referredById;
		this.appliedOn = appliedOn;
		this.state = state;
	}

	Long id() {
		return id;
	}

	long candidateId() {
		return candidateId;
	}

	long openingId() {
		return openingId;
	}

	long stageId() {
		return stageId;
	}

	Instant stageSince() {
		return stageSince;
	}

	CandidateSource source() {
		return source;
	}

	String sourceNote() {
		return sourceNote;
	}

	Long referredById() {
		return referredById;
	}

	LocalDate appliedOn() {
		return appliedOn;
	}

	CandidacyState state() {
		return state;
	}

	String decisionReason() {
		return decisionReason;
	}

	Instant decidedAt() {
		return decidedAt;
	}

	String decidedByName() {
		return decidedByName;
	}

	Long hiredPersonId() {
		return hiredPersonId;
	}

	LocalDate hiredOn() {
		return hiredOn;
	}

	int version() {
		return version;
	}

	void moveTo(long stage, Instant when) {
		stageId = stage;
		stageSince = when;
	}

	void decide(CandidacyState outcome, String reason, Instant when, String byName) {
		state = outcome;
		decisionReason = reason;
		decidedAt = when;
		decidedByName = byName;
	}

	/** Is somebody of the line from that day on. */
	void hired(Long person, LocalDate day) {
		hiredPersonId = person;
		hiredOn = day;
	}

	/** The same person came for the same opening by another way too: the earlier day holds, and who referred is kept. */
	void cameBy(Candidacy other) {
		appliedOn = other.appliedOn.isBefore(appliedOn) ? other.appliedOn : appliedOn;
		referredById = referredById == null ? other.referredById : referredById;
		sourceNote = sourceNote == null ? other.sourceNote : sourceNote;
	}

	/** Free text may name the person. */
	void forget() {
		decisionReason = null;
		sourceNote = null;
	}
}
