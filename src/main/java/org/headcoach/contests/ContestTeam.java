package org.headcoach.contests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team of one contest. It has nothing to do with the teams of the reporting line. */
@Entity
@Table(name = "contest_team")
class ContestTeam {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "contest_id")
	private long contestId;

	private int ordinal;
	private String name;

	protected ContestTeam() {
	}

	ContestTeam(long contestId, int ordinal, String name) {
		this.contestId = contestId;
		this.ordinal = ordinal;
		rename(name);
	}

	/** @throws org.headcoach.shared.BusinessException without a name */
	final void rename(String wanted) {
		name = Contest.said(wanted, 60, "contests.error.team-name");
	}

	Long id() {
		return id;
	}

	/** From 0: also which shape stands before its name. */
	int ordinal() {
		return ordinal;
	}

	String name() {
		return name;
	}
}
