package org.headcoach.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.headcoach.shared.BusinessException;
import org.headcoach.training.engine.Evidence;
import org.headcoach.training.engine.ExitCriteria;
import org.headcoach.training.engine.ResultRule;
import org.headcoach.training.engine.RolePlay;

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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;

/** What a certification asks, as somebody reads it before the role play. It is never changed; another one is published. */
@Entity
@Table(name = "certification_version")
public class CertificationVersion {

	/** How much is asked for. */
	public enum Level {
		BASE, ADVANCED
	}

	/** Something that can be seen or heard, with the words for each score. */
	@Embeddable
	public static class Behaviour {

		private int ordinal;
		private String name;

		@Column(name = "at_one")
		private String atOne;

		@Column(name = "at_five")
		private String atFive;

		@Column(name = "at_seven")
		private String atSeven;

		@Column(name = "at_ten")
		private String atTen;

		@Column(name = "in_renewal")
		private boolean inRenewal;

		protected Behaviour() {
		}

		Behaviour(int ordinal, CertificationPage.Behaviour of) {
			this.ordinal = ordinal;
			this.name = Texts.said(of.name(), LONGEST_NAME, "training.cert.error.behaviour-name");
			this.atOne = Texts.said(of.atOne(), LONGEST_ANCHOR, "training.cert.error.anchor");
			this.atFive = Texts.said(of.atFive(), LONGEST_ANCHOR, "training.cert.error.anchor");
			this.atSeven = Texts.said(of.atSeven(), LONGEST_ANCHOR, "training.cert.error.anchor");
			this.atTen = Texts.said(of.atTen(), LONGEST_ANCHOR, "training.cert.error.anchor");
			this.inRenewal = of.inRenewal();
		}

		CertificationPage.Behaviour row() {
			return new CertificationPage.Behaviour(name, atOne, atFive, atSeven, atTen, inRenewal);
		}

		public String name() {
			return name;
		}
	}

	/** What must have happened before the stage counts as done. */
	@Embeddable
	public static class Criterion {

		private int ordinal;
		private String wording;

		@Enumerated(EnumType.STRING)
		private Evidence evidence;

		protected Criterion() {
		}

		Criterion(int ordinal, ExitCriteria.Criterion of) {
			this.ordinal = ordinal;
			this.wording = Texts.said(of.wording(), 300, "training.cert.error.criterion");
			this.evidence = of.evidence();
		}

		public String wording() {
			return wording;
		}

		public Evidence evidence() {
			return evidence;
		}
	}

