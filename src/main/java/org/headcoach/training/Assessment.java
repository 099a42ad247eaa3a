package org.headcoach.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.RolePlay;

import jakarta.persistence.CascadeType;
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
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

/**
 * A role play that somebody is scored in: an appointment by the rubric that was in force when it was made, a card for each evaluator, which the others do not see
 * before all are handed in, and then the result. Nothing of it is ever deleted.
 */
@Entity
public class Assessment {

	/** How far it is. */
	public enum State {
		PLANNED, SETTLED, CALLED_OFF
	}

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "version_id")
	private CertificationVersion rubric;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	@Column(name = "meets_at")
	private LocalDateTime meetsAt;

	private String place;

	@Enumerated(EnumType.STRING)
	private State state = State.PLANNED;

	@Column(name = "made_at")
	private Instant madeAt;

	@Column(name = "made_by_name")
	private String madeByName;

	@Column(name = "called_off_why")
	private String calledOffWhy;

	@Column(name = "settled_at")
	private Instant settledAt;

	private BigDecimal score;
	private Boolean verified;
	private Boolean passed;

	private boolean renewal;

	@Column(name = "form_key")
	private String formKey;

	@OneToMany(mappedBy = "assessment", cascade = CascadeType.PERSIST)
	@OrderBy("id")
	private List<AssessmentCard> cards = new ArrayList<>();

	@Version
	private int version;

	protected Assessment() {
	}

	Assessment(CertificationVersion rubric, Salesperson person, LocalDateTime meetsAt, String place, boolean renewal, Instant now, String by, String formKey) {
		this.rubric = rubric;
		this.person = person;
		this.meetsAt = meetsAt;
		this.place = Texts.optional(place, 200);
		this.renewal = renewal;
		this.madeAt = now;
		this.madeByName = by;
		this.formKey = formKey;
	}

	void callOff(String why) {
		requirePlanned();
		calledOffWhy = Texts.said(why, 300, "training.cert.error.why");
		state = State.CALLED_OFF;
	}

	void requirePlanned() {
		if (state != State.PLANNED) {
			throw new BusinessException("training.cert.error.not-planned");
		}
	}

	boolean isComplete() {
		return cards.stream().allMatch(AssessmentCard::isHandedIn);
	}

	/** Takes the result over once the last card is in. */
	RolePlay.Result settle(Instant now) {
		requirePlanned();
		var result = result();
		score = result.score();
		verified = result.verified();
		passed = result.passed();
		settledAt = now;
		state = State.SETTLED;
		return result;
	}

	/** What the cards make, by the rubric of this role play. */
	RolePlay.Result result() {
		return RolePlay.result(rubric.terms(), rubric.exit(), cards.stream().map(AssessmentCard::card).toList());
	}

	public Long id() {
		return id;
	}

	public CertificationVersion rubric() {
		return rubric;
	}

	public Salesperson person() {
		return person;
	}

	/** Whether it renews a certificate, and may ask for less. */
	public boolean isRenewal() {
		return renewal;
	}

	/** The places, in the rubric, of the behaviours that are scored. */
	List<Integer> asked() {
		return rubric.asked(renewal);
	}

	/** On the wall clock of the company. */
	public LocalDateTime meetsAt() {
		return meetsAt;
	}

	public LocalDate on() {
		return meetsAt.toLocalDate();
	}

	public String place() {
		return place;
	}

	public State state() {
		return state;
	}

	public String madeByName() {
		return madeByName;
	}

	public String calledOffWhy() {
		return calledOffWhy;
	}

	public Instant settledAt() {
		return settledAt;
	}

	public BigDecimal score() {
		return score;
	}

	public boolean isPassed() {
		return Boolean.TRUE.equals(passed);
	}

	List<AssessmentCard> cards() {
		return cards;
	}
}
