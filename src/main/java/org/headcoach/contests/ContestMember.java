package org.headcoach.contests;

import java.time.LocalDate;

import org.headcoach.people.Salesperson;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Somebody who takes part: in a team from one day to another. What was done on these days stays the team's, also when the person leaves. */
@Entity
@Table(name = "contest_member")
class ContestMember {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "contest_id")
	private long contestId;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "team_id")
	private ContestTeam team;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "from_day")
	private LocalDate from;

	@Column(name = "until_day")
	private LocalDate until;

	private String why;

	protected ContestMember() {
	}

	ContestMember(long contestId, Salesperson person, ContestTeam team) {
		this.contestId = contestId;
		this.person = person;
		this.team = team;
	}

	/** Comes in after the start. */
	ContestMember(long contestId, Salesperson person, ContestTeam team, LocalDate from, String why) {
		this(contestId, person, team);
		this.from = from;
		this.why = why;
	}

	/** Another team, of a draft only. */
	void moveTo(ContestTeam other) {
		team = other;
	}

	/** @param last the last day that still counts for the team */
	void leave(LocalDate last, String reason) {
		until = last;
		why = reason;
	}

	long contestId() {
		return contestId;
	}

	/** Null while nobody has put the person into a team. */
	ContestTeam team() {
		return team;
	}

	Salesperson person() {
		return person;
	}

	/** Null: from the first day. */
	LocalDate from() {
		return from;
	}

	/** Null: to the last day. */
	LocalDate until() {
		return until;
	}

	/** Why somebody came later or left earlier. */
	String why() {
		return why;
	}
}
