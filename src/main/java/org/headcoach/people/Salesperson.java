package org.headcoach.people;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * Somebody in the sales line: hired on a day, perhaps left on another. What the person did and whom the person
 * reported to stays true after moving or leaving; places in the line are {@link PositionHeld}.
 */
@Entity
public class Salesperson {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;
	private String email;

	@Column(name = "external_id")
	private String externalId;

	@Column(name = "started_on")
	private LocalDate startedOn;

	@Column(name = "left_on")
	private LocalDate leftOn;

	@Version
	private int version;

	protected Salesperson() {
	}

	public Salesperson(String name, String email, String externalId, LocalDate startedOn) {
		this.name = name;
		this.email = email;
		this.externalId = externalId;
		this.startedOn = startedOn;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public String email() {
		return email;
	}

	/** The number that the HR system or the CRM knows the person by; null when there is none. */
	public String externalId() {
		return externalId;
	}

	public LocalDate startedOn() {
		return startedOn;
	}

	/** The last day at work; null for people who are still here. */
	public LocalDate leftOn() {
		return leftOn;
	}

	public int version() {
		return version;
	}

	public boolean worksOn(LocalDate day) {
		return !day.isBefore(startedOn) && (leftOn == null || !day.isAfter(leftOn));
	}

	public void change(String newName, String newEmail, String newExternalId, LocalDate newStart, LocalDate newEnd) {
		name = newName;
		email = newEmail;
		externalId = newExternalId;
		startedOn = newStart;
		leftOn = newEnd;
	}
}
