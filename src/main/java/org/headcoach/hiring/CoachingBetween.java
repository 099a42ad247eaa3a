package org.headcoach.hiring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What happened between the two passes of a role play: how the candidate saw it, what was praised, what to do better, and with how much effort it was tried. */
@Entity
@Table(name = "scorecard_coaching")
class CoachingBetween {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "card_id")
	private long cardId;

	@Column(name = "characteristic_id")
	private long characteristicId;

	@Column(name = "self_diagnosis")
	private String selfDiagnosis;

	private String praise;

	private String improvement;

	private Integer effort;

	protected CoachingBetween() {
	}

	CoachingBetween(long cardId, long characteristicId, String selfDiagnosis, String praise, String improvement, Integer effort) {
		this.cardId = cardId;
		this.characteristicId = characteristicId;
		this.selfDiagnosis = selfDiagnosis;
		this.praise = praise;
		this.improvement = improvement;
		this.effort = effort;
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

	String selfDiagnosis() {
		return selfDiagnosis;
	}

	String praise() {
		return praise;
	}

	String improvement() {
		return improvement;
	}

	Integer effort() {
		return effort;
	}

	void say(String diagnosis, String praised, String better, Integer newEffort) {
		selfDiagnosis = diagnosis;
		praise = praised;
		improvement = better;
		effort = newEffort;
	}
}
