package org.headcoach.people;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A link with which a person chooses a password, once and within 72 hours. Only its hash is kept. */
@Entity
class Invitation {

	static final Duration GOOD_FOR = Duration.ofHours(72);

	@Id
	@Column(name = "token_hash")
	private String hash;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "account_id")
	private Account account;

	@Column(name = "created_at")
	private OffsetDateTime createdAt;

	@Column(name = "created_by")
	private Long createdBy;

	@Column(name = "expires_at")
	private OffsetDateTime expiresAt;

	@Column(name = "used_at")
	private OffsetDateTime usedAt;

	protected Invitation() {
	}

	Invitation(String token, Account account, Long createdBy, Instant now) {
		this.hash = Secrets.hash(token);
		this.account = account;
		this.createdBy = createdBy;
		this.createdAt = now.atOffset(ZoneOffset.UTC);
		this.expiresAt = now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC);
	}

	Account account() {
		return account;
	}

	Instant expiresAt() {
		return expiresAt.toInstant();
	}

	boolean isGoodAt(Instant now) {
		return usedAt == null && now.isBefore(expiresAt.toInstant()) && account.active();
	}

	/** Ends it: used, or replaced by a newer link. */
	void end(Instant now) {
		if (usedAt == null) {
			usedAt = now.atOffset(ZoneOffset.UTC);
		}
	}
}
