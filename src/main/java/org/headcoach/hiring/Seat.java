package org.headcoach.hiring;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** An interviewer's place in an interview, with what he or she looks at; an empty focus means everything. */
@Entity
@Table(name = "interview_seat")
class Seat {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@Column(name = "interview_id")
	private long interviewId;

	@Column(name = "account_id")
	private long accountId;

	private boolean required;

	@Column(name = "reminded_at")
	private Instant remindedAt;

	@ElementCollection
	@CollectionTable(name = "interview_focus", joinColumns = @JoinColumn(name = "seat_id"))
	@Column(name = "code")
	private Set<String> focus = new HashSet<>();

	protected Seat() {
	}

	Seat(long interviewId, long accountId, boolean required) {
		this.interviewId = interviewId;
		this.accountId = accountId;
		this.required = required;
	}

	Long id() {
		return id;
	}

	long interviewId() {
		return interviewId;
	}

	long accountId() {
		return accountId;
	}

	boolean required() {
		return required;
	}

	Instant remindedAt() {
		return remindedAt;
	}

	Set<String> focus() {
		return focus;
	}

	void looksAt(Set<String> codes) {
		focus.clear();
		focus.addAll(codes);
	}

	void require(boolean other) {
		required = other;
	}

	void reminded(Instant when) {
		remindedAt = when;
	}
}
