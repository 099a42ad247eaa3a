package org.headcoach.training;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * A skill of the sales process that somebody can be certified in. What it asks is published version by version; what was scored by an older one stays as it was. It
 * can be retired: then there are no new appointments, and what was earned holds on.
 */
@Entity
public class Certification {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "latest_no")
	private int latestNo;

	@Column(name = "retired_at")
	private Instant retiredAt;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected Certification() {
	}

	Certification(String formKey) {
		this.formKey = formKey;
	}

	/** The number of the version that comes next. */
	int publish() {
		latestNo++;
		return latestNo;
	}

	void retire(Instant now) {
		retiredAt = now;
	}

	void takeBack() {
		retiredAt = null;
	}

	public Long id() {
		return id;
	}

	public int latestNo() {
		return latestNo;
	}

	public boolean isRetired() {
		return retiredAt != null;
	}

	public int version() {
		return version;
	}
}
