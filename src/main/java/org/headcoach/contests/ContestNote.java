package org.headcoach.contests;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that was added to an announced contest. It changes no rule and is never taken back. */
@Entity
@Table(name = "contest_note")
class ContestNote {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "contest_id")
	private long contestId;

	private String said;

	@Column(name = "by_name")
	private String byName;

	private Instant at;

	@Column(name = "form_key")
	private String formKey;

	protected ContestNote() {
	}

	ContestNote(long contestId, String said, String byName, Instant at, String formKey) {
		this.contestId = contestId;
		this.said = Contest.said(said, Contest.LONGEST_NOTE, "contests.error.note");
		this.byName = byName;
		this.at = at;
		this.formKey = formKey;
	}

	String said() {
		return said;
	}

	String byName() {
		return byName;
	}

	Instant at() {
		return at;
	}
}
