package org.headcoach.compensation;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An entry of a town meeting's log: what was changed and, when it came from a comment, from whose. It is never changed itself. */
@Entity
@Table(name = "town_meeting_change")
public class TownMeetingChange {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "meeting_id")
	private TownMeeting meeting;

	private String what;

	@ManyToOne
	@JoinColumn(name = "comment_id")
	private TownMeetingComment comment;

	@Column(name = "entered_at")
	private Instant enteredAt;

	@Column(name = "entered_by_name")
	private String enteredByName;

	@Column(name = "form_key")
	private String formKey;

	protected TownMeetingChange() {
	}

	/** @param comment null when it came from none */
	TownMeetingChange(TownMeeting meeting, String what, TownMeetingComment comment, Instant now, String by, String formKey) {
		this.meeting = meeting;
		this.what = TownMeeting.said(what, TownMeeting.LONGEST_TEXT);
		this.comment = comment;
		this.enteredAt = now;
		this.enteredByName = by;
		this.formKey = formKey;
	}

	public Long id() {
		return id;
	}

	public String what() {
		return what;
	}

	public TownMeetingComment comment() {
		return comment;
	}

	public Instant enteredAt() {
		return enteredAt;
	}

	public String enteredByName() {
		return enteredByName;
	}
}
