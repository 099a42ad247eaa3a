package org.headcoach.training;

import java.time.Instant;
import java.time.LocalDate;

import org.headcoach.people.Salesperson;
import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.Validity;

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
import jakarta.persistence.Version;

/** What a passed role play gives: from a day to a day, renewed by another one, perhaps revoked. What is printed on it stays. */
@Entity
public class Certificate {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "assessment_id")
	private Assessment assessment;

	@Column(name = "certification_id")
	private Long certificationId;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "person_id")
	private Salesperson person;

	private String number;

	@Column(name = "status_index")
	private int statusIndex;

	private String holder;
	private String title;

	@Enumerated(EnumType.STRING)
	@Column(name = "cert_level")
	private CertificationVersion.Level level;

	@Column(name = "earned_on")
	private LocalDate earnedOn;

	@Column(name = "last_day")
	private LocalDate lastDay;

	@Column(name = "renewal_days")
	private int renewalDays;

	@Column(name = "renews_id")
	private Long renewsId;

	@Column(name = "revoked_at")
	private Instant revokedAt;

	@Column(name = "revoked_by_name")
	private String revokedByName;

	@Column(name = "revoked_why")
	private String revokedWhy;

	@Version
	private int version;

	protected Certificate() {
	}

	/** @param before the one that it renews; null for a first one */
	Certificate(Assessment assessment, LocalDate earnedOn, Certificate before, String number, int statusIndex) {
		var rubric = assessment.rubric();
		this.assessment = assessment;
		this.certificationId = rubric.certification().id();
		this.person = assessment.person();
		this.number = number;
		this.statusIndex = statusIndex;
		this.holder = assessment.person().name();
		this.title = rubric.title();
		this.level = rubric.level();
		this.earnedOn = earnedOn;
		this.renewalDays = rubric.renewalDays();
		this.renewsId = before == null ? null : before.id;
		this.lastDay = before == null ? Validity.lastDay(earnedOn, rubric.validMonths()) : Validity.renewed(before.lastDay, earnedOn, rubric.validMonths(), before.renewalDays);
	}

	void revoke(Instant now, String by, String why) {
		if (revokedAt != null) {
			throw new BusinessException("training.cert.error.revoked");
		}
		revokedWhy = Texts.said(why, 300, "training.cert.error.why");
		revokedAt = now;
		revokedByName = by;
	}

	public Long id() {
		return id;
	}

	public Long certificationId() {
		return certificationId;
	}

	public Salesperson person() {
		return person;
	}

	public Assessment assessment() {
		return assessment;
	}

	/** What stands in its public address; it cannot be guessed. */
	public String number() {
		return number;
	}

	public int statusIndex() {
		return statusIndex;
	}

	public String holder() {
		return holder;
	}

	public String title() {
		return title;
	}

	public CertificationVersion.Level level() {
		return level;
	}

	public LocalDate earnedOn() {
		return earnedOn;
	}

	/** Null: it holds for ever. */
	public LocalDate lastDay() {
		return lastDay;
	}

	public int renewalDays() {
		return renewalDays;
	}

	public Long renewsId() {
		return renewsId;
	}

	public Instant revokedAt() {
		return revokedAt;
	}

	public String revokedByName() {
		return revokedByName;
	}

	public String revokedWhy() {
		return revokedWhy;
	}
}
