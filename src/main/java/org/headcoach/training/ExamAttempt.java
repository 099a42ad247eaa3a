package org.headcoach.training;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.headcoach.people.Salesperson;
import org.headcoach.training.engine.Key;
import org.headcoach.training.engine.Marks;
import org.headcoach.training.engine.Shuffle;

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
import jakarta.persistence.Version;

/**
 * Somebody sits an exam. It runs from its start to its end on the server's clock, wherever the browser is; it ends when it is handed in or when its time and the grace are over.
 * The rules under which it was sat stay with it.
 */
@Entity
@Table(name = "exam_attempt")
class ExamAttempt {

	/** How it ended. */
	enum End {
		SUBMITTED, CLOCK
	}

	/** Answers that were given in time may take so long to arrive. */
	static final Duration GRACE = Duration.ofSeconds(30);

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "exam_id")
	private Exam exam;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "attempt_no")
	private int attemptNo;

	@Column(name = "running_key")
	private String runningKey;

	private long seed;

	@Column(name = "shuffle_answers")
	private boolean shuffleAnswers;

	@Column(name = "no_going_back")
	private boolean noGoingBack;

	@Column(name = "pass_mark")
	private int passMark;

	private int penalty;

	@Column(name = "started_at")
	private Instant startedAt;

	@Column(name = "ends_at")
	private Instant endsAt;

	private int reached;

	@Column(name = "finished_at")
	private Instant finishedAt;

	@Enumerated(EnumType.STRING)
	@Column(name = "finished_how")
	private End finishedHow;

	private BigDecimal points;

	@Column(name = "of_points")
	private BigDecimal ofPoints;

	private int waiting;
	private Boolean passed;

	@Column(name = "valid_until")
	private LocalDate validUntil;

	@Version
	private int version;

	protected ExamAttempt() {
	}

	ExamAttempt(ExamAssignment of, int attemptNo, long seed, BigDecimal ofPoints, Instant now) {
		var rules = of.exam().rules();
		this.exam = of.exam();
		this.person = of.person();
		this.attemptNo = attemptNo;
		// of all exams: somebody sits one at a time
		this.runningKey = "person-" + of.person().id();
		this.seed = seed;
		this.shuffleAnswers = rules.shuffleAnswers();
		this.noGoingBack = rules.noGoingBack();
		this.passMark = rules.passMark();
		this.penalty = rules.penalty();
		this.startedAt = now;
		this.endsAt = now.plus(of.time());
		this.ofPoints = ofPoints;
	}

	boolean isRunning() {
		return finishedAt == null;
	}

	/** Whether an answer that arrives now still counts. */
	boolean takes(Instant now) {
		return isRunning() && !now.isAfter(endsAt.plus(GRACE));
	}

	/** In which order the places of a question are shown: always the same in one attempt. */
	Shuffle shuffle(int ordinal, Key key) {
		var own = seed * 31 + ordinal;
		if (key instanceof Key.Ordering) {
			return Shuffle.otherThanRight(own, key.places());
		}
		// the answers of a matching stand in the order of its prompts: shown so they would give themselves away
		return shuffleAnswers || key instanceof Key.Matching ? Shuffle.of(own, key.places()) : Shuffle.none(key.places());
	}

	/** Leaves what lies behind for good, where the exam says so. */
	void reach(int ordinal) {
		reached = Math.max(reached, ordinal);
	}

	boolean isLeft(int ordinal) {
		return noGoingBack && ordinal < reached;
	}

	void finish(End how, Instant now) {
		finishedHow = how;
		finishedAt = how == End.CLOCK || now.isAfter(endsAt) ? endsAt : now;
		runningKey = null;
	}

	void mark(List<Marks.Part> parts, LocalDate validIfPassed) {
		var marks = Marks.of(parts, penalty);
		points = marks.points();
		waiting = marks.waiting();
		passed = Marks.passed(parts, penalty, passMark);
		validUntil = Boolean.TRUE.equals(passed) ? validIfPassed : null;
	}

	/** In two decimals; null while it runs. */
	BigDecimal percent() {
		return points == null ? null : new Marks(points, ofPoints, waiting).percent();
	}

	Long id() {
		return id;
	}

	Exam exam() {
		return exam;
	}

	Salesperson person() {
		return person;
	}

	int attemptNo() {
		return attemptNo;
	}

	boolean noGoingBack() {
		return noGoingBack;
	}

	int passMark() {
		return passMark;
	}

	int penalty() {
		return penalty;
	}

	Instant startedAt() {
		return startedAt;
	}

	Instant endsAt() {
		return endsAt;
	}

	int reached() {
		return reached;
	}

	Instant finishedAt() {
		return finishedAt;
	}

	End finishedHow() {
		return finishedHow;
	}

	BigDecimal points() {
		return points;
	}

	BigDecimal ofPoints() {
		return ofPoints;
	}

	int waiting() {
		return waiting;
	}

	/** Names this state of it, until it changes again. */
	int version() {
		return version;
	}

	Boolean passed() {
		return passed;
	}

	LocalDate validUntil() {
		return validUntil;
	}
}
