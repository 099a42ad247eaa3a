package org.headcoach.people;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A key with which a program acts for an account. It is shown once, kept as a hash, may do at most what its scopes
 * say and what the account's role still allows, and ends by its date or when it is revoked.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

	/** The time of the last use is kept to this precision, so that not every request writes. */
	private static final Duration USE_PRECISION = Duration.ofMinutes(1);

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "account_id")
	private Account account;

	private String name;

	@Column(name = "token_hash")
	private String hash;

	private String scopes;

	@Column(name = "created_at")
	private OffsetDateTime createdAt;

	@Column(name = "expires_at")
	private OffsetDateTime expiresAt;

	@Column(name = "last_used_at")
	private OffsetDateTime lastUsedAt;

	@Column(name = "revoked_at")
	private OffsetDateTime revokedAt;

	protected ApiToken() {
	}

	public ApiToken(Account account, String name, String token, Set<Permission> scopes, Instant createdAt, Instant expiresAt) {
		this.account = account;
		this.name = name;
		this.hash = Secrets.hash(token);
		this.scopes = scopes.stream().sorted().map(Permission::name).collect(Collectors.joining(","));
		this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
		this.expiresAt = expiresAt.atOffset(ZoneOffset.UTC);
	}

	public Long id() {
		return id;
	}

	public Account account() {
		return account;
	}

	public String name() {
		return name;
	}

	public Set<Permission> scopes() {
		return scopesOf(scopes);
	}

	static Set<Permission> scopesOf(String names) {
		var found = EnumSet.noneOf(Permission.class);
		for (var name : names.split(",")) {
			if (!name.isBlank()) {
				found.add(Permission.valueOf(name));
			}
		}
		return found;
	}

	public Instant createdAt() {
		return createdAt.toInstant();
	}

	public Instant expiresAt() {
		return expiresAt.toInstant();
	}

	public Instant lastUsedAt() {
		return lastUsedAt == null ? null : lastUsedAt.toInstant();
	}

	public boolean isRevoked() {
		return revokedAt != null;
	}

	public boolean isGoodAt(Instant now) {
		return revokedAt == null && now.isBefore(expiresAt());
	}

	public void usedAt(Instant now) {
		if (lastUsedAt == null || lastUsedAt.toInstant().plus(USE_PRECISION).isBefore(now)) {
			lastUsedAt = now.atOffset(ZoneOffset.UTC);
		}
	}

	public void revoke(Instant now) {
		if (revokedAt == null) {
			revokedAt = now.atOffset(ZoneOffset.UTC);
		}
	}
}
