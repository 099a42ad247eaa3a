package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A step of a candidate on the board. */
@Entity
@Table(name = "hiring_stage_move")
class StageMove {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidacy_id")
	private long candidacyId;

	@Column(name = "from_stage_id")
	private Long fromStageId;

	@Column(name = "to_stage_id")
	private long toStageId;

	private String why;

	private Instant at;

	@Column(name = "by_name")
	private String byName;

	protected StageMove() {
	}

	StageMove(long candidacyId, Long fromStageId, long toStageId, String why, Instant at, String byName) {
		this.candidacyId = candidacyId;
		this.fromStageId = fromStageId;
		this.toStageId = toStageId;
		this.why = why;
		this.at = at;
		this.byName = byName;
	}

	Long id() {
		return id;
	}

	long candidacyId() {
		return candidacyId;
	}

	Long fromStageId() {
		return fromStageId;
	}

	long toStageId() {
		return toStageId;
	}

	String why() {
		return why;
	}

	Instant at() {
		return at;
	}

	String byName() {
		return byName;
	}
}
