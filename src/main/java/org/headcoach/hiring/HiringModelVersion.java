package org.headcoach.hiring;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One wording of a hiring model with its weights. It is written as a draft, published with a reason, and never changed afterwards: cards keep the version they were filled with. */
@Entity
@Table(name = "hiring_model_version")
class HiringModelVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "model_id")
	private long modelId;

	@Column(name = "version_no")
	private int versionNo;

	@Enumerated(EnumType.STRING)
	private VersionState state;

	@Column(name = "from_day")
	private LocalDate fromDay;

	private String reason;

	@Column(name = "based_on_id")
	private Long basedOnId;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "published_at")
	private Instant publishedAt;

	@Column(name = "published_by_name")
	private String publishedByName;

	@Version
	private int version;

	protected HiringModelVersion() {
	}

	HiringModelVersion(long modelId, int versionNo, VersionState state, Long basedOnId, Instant madeAt, String madeByName) {
		this.modelId = modelId;
		this.versionNo = versionNo;
		this.state = state;
		this.basedOnId = basedOnId;
		this.madeAt = madeAt;
		this.madeByName = madeByName;
	}

	Long id() {
		return id;
	}

	long modelId() {
		return modelId;
	}

	int versionNo() {
		return versionNo;
	}

	VersionState state() {
		return state;
	}

	LocalDate fromDay() {
		return fromDay;
	}

	String reason() {
		return reason;
	}

	Long basedOnId() {
		return basedOnId;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	Instant publishedAt() {
		return publishedAt;
	}

	String publishedByName() {
		return publishedByName;
	}

	int version() {
		return version;
	}

	/** From now on new interviews take this one, and nobody changes it any more. */
	void publish(LocalDate from, String why, Instant when, String byName) {
		state = VersionState.PUBLISHED;
		fromDay = from;
		reason = why;
		publishedAt = when;
		publishedByName = byName;
	}

	void archive() {
		state = VersionState.ARCHIVED;
	}
}
