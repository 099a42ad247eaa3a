package org.headcoach.coaching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

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
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Time that a manager spent with one rep. A team of eight leaves three to four hours a rep and week. */
@Entity
@Table(name = "coaching_time")
public class CoachingTime {

	/** The same line once more within this time comes from a second click. */
	static final Duration SECOND_CLICK = Duration.ofMinutes(1);

	/** A whole working day with one rep. */
	public static final int MOST_MINUTES = 600;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "coach_id")
	private Salesperson coach;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "spent_on")
	private LocalDate spentOn;

	private int minutes;

	@Enumerated(EnumType.STRING)
	private TimeKind kind;

	private String note;

	@OneToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "check_in_id")
	private CheckIn checkIn;

	@Column(name = "noted_at")
	private OffsetDateTime notedAt;

	protected CoachingTime() {
	}

	public CoachingTime(Salesperson coach, Salesperson person, LocalDate spentOn, int minutes, TimeKind kind, String note, Instant now) {
		this.coach = coach;
		this.person = person;
		this.spentOn = spentOn;
		this.minutes = minutes(minutes);
		this.kind = kind;
		this.note = note == null || note.isBlank() ? null : note.strip();
		this.notedAt = now.atOffset(ZoneOffset.UTC);
	}

	/** Whether this one, logged after that time, says what is to be logged now. */
	boolean isSameAs(LogCoachingTime spent, Instant after) {
		return notedAt.toInstant().isAfter(after) && checkIn == null && spentOn.equals(spent.spentOn()) && minutes == spent.minutes() && kind == spent.kind();
	}

	static CoachingTime of(CheckIn checkIn, Salesperson coach, Instant now) {
		var time = new CoachingTime(coach, checkIn.plan().person(), checkIn.heldOn(), checkIn.minutes(), TimeKind.CHECK_IN, null, now);
		time.checkIn = checkIn;
		return time;
	}

	static int minutes(int minutes) {
		if (minutes < 1 || minutes > MOST_MINUTES) {
			throw new BusinessException("coaching.time.error.minutes", MOST_MINUTES);
		}
		return minutes;
	}

	public Long id() {
		return id;
	}

	public Salesperson coach() {
		return coach;
	}

	public Salesperson person() {
		return person;
	}

	public LocalDate spentOn() {
		return spentOn;
	}

	public int minutes() {
		return minutes;
	}

	public TimeKind kind() {
		return kind;
	}

	public String note() {
		return note;
	}

	/** The check-in that this line stands for; null for time that was logged by itself. */
	public CheckIn checkIn() {
		return checkIn;
	}
}
