package org.headcoach.people;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** A manager with reps. It stays known after it is closed, because its past figures do. */
@Entity
public class Team {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "region_id")
	private Region region;

	@jakarta.persistence.Column(name = "closed_on")
	private LocalDate closedOn;

	@Version
	private int version;

	protected Team() {
	}

	public Team(String name, Region region) {
		this.name = name;
		this.region = region;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public Region region() {
		return region;
	}

	public LocalDate closedOn() {
		return closedOn;
	}

	public void rename(String newName) {
		name = newName;
	}

	public void moveTo(Region other) {
		region = other;
	}

	public void close(LocalDate on) {
		closedOn = on;
	}

	public void reopen() {
		closedOn = null;
	}
}
