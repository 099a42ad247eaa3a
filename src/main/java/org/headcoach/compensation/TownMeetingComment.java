package org.headcoach.compensation;

import java.time.Instant;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What somebody says in a town meeting, about the whole or about one candidate. It is answered once, and may be taken back by its author while the meeting is open. */
@Entity
@Table(name = "town_meeting_comment")
public class TownMeetingComment {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "meeting_id")
	private TownMeeting meeting;

	private Integer candidate;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "person_name")
	private String personName;

	private String said;

	@Column(name = "said_at")
	private Instant saidAt;

	@Column(name = "withdrawn_at")
	private Instant withdrawnAt;

	private String answer;

	@Column(name = "answered_at")
	private Instant answeredAt;

	@Column(name = "answered_by_name")
	private String answeredByName;

	@Column(name = "form_key")
	private String formKey;

	@Version
	private int version;

	protected TownMeetingComment() {
	}

	/** @param candidate null for the whole */
	TownMeetingComment(TownMeeting meeting, Integer candidate, Salesperson person, String text, Instant now, String formKey) {
		this.meeting = meeting;
		this.candidate = candidate;
		this.person = person;
		this.personName = person.name();
		this.said = TownMeeting.said(text, TownMeeting.LONGEST_TEXT);
		this.saidAt = now;
		this.formKey = formKey;
	}

	/** Taking it back again changes nothing. */
	void withdraw(Instant now) {
		if (withdrawnAt == null) {
			withdrawnAt = now;
		}
	}

	void answer(String text, Instant now, String by) {
		requireStanding();
		if (answeredAt != null) {
			throw new BusinessException("compensation.town.error.answered", answeredByName);
		}
		answer = TownMeeting.said(text, TownMeeting.LONGEST_TEXT);
		answeredAt = now;
		answeredByName = by;
	}

	void requireStanding() {
		if (withdrawnAt != null) {
			throw new BusinessException("compensation.town.error.withdrawn", personName);
		}
	}

	public Long id() {
		return id;
	}

	public TownMeeting meeting() {
		return meeting;
	}

	public Integer candidate() {
		return candidate;
	}

	public Salesperson person() {
		return person;
	}

	public String personName() {
		return personName;
	}

	public String said() {
		return said;
	}

	public Instant saidAt() {
		return saidAt;
	}

	public boolean isWithdrawn() {
		return withdrawnAt != null;
	}

	public String answer() {
		return answer;
	}

	public Instant answeredAt() {
		return answeredAt;
	}

	public String answeredByName() {
		return answeredByName;
	}

	public String formKey() {
		return formKey;
	}

	public int version() {
		return version;
	}
}
