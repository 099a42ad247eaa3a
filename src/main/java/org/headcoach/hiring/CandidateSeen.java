package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That somebody looked at a candidate. */
@Entity
@Table(name = "candidate_seen")
class CandidateSeen {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidate_id")
	private long candidateId;

	@Column(name = "account_id")
	private Long accountId;

	@Column(name = "by_name")
	private String byName;

	private String what;

	private Instant at;

	protected CandidateSeen() {
	}

	CandidateSeen(long candidateId, Long accountId, String byName, String what, Instant at) {
		this.candidateId = candidateId;
		this.accountId = accountId;
		this.byName = byName;
		this.what = what;
		this.at = at;
	}

	Long id() {
		return id;
	}

	long candidateId() {
		return candidateId;
	}

	Long accountId() {
		return accountId;
	}

	String byName() {
		return byName;
	}

	String what() {
		return what;
	}

	Instant at() {
		return at;
	}
}