	static final int LONGEST_NAME = 120;
	static final int LONGEST_ANCHOR = 500;
	static final int MOST_BEHAVIOURS = 12;
	static final int MOST_EVALUATORS = 5;

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "certification_id")
	private Certification certification;

	@Column(name = "version_no")
	private int versionNo;

	private String title;

	@Enumerated(EnumType.STRING)
	@Column(name = "cert_level")
	private Level level;

	private String stage;
	private String scenario;
	private int minutes;

	@Enumerated(EnumType.STRING)
	@Column(name = "result_rule")
	private ResultRule resultRule;

	@Column(name = "pass_mark")
	private BigDecimal passMark;

	@Column(name = "floor_mark")
	private BigDecimal floorMark;

	private int evaluators;

	@Column(name = "valid_months")
	private Integer validMonths;

	@Column(name = "renewal_days")
	private int renewalDays;

	@Column(name = "renewal_minutes")
	private Integer renewalMinutes;

	@Column(name = "published_at")
	private Instant publishedAt;

	@Column(name = "published_by_name")
	private String publishedByName;

	@ElementCollection
	@CollectionTable(name = "certification_behaviour", joinColumns = @JoinColumn(name = "version_id"))
	@OrderBy("ordinal")
	private List<Behaviour> behaviours = new ArrayList<>();

	@ElementCollection
	@CollectionTable(name = "certification_criterion", joinColumns = @JoinColumn(name = "version_id"))
	@OrderBy("ordinal")
	private List<Criterion> criteria = new ArrayList<>();

	protected CertificationVersion() {
	}

	/** @throws BusinessException when it cannot be scored by it */
	CertificationVersion(Certification certification, CertificationService.WriteCertification wanted, Instant now, String by) {
		this.certification = certification;
		this.title = Texts.said(wanted.title(), LONGEST_NAME, "training.cert.error.title");
		this.level = wanted.level();
		this.stage = wanted.stage();
		this.scenario = Texts.said(wanted.scenario(), 4_000, "training.cert.error.scenario");
		this.minutes = within(wanted.minutes(), 5, 240, "training.cert.error.minutes");
		this.resultRule = wanted.rule();
		this.passMark = mark(wanted.passMark());
		this.floorMark = wanted.floor() == null ? null : mark(wanted.floor());
		this.evaluators = within(wanted.evaluators(), 1, MOST_EVALUATORS, "training.cert.error.evaluators");
		this.validMonths = wanted.validMonths() == null ? null : within(wanted.validMonths(), 1, 120, "training.cert.error.months");
		this.renewalDays = within(wanted.renewalDays(), 0, 365, "training.cert.error.renewal");
		if (wanted.behaviours().isEmpty() || wanted.behaviours().size() > MOST_BEHAVIOURS) {
			throw new BusinessException("training.cert.error.behaviours", MOST_BEHAVIOURS);
		}
		if (wanted.behaviours().stream().noneMatch(CertificationPage.Behaviour::inRenewal)) {
			throw new BusinessException("training-matters.error.renewal-empty");
		}
		this.renewalMinutes = wanted.renewalMinutes() == null ? null : within(wanted.renewalMinutes(), 5, 240, "training.cert.error.minutes");
		wanted.behaviours().forEach(behaviour -> behaviours.add(new Behaviour(behaviours.size(), behaviour)));
		new ExitCriteria(wanted.criteria()).criteria().forEach(criterion -> criteria.add(new Criterion(criteria.size(), criterion)));
		this.versionNo = certification.publish();
		this.publishedAt = now;
		this.publishedByName = by;
	}

	private static BigDecimal mark(BigDecimal mark) {
		if (mark == null || mark.compareTo(BigDecimal.ONE) < 0 || mark.compareTo(BigDecimal.TEN) > 0) {
			throw new BusinessException("training.cert.error.mark");
		}
		return mark;
	}

	private static int within(int number, int least, int most, String otherwise) {
		if (number < least || number > most) {
			throw new BusinessException(otherwise, least, most);
		}
		return number;
	}

	ExitCriteria exit() {
		return new ExitCriteria(criteria.stream().map(criterion -> new ExitCriteria.Criterion(criterion.wording(), criterion.evidence())).toList());
	}

	RolePlay.Terms terms() {
		return new RolePlay.Terms(resultRule, passMark, floorMark);
	}

	public Long id() {
		return id;
	}

	public Certification certification() {
		return certification;
	}

	public int versionNo() {
		return versionNo;
	}

	public String title() {
		return title;
	}

	public Level level() {
		return level;
	}

	/** The code of a step of the main sales process; null for the whole of it. */
	public String stage() {
		return stage;
	}

	public String scenario() {
		return scenario;
	}

	public int minutes() {
		return minutes;
	}

	/** How many have to score a role play. */
	public int evaluators() {
		return evaluators;
	}

	/** How many months a certificate holds; null: for ever. */
	public Integer validMonths() {
		return validMonths;
	}

	public int renewalDays() {
		return renewalDays;
	}

	/** How long a renewal takes; null: as long as the first time. */
	public Integer renewalMinutes() {
		return renewalMinutes;
	}

	/** The places of the behaviours that a role play scores. */
	List<Integer> asked(boolean renewal) {
		return java.util.stream.IntStream.range(0, behaviours.size()).filter(place -> !renewal || behaviours.get(place).inRenewal).boxed().toList();
	}

	public Instant publishedAt() {
		return publishedAt;
	}

	public String publishedByName() {
		return publishedByName;
	}

	public List<Behaviour> behaviours() {
		return behaviours;
	}
}
