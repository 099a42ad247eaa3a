package org.headcoach.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/**
 * What somebody signs in with. It is made by an invitation or by the set-up page, gets its password from the person
 * alone, and is closed instead of deleted. Raising its epoch ends every session it has.
 */
@Entity
public class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String login;
	private String name;
	private String email;

	@Column(name = "password_hash")
	private String passwordHash;

	@Enumerated(EnumType.STRING)
	private AccountRole role;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	private boolean active;
	private int epoch;
	private String language;
	private String theme;
	private String density;

	@Column(name = "created_at")
	private OffsetDateTime createdAt;

	@Column(name = "last_sign_in_at")
	private OffsetDateTime lastSignInAt;

	@Version
	private int version;

	protected Account() {
	}

	public Account(String login, String name, String email, AccountRole role, Salesperson person, Instant createdAt) {
		this.login = login;
		this.name = name;
		this.email = email;
		this.role = role;
		this.person = person;
		this.active = true;
		this.createdAt = createdAt.atOffset(ZoneOffset.UTC);
	}

	public Long id() {
		return id;
	}

	public String login() {
		return login;
	}

	public String name() {
		return name;
	}

	public String email() {
		return email;
	}

	/** Null until the person has chosen a password. */
	public String passwordHash() {
		return passwordHash;
	}

	public AccountRole role() {
		return role;
	}

	public Salesperson person() {
		return person;
	}

	public boolean active() {
		return active;
	}

	public int epoch() {
		return epoch;
	}

	public String language() {
		return language;
	}

	public String theme() {
		return theme;
	}

	public String density() {
		return density;
	}

	public Instant createdAt() {
		return createdAt.toInstant();
	}

	public Instant lastSignInAt() {
		return lastSignInAt == null ? null : lastSignInAt.toInstant();
	}

	public int version() {
		return version;
	}

	/** A new password ends every other session. */
	public void choosePassword(String hash) {
		passwordHash = hash;
		epoch++;
	}

	/** The same password under the present cost of the hash; nobody is signed out. */
	public void rehash(String hash) {
		passwordHash = hash;
	}

	public void signedIn(Instant when) {
		lastSignInAt = when.atOffset(ZoneOffset.UTC);
	}

	public void signOutEverywhere() {
		epoch++;
	}

	public void close() {
		active = false;
		epoch++;
	}

	public void reopen() {
		active = true;
	}

	public void change(String newName, String newEmail, AccountRole newRole, Salesperson newPerson) {
		if (role != newRole || person != newPerson) {
			epoch++;
		}
		name = newName;
		email = newEmail;
		role = newRole;
		person = newPerson;
	}

	public void prefer(String newLanguage, String newTheme, String newDensity) {
		language = newLanguage;
		theme = newTheme;
		density = newDensity;
	}
}
