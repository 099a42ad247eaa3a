package org.headcoach.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One try to sign in. A name that no account has is kept as a hash: people type passwords into the wrong field. */
@Entity
@Table(name = "sign_in_attempt")
class SignInAttempt {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "account_key")
	private String accountKey;

	private String address;

	@Column(name = "attempted_at")
	private OffsetDateTime attemptedAt;

	@Enumerated(EnumType.STRING)
	private SignInAttempts.Outcome outcome;

	protected SignInAttempt() {
	}

	SignInAttempt(String accountKey, String address, Instant attemptedAt) {
		this.accountKey = accountKey;
		this.address = address;
		this.attemptedAt = attemptedAt.atOffset(ZoneOffset.UTC);
		this.outcome = SignInAttempts.Outcome.OPEN;
	}

	Long id() {
		return id;
	}

	void end(SignInAttempts.Outcome how) {
		outcome = how;
	}
}
