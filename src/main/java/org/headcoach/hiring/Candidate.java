package org.headcoach.hiring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.headcoach.shared.SearchWords;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Somebody who may be hired, in any number of openings. Erased, by wish or by the day it is kept until, the name and all that leads to it is gone; what was scored stays without it. */
@Entity
@Table(name = "candidate")
class Candidate {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	private String email;

	@Column(name = "email_key")
	private String emailKey;

	@ElementCollection
	@CollectionTable(name = "candidate_word", joinColumns = @JoinColumn(name = "candidate_id"))
	@Column(name = "word_key")
	private Set<String> words = new HashSet<>();

	private String phone;

	@Column(name = "phone_key")
	private String phoneKey;

	private String link;

	private String headline;

	private String note;

	@Column(name = "external_id")
	private String externalId;

	@Column(name = "consent_on")
	private LocalDate consentOn;

	@Column(name = "consent_how")
	private String consentHow;

	@Column(name = "keep_until")
	private LocalDate keepUntil;

	@Column(name = "erased_at")
	private Instant erasedAt;

	@Column(name = "erased_why")
	private String erasedWhy;

	@Column(name = "merged_into_id")
	private Long mergedIntoId;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected Candidate() {
	}

	Candidate(String name, String email, String emailKey, String phone, String phoneKey, String link, String headline, String note, String externalId, LocalDate consentOn, String consentHow, LocalDate keepUntil, Instant madeAt, String madeByName, String formKey) {
		this.name = name;
		this.email = email;
		this.emailKey = emailKey;
		this.phone = phone;
		this.phoneKey = phoneKey;
		this.link = link;
		this.headline = headline;
		this.note = note;
		this.externalId = externalId;
		this.consentOn = consentOn;
		this.consentHow = consentHow;
		this.keepUntil = keepUntil;
		this.madeAt = madeAt;
		this.madeByName = madeByName;
		this.formKey = formKey;
		words.addAll(SearchWords.keys(name, email));
	}

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	String email() {
		return email;
	}

	String emailKey() {
		return emailKey;
	}

	String phone() {
		return phone;
	}

	String phoneKey() {
		return phoneKey;
	}

	String link() {
		return link;
	}

	String headline() {
		return headline;
	}

	String note() {
		return note;
	}

	String externalId() {
		return externalId;
	}

	LocalDate consentOn() {
		return consentOn;
	}

	String consentHow() {
		return consentHow;
	}

	LocalDate keepUntil() {
		return keepUntil;
	}

	Instant erasedAt() {
		return erasedAt;
	}

	String erasedWhy() {
		return erasedWhy;
	}

	/** Whom everything has gone to; null for everybody who was entered once. */
	Long mergedIntoId() {
		return mergedIntoId;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	String formKey() {
		return formKey;
	}

	int version() {
		return version;
	}

	/** What the audit log calls somebody: it is never changed, so no name of a candidate stands in it. */
	String label() {
		return "Candidate " + id;
	}

	void change(String newName, String newEmail, String newEmailKey, String newPhone, String newPhoneKey, String newLink, String newHeadline, String newNote, LocalDate newConsentOn,
			String newConsentHow, LocalDate newKeepUntil) {
		name = newName;
		email = newEmail;
		emailKey = newEmailKey;
		phone = newPhone;
		phoneKey = newPhoneKey;
		link = newLink;
		headline = newHeadline;
		note = newNote;
		consentOn = newConsentOn;
		consentHow = newConsentHow;
		keepUntil = newKeepUntil;
		findable();
	}

	/** By every word of the name and the address; by none when both are gone. */
	private void findable() {
		var keys = SearchWords.keys(name, email);
		words.retainAll(keys);
		words.addAll(keys);
	}

	void keepUntil(LocalDate day) {
		keepUntil = day;
	}

	/** Forgets who it was. */
	void erase(Instant when, String why) {
		change(null, null, null, null, null, null, null, null, consentOn, null, keepUntil);
		externalId = null;
		erasedAt = when;
		erasedWhy = why;
	}

	/** What the other one knows and this one does not becomes this one's; contact that differs goes to the note, so that nothing is lost. */
	void takeIn(Candidate other, String newNote) {
		email = email == null ? other.email : email;
		emailKey = emailKey == null ? other.emailKey : emailKey;
		phone = phone == null ? other.phone : phone;
		phoneKey = phoneKey == null ? other.phoneKey : phoneKey;
		link = link == null ? other.link : link;
		headline = headline == null ? other.headline : headline;
		note = newNote;
		if (other.consentOn != null && (consentOn == null || other.consentOn.isAfter(consentOn))) {
			consentOn = other.consentOn;
			consentHow = other.consentHow;
		}
		keepUntil = other.keepUntil.isAfter(keepUntil) ? other.keepUntil : keepUntil;
		findable();
	}

	/** Was somebody known already: only the keys stay, by which an import or a second entry finds the other one. */
	void becomePartOf(Candidate kept, Instant when) {
		name = null;
		email = null;
		phone = null;
		link = null;
		headline = null;
		note = null;
		consentHow = null;
		erasedAt = when;
		erasedWhy = "merged";
		mergedIntoId = kept.id;
		findable();
	}

	/** The keys go too, with the one whom they led to. */
	void forgetKeys() {
		emailKey = null;
		phoneKey = null;
		externalId = null;
	}
}
