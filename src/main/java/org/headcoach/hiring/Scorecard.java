package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What one interviewer saw in one interview. It is open to its interviewer alone until it is handed in, and then changes by a correction only. */
@Entity
@Table(name = "scorecard")
class Scorecard {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "seat_id")
	private long seatId;

	@Column(name = "candidacy_id")
	private long candidacyId;

	@Column(name = "account_id")
	private long accountId;

	@Column(name = "model_version_id")
	private long modelVersionId;

	@Enumerated(EnumType.STRING)
	private CardState state;

	@Enumerated(EnumType.STRING)
	private Recommendation recommendation;

	private String note;

	@Column(name = "opened_at")
	private Instant openedAt;

	@Column(name = "submitted_at")
	private Instant submittedAt;

	@Version
	private int version;

	protected Scorecard() {
	}

	Scorecard(long seatId, long candidacyId, long accountId, long modelVersionId, CardState state, Instant openedAt) {
		this.seatId = seatId;
		this.candidacyId = candidacyId;
		this.accountId = accountId;
		this.modelVersionId = modelVersionId;
		this.state = state;
		this.openedAt = openedAt;
	}

	Long id() {
		return id;
	}

	long seatId() {
		return seatId;
	}

	long candidacyId() {
		return candidacyId;
	}

	long accountId() {
		return accountId;
	}

	long modelVersionId() {
		return modelVersionId;
	}

	CardState state() {
		return state;
	}

	Recommendation recommendation() {
		return recommendation;
	}

	String note() {
		return note;
	}

	Instant openedAt() {
		return openedAt;
	}

	Instant submittedAt() {
		return submittedAt;
	}

	int version() {
		return version;
	}

	void say(Recommendation what, String why) {
		recommendation = what;
		note = why;
	}

	void submit(Instant when) {
		state = CardState.SUBMITTED;
		submittedAt = when;
	}

	void forget() {
		note = null;
	}
}
