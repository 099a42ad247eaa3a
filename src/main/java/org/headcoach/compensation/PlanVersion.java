package org.headcoach.compensation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

import org.headcoach.compensation.engine.Json;
import org.headcoach.compensation.engine.PlanTerms;
import org.headcoach.compensation.engine.Problem;
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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;

/**
 * What a plan says from a day on: written as a draft, published once, then never edited. It holds until the day on which the next published version does,
 * and pays what was sold under it for ever.
 */
@Entity
@Table(name = "plan_version")
public class PlanVersion {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@ManyToOne
	@JoinColumn(name = "plan_id")
	private PayPlan plan;

	private int number;

	@Enumerated(EnumType.STRING)
	private PlanStatus status;

	@Column(name = "effective_from")
	private LocalDate effectiveFrom;

	@Column(name = "terms_json")
	private String termsText;

	/** What the text says; read when it is asked for. */
	@Transient
	private PlanTerms terms;

	private String reason;

	@Column(name = "created_at")
	private Instant createdAt;

	@Column(name = "created_by_name")
	private String createdByName;

	@Column(name = "published_at")
	private Instant publishedAt;

	@Column(name = "published_by_name")
	private String publishedByName;

	@Version
	private int version;

	protected PlanVersion() {
	}

	PlanVersion(PayPlan plan, int number, LocalDate effectiveFrom, PlanTerms terms, Instant now, String by) {
		this.plan = plan;
		this.number = number;
		this.status = PlanStatus.DRAFT;
		this.createdAt = now;
		this.createdByName = by;
		write(effectiveFrom, terms, null);
	}

	final void write(LocalDate from, PlanTerms terms, String because) {
		requireDraft();
		if (from == null) {
			throw new BusinessException("compensation.plan.error.no-day");
		}
		effectiveFrom = from;
		termsText = Json.write(terms.named(plan.name()).numbered(number));
		this.terms = null;
		reason = because == null || because.isBlank() ? null : because.strip();
	}

	/** @throws BusinessException for the first thing that makes it unfit to pay by */
	void requireFit() {
		terms().problems().stream().findFirst().map(Problem::refusal).ifPresent(refusal -> {
			throw refusal;
		});
	}

	/** @throws BusinessException when it is unfit to pay by */
	void publish(Instant now, String by) {
		requireDraft();
		requireFit();
		status = PlanStatus.PUBLISHED;
		publishedAt = now;
		publishedByName = by;
	}

	void discard() {
		requireDraft();
		status = PlanStatus.DISCARDED;
	}

	void requireDraft() {
		if (status != PlanStatus.DRAFT) {
			throw new BusinessException("compensation.plan.error.not-a-draft");
		}
	}

	public PlanTerms terms() {
		if (terms == null) {
			terms = Json.read(termsText, PlanTerms.class);
		}
		return terms;
	}

	/** SHA-256 of what it says. */
	String textHash() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(termsText.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	public Long id() {
		return id;
	}

	public PayPlan plan() {
		return plan;
	}

	public int number() {
		return number;
	}

	public PlanStatus status() {
		return status;
	}

	public LocalDate effectiveFrom() {
		return effectiveFrom;
	}

	public String reason() {
		return reason;
	}

	public Instant createdAt() {
		return createdAt;
	}

	public String createdByName() {
		return createdByName;
	}

	public Instant publishedAt() {
		return publishedAt;
	}

	public String publishedByName() {
		return publishedByName;
	}

	public int version() {
		return version;
	}
}
