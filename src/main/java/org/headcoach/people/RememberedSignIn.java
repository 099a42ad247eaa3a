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
import jakarta.persistence.Table;

/**
 * A browser that stays signed in. Its cookie is {@code selector.secret}; the secret is replaced at each use. A secret
 * that was replaced and comes again has been copied: then all remembered sign-ins of the account end. For a minute
 * the previous one is still taken, because a browser asks for several things at once.
 */
@Entity
@Table(name = "remembered_sign_in")
class RememberedSignIn {

	static final Duration KEPT = Duration.ofDays(30);
	static final Duration GRACE = Duration.ofMinutes(1);

	/** What a secret is worth. */
	enum Judgement {
		/** The current one: it is replaced now. */
		GOOD,
		/** Replaced a moment ago by another request of the same browser. */
		JUST_REPLACED,
		/** Replaced long ago, or never given out: a copy. */
		STOLEN,
		OVER
	}

	@Id
	private String selector;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "account_id")
	private Account account;

	@Column(name = "secret_hash")
	private String secretHash;

	@Column(name = "previous_secret_hash")
	private String previousSecretHash;

	@Column(name = "rotated_at")
	private OffsetDateTime rotatedAt;

	@Column(name = "created_at")
	private OffsetDateTime createdAt;

	@Column(name = "expires_at")
	private OffsetDateTime expiresAt;

	private String device;

	protected RememberedSignIn() {
	}

	RememberedSignIn(String selector, Account account, String secret, Instant now, String device) {
		this.selector = selector;
		this.account = account;
		this.secretHash = Secrets.hash(secret);
		this.createdAt = now.atOffset(ZoneOffset.UTC);
		this.rotatedAt = createdAt;
		this.expiresAt = now.plus(KEPT).atOffset(ZoneOffset.UTC);
		this.device = device;
	}

	String selector() {
		return selector;
	}

	Account account() {
		return account;
	}

	String device() {
		return device;
	}

	Judgement judge(String secret, Instant now) {
		if (!now.isBefore(expiresAt.toInstant())) {
			return Judgement.OVER;
		}
		var hash = Secrets.hash(secret);
		if (Secrets.same(hash, secretHash)) {
			return Judgement.GOOD;
		}
		return Secrets.same(hash, previousSecretHash) && now.isBefore(rotatedAt.toInstant().plus(GRACE)) ? Judgement.JUST_REPLACED : Judgement.STOLEN;
	}

	void replaceSecret(String secret, Instant now) {
		previousSecretHash = secretHash;
		secretHash = Secrets.hash(secret);
		rotatedAt = now.atOffset(ZoneOffset.UTC);
		expiresAt = now.plus(KEPT).atOffset(ZoneOffset.UTC);
	}
}
