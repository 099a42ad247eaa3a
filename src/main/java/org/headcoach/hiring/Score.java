package org.headcoach.hiring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One score of a card; null is missing and never 0. */
@Entity
@Table(name = "scorecard_score")
class Score {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "card_id")
	private long cardId;

	@Column(name = "characteristic_id")
	private long characteristicId;

	@Column(name = "pass_no")
	private int passNo;

	private Integer score;

	@Column(name = "could_not_tell")
	private boolean couldNotTell;

	private String note;

	protected Score() {
	}

	Score(long cardId, long characteristicId, int passNo, Integer score, boolean couldNotTell, String note) {
		this.cardId = cardId;
		this.characteristicId = characteristicId;
		this.passNo = passNo;
		this.score = score;
		this.couldNotTell = couldNotTell;
		this.note = note;
	}

	Long id() {
		return id;
	}

	long cardId() {
		return cardId;
	}

	long characteristicId() {
		return characteristicId;
	}

	int passNo() {
		return passNo;
	}

	Integer score() {
		return score;
	}

	boolean couldNotTell() {
		return couldNotTell;
	}

	String note() {
		return note;
	}

	void say(Integer newScore, boolean unclear, String newNote) {
		score = newScore;
		couldNotTell = unclear;
		note = newNote;
	}
}
