package org.headcoach.compensation;

import java.time.Instant;

import org.headcoach.people.Salesperson;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** The receipt of somebody who has read a version of their plan and accepts it. It is kept for good. */
@Entity
@Table(name = "plan_receipt")
public class PlanReceipt {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "version_id")
	private PlanVersion version;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "text_hash")
	private String textHash;

	@Column(name = "accepted_at")
	private Instant acceptedAt;

	protected PlanReceipt() {
	}

	PlanReceipt(PlanVersion version, Salesperson person, Instant now) {
		this.version = version;
		this.person = person;
		this.textHash = version.textHash();
		this.acceptedAt = now;
	}

	public PlanVersion version() {
		return version;
	}

	public String textHash() {
		return textHash;
	}

	public Instant acceptedAt() {
		return acceptedAt;
	}
}
