package org.headcoach.people;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** A part of the market with its teams. */
@Entity
public class Region {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	@SequenceGenerator(name = "ids", sequenceName = "ids", allocationSize = 50)
	private Long id;

	private String name;

	@Version
	private int version;

	protected Region() {
	}

	public Region(String name) {
		this.name = name;
	}

	public Long id() {
		return id;
	}

	public String name() {
		return name;
	}

	public void rename(String newName) {
		name = newName;
	}
}
