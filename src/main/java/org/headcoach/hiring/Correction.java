package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A change of a card after it was handed in: what it was, what it is, and why. */
@Entity
@Table(name = "scorecard_correction")
class Correction {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "card_id")
	private long cardId;

	@Column(name = "characteristic_id")
	private Long characteristicId;

	@Column(name = "pass_no")
	private Integer passNo;

	@Column(name = "before_text")
	private String beforeText;

	@Column(name = "after_text")
	private String afterText;

	private String reason;

	private Instant at;

	@Column(name = "by_name")
	private String byName;

	protected Correction() {
	}

	Correction(long cardId, Long characteristicId, Integer passNo, String beforeText, String afterText, String reason, Instant at, String byName) {
		this.cardId = cardId;
		this.characteristicId = characteristicId;
		this.passNo = passNo;
		this.beforeText = beforeText;
		this.afterText = afterText;
		this.reason = reason;
		this.at = at;
		this.byName = byName;
	}

	Long id() {
		return id;
	}

	long cardId() {
		return cardId;
	}

	Long characteristicId() {
		return characteristicId;
	}

	Integer passNo() {
		return passNo;
	}

	String beforeText() {
		return beforeText;
	}

	String afterText() {
		return afterText;
	}

	String reason() {
		return reason;
	}

	Instant at() {
		return at;
	}

	String byName() {
		return byName;
	}
}
