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

/** A name from the contacts of a new hire, about whom the hire is asked. */
@Entity
@Table(name = "referral_name")
class ReferralName {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "hire_id")
	private long hireId;

	private String name;

	private String link;

	@Enumerated(EnumType.STRING)
	private ReferralState state;

	private String said;

	@Column(name = "asked_at")
	private Instant askedAt;

	@Column(name = "candidate_id")
	private Long candidateId;

	@Column(name = "added_at")
	private Instant addedAt;

	@Column(name = "added_by_name")
	private String addedByName;

	protected ReferralName() {
	}

	ReferralName(long hireId, String name, String link, ReferralState state, Instant addedAt, String addedByName) {
		this.hireId = hireId;
		this.name = name;
		this.link = link;
		this.state = state;
		this.addedAt = addedAt;
		this.addedByName = addedByName;
	}

	Long id() {
		return id;
	}

	long hireId() {
		return hireId;
	}

	String name() {
		return name;
	}

	String link() {
		return link;
	}

	ReferralState state() {
		return state;
	}

	String said() {
		return said;
	}

	Instant askedAt() {
		return askedAt;
	}

	Long candidateId() {
		return candidateId;
	}

	Instant addedAt() {
		return addedAt;
	}

	String addedByName() {
		return addedByName;
	}

	void answer(ReferralState what, String words, Instant when) {
		state = what;
		said = words;
		askedAt = when;
	}

	void forget() {
		name = null;
		link = null;
		said = null;
	}

	void became(Long candidate) {
		candidateId = candidate;
	}
}
