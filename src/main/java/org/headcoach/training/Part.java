package org.headcoach.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A part of the methodology: a stage of the buyer journey or of the sales process, or a field of the qualifying matrix. Questions and exams are laid out by it. */
@Entity
@Table(name = "training_part")
class Part {

	/** What it belongs to, in the order in which it is taught. */
	enum Kind {
		BUYER_JOURNEY, SALES_PROCESS, QUALIFYING
	}

	static final int LONGEST_NAME = 100;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "ordinal")
	private int ordinal;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private String name;

	protected Part() {
	}

	Part(int ordinal, Kind kind, String name) {
		this.ordinal = ordinal;
		this.kind = kind;
		this.name = Texts.said(name, LONGEST_NAME, "training.error.part-name");
	}

	/** Another name and place; what is filed under it stays with it. */
	void become(String newName, int newOrdinal) {
		name = Texts.said(newName, LONGEST_NAME, "training.error.part-name");
		ordinal = newOrdinal;
	}

	Long id() {
		return id;
	}

	int ordinal() {
		return ordinal;
	}

	Kind kind() {
		return kind;
	}

	String name() {
		return name;
	}
}
