package org.headcoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.headcoach.people.Salesperson;

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

/** A notice on somebody's Today page that something is still awaited; it disappears when the thing is done. */
@Entity
public class Reminder {

	/** What is awaited. */
	public enum Kind {
		SELF_REVIEW, PLAN
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate inMonth;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	@Column(name = "sent_at")
	private OffsetDateTime sentAt;

	@Column(name = "sent_by")
	private String sentBy;

	private int times;

	protected Reminder() {
	}

	Reminder(Salesperson person, CoachingMonth month, Kind kind, Instant now, String by) {
		this.person = person;
		this.inMonth = month.first();
		this.kind = kind;
		again(now, by);
	}

	final void again(Instant now, String by) {
		sentAt = now.atOffset(ZoneOffset.UTC);
		sentBy = by;
		times++;
	}

	public Salesperson person() {
		return person;
	}

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	public Kind kind() {
		return kind;
	}

	public Instant sentAt() {
		return sentAt.toInstant();
	}

	public String sentBy() {
		return sentBy;
	}

	public int times() {
		return times;
	}
}
