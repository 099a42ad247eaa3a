package org.headcoach.coaching;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.headcoach.coaching.engine.CoachingEffect;
import org.headcoach.coaching.engine.EffectVerdict;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/**
 * Whether one plan worked: what became of its metric in its window. It is measured when the window has closed and its figures are there, again when
 * figures of it arrive late, until {@link EffectRun#SETTLES_AFTER} has passed; then it stands.
 */
@Entity
@Table(name = "coaching_effect")
public class PlanEffect {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
	private Long id;

	@OneToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "plan_id")
	private CoachingPlan plan;

	private int edition;
	private String cohort;

	@Column(name = "count_before")
	private Long countBefore;

	@Column(name = "count_after")
	private Long countAfter;

	@Column(name = "trials_before")
	private long trialsBefore;

	@Column(name = "trials_after")
	private long trialsAfter;

	@Column(name = "plain_before")
	private Double plainBefore;

	@Column(name = "plain_after")
	private Double plainAfter;

	private Double expected;

	@Column(name = "naive_change")
	private Double naiveChange;

	@Column(name = "relative_change")
	private Double relativeChange;

	@Column(name = "low_change")
	private Double lowChange;

	@Column(name = "high_change")
	private Double highChange;

	@Column(name = "probability_better")
	private Double probabilityBetter;

	@Column(name = "common_change")
	private Double commonChange;

	private int peers;

	@Column(name = "log_change")
	private Double logChange;

	@Column(name = "log_variance")
	private Double logVariance;

	@Column(name = "shared_variance")
	private Double sharedVariance;

	@Enumerated(EnumType.STRING)
	private EffectVerdict verdict;

	@Column(name = "measured_at")
	private OffsetDateTime measuredAt;

	protected PlanEffect() {
	}

	PlanEffect(CoachingPlan plan) {
		this.plan = plan;
	}

	/** Takes over what the engine found. */
	void measured(CoachingEffect found, Instant now) {
		edition = plan.edition();
		cohort = found.cohort();
		countBefore = found.rep().before().count();
		countAfter = found.rep().after().count();
		trialsBefore = found.rep().before().n();
		trialsAfter = found.rep().after().n();
		plainBefore = found.rep().before().plain();
		plainAfter = found.rep().after().plain();
		naiveChange = found.naiveChange();
		peers = found.peers();
		var change = found.change();
		expected = change == null ? null : (Double) change.expected();
		relativeChange = change == null ? null : (Double) change.relative();
		lowChange = change == null ? null : (Double) change.interval().low();
		highChange = change == null ? null : (Double) change.interval().high();
		probabilityBetter = change == null ? null : (Double) change.probabilityBetter();
		commonChange = change == null ? null : (Double) change.common();
		logChange = change == null ? null : (Double) change.log();
		logVariance = change == null ? null : (Double) change.logVariance();
		sharedVariance = change == null ? null : (Double) change.sharedVariance();
		verdict = found.verdict();
		measuredAt = now.atOffset(ZoneOffset.UTC);
	}
}
