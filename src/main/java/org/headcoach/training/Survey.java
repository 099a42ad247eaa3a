package org.headcoach.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * A round in which people say some months after their training which parts of it were worth most and what was missing. It is asked once, is open until a day, and is read when that day is over or everybody has
 * answered. Who has answered is kept; what was answered stands apart from it.
 */
@Entity
@Table(name = "training_survey")
class Survey {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;

	@Column(name = "asked_at")
	private Instant askedAt;

	@Column(name = "asked_by_name")
	private String askedByName;

	@Column(name = "closes_on")
	private LocalDate closesOn;

	@Column(name = "form_key")
	private String formKey;

	@ElementCollection
	@CollectionTable(name = "survey_part", joinColumns = @JoinColumn(name = "survey_id"))
	@OrderColumn(name = "ordinal")
	@Column(name = "name")
	private List<String> parts = new ArrayList<>();

	@Version
	private int version;

	protected Survey() {
	}

	Survey(String title, List<String> parts, LocalDate closesOn, Instant now, String by, String formKey) {
		this.title = Texts.said(title, 120, "training-matters.error.title");
		this.parts.addAll(parts);
		this.closesOn = closesOn;
		this.askedAt = now;
		this.askedByName = by;
		this.formKey = formKey;
	}

	Long id() {
		return id;
	}

	String title() {
		return title;
	}

	Instant askedAt() {
		return askedAt;
	}

	String askedByName() {
		return askedByName;
	}

	/** The last day on which it can be answered. */
	LocalDate closesOn() {
		return closesOn;
	}

	List<String> parts() {
		return parts;
	}
}
