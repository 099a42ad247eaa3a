package org.headcoach.training;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What a company teaches, laid out from a version of its methodology: an overview, then a session for each stage of the process, and the practicum. */
@Entity
@Table(name = "curriculum")
class Curriculum {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;

	@Column(name = "methodology_id")
	private long methodologyId;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	private boolean retired;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected Curriculum() {
	}

	Curriculum(String title, long methodologyId, Instant now, String by, String formKey) {
		this.methodologyId = methodologyId;
		this.madeAt = now;
		this.madeByName = by;
		this.formKey = formKey;
		rename(title);
	}

	void rename(String newTitle) {
		title = Texts.said(newTitle, 120, "learn.error.title");
	}

	void retire(boolean over) {
		retired = over;
	}

	Long id() {
		return id;
	}

	String title() {
		return title;
	}

	long methodologyId() {
		return methodologyId;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	boolean isRetired() {
		return retired;
	}

	String formKey() {
		return formKey;
	}

	int version() {
		return version;
	}
}
