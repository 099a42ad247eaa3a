package org.headcoach.training;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.Blueprint;
import org.headcoach.training.engine.Difficulty;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * An exam about facts: a blueprint by which every attempt is drawn from the bank, and the rules under which it is sat. A draft is changed freely; once it is open only what does not
 * make two attempts differ can be changed; a closed one is sat no more and its results stay.
 */
@Entity
@Table(name = "exam")
public class Exam {

	/**
	 * The rules of an exam.
	 *
	 * @param passMark percent that is enough
	 * @param attempts how often one may sit it; null: as often as one likes
	 * @param waitHours how long after an attempt that was not passed
	 * @param penalty percent of its points that a wrong answer costs
	 * @param validMonths after which it has to be sat again; null: never
	 */
	public record Rules(String title, String about, int minutes, int passMark, Integer attempts, int waitHours, boolean shuffleQuestions, boolean shuffleAnswers, boolean noGoingBack, int penalty,
			Shows shows, Integer validMonths) implements Serializable {
	}

	/** One line of the blueprint. */
	@Embeddable
	public static class Line {

		private int ordinal;

		@Column(name = "part_id")
		private long partId;

		@Enumerated(EnumType.STRING)
		private Difficulty difficulty;

		private int questions;

		protected Line() {
		}

		Line(int ordinal, Blueprint.Line line) {
			this.ordinal = ordinal;
			this.partId = line.partId();
			this.difficulty = line.difficulty();
			this.questions = line.count();
		}

		Blueprint.Line line() {
			return new Blueprint.Line(partId, difficulty, questions);
		}
	}

	static final int MOST_MINUTES = 480;
	static final int MOST_QUESTIONS = 200;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;
	private String about;
	private int minutes;

	@Column(name = "pass_mark")
	private int passMark;

	private Integer attempts;

	@Column(name = "wait_hours")
	private int waitHours;

	@Column(name = "shuffle_questions")
	private boolean shuffleQuestions;

	@Column(name = "shuffle_answers")
	private boolean shuffleAnswers;

	@Column(name = "no_going_back")
	private boolean noGoingBack;

	private int penalty;

	@Enumerated(EnumType.STRING)
	private Shows shows;

	@Column(name = "valid_months")
	private Integer validMonths;

	@Enumerated(EnumType.STRING)
	private ExamState state = ExamState.DRAFT;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "form_key")
	private String formKey;

	@ElementCollection(fetch = FetchType.LAZY)
	@CollectionTable(name = "exam_line", joinColumns = @JoinColumn(name = "exam_id"))
	@OrderBy("ordinal")
	private List<Line> lines = new ArrayList<>();

	@Version
	private int version;

	protected Exam() {
	}

	Exam(Instant madeAt, String madeByName, String formKey) {
		this.madeAt = madeAt;
		this.madeByName = madeByName;
		this.formKey = formKey;
	}

	/** Takes over what a draft says. @throws BusinessException when it could not be sat, or is no draft any more */
	void define(Rules rules, Blueprint blueprint) {
		require(state == ExamState.DRAFT, "training.error.not-draft");
		require(rules.minutes() >= 1 && rules.minutes() <= MOST_MINUTES, "training.error.minutes", MOST_MINUTES);
		require(rules.passMark() >= 1 && rules.passMark() <= 100, "training.error.pass-mark");
		require(rules.attempts() == null || rules.attempts() >= 1 && rules.attempts() <= 99, "training.error.attempts");
		require(rules.waitHours() >= 0 && rules.waitHours() <= 24 * 90, "training.error.wait");
		require(rules.penalty() >= 0 && rules.penalty() <= 100, "training.error.penalty");
		require(rules.validMonths() == null || rules.validMonths() >= 1 && rules.validMonths() <= 120, "training.error.valid");
		require(blueprint.count() <= MOST_QUESTIONS, "training.error.too-many", MOST_QUESTIONS);
		title = Texts.said(rules.title(), 120, "training.error.title");
		about = Texts.optional(rules.about(), 2_000);
		minutes = rules.minutes();
		passMark = rules.passMark();
		attempts = rules.attempts();
		waitHours = rules.waitHours();
		shuffleQuestions = rules.shuffleQuestions();
		shuffleAnswers = rules.shuffleAnswers();
		noGoingBack = rules.noGoingBack();
		penalty = rules.penalty();
		shows = rules.shows();
		validMonths = rules.validMonths();
		lines.clear();
		for (var line : blueprint.lines()) {
			lines.add(new Line(lines.size(), line));
		}
	}

	private static void require(boolean good, String key, Object... arguments) {
		if (!good) {
			throw new BusinessException(key, arguments);
		}
	}

	void open() {
		require(state == ExamState.DRAFT, "training.error.not-draft");
		state = ExamState.OPEN;
	}

	void close() {
		require(state == ExamState.OPEN, "training.error.not-open");
		state = ExamState.CLOSED;
	}

	public Rules rules() {
		return new Rules(title, about, minutes, passMark, attempts, waitHours, shuffleQuestions, shuffleAnswers, noGoingBack, penalty, shows, validMonths);
	}

	Blueprint blueprint() {
		return new Blueprint(lines.stream().map(Line::line).toList());
	}

	public Long id() {
		return id;
	}

	public String title() {
		return title;
	}

	public ExamState state() {
		return state;
	}

	public String madeByName() {
		return madeByName;
	}

	public int version() {
		return version;
	}
}
