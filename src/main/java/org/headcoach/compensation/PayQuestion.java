package org.headcoach.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** What somebody asks about a line of their pay, or about the month. Question, answer and outcome stay on the line. */
@Entity
@Table(name = "pay_question")
public class PayQuestion {

	/** What came of it. */
	public enum Outcome {
		/** The line is right. */
		STANDS,
		/** Something was or will be changed. */
		CHANGED
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate month;

	@Column(name = "posting_id")
	private Long postingId;

	private String asked;

	@Column(name = "asked_at")
	private Instant askedAt;

	@Column(name = "due_on")
	private LocalDate dueOn;

	private String answer;

	@Enumerated(EnumType.STRING)
	private Outcome outcome;

	@Column(name = "answered_at")
	private Instant answeredAt;

	@Column(name = "answered_by_name")
	private String answeredByName;

	@Version
	private int version;

	protected PayQuestion() {
	}

	/** @param postingId null for the month as a whole */
	PayQuestion(Salesperson person, YearMonth month, Long postingId, String asked, Instant now, LocalDate dueOn) {
		if (asked == null || asked.isBlank()) {
			throw new BusinessException("compensation.question.error.empty");
		}
		this.person = person;
		this.month = month.atDay(1);
		this.postingId = postingId;
		this.asked = asked.strip();
		this.askedAt = now;
		this.dueOn = dueOn;
	}

	void answer(String text, Outcome itsOutcome, Instant now, String by) {
		if (answeredAt != null) {
			throw new BusinessException("compensation.question.error.answered", answeredByName);
		}
		if (text == null || text.isBlank() || itsOutcome == null) {
			throw new BusinessException("compensation.question.error.no-answer");
		}
		answer = text.strip();
		outcome = itsOutcome;
		answeredAt = now;
		answeredByName = by;
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public YearMonth month() {
		return YearMonth.from(month);
	}

	public Long postingId() {
		return postingId;
	}

	public String asked() {
		return asked;
	}

	public Instant askedAt() {
		return askedAt;
	}

	public LocalDate dueOn() {
		return dueOn;
	}

	public String answer() {
		return answer;
	}

	public Outcome outcome() {
		return outcome;
	}

	public Instant answeredAt() {
		return answeredAt;
	}

	public String answeredByName() {
		return answeredByName;
	}

	public boolean isOpen() {
		return answeredAt == null;
	}

	public int version() {
		return version;
	}
}
