package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a good one is like in one role: "account executive". What it says stands in its versions. */
@Entity
@Table(name = "hiring_model")
class HiringModel {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String name;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	protected HiringModel() {
	}

	HiringModel(String name, Instant madeAt, String madeByName) {
		this.name = name;
		this.madeAt = madeAt;
		this.madeByName = madeByName;
	}

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	void rename(String other) {
		name = other;
	}
}
