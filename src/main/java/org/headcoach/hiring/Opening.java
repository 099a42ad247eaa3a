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

/** A place to fill: a role by its model, a team, who decides, how many seats. Candidates go through its stages. */
@Entity
@Table(name = "hiring_opening")
class Opening {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;

	@Column(name = "model_id")
	private long modelId;

	@Column(name = "team_id")
	private Long teamId;

	@Column(name = "hiring_manager_id")
	private Long hiringManagerId;

	@Column(name = "recruiter_account_id")
	private Long recruiterAccountId;

	private int seats;

	@Enumerated(EnumType.STRING)
	private OpeningState state;

	@Column(name = "opened_on")
	private LocalDate openedOn;

	@Column(name = "wanted_by")
	private LocalDate wantedBy;

	@Column(name = "closed_on")
	private LocalDate closedOn;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected Opening() {
	}

	Opening(String title, long modelId, Long teamId, Long hiringManagerId, Long recruiterAccountId, int seats, OpeningState state, LocalDate openedOn, LocalDate wantedBy, Instant madeAt, String madeByName, String formKey) {
		this.title = title;
		this.modelId = modelId;
		this.teamId = teamId;
		this.hiringManagerId = hiringManagerId;
		this.recruiterAccountId = recruiterAccountId;
		this.seats = seats;
		this.state = state;
		this.openedOn = openedOn;
		this.wantedBy = wantedBy;
		this.madeAt = madeAt;
		this.madeByName = madeByName;
		this.formKey = formKey;
	}

	Long id() {
		return id;
	}

	String title() {
		return title;
	}

	long modelId() {
		return modelId;
	}

	Long teamId() {
		return teamId;
	}

	Long hiringManagerId() {
		return hiringManagerId;
	}

	Long recruiterAccountId() {
		return recruiterAccountId;
	}

	int seats() {
		return seats;
	}

	OpeningState state() {
		return state;
	}

	LocalDate openedOn() {
		return openedOn;
	}

	LocalDate wantedBy() {
		return wantedBy;
	}

	LocalDate closedOn() {
		return closedOn;
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

	void change(String newTitle, long newModel, Long newTeam, Long newManager, Long newRecruiter, int newSeats, LocalDate newWantedBy) {
		title = newTitle;
		modelId = newModel;
		teamId = newTeam;
		hiringManagerId = newManager;
		recruiterAccountId = newRecruiter;
		seats = newSeats;
		wantedBy = newWantedBy;
	}

	void become(OpeningState other, LocalDate today) {
		state = other;
		closedOn = other == OpeningState.CLOSED ? today : null;
	}
}
