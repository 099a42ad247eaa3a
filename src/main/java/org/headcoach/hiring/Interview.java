package org.headcoach.hiring;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A talk with a candidate at one time, with who asks. It keeps the version of the model that held when it was planned. */
@Entity
@Table(name = "interview")
class Interview {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "candidacy_id")
	private long candidacyId;

	@Column(name = "model_version_id")
	private long modelVersionId;

	private String title;

	@Column(name = "starts_at")
	private Instant startsAt;

	@Column(name = "ends_at")
	private Instant endsAt;

	private String zone;

	private String place;

	@Enumerated(EnumType.STRING)
	private InterviewState state;

	@Column(name = "sequence_no")
	private int sequenceNo;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected Interview() {
	}

	Interview(long candidacyId, long modelVersionId, String title, Instant startsAt, Instant endsAt, String zone, String place, InterviewState state, int sequenceNo, Instant madeAt, String madeByName, String formKey) {
		this.candidacyId = candidacyId;
		this.modelVersionId = modelVersionId;
		this.title = title;
		this.startsAt = startsAt;
		this.endsAt = endsAt;
		this.zone = zone;
		this.place = place;
		this.state = state;
		this.sequenceNo = sequenceNo;
		this.madeAt = madeAt;
		this.madeByName = madeByName;
		this.formKey = formKey;
	}

	Long id() {
		return id;
	}

	long candidacyId() {
		return candidacyId;
	}

	long modelVersionId() {
		return modelVersionId;
	}

	String title() {
		return title;
	}

	Instant startsAt() {
		return startsAt;
	}

	Instant endsAt() {
		return endsAt;
	}

	String zone() {
		return zone;
	}

	String place() {
		return place;
	}

	InterviewState state() {
		return state;
	}

	int sequenceNo() {
		return sequenceNo;
	}

	Instant madeAt() {
		return madeAt;
	}

	String madeByName() {
		return madeByName;
	}

	String formKey() {
		return formKey;
	}

	int version() {
		return version;
	}

	void change(String newTitle, Instant newStart, Instant newEnd, String newZone, String newPlace) {
		title = newTitle;
		startsAt = newStart;
		endsAt = newEnd;
		zone = newZone;
		place = newPlace;
		sequenceNo++;
	}

	void cancel() {
		state = InterviewState.CANCELLED;
		sequenceNo++;
	}
}
