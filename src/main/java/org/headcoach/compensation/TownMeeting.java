package org.headcoach.compensation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.BusinessException;
import org.headcoach.shared.Typed;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * Plans that may come, laid before those whom they would pay: why, how, and what each would have got. It is opened from a simulation, whose figures are frozen
 * with it; it takes comments until its last day or until it is closed, and stays readable.
 */
@Entity
@Table(name = "town_meeting")
public class TownMeeting {

	/** Longest text of the reasons. */
	public static final int LONGEST_REASONS = 4000;
	/** Longest text of a comment, an answer, an entry of the log. */
	public static final int LONGEST_TEXT = 2000;
	private static final int LONGEST_TITLE = 200;

	/** A version of a plan as it stood when the meeting was opened. */
	@Embeddable
	public static class Candidate {

		private int ordinal;

		@Column(name = "version_id")
		private long versionId;

		@Column(name = "plan_name")
		private String planName;

		@Column(name = "version_number")
		private int number;

		@Column(name = "terms_json")
		private String termsText;

		@Column(name = "targets_json")
		private String targetsText;

		protected Candidate() {
		}

		Candidate(int ordinal, long versionId, String planName, int number, String termsText, String targetsText) {
			this.ordinal = ordinal;
			this.versionId = versionId;
			this.planName = planName;
			this.number = number;
			this.termsText = termsText;
			this.targetsText = targetsText;
		}

		public int ordinal() {
			return ordinal;
		}

		public long versionId() {
			return versionId;
		}

		public String planName() {
			return planName;
		}

		public int number() {
			return number;
		}

		String termsText() {
			return termsText;
		}

		String targetsText() {
			return targetsText;
		}
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	private String title;

	private String reasons;

	@Column(name = "first_month")
	private LocalDate firstMonth;

	@Column(name = "last_month")
	private LocalDate lastMonth;

	@Column(name = "comments_until")
	private LocalDate commentsUntil;

	@Column(name = "opened_at")
	private Instant openedAt;

	@Column(name = "opened_by_name")
	private String openedByName;

	@Column(name = "closed_at")
	private Instant closedAt;

	@Column(name = "closed_by_name")
	private String closedByName;

	@Column(name = "form_key")
	private String formKey;

	@ElementCollection
	@CollectionTable(name = "town_meeting_candidate", joinColumns = @JoinColumn(name = "meeting_id"))
	@OrderBy("ordinal")
	private List<Candidate> candidates = new ArrayList<>();

	@Version
	private int version;

	protected TownMeeting() {
	}

	/** @throws BusinessException without a title, reasons or a last day that is still to come */
	TownMeeting(String title, String reasons, YearMonth first, YearMonth last, LocalDate commentsUntil, LocalDate today, Instant now, String by, String formKey) {
		if (commentsUntil == null || commentsUntil.isBefore(today)) {
			throw new BusinessException("compensation.town.error.last-day");
		}
		this.title = said(title, LONGEST_TITLE);
		this.reasons = said(reasons, LONGEST_REASONS);
		this.firstMonth = first.atDay(1);
		this.lastMonth = last.atDay(1);
		this.commentsUntil = commentsUntil;
		this.openedAt = now;
		this.openedByName = by;
		this.formKey = formKey;
	}

	/** A text that somebody gave, without blanks around it. */
	static String said(String text, int longest) {
		return Typed.text(text, longest, "compensation.town.error.empty", "compensation.town.error.too-long");
	}

	void add(Candidate candidate) {
		candidates.add(candidate);
	}

	/** Whether it takes comments. */
	public boolean isOpen(LocalDate today) {
		return closedAt == null && !today.isAfter(commentsUntil);
	}

	void requireOpen(LocalDate today) {
		if (!isOpen(today)) {
			throw new BusinessException("compensation.town.error.closed");
		}
	}

	/** Ends the comments before their last day. Closing it again changes nothing. */
	void close(Instant now, String by) {
		if (closedAt == null) {
			closedAt = now;
			closedByName = by;
		}
	}

	public Long id() {
		return id;
	}

	public String title() {
		return title;
	}

	public String reasons() {
		return reasons;
	}

	public YearMonth firstMonth() {
		return YearMonth.from(firstMonth);
	}

	public YearMonth lastMonth() {
		return YearMonth.from(lastMonth);
	}

	public LocalDate commentsUntil() {
		return commentsUntil;
	}

	public Instant openedAt() {
		return openedAt;
	}

	public String openedByName() {
		return openedByName;
	}

	public Instant closedAt() {
		return closedAt;
	}

	public String closedByName() {
		return closedByName;
	}

	public String formKey() {
		return formKey;
	}

	public List<Candidate> candidates() {
		return List.copyOf(candidates);
	}

	public int version() {
		return version;
	}
}
