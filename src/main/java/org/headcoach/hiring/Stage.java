package org.headcoach.hiring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A column of the board of one opening. */
@Entity
@Table(name = "hiring_stage")
class Stage {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "opening_id")
	private long openingId;

	private int ordinal;

	private String name;

	@Column(name = "needs_cards")
	private boolean needsCards;

	protected Stage() {
	}

	Stage(long openingId, int ordinal, String name, boolean needsCards) {
		this.openingId = openingId;
		this.ordinal = ordinal;
		this.name = name;
		this.needsCards = needsCards;
	}

	Long id() {
		return id;
	}

	long openingId() {
		return openingId;
	}

	int ordinal() {
		return ordinal;
	}

	String name() {
		return name;
	}

	boolean needsCards() {
		return needsCards;
	}

	void change(int newOrdinal, String newName, boolean cards) {
		ordinal = newOrdinal;
		name = newName;
		needsCards = cards;
	}
}
