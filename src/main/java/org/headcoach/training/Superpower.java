package org.headcoach.training;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The stage of the sales process that somebody is strongest in, as a trainer has recorded it: who can teach it. */
@Entity
class Superpower {

	@Id
	@Column(name = "person_id")
	private Long personId;

	@Column(name = "part_id")
	private long partId;

	private String note;

	@Column(name = "said_at")
	private Instant saidAt;

	@Column(name = "said_by_name")
	private String saidByName;

	@Version
	private int version;

	protected Superpower() {
	}

	Superpower(long personId) {
		this.personId = personId;
	}

	void say(long part, String why, Instant now, String by) {
		partId = part;
		note = Texts.optional(why, 500);
		saidAt = now;
		saidByName = by;
	}

	Long personId() {
		return personId;
	}

	long partId() {
		return partId;
	}

	String note() {
		return note;
	}
}
