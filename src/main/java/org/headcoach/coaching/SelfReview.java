package org.headcoach.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The rep speaks first: how the month was, what went well and what to improve, what the charts say, which one skill to
 * work on. It is saved while it is written and can be changed until it is sent; then it stands as it was said.
 * Only after that the rep sees what the figures made the manager think.
 */
@Entity
@Table(name = "self_review")
public class SelfReview {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "in_month")
	private LocalDate inMonth;

	@Column(name = "how_was_it")
	private String howWasIt;

	@Column(name = "went_well")
	private String wentWell;

	@Column(name = "to_improve")
	private String toImprove;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "skill_id")
	private Skill skill;

	@Column(name = "own_skill")
	private String ownSkill;

	private String help;

	@ElementCollection
	@CollectionTable(name = "self_review_look", joinColumns = @JoinColumn(name = "review_id"))
	@MapKeyColumn(name = "metric")
	private Map<String, SelfReviewLook> looks = new LinkedHashMap<>();

	@Column(name = "saved_at")
	private OffsetDateTime savedAt;

	@Column(name = "submitted_at")
	private OffsetDateTime submittedAt;

	@Version
	private int version;

	protected SelfReview() {
	}

	public SelfReview(Salesperson person, CoachingMonth month, Instant now) {
		this.person = person;
		this.inMonth = month.first();
		this.savedAt = now.atOffset(ZoneOffset.UTC);
	}

	/** Takes over what has been written so far; nothing needs to be complete. Refused once it was sent. */
	public void write(String newHowWasIt, String newWentWell, String newToImprove, Map<String, SelfReviewLook> newLooks, Skill newSkill,
			String newOwnSkill, String newHelp, Instant now) {
		if (isSubmitted()) {
			throw new BusinessException("coaching.my-month.error.already-sent");
		}
		howWasIt = text(newHowWasIt);
		wentWell = text(newWentWell);
		toImprove = text(newToImprove);
		skill = newSkill;
		// one skill: a name of the library or own words, never both
		ownSkill = newSkill == null ? text(newOwnSkill) : null;
		help = text(newHelp);
		var said = new TreeMap<String, SelfReviewLook>();
		newLooks.forEach((metric, look) -> {
			if (look.isSaid()) {
				said.put(metric, look);
			}
		});
		if (!said.equals(looks)) {
			looks.clear();
			looks.putAll(said);
		}
		savedAt = now.atOffset(ZoneOffset.UTC);
	}

	/** Sends it. Needs an answer to each question; sending it twice changes nothing. */
	public void submit(Instant now) {
		if (isSubmitted()) {
			return;
		}
		if (howWasIt == null || wentWell == null || toImprove == null) {
			throw new BusinessException("coaching.my-month.error.words-missing");
		}
		if (looks.values().stream().noneMatch(look -> look.sees() != null)) {
			throw new BusinessException("coaching.my-month.error.no-look");
		}
		if (skill == null && ownSkill == null) {
			throw new BusinessException("coaching.my-month.error.skill-missing");
		}
		submittedAt = now.atOffset(ZoneOffset.UTC);
	}

	public boolean isSubmitted() {
		return submittedAt != null;
	}

	private static String text(String written) {
		return written == null || written.isBlank() ? null : written.strip();
	}

	public Long id() {
		return id;
	}

	public Salesperson person() {
		return person;
	}

	public CoachingMonth month() {
		return CoachingMonth.of(inMonth);
	}

	public String howWasIt() {
		return howWasIt;
	}

	public String wentWell() {
		return wentWell;
	}

	public String toImprove() {
		return toImprove;
	}

	/** The skill that the rep chose from the library; null for own words or none yet. */
	public Skill skill() {
		return skill;
	}

	public String ownSkill() {
		return ownSkill;
	}

	public String help() {
		return help;
	}

	public Map<String, SelfReviewLook> looks() {
		return new TreeMap<>(looks);
	}

	public Instant savedAt() {
		return savedAt.toInstant();
	}

	/** Null until it was sent. */
	public Instant submittedAt() {
		return submittedAt == null ? null : submittedAt.toInstant();
	}

	public int version() {
		return version;
	}
}
