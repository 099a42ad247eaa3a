package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A letter to a candidate that left by the application's own mail, as it was sent. It is never changed, and goes with the candidate's name. */
@Entity
@Table(name = "hiring_letter")
class SentLetter {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidate_id")
	private long candidateId;

	@Column(name = "template_name")
	private String templateName;

	private String subject;

	private String body;

	@Column(name = "to_email")
	private String toEmail;

	private Instant at;

	@Column(name = "by_name")
	private String byName;

	@Column(name = "form_key")
	private String formKey;

	protected SentLetter() {
	}

	SentLetter(long candidateId, String templateName, String subject, String body, String toEmail, Instant at, String byName, String formKey) {
		this.candidateId = candidateId;
		this.templateName = templateName;
		this.subject = subject;
		this.body = body;
		this.toEmail = toEmail;
		this.at = at;
		this.byName = byName;
		this.formKey = formKey;
	}

	/** Under which its notice stands in the outbox. */
	String noticeKey() {
		return "letter-" + id;
	}

	Long id() {
		return id;
	}

	String templateName() {
		return templateName;
	}

	String subject() {
		return subject;
	}

	String body() {
		return body;
	}

	String toEmail() {
		return toEmail;
	}

	Instant at() {
		return at;
	}

	String byName() {
		return byName;
	}
}
