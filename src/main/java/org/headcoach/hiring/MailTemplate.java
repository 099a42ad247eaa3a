package org.headcoach.hiring;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A letter to candidates with blanks such as {name}. */
@Entity
@Table(name = "hiring_mail_template")
class MailTemplate {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	private String subject;

	private String body;

	@Version
	private int version;

	protected MailTemplate() {
	}

	MailTemplate(String name, String subject, String body) {
		this.name = name;
		this.subject = subject;
		this.body = body;
	}

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	String subject() {
		return subject;
	}

	String body() {
		return body;
	}

	int version() {
		return version;
	}

	void change(String newName, String newSubject, String newBody) {
		name = newName;
		subject = newSubject;
		body = newBody;
	}
}
