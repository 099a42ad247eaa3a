package org.headcoach.people;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A place in the line for a stretch of time: role, team, superior. A move ends one and begins the next on the same day,
 * so who reported to whom in March stays true. {@code until} is the first day on which it no longer holds.
 */
@Entity
@Table(name = "position_held")
public class PositionHeld {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Enumerated(EnumType.STRING)
	private Role role;

	@Column(name = "job_title")
	private String jobTitle;

	private String segment;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "team_id")
	private Team team;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "region_id")
	private Region region;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "superior_id")
	private Salesperson superior;

	@Column(name = "from_day")
	private LocalDate from;

	@Column(name = "until_day")
	private LocalDate until;

	protected PositionHeld() {
	}

	public PositionHeld(Salesperson person, Role role, String jobTitle, String segment, Team team, Region region,
			Salesperson superior, LocalDate from, LocalDate until) {
		this.person = person;
		this.role = role;
		this.jobTitle = jobTitle;
		this.segment = segment;
		this.team = team;
		this.region = region;
		this.superior = superior;
		this.from = from;
		this.until = until;
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public Role role() {
		return role;
	}

	public String jobTitle() {
		return jobTitle;
	}

	public String segment() {
		return segment;
	}

	public Team team() {
		return team;
	}

	public Region region() {
		return region;
	}

	public Salesperson superior() {
		return superior;
	}

	public LocalDate from() {
		return from;
	}

	public LocalDate until() {
		return until;
	}

	public void endBefore(LocalDate day) {
		until = day;
	}

	/** Another place from the same first day on: a correction, or a move planned anew. */
	public void becomes(Role newRole, String newJobTitle, String newSegment, Team newTeam, Region newRegion, Salesperson newSuperior) {
		role = newRole;
		jobTitle = newJobTitle;
		segment = newSegment;
		team = newTeam;
		region = newRegion;
		superior = newSuperior;
	}

	/** The same place from another first day on. */
	public void startOn(LocalDate day) {
		from = day;
	}

	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(from) && (until == null || day.isBefore(until));
	}
}
