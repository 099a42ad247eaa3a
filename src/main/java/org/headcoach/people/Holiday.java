package org.headcoach.people;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A day of the company's calendar on which nobody works. */
@Entity
public class Holiday {

	@Id
	@Column(name = "holiday_on")
	private LocalDate on;

	private String name;

	protected Holiday() {
	}

	public Holiday(LocalDate on, String name) {
		this.on = on;
		this.name = name;
	}

	public LocalDate on() {
		return on;
	}

	public String name() {
		return name;
	}
}
